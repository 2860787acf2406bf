"""What is settled before an end (清理情况): by which procedure, debts, taxes, the announcement, and what bars the simplified way, as the applicant says it.

The last word counts. What is asked, not known, or awaited (税清了没有, 不知道公示满没满, 等公示满了) gives nothing; neither does an announcement that was
made but whose period is not spoken of.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> [(each.field, each.value) for each in settled(hear(Transcript.of("没有债权债务，税清过了，公示期满了")))]
[('debts', 'none'), ('tax_clearance', 'cleared'), ('announced', 'yes')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gaoxing.facts.fact import Certainty, Fact
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

_DONE = "(?:都|全部|全|也|已经?|就|基本)*"
_NO = "(?:无|没有|没|未发生|不存在|从来没有?)(?:发生)?(?:过)?(?:任何)?(?:的)?"
_DEBTS = "(?:债权|债务|欠款|欠账|外债)"
_BARS = "(?:经营)?异常(?:名录)?|严重违法(?:失信)?(?:名单)?|(?:股权|股份)(?:被)?(?:冻结|质押|出质|查封)|对外投资|(?:官司|诉讼|仲裁)|立案(?:调查)?"
_OPTIONS = {
    "procedure": (
        ("simplified", r"(?<!不)(?<!不走)(?<!不办)(?:走|办理?|申请)?简易(?:注销|程序|流程)?(?!不)"),
        ("ordinary", r"普通(?:注销|程序|流程|方式)|一般(?:程序|注销|流程)|(?<!能)(?:不能|没法|不)(?:走|办)?简易"),
    ),
    "debts": (
        (
            "settled",
            rf"(?:债权?债?务?|欠款|欠账|外债|货款){_DONE}(?:清理?|处理|结|还|清偿|付)(?:完|清|偿|结)*(?:完毕|完结|完|清|干净|好|掉)(?:了)?"
            rf"|外面的(?:账|钱|债){_DONE}(?:清|结|还)(?:清|掉|完)?了",
        ),
        ("settled", rf"(?:现在|目前|已经|已){_NO}{_DEBTS}(?:债务|债权)?了"),
        (
            "none",
            rf"{_NO}{_DEBTS}(?:[和、及]?(?:债务|债权))?(?!了|人|没|还没|未|纠纷|争议|关系|[和、及]?债)|债权债务(?:都|也|是|，)?没有(?=$|[，。；]|税|走|公)",
        ),
        ("open", rf"(?:{_DEBTS}|账)[^，。；]{{0,6}}(?:还没|没有?)(?:清|处理|还|结)|还(?:有|欠)[^，。；]{{0,8}}(?:债|欠款|货款|账)(?!权)"),
    ),
    "tax_clearance": (
        (
            "cleared",
            rf"(?:清税|完税|税务注销)(?:证明|文件|手续)?{_DONE}(?:出|开|办|拿|下|清|有)[^，。；]{{0,4}}(?:了|好|完|到)"
            rf"|税(?:务|款|务那边|务这边|务局那边)?{_DONE}(?:清|注销|结|缴)(?:完|掉|好|算|清|过)*了|税(?:务)?{_DONE}(?:清|缴)(?:完|好|清)(?=[，。；]|$)"
            rf"|(?:清税|完税)(?:证明|文件|手续)?{_DONE}取得|(?:办|做|弄)(?:完|好)了?清税|清税{_DONE}(?:办|做|弄)(?:完|好)",
        ),
        ("none", r"(?:未|没有?|不)(?:涉及|办过?)(?:过)?(?:纳税|税务)(?:义务|登记)?|没领过发票"),
        ("open", r"(?:税务?|清税|税款)(?:证明)?(?:还)?(?:没|未)(?:有)?(?:清|办|开|出|注销|拿|缴)|还没(?:有)?清税|(?<![不没无未])(?<!没有)(?:还|正)?欠着?税"),
    ),
    "announced": (
        ("yes", rf"(?:公告|公示)(?:期)?{_DONE}(?:登|公告|公示|挂|做)?(?:满|到(?!期?(?:还|日|时间|的|是|什么))|过(?=了)|届满|结束|做完)了?"),
        ("yes", rf"(?:公告|公示){_DONE}(?:登|发|做|挂|公示|公告)?(?:满|够|过)了?(?:四十五|45|二十|20|六十|60)(?:个)?[天日]"),
        (
            "no",
            r"(?:还)?没(?:有)?(?:做|登|发|去)?(?:过)?(?:公告|公示)|(?:公告|公示)(?:期)?(?:还)?(?:没|未)(?:有)?(?:满|到|做|登|发|结束)|(?:公告|公示)期?还(?:差|有)|(?:公告|公示)[^，。；]{0,6}还[没不](?:到|满|够)",
        ),
    ),
    "barred": (
        (
            "yes",
            rf"(?<!没)(?<!没有)(?<!未)(?<!不)(?:被|已经|已|现在|目前|还)(?:被)?(?:列入|列为|拉入|纳入|进了?)[^，。；没不]{{0,3}}(?:{_BARS})|(?:还|现在|目前)(?:有|在)(?:打)?(?:一[个场起])?(?:{_BARS})",
        ),
        (
            "yes",
            r"(?:股权|股份)(?:现在|已经|还)?(?:被(?:法院)?(?:冻结|查封)|质押|出质)(?:着|了)|(?:正|还)在打官司|官司(?:还没|没)(?:打完|结)|正在(?:被)?立案(?:调查)?",
        ),
        ("no", r"(?:没有|不存在|无)(?:任何)?不(?:适用|能走|得)(?:走|办)?简易(?:注销|程序)?的?(?:情形|情况)"),
    ),
}
SAID = {field: tuple((stored, expression(words)) for stored, words in options) for field, options in _OPTIONS.items()}
"""What people say of the further blanks: stored value and the words."""

UNSETTLED = expression(
    r"(?:能不能|可不可以|可以不可以|是不是|是否|要不要|该不该|会不会|能否|可否|想问|问一下|问问|请问|咨询|不知道|不清楚|不晓得|不确定|如果|要是|假如|万一|等到?|听说|(?:普通|一般|简易)(?:注销)?还是|不行再|不行就)[^，。；]{0,6}$"
    "|(?:隔壁|朋友|人家|别人|以前那)[^，。；]{0,8}$"
)
"""Before the words: asked, supposed, awaited, or another's."""
OPEN = expression(
    r"(?:了)?(?:没有?(?=$|[，。；？]|我|要|得|还不|也不|不知|不清|去)|吗|？|么(?=$|[，。；])|与否|是怎么|怎么|有?什么|有?啥|哪个|要什么|需要什么|再说|再来|才能|行不行"
    r"|可以吗|不可以|的话|(?:和|跟|与|还是)(?:普通|一般|简易)|(?:以后|之后|后)(?=再|才|就|来))"
    r"|[^，。；]{0,4}(?:吗|？)"
)
"""Behind them."""
_PLAIN = "(?:是|都|也|就|应该|那|走|办|的|，|。|吧|啊|呢)*"
ANSWERS = {
    "procedure": (
        ("simplified", rf"{_PLAIN}(?:简易|简单|快)(?:的|那种|一点)?(?:注销|程序)?{_PLAIN}"),
        ("ordinary", rf"{_PLAIN}(?:普通|一般|正常)(?:的|那种)?(?:注销|程序)?{_PLAIN}"),
    ),
    "debts": (
        ("none", rf"{_PLAIN}(?:从来|一直|根本)*(?:没有?|未|没得)(?:发生|有)?过?{_PLAIN}(?:什么)?(?:债权债务|债务|债)?{_PLAIN}(?<!没有)(?<!没)(?<!没有，)"),
        ("none", r"(?:从来|一直|根本)(?:都|就)*没有?过?[，。]*"),
        ("settled", rf"{_PLAIN}(?:已经|全部|全)*(?:还|清|结|付|处理|清理)(?:清|完|掉|好|干净)*了{_PLAIN}"),
        (
            "open",
            rf"{_PLAIN}(?:还没(?:有)?|没有?|还在|正在)(?:还|清|结|清理|处理)(?:完|清|掉|好)*{_PLAIN}|还(?:有|差|剩|欠)(?:着)?一?(?:点|些|部分|笔).{{0,10}}",
        ),
    ),
    "tax_clearance": (("none", rf"{_PLAIN}(?:从来|一直)*(?:没有?|未|不)(?:涉及|涉)(?:到|过)?(?:纳?税)?[^，。；吗]{{0,4}}{_PLAIN}"),),
    "announced": (("yes", r"[^没未不吗？]{0,8}(?:满|到期|结束)(?:了|的)?[，。]*"),),
    "barred": (
        ("no", rf"{_PLAIN}(?:没有?|不存在|一个也没有?|一样也没有?|都不沾){_PLAIN}"),
        ("yes", rf"[^没不未吗？什怎啥]{{0,6}}(?:{_BARS})[^没不未吗？什怎啥]{{0,8}}"),
        ("yes", r"(?:有(?!没有))(?:一个|一[条种]|的|，|。)*[^没不吗？]{0,12}"),
    ),
}
"""Whole answers to the question about a blank that are plainer than a yes or a no."""
WHOLE = {field: tuple((stored, expression(words)) for stored, words in options) for field, options in ANSWERS.items()}


NEITHER = {"debts": (expression(r"(?:没有?|没的)[，。]*"), ("none", "open"))}
"""A bare no that can be meant two ways: «没有» to whether debts are settled or never arose."""


class _Found(NamedTuple):
    """Where something was said, and what: the later and, at one place, the longer counts."""

    turn: int
    end: int
    width: int
    stored: str
    start: int
    readings: tuple[str, ...] = ()


def settled(statement: Statement) -> Iterator[Fact]:
    """At most one fact a blank: what was said of it last."""
    for field, options in SAID.items():
        found = [each for heard in statement.turns for each in (*_said(heard, options), *_answered(heard, field))]
        if found:
            last = max(found, key=lambda each: each[:3])
            evidence = (statement.turns[last.turn].wording.evidence(last.turn, last.start, last.end),)
            yield Fact(field, last.stored, evidence, Certainty.UNSURE if last.readings else Certainty.CERTAIN, last.readings)


def _said(heard: Heard, options: tuple[tuple[str, re.Pattern[str]], ...]) -> Iterator[_Found]:
    text = heard.text
    for stored, words in options:
        for match in words.finditer(text):
            if UNSETTLED.search(text[max(0, match.start() - 14) : match.start()]) is None and OPEN.match(text, match.end()) is None:
                yield _Found(heard.turn, match.end(), match.end() - match.start(), stored, match.start())


def _answered(heard: Heard, field: str) -> Iterator[_Found]:
    """A whole turn that answers the question about the blank."""
    if heard.asked != field or not heard.text:
        return
    if field in NEITHER:
        bare, readings = NEITHER[field]
        if bare.fullmatch(heard.text):
            yield _Found(heard.turn, len(heard.text), len(heard.text), readings[0], 0, readings)
            return
    for stored, words in WHOLE.get(field, ()):
        if words.fullmatch(heard.text):
            yield _Found(heard.turn, len(heard.text), len(heard.text), stored, 0)
            return
