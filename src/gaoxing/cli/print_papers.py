"""`gaoxing print`: a form becomes papers in a folder (打印)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gaoxing.cli.reading import add_day, chosen_day, form, printable
from gaoxing.cli.showing import add_json, for_a_person, say, say_json
from gaoxing.cli.trouble import Trouble
from gaoxing.engines.file_trouble import reason

if TYPE_CHECKING:
    from gaoxing.documents.document import Document, Renderer
    from gaoxing.forms.form import Form

HELP = "打印：把表单做成申请书 PDF，也可另出 Word 文档和 OFD · the papers as PDF, and as Word documents and OFD if asked"
EXAMPLE = 'gaoxing fill "我想开公司，注册资本一百万" | gaoxing print -o out'


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("form", nargs="?", metavar="FORM.json", help="fill 写出的表单；不写或写 - 就从标准输入读 · a form's JSON")
    parser.add_argument("-o", "--out", type=Path, default=Path(), metavar="DIR", help="放在哪个文件夹（默认当前文件夹） · the folder")
    parser.add_argument("--docx", action="store_true", help="另出可以编辑的 Word 文档，内容与 PDF 相同 · editable Word documents beside the PDF")
    parser.add_argument("--ofd", action="store_true", help="另出 OFD（国家标准 GB/T 33190 版式文档），版面与 PDF 相同 · OFD beside the PDF, laid out alike")
    add_day(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Write the papers and print where they are; findings that are left are told on standard error."""
    from gaoxing.intake import papers, review

    on = chosen_day(options)
    filled = form(options.form)
    if filled.asks:
        raise Trouble(_undecided(filled))
    left = sum(not each.informs for each in review(filled, on=on).findings)
    drawn = [paper for renderer in _renderers(docx=options.docx, ofd=options.ofd) for paper in papers(filled, on=on, renderer=renderer)]
    written = [_written(paper, options.out) for paper in drawn]
    if not written:
        raise Trouble("这个事项还没有能打印的材料。能打印的见 gaoxing matters。")
    if left:
        print(f"gaoxing：材料已做成，但还有 {left} 条审查意见没有改，请用 gaoxing check 看。", file=sys.stderr)
    if for_a_person(options):
        say(str(path) for path, _ in written)
    else:
        say_json([{**paper.to_json(), "path": str(path)} for path, paper in written])
    return 0


def _undecided(filled: Form) -> str:
    """Which questions are open, and how to settle or to leave one."""
    asked = "；".join(printable(ask.question or ask.field) for ask in filled.asks)
    path = filled.asks[0].field
    return f"有 {len(filled.asks)} 处听着有两种意思，先定下来再做材料：{asked}。请用 gaoxing fill --set {path}=… 写明，或用 --set {path}= 空着。"


def _renderers(*, docx: bool, ofd: bool) -> list[Renderer]:
    from gaoxing.engines.docx import DocxRenderer
    from gaoxing.engines.ofd import OfdRenderer
    from gaoxing.engines.typst import TypstRenderer

    typesetter = TypstRenderer()
    return [typesetter, *([DocxRenderer()] if docx else []), *([OfdRenderer(typesetter)] if ofd else [])]


def _written(paper: Document, folder: Path) -> tuple[Path, Document]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / paper.name
        path.write_bytes(paper.content)
    except OSError as trouble:
        raise Trouble(f"写不进文件夹「{printable(str(folder))}」（{reason(trouble)}）。请换一个文件夹，用 -o 指明。") from None
    return path, paper
