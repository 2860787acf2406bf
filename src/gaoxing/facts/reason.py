"""Why an enterprise closes down (注销原因): the bare clause, without 因, 原因是 or the procedure (简易注销, 清税, 公告).

A clause is the reason where it answers the question, where a word of causing leads it (因, 由于, 原因是) or 所以 follows it, or where it says what
makes enterprises close (连年亏损, 期限届满, 股东会决议解散). The last one said counts.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> [fact.value for fact in reason_facts(hear(Transcript.of("因经营期限届满，昆山某某贸易有限公司申请注销登记")))]
['经营期限届满']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gaoxing.facts.fact import Fact
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

CAUSE = expression(
    r"(?:主要)?(?:注销|关门|关掉|不做)?(?:的)?(?:原因|理由|缘由)(?:呢|嘛|么|的话|这?一?栏|侬|你|您|就|主要|帮我|，)*(?:是|为|：|写|填)(?:因为|由于)?"
    r"|因为|由于|鉴于"
    r"|(?<![原基病死外内成起何])因(?!此|而|素|故|应|公)(?:为)?|主要是(?!做|经营|卖|搞)"
)
SO = expression(r"，?(?:所以|因此|于是|故而?|因而)(?:现在|就|才|要|想|来|我们?|公司|决定|申请|特)*")
ENDS = expression(
    r"[，。；！？]|，?(?:所以|因此|于是|故而|特(?:申请|来))|(?:我们?|现在?|今天|就|才|要|想|公司|特|这|所以){0,6}(?:来|申请|办理?|决定|想|要|打算"
    r"|准备)(?:来|申请|办理?|把|给|了|个){0,6}(?:公司|企业|店)?(?:进行)?(?:简易)?(?:注销|关掉)"
    r"|(?:我们?|公司)来(?:办|做|注销)|(?:统一社会)?信用代码|代码[九9]"
)
PROCEDURE = expression(
    r"(?:想|要|就|准备)?走?简易|注销|清税|完税|公告|公示|清算|信用代码|代码|债权|债务|承诺书|税务|税(?:都|也)|清(?:完|好)了|营业执照|证明"
    r"|材料|手续|帮我|麻烦|谢谢"
    r"|你好|电话|手机|叫什么|公司(?:名|叫)|我(?:是|来|想|要)|^(?:走|办|按)?简易|普通程序|简易程序"
)
CLOSING = expression(
    r"亏损|亏本|一直亏|亏得|亏钱|没钱|经营不善|经营困难|没有?生意|生意(?:不好|太差|惨淡|难做)|做不下去|干不下去|开不下去|撑不下去|经营不下去"
    r"|没有?(?:什么)?(?:业务|订单|客户"
    r"|人来)|资金链|资金(?:断|周转)|期限(?:届满|到期|到了|已满)|到期了?$|解散|合并|分立|转行"
    r"|退休|移民|回老家|迁往|迁到|搬到外|拆迁|不再经营|终止经营|停止经营|停业|(?:未|没有?|没)(?:实际|怎么|真正)?(?:开展|进行|从事)?(?:过)?(?:任何"
    r"|实际)?(?:的)?(?:经营|业务|开业|营业|开张|运营)|被吊销|破产|散伙|闹掰|意见不合"
    r"|(?:转型|升级)(?:为|成)|个转企|房租(?:太|到)|租约到期|租期|疫情|市场(?:不好|行情|萎缩)|战略调整|业务调整|业务(?:萎缩|转移|并入)|年纪大"
    r"|身体(?:不好|原因)|没人(?:管|做|打理)"
)
TAKEN_OVER = expression("(?:被|和|与|跟|给|到|由)$")
"""Before another enterprise's name: it belongs to the reason (被…吸收合并)."""
PUNCTUATED = expression("[，。；]")
NOTHING_NEW = expression("^(?:不[改变用]|没有?(?:了|别的|其他)|就(?:这个|这样|写这)|对(?:的|，|。|$)|是的|好的?[，。]?$|先空着|随便|你[们帮])")
UNKNOWN = expression(
    "(?:我们?|这个?|那个?|原因|理由|一下子?|一时|具体|暂时|现在|也|都|就|还|真|真的|实在|嗯|呃|，)*"
    "(?:[说讲]不(?:太|大)?(?:清楚?|好|上来|准|明白|出来?)|不(?:太|大|是很)?(?:清楚|知道|晓得|好[说讲]|方便[说讲]|便[说讲]|想[说讲]|记得|明白|确定)"
    "|没(?:有)?(?:什么|啥)?(?:特别的?)?(?:原因|理由)|(?:忘记?|记不清|想不起来|没想好|不填|不写|没法[说讲]|无可奉告|没什么好[说讲])了?)"
    "(?:怎么[说讲写填]|该[说讲写填]什么|什么(?:原因|理由))?(?:的|了|呢|啊|哎|唉|呀|吧|哦|嘛)*"
)
"""Said in the place of a reason, none is given."""
OPENING = expression("(?:我们|我|这个|那个|公司|企业|叫|是|的|，|就是|这家)*")
HEAD = expression(
    r"^(?:了|说是|说(?!不)|据说|嗯|呃|那个|就是|其实|主要(?=是|就|因|原因|呢)|也|呢|的话|我们|咱们?|这边|这个|说白了|反正|，|、|。|："
    r"|走?(?:的)?(?:是)?简易(?:注销|程序)?(?:，|。|的)?"
    r"|普通(?:注销|程序)(?:，|。)?|应该|写|填|就写|还是|是)*"
    r"(?:(?:注销)?(?:的)?(?:原因|理由)(?:就)?(?:是|为|：|写|填)?)?(?:因为|由于|因(?!素)|就是|主要是|鉴于|改[成为]|换成|写成|是)?(?:经(?=全体|股东|各股东))?"
)
TAIL = expression(r"(?:的原因|的缘故|而)?(?:，)?(?:吧|呢|嘛|啊|这样|就这样|就这些|就这个|没别的)?$")
NOT_BUT = expression(r"不是(?:因为)?[^，。；]{1,20}?[，]?(?:而)?(?:应该)?是(?:因为)?(?P<reason>[^，。；]{2,30})")
CORRECTED = expression(r"(?:原因|理由)[^。；]{0,10}?(?:错了|不对|改成|改为|换成|改一下|应该)(?:，|：|是|成|为|写|改|换)*(?P<reason>[^，。；]{2,30})")


@dataclass(frozen=True)
class _Clause:
    """Words that give a reason: `text[start:end]` of a turn."""

    start: int
    end: int


def reason_facts(statement: Statement, field: str = "reason") -> Iterator[Fact]:
    """The reason said last."""
    chosen: tuple[Heard, _Clause, int] | None = None
    for heard in statement.turns:
        found = _reason(heard, field)
        if found is not None and (chosen is None or found[1] >= chosen[2] or heard.turn == chosen[0].turn):
            chosen = (heard, *found)
    if chosen is None:
        return
    heard, clause, _ = chosen
    yield Fact(field, heard.text[clause.start : clause.end], (heard.wording.evidence(heard.turn, clause.start, clause.end),))


def _reason(heard: Heard, field: str) -> tuple[_Clause, int] | None:
    """The turn's reason and how firmly it was given: answered or corrected 2, led by a word of causing 2, else 1."""
    corrected = NOT_BUT.search(heard.text) or CORRECTED.search(heard.text)
    if corrected is not None and (heard.asked == field or heard.turn):
        return _trimmed(heard.text, *corrected.span("reason")), 2
    led = _led(heard)
    if led is not None:
        return led, 2
    if heard.asked == field and not NOTHING_NEW.search(heard.text):
        answer = _answer(heard)
        return (answer, 2) if answer else None
    told = _told(heard)
    return (told, 1) if told else None


def _led(heard: Heard) -> _Clause | None:
    """What a word of causing leads, or 所以 follows."""
    for cause in CAUSE.finditer(heard.text):
        start = cause.end()
        stop = ENDS.search(heard.text, start + 1)
        clause = _trimmed(heard.text, *_without_name(heard, start, stop.start() if stop else len(heard.text)))
        if _is_reason(heard.text[clause.start : clause.end]):
            return clause
    for so in SO.finditer(heard.text):
        start = max(heard.text.rfind(stop, 0, so.start()) for stop in "，。；！？") + 1
        clause = _trimmed(heard.text, *_without_name(heard, start, so.start()))
        if _is_reason(heard.text[clause.start : clause.end]):
            return clause
    return None


def _answer(heard: Heard) -> _Clause | None:
    """The bare answer: its clauses up to those that tell of the procedure."""
    found: _Clause | None = None
    for start, end in _clauses(heard.text):
        clause = _trimmed(heard.text, *_without_name(heard, start, end))
        words = heard.text[clause.start : clause.end]
        if len(words) < 2 or PROCEDURE.search(words) or UNKNOWN.fullmatch(words):
            if found is not None:
                break
            continue
        found = clause if found is None else _Clause(found.start, clause.end)
    return found


def _told(heard: Heard) -> _Clause | None:
    """A clause that says what makes enterprises close, where no word of causing was said."""
    for start, end in _pieces(heard):
        clause = _trimmed(heard.text, start, end)
        words = heard.text[clause.start : clause.end]
        if CLOSING.search(words) and not PROCEDURE.search(words) and len(words) <= 24:
            return clause
    return None


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in re.finditer("[，。；！？]|$", text):
        if start < stop.start():
            yield start, stop.start()
        start = stop.end()


def _pieces(heard: Heard) -> Iterator[tuple[int, int]]:
    """The stretches between stops, names of enterprises, codes and words of the procedure: clauses also where nobody paused."""
    walls = [(token.start, token.end) for token in heard.tokens if token.kind in {"enterprise", "code"} and not TAKEN_OVER.search(heard.text[: token.start])]
    walls += [(pause, pause) for pause in heard.wording.pauses if not PUNCTUATED.search(heard.text)]
    walls += [match.span() for pattern in (PROCEDURE, ENDS) for match in pattern.finditer(heard.text)]
    start = 0
    for wall, end in sorted([*walls, (len(heard.text), len(heard.text))]):
        if start < wall:
            yield start, wall
        start = max(start, end)


def _without_name(heard: Heard, start: int, end: int) -> tuple[int, int]:
    """The stretch behind the last name of an enterprise that opens it: «昆山某某公司经营期限届满» says the reason of the clause alone."""
    name = next((token for token in heard.tokens if token.kind == "enterprise" and start <= token.start and token.end <= end), None)
    opens = name is not None and OPENING.fullmatch(heard.text, start, name.start) is not None
    return (name.end, end) if name is not None and opens else (start, end)


def _trimmed(text: str, start: int, end: int) -> _Clause:
    head = HEAD.match(text[start:end])
    start += head.end() if head else 0
    tail = TAIL.search(text[start:end])
    return _Clause(start, start + tail.start() if tail else end)


def _is_reason(words: str) -> bool:
    return len(words) >= 2 and not PROCEDURE.search(words) and not UNKNOWN.fullmatch(words)
