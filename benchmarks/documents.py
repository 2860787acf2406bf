"""How long a paper takes (材料生成), every one of other values: cold, warm, and beside it a compiler made anew for every paper, in the same run;
the OFD of each PDF, with what reading the PDF takes of it; and every paper of one company in one go.

python benchmarks/documents.py [ROUNDS]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).parents[1]))

import pypdf

from gaoxing.documents.document import Layout
from gaoxing.engines.docx import DocxRenderer
from gaoxing.engines.ofd import converted
from gaoxing.engines.ofd.pdf_content import Contents
from gaoxing.engines.typst import TypstRenderer
from gaoxing.forms.form import Form
from gaoxing.matters.company_registration.papers import papers as company_papers
from gaoxing.matters.sole_trader_registration.papers import papers as trader_papers
from tests.documents.companies import promoters, sole
from tests.documents.filled import company, party, trader

ON = date(2026, 11, 24)
AIM_MS = 60
OFD_AIM_MS = 300
SET_AIM_MS = 2000
GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"


def companies(number: int) -> Form:
    """A company whose names and amounts differ with the number."""
    amount = 1_000_000 + number * 10_000
    people = [
        party(f"{GIVEN[(number + row) % 32]}{GIVEN[(number * 7 + row) % 32]}", role, amount=str(amount // 5), percent="20")
        for row, role in enumerate(("legal_representative", "director", "manager", "supervisor", "liaison"))
    ]
    return company(name=f"昆山{GIVEN[number % 32]}{number}科技有限公司", registered_capital={"amount": str(amount), "currency": "CNY"}, parties=people)


def fifty(number: int) -> Form:
    """A company of fifty shareholders."""
    return company(parties=[party(f"{GIVEN[row % 32]}{number}股东{row}", amount="100000", percent="2") for row in range(50)])


def traders(number: int) -> Form:
    """A sole trader whose name and funds differ with the number."""
    return trader(name=f"昆山市玉山镇{GIVEN[number % 32]}{number}店", funds={"amount": str(10_000 + number), "currency": "CNY"})


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def measured(name: str, make: Callable[[int], Form], papers: Callable[[Form, date], tuple[Layout, ...]], rounds: int) -> None:
    """One line of the table: form to bytes, every form another one."""
    renderer = TypstRenderer()

    def once(number: int) -> bytes:
        layout = papers(make(number), ON)[0]
        return renderer.render(layout).content

    cold = timed(lambda: once(0))
    once(1)
    warm = [timed(lambda at=at: once(at)) for at in range(2, rounds + 2)]
    anew = [timed(lambda at=at: TypstRenderer().render(replace(papers(make(at), ON)[0]))) for at in range(rounds + 2, rounds + 5)]
    content = once(rounds + 9)
    pages = len(pypdf.PdfReader(BytesIO(content)).pages)
    cuts = quantiles(warm, n=100, method="inclusive")
    print(f"{name:<26}{pages:>6}{len(content) / 1024:>8.0f}{cold:>9.0f}{cuts[49]:>10.1f}{cuts[98]:>10.1f}{sum(anew) / len(anew):>14.0f}")


def ofd(name: str, make: Callable[[int], Form], papers: Callable[[Form, date], tuple[Layout, ...]], rounds: int) -> None:
    """One line of the second table: a PDF to OFD, every one another."""
    renderer = TypstRenderer()
    layouts = [papers(make(at), ON)[0] for at in range(rounds + 1)]
    pdfs = [renderer.render(layout) for layout in layouts]
    cold = timed(lambda: converted(pdfs[0], layouts[0]))
    warm = [timed(lambda at=at: converted(pdfs[at], layouts[at])) for at in range(1, rounds + 1)]
    reading = [timed(lambda at=at: Contents(pdfs[at].content).pages()) for at in range(1, rounds + 1)]
    size, pages = len(converted(pdfs[-1], layouts[-1]).content), len(pypdf.PdfReader(BytesIO(pdfs[-1].content)).pages)
    cuts = quantiles(warm, n=100, method="inclusive")
    print(f"{name:<26}{pages:>6}{size / 1024:>8.0f}{cold:>9.0f}{cuts[49]:>10.1f}{cuts[98]:>10.1f}{quantiles(reading, n=2)[0]:>14.1f}")


def every_paper(name: str, make: Callable[[int], Form], rounds: int) -> None:
    """One line of the third table: form to the bytes of all its papers, as PDF and as Word; beside it what composing them takes."""
    renderer, word = TypstRenderer(), DocxRenderer()
    for layout in company_papers(make(0), ON):
        renderer.render(layout)
    drawn = [timed(lambda at=at: [renderer.render(each) for each in company_papers(make(at), ON)]) for at in range(1, rounds + 1)]
    written = [timed(lambda at=at: [word.render(each) for each in company_papers(make(at), ON)]) for at in range(1, rounds + 1)]
    composing = [timed(lambda at=at: company_papers(make(at), ON)) for at in range(1, rounds + 1)]
    layouts = company_papers(make(rounds + 1), ON)
    pages = sum(len(pypdf.PdfReader(BytesIO(renderer.render(each).content)).pages) for each in layouts)
    middle = [quantiles(each, n=2)[0] for each in (drawn, written, composing)]
    print(f"{name:<26}{len(layouts):>7}{pages:>7}{middle[0]:>10.0f}{max(drawn):>10.0f}{middle[1]:>10.0f}{middle[2]:>14.1f}")


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print(f"{rounds} papers each, every one of other values; milliseconds; aim: company warm p50 ≤ {AIM_MS}")
    print(f"{'paper':<26}{'pages':>6}{'KiB':>8}{'cold':>9}{'warm p50':>10}{'warm p99':>10}{'made anew':>14}")
    measured("company", companies, company_papers, rounds)
    measured("company, 50 shareholders", fifty, company_papers, max(rounds // 4, 5))
    measured("sole trader", traders, trader_papers, rounds)
    print(f"\nOFD of those PDFs; aim: company warm p50 ≤ {OFD_AIM_MS}")
    print(f"{'paper':<26}{'pages':>6}{'KiB':>8}{'cold':>9}{'warm p50':>10}{'warm p99':>10}{'reading p50':>14}")
    ofd("company", companies, company_papers, rounds)
    ofd("company, 50 shareholders", fifty, company_papers, max(rounds // 4, 5))
    ofd("sole trader", traders, trader_papers, rounds)
    few = max(rounds // 5, 5)
    print(f"\nEvery paper of one company, {few} companies; aim: ten papers as PDF, warm ≤ {SET_AIM_MS}")
    print(f"{'company':<26}{'papers':>7}{'pages':>7}{'PDF p50':>10}{'PDF max':>10}{'Word p50':>10}{'composing p50':>14}")
    every_paper("one shareholder", lambda number: sole(name=f"昆山{GIVEN[number % 32]}{number}科技有限公司"), few)
    every_paper("board", companies, few)
    every_paper("limited by shares", lambda number: promoters(name=f"昆山{GIVEN[number % 32]}{number}股份有限公司"), few)
    every_paper("50 shareholders", fifty, few)


if __name__ == "__main__":
    main()
