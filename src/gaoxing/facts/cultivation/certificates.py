"""Certificates held and rounds of financing (已有资质、股权融资): «我们是高企，到2027年11月», «2025年6月创投投了三千万»; what is planned or lost is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from gaoxing.facts.amount import find_money
from gaoxing.facts.cultivation.bars import OTHERS, OURS, SENTENCES
from gaoxing.facts.cultivation.pairing import CORRECTED
from gaoxing.facts.cultivation.year_rows import Told
from gaoxing.facts.day import DayMention, find_days
from gaoxing.facts.fact import Certainty, Fact
from gaoxing.facts.party import plain
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

KINDS = expression(
    '(?P<little_giant>(?:国家级?)?(?:专精特新)?(?:的)?[“"]?小巨人[”"]?)|(?P<specialised_sme>(?:省级?)?专精特新(?:中小企业|企业)?(?!.{0,3}小巨人))|'
    "(?P<high_tech_enterprise>高新技术企业|高企|国高新?)|(?P<technology_sme>科技型中小企业|科小)|(?P<innovative_sme>创新型中小(?:企业)?)|(?P<gazelle>瞪羚(?:企业)?)|"
    "(?P<potential_unicorn>(?:潜在|准)独角兽(?:企业)?)|(?P<unicorn>独角兽(?:企业)?)"
)
HELD = expression(
    "(?:我们|公司)?(?:已经|早就|去年|前年|今年|现在|目前|本身|也|还)*(?:就)?(?:(?<!不)(?<!还不)(?<!算不上)是|(?<!没)(?<!没有)(?:有|拿了?|拿到了?|评上了?|通过了?|认定为?|获评|获得了?|取得了?|评为|入选了?|拿下了?))[^，。；！？没不]{0,10}$"
)
HELD_BEHIND = expression(
    "(?:企业|称号|证书|资质|证|的牌子|的)*(?:我们|公司)?(?:是)?(?:已经|早就|都|也|刚|去年|前年|今年|[0-9零一二三四五六七八九]{2,4}年)*(?:[0-9一二三四五六七八九十]+月)?(?:刚)?(?:有了|拿了|拿到了?|评上了?|通过了?|认定了?|认定的|评的|有效|到期|到(?=[0-9二今明后])|有效期|证书有效|还在有效期)"
)
NOT_HELD = expression(
    "没有|没|不是|还不是|未|想|准备|打算|计划|争取|申报|申请|冲|目标|希望|培育|入库|能不能|怎么|算不算|不算|差|报(?!告)|要(?:是|评|拿|报)|明年|下一步|过期|失效|到期了|取消|撤销"
)
LOST = expression("[^。；！？]{0,16}(?:已经?过期|过期了|失效|取消了|被取消|撤销|到期了|没续|没复审|没通过|没评上|没拿|没有)")
UNTIL = expression("(?:有效期?|到期|证书|期限)?(?:有效)?(?:到|至|是|在|截止)*$")
EXPIRES = expression("(?:就|才)?(?:到期|过期|为止|止|失效|要复审|截止)")
INVESTORS = (
    ("government", expression("政府(?:引导)?基金|引导基金|国资(?:基金|平台)?|国有基金|高新区基金|市里的?基金|区里的?基金")),
    ("industrial", expression("产业(?:资本|基金|方)|战略投资|战投|上游企业|下游(?:企业|客户)|上市公司投|龙头")),
    ("private", expression("创投|风投|创业投资|风险投资|私募|VC|PE|天使(?:投资人?|基金)?(?!轮)|红杉|基金(?!会)")),
)
ROUND = expression("融资|融了|投了|投资了|轮|入股|注资|增资进来|领投|跟投")
RAISED = expression("融资|融了|融过|融到|轮|入股|注资|股权投资|增资")
"""Without an investor named only such words are of a round: «研发投了两百万» is none."""

PLANNED = expression("准备|打算|计划|在谈|正在谈|想|争取|明年|意向|要融|拟|希望|可能|快要")
AMOUNT_NEAR = expression("(?:融|投|拿|进|注资|入股|募|领投)[^，。；估]{0,8}$")
NOT_RAISED = expression("估值|注册资本|营收|销售|研发|贷款|授信")


def certificate_told(statement: Statement, on: date) -> Iterator[Told]:
    """One row a certificate that is said to be held, with the day to which it holds where one was said."""
    rows: list[str] = []
    for heard in statement.turns:
        for match in KINDS.finditer(heard.text):
            kind = str(match.lastgroup)
            until = _until(heard.text, match, on)
            if kind in rows or not _is_held(heard.text, match, until):
                continue
            path, evidence = f"certificates.{len(rows)}", heard.wording.evidence(heard.turn, *match.span())
            rows.append(kind)
            yield Told(Fact(f"{path}.kind", kind, (evidence,)))
            if until is not None and until.value is not None:
                yield Told(Fact(f"{path}.until", until.value, (heard.wording.evidence(heard.turn, until.start, until.end),)))
        if rows and (day := _again(heard, on)) is not None:
            words = heard.wording.evidence(heard.turn, day.start, day.end)
            yield Told(Fact(f"certificates.{len(rows) - 1}.until", str(day.value), (words,)))
    if rows:
        yield Told(Fact("holds_certificates", value=True, evidence=(), derived=True))


def _again(heard: Heard, on: date) -> DayMention | None:
    """«看错了，是2026年12月12号到期»: a later turn that puts the day right and names no certificate."""
    if not heard.turn or KINDS.search(heard.text) or not CORRECTED.search(heard.text):
        return None
    return next((each for each in find_days(heard.text, on) if each.value is not None and EXPIRES.match(heard.text, each.end)), None)


def _is_held(text: str, match: re.Match[str], until: DayMention | None) -> bool:
    opening = max(text.rfind(stop, 0, match.start()) for stop in "。；！？，") + 1
    clause = text[opening : match.start()]
    sentence = text[max(text.rfind(stop, 0, match.start()) for stop in "。；！？") + 1 : match.start()]
    other = [each.end() for each in OTHERS.finditer(sentence)]
    if NOT_HELD.search(clause) or LOST.match(text, match.end()) or (other and OURS.search(sentence, other[-1]) is None):
        return False
    asked = re.match("[^，。；]{0,6}(?:吗|？|怎么|要什么|申报|申请|培育|入库|标准|条件|政策|还差|还没)", text[match.end() :])
    return not asked and (until is not None or HELD.search(clause) is not None or HELD_BEHIND.match(text, match.end()) is not None)


def _until(text: str, match: re.Match[str], on: date) -> DayMention | None:
    """The day to which it holds, behind its name in the same sentence and before the next certificate."""
    stop = min((place for mark in "。；！？" if (place := text.find(mark, match.end())) >= 0), default=len(text))
    other = KINDS.search(text, match.end(), stop)
    limit = other.start() if other else stop
    for each in find_days(text, on):
        if match.end() <= each.start < limit and (UNTIL.search(text[match.end() : each.start])[0] or EXPIRES.match(text, each.end)):  # type: ignore[index]
            return each
    return None


def round_told(statement: Statement, on: date) -> Iterator[Told]:
    """One row a round of financing: its day, who invested, how much; a round that is only planned is none."""
    place = 0
    for heard in statement.turns:
        for sentence, start in _segments(heard.text, on):
            if not ROUND.search(sentence) or PLANNED.search(sentence) or _others(sentence) or re.search("没(?:有)?融|没(?:有)?投|没拿", sentence):
                continue
            row = list(_round(heard, sentence, start, f"financing.{place}", on))
            place += bool(row)
            yield from row


def _round(heard: Heard, sentence: str, start: int, path: str, on: date) -> Iterator[Told]:
    day = next((each for each in find_days(sentence, on) if each.value is not None), None)
    money = next((each for each in find_money(sentence) if AMOUNT_NEAR.search(sentence[max(0, each.start - 12) : each.start])), None)
    investor = next(((kind, match) for kind, words in INVESTORS if (match := words.search(sentence))), None)
    if (money is None and not (day and investor)) or (investor is None and not RAISED.search(sentence)):
        return
    evidence = heard.wording.evidence
    if day is not None and day.value is not None:
        yield Told(Fact(f"{path}.date", day.value, (evidence(heard.turn, start + day.start, start + day.end),)))
    if investor is not None:
        yield Told(Fact(f"{path}.investor", investor[0], (evidence(heard.turn, start + investor[1].start(), start + investor[1].end()),)))
    if money is None:
        return
    words = (evidence(heard.turn, start + money.start, start + money.end),)
    if money.currency not in (None, "CNY"):
        yield Told(Fact(f"{path}.amount", "", words, Certainty.UNSURE), SENTENCES["currency"])
    elif money.amount is None:
        yield Told(Fact(f"{path}.amount", "", words, Certainty.UNSURE), SENTENCES["vague"])
    elif not money.unit_said:
        readings = (plain(money.amount), plain(money.amount * 10_000))
        yield Told(Fact(f"{path}.amount", readings[0], words, Certainty.UNSURE, readings), SENTENCES["unit"])
    else:
        yield Told(Fact(f"{path}.amount", plain(money.amount), words))


def _segments(text: str, on: date) -> Iterator[tuple[str, int]]:
    """Sentences, each cut before a further day that begins a round of its own: «2023年9月…投了…，2025年6月…投了…»."""
    for each in re.finditer("[^。；！？]+", text):
        days = [day.start for day in find_days(each[0], on) if day.value is not None]
        cuts = [0, *(day for day in days[1:] if ROUND.search(each[0][:day]) and ROUND.search(each[0][day:])), len(each[0])]
        yield from ((each[0][begin:end], each.start() + begin) for begin, end in pairwise(cuts))


def _others(sentence: str) -> bool:
    return re.search("同行|隔壁|人家|别人|对手|竞品|他们公司", sentence) is not None
