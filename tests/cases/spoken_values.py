"""Some hundreds of values spoken in carrier sentences with distractors: amounts, shares, numbers, dates and more. A fixed seed draws them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from tests.cases import speller, spoken_numbers, spoken_projects, spoken_sums
from tests.cases.spoken import ONE, Said, money, plain
from tests.cases.spoken_numbers import identity_number, identity_words, mobile_number, mobile_words
from tests.cases.spoken_sums import amount_of_money, in_words

SEED = 20261125


def every(seed: int = SEED) -> tuple[Said, ...]:
    """All utterances, the same for the same seed."""
    draw = Random(seed)
    return tuple(writer(draw) for writer, count in WRITERS for _ in range(count))


def together(draw: Random) -> Said:
    """One owner's whole statement, its clauses in any order, with or without stops, and with a distractor among them."""
    amount, (code, born), telephone, years, count = (
        amount_of_money(draw),
        identity_number(draw),
        mobile_number(draw),
        draw.choice((10, 20, 30)),
        draw.randint(2, 60),
    )
    row = f"parties.{ONE}"
    heads_said = "两" if count == 2 else speller.counted(count)
    clauses = [
        (f"注册资本{in_words(amount, draw)}", {"registered_capital": money(amount)}),
        (f"我叫{ONE}身份证{identity_words(code, born, draw)}", {f"{row}.id_number": code}),
        (f"我手机{mobile_words(telephone, draw)}", {f"{row}.mobile": telephone}),
        (f"营业期限{draw.choice((speller.counted(years), str(years)))}年", {"operating_term": {"years": years}}),
        (f"员工一共{heads_said}个人", {"employees": count}),
        (draw.choice(("房租一个月三千五", "以前在厂里一个月八千", "设备花了四十来万", "小孩今年九岁", "干了十一年")), {}),
    ]
    draw.shuffle(clauses)
    stop = draw.choice(("，", "。", " ", "", "嗯"))
    said = f"我要注册公司股东就我{ONE}一个{stop}" + stop.join(words for words, _ in clauses)
    others = {path: value for _, gives in clauses for path, value in gives.items()}
    others |= {f"{row}.contribution.percent": "100", f"{row}.contribution.amount": plain(Decimal(amount))}
    meant = others.pop("registered_capital")
    return Said("all at once", "company_registration", ({"said": said},), "registered_capital", meant, others)


Writer = Callable[[Random], Said]
WRITERS: tuple[tuple[Writer, int], ...] = (*spoken_sums.WRITERS, *spoken_numbers.WRITERS, *spoken_projects.WRITERS, (together, 40))
