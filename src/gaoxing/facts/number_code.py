"""Numbers of persons and enterprises in spoken or written words (号码): identity numbers, credit codes, telephones, project codes.

Figures stay as said: a wrong length or check digit is kept and found by a rule later. A number begun again (不对, 重新来) counts once, as said last; corrected
last figures are exchanged. Source: registration.md F.3 [K].

>>> [(each.kind, each.value) for each in find_codes("手机幺五五四个零六二七八")]
[('mobile', '15500006278')]
>>> find_codes("身份证三二零五零零 一九八六年三月四号 五二六六")[0].value
'320500198603045266'
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from gaoxing.facts.code_correction import RESTART, TailCorrection, corrected, tail_corrections
from gaoxing.facts.code_words import LAST_IS, PLAIN, Run, figures, read_run
from gaoxing.facts.day import without_glued_years
from gaoxing.standards.expression import expression

__all__ = ["CodeMention", "TailCorrection", "corrected", "find_codes", "find_tail_corrections"]

BEGIN = expression(rf"(?<![A-Za-z@0-9])(?:[{PLAIN}]|[二两三四五六七八2-8]个[{PLAIN}]|双[{PLAIN}])")
WRITTEN_USCC = expression(r"(?<![A-Za-z0-9])(?=[0-9A-Za-z]*[A-Za-z])[0-9A-HJ-NP-RT-UW-Ya-z][0-9A-Za-z]{17}(?![A-Za-z0-9])")
KINDS = (
    ("project_code", expression("项目代码|项目编码|项目编号|备案号|备案代码|备案编号|项目号")),
    ("id_number", expression("身份证|证件号|身份号码|身份证件|身份号")),
    ("uscc", expression("信用代码|统一代码|代码|税号|信用号|执照号|注册号")),
    ("mobile", expression("手机|电话|联系方式|号码|联系我|微信|打给|打我|打这个|打电话|座机|固话|拨")),
)
MOBILE = expression("1[3-9][0-9]{9}")
LANDLINE = expression("(010|02[0-9]|0[3-9][0-9]{2})([2-9][0-9]{6,7})")
PROJECT = expression("[0-9]{4}-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{6}")
SERVICE = expression("[48]00[0-9]{7}")
IDENTITY, CREDIT = expression("[1-9][0-9]{16}[0-9X]"), expression("[1-9A-Y][0-9A-Z]{17}")
COUNTED_BEHIND = expression("[年个月共次直般起条台期](?!月|号)")
"""Behind the twelfth figure of a mobile these make it a number of its own: …五六七八一年能出, …五六七八一共."""
COUNTED = expression(r"[号室幢弄楼栋层平座万亿元年月日个人%％度]")
EXTENSION = expression(rf"转(?:分机)?([{PLAIN}]{{1,5}})")
CONTINUED = expression("[，、…,]*(?:(?:然后|接着|跟着|再|后面|后边|后头|中间|下面|最后(?:四位|几位|是)?|末四位|后四位|尾号)*(?:就)?是?)[，、…,]*")
"""Between two groups of one number: 三二零五八三 后面是 一九九零零一零一."""
PAUSE = expression(
    r"[，、。…,. ]*(?:嗯|呃|我|让我|请|你|您)*(?:稍等|稍候|等一下|等下|等等|等会儿?|等一等|等一会儿?|看一下|看看|看下)(?:一下|片刻|[啊哈哦噢呀])*[，、。…,. ]*"
)
"""«身份证号3205831980，等一下，03182006»: no correction, unless the number begins again behind it."""
ENTERPRISES = expression("9[1-3][0-9]{6}[0-9A-Z]*")
"""How an enterprise's credit code begins, to its letters."""
GROUP = expression(rf"[，、…,. ]+(?P<group>[A-Za-z{PLAIN}]+)")
CROSS = expression("[ 　]*(?P<last>[Xx]|叉(?!车|子|腰|烧))")
OTHER_FIGURES = expression("[最后末尾](?:后)?[一二两三四五六七八0-9]?(?:位|个)|另外|还有一个")
SPARE = expression("备用(?:的|号码?|手机|电话)*(?:是|：)?$")
"""A second number that nobody is to be reached by first."""
SHORTEST, SHORTEST_ASKED = 6, 5


@dataclass(frozen=True)
class CodeMention:
    """A number at `text[start:end]`. `kind`: id_number, uscc, mobile, landline, project_code or digits. `readings` where it can be meant two ways."""

    start: int
    end: int
    kind: str
    value: str
    readings: tuple[str, ...] = ()


def find_codes(text: str) -> tuple[CodeMention, ...]:
    """All numbers of a text, in order; blanks between groups are allowed."""
    text = without_glued_years(text)
    runs = _joined(text, _runs(text))
    mentions = [mention for run in runs for mention in _mentions(text, run)]
    return tuple(each for each in _settled(text, mentions) if not _figure(text, each) and not SPARE.search(text, max(0, each.start - 8), each.start))


def _figure(text: str, mention: CodeMention) -> bool:
    """«47.264287亿元»: digits beside a decimal point or before a unit are a figure, no code."""
    rest = text[mention.end : mention.end + 12].lstrip("0123456789")
    return (len(mention.value) < 11 and rest[:1] in tuple("万亿")) or (
        mention.kind == "digits" and (text[max(0, mention.start - 1) : mention.start] == "." or text[mention.end : mention.end + 1] in tuple(".万亿元块%"))
    )


def find_tail_corrections(text: str) -> tuple[TailCorrection, ...]:
    """Corrections of last figures that follow no number of the same text: they mend a number of an earlier turn (`corrected`)."""
    spans = [(code.start, code.end) for code in find_codes(text)]
    later = [start for start, _ in spans]
    return tuple(
        each
        for each in tail_corrections(text)
        if not any(start <= each.start <= end + 12 for start, end in spans) and (each.sure or not any(each.end <= start <= each.end + 20 for start in later))
    )


def _runs(text: str) -> list[Run]:
    found, place = [], 0
    while begin := BEGIN.search(text, place):
        written = WRITTEN_USCC.match(text, begin.start())
        run = Run(begin.start(), written.end(), written[0].upper(), written[0].upper()) if written else read_run(text, begin.start())
        place = max(run.end if run else 0, begin.start() + 1)
        if run is not None and len(run.value) > 1:
            found.append(_with_last(text, _paused(text, run)))
            place = found[-1].end
    return found


def _with_last(text: str, run: Run) -> Run:
    """…最后一位是叉: the last figure of an identity number said apart."""
    last = (CROSS.match(text, run.end) if len(run.value) == 17 else None) or (LAST_IS.match(text, run.end) if len(run.value) in (17, 18) else None)
    if last is None:
        return run
    figure = figures(last["last"])
    if len(run.value) == 18:
        return replace(run, end=last.end()) if run.value[-1] == figure else run
    return Run(run.start, last.end(), run.value + figure, run.value + figure)


def _paused(text: str, run: Run) -> Run:
    """«九一三二零五八三，MA1，W8R6T2N»: a credit code said in groups, if they come to its eighteen characters."""
    value, end = run.value, run.end
    while ENTERPRISES.fullmatch(value) and len(value) < 18 and (group := GROUP.match(text, end)):
        value, end = value + figures(group["group"]), group.end()
    return Run(run.start, end, value, value) if len(value) == 18 and end > run.end and re.search("[A-Z]", value) else run


def _joined(text: str, runs: list[Run]) -> list[Run]:
    """Groups set apart by a comma, if together they have the length of a number."""
    joined: list[Run] = []
    place = 0
    while place < len(runs):
        follows = bool(joined) and _belong_together(text, joined[-1], runs[place])
        count = 1 if follows else _whole_number(text, runs[place : place + 7])
        run = _together(text, runs[place : place + count])
        joined.append(_together(text, [joined.pop(), run]) if follows else run)
        place += count
    return joined


def _whole_number(text: str, runs: list[Run]) -> int:
    """How many groups, only pauses between, make exactly an identity or a mobile number; 1 where none do."""
    value = runs[0].value
    for count, (before, run) in enumerate(pairwise(runs), start=2):
        value += run.value + ("X" if len(value + run.value) == 17 and CROSS.match(text, run.end) else "")
        if not _goes_on(text, runs[0].value, before.end, run) or len(value) > 18 or MOBILE.fullmatch(before.value):
            return 1
        if MOBILE.fullmatch(value) or _shape(value) == "id_number":
            follows = len(runs) > count and _goes_on(text, runs[0].value, run.end, runs[count])
            return 1 if follows and len(value) == 11 and not MOBILE.fullmatch(runs[count].value) else count
    return 1


def _goes_on(text: str, begun: str, end: int, run: Run) -> bool:
    """Whether only a pause stands before the run: «1380，等一下，0001234» goes on, «1380，等一下，1381…» begins again."""
    if CONTINUED.fullmatch(text, end, run.start):
        return True
    return PAUSE.fullmatch(text, end, run.start) is not None and not run.value.startswith(begun[:3])


def _together(text: str, runs: list[Run]) -> Run:
    if len(runs) == 1:
        return runs[0]
    value = "".join(run.value for run in runs)
    return _with_last(text, Run(runs[0].start, runs[-1].end, value, value))


def _belong_together(text: str, first: Run, second: Run) -> bool:
    """Whether the joined figures may become a number: the words before ask for one, or the length is right already."""
    together = first.value + second.value
    between = text[first.end : second.start]
    if not CONTINUED.fullmatch(between) or len(together) > 18 or MOBILE.fullmatch(first.value):
        return False
    kind = _context(text, first.start, first.start)
    return kind in ("id_number", "uscc", "mobile") or bool(MOBILE.fullmatch(together) or IDENTITY.fullmatch(together))


def _mentions(text: str, run: Run) -> list[CodeMention]:
    value = run.value[-11:] if re.fullmatch("(00)?861[3-9][0-9]{9}", run.value) else run.value
    for first in (18, 11):
        if len(value) == 29 and (one := _shape(value[:first])) and (two := _shape(value[first:])):
            cut = _cut(text, run, first)
            return [CodeMention(run.start, cut, one, value[:first]), CodeMention(cut + (text[cut] in " \u3000"), run.end, two, value[first:])]
    if PROJECT.fullmatch(run.grouped):
        return [CodeMention(run.start, run.end, "project_code", run.grouped)]
    if re.fullmatch(r"(19|20)[0-9]{2}-[01]?[0-9](-[0-3]?[0-9])?", run.grouped):
        return []
    if len(value) == 12 and MOBILE.match(value) and COUNTED_BEHIND.match(text, run.end):
        return [CodeMention(run.start, _cut(text, run, 11), "mobile", value[:11])]
    kind = _kind(text, run, value)
    return [_dialled(text, CodeMention(run.start, run.end, kind, value))] if kind else []


def _cut(text: str, run: Run, count: int) -> int:
    """The place in the text where the first `count` figures of a run end."""
    return next((end for end in range(run.start + 1, run.end) if (part := read_run(text[:end], run.start)) and len(part.value) == count), run.end)


def _kind(text: str, run: Run, value: str) -> str | None:
    shape, context = _shape(value), _context(text, run.start, run.end)
    if len(value) < SHORTEST and not (len(value) >= SHORTEST_ASKED and context):
        return None
    if COUNTED.match(text, run.end) and text[run.end : run.end + 2] not in ("号码", "日常") and len(value) < 11:
        return None
    if context == "project_code":
        return context
    if shape in ("uscc", "landline") or (shape and context in (None, "mobile", "uscc") and not (context == "uscc" and len(value) == 18)):
        return shape
    return context or "digits"


def _shape(value: str) -> str | None:
    if MOBILE.fullmatch(value):
        return "mobile"
    if LANDLINE.fullmatch(value) or SERVICE.fullmatch(value):
        return "landline"
    if IDENTITY.fullmatch(value) and value[6:8] in ("19", "20") and not re.search("[A-WYZ]", value):
        return "id_number"
    return "uscc" if CREDIT.fullmatch(value) and re.search("[A-Z]", value[:17]) else None


def _context(text: str, start: int, end: int) -> str | None:
    """The kind that the nearest words ask for: first before the number, then right behind it."""
    before = text[max(0, start - 14) : start]
    clause = re.split("[。；！？]", before)[-1]
    places = [(match.end(), kind) for kind, pattern in KINDS for match in pattern.finditer(clause)]
    if places:
        kind = max(places, key=lambda place: place[0])[1]
        return "id_number" if kind == "mobile" and re.search("(身份证|证件|身份)(的)?(号码|号)[^，]{0,3}$", clause) else kind
    behind = re.match(r"[，]?(?:这个|这)?(?:就)?是(?:我的?|他的?|她的?|本人)?(?:的)?(手机|电话|身份证|联系)", text[end : end + 12])
    return None if behind is None else "id_number" if behind[1] == "身份证" else "mobile"


def _dialled(text: str, mention: CodeMention) -> CodeMention:
    """A fixed line with its area code set apart (0512-57300000) and its extension; a project code with its dashes; a short fixed line as it is."""
    value = mention.value
    if mention.kind == "project_code" and re.fullmatch("[0-9]{20}", value):
        return replace(mention, value="-".join((value[:4], value[4:10], value[10:12], value[12:14], value[14:])))
    if mention.kind == "mobile" and len(value) in (7, 8) and value[0] in "2345678":
        return replace(mention, kind="landline")
    area = LANDLINE.fullmatch(value)
    if mention.kind not in ("landline", "mobile") or area is None:
        return mention
    extension = EXTENSION.match(text, mention.end)
    tail = f"-{figures(extension[1])}" if extension else ""
    return replace(mention, kind="landline", value=f"{area[1]}-{area[2]}{tail}", end=extension.end() if extension else mention.end)


def _settled(text: str, mentions: list[CodeMention]) -> list[CodeMention]:
    """Numbers begun again count once; corrected last figures are exchanged."""
    settled: list[CodeMention] = []
    for mention in mentions:
        between = text[settled[-1].end : mention.start] if settled else ""
        if between.strip("，") in ("不是", "而不是") and (between != "不是" or text[mention.start].isascii()):
            continue
        if settled and _restarts(text, settled[-1], mention):
            settled[-1] = replace(mention, kind=settled[-1].kind if mention.kind == "digits" else mention.kind)
        else:
            settled.append(mention)
    corrections = tail_corrections(text)
    return [_mended(mention, corrections, settled[number + 1].start if number + 1 < len(settled) else len(text)) for number, mention in enumerate(settled)]


def _restarts(text: str, first: CodeMention, second: CodeMention) -> bool:
    """刚才念太快了我重新来: few words between, one of them a word of correction, none of them asking for another kind of number."""
    between = text[first.end : second.start]
    if text[max(0, first.start - 3) : first.start].endswith(("不是", "不要")) and between.strip("，") in ("是", "而是", "应该是"):
        return True
    mending = between == "不是" or RESTART.search(between)
    if len(between) > 24 or not mending or OTHER_FIGURES.search(between):
        return False
    asked = next((kind for kind, pattern in KINDS if pattern.search(between)), None)
    same = asked is None or asked == first.kind or (asked == "mobile" and "号码" in between and not re.search("手机|电话", between))
    return same and (first.kind == second.kind or "digits" in (first.kind, second.kind) or _shape(first.value) is None)


def _mended(mention: CodeMention, corrections: tuple[TailCorrection, ...], until: int) -> CodeMention:
    for each in corrections:
        if not mention.end <= each.start <= mention.end + 12 or each.start >= until:
            continue
        value = corrected(mention.value, each)
        if value is None or (value != mention.value and not each.sure):
            choices = (mention.value,) if value is None else (mention.value, value)
            mention = replace(mention, end=each.end, readings=choices)
        else:
            mention = replace(mention, end=each.end, value=value)
    return mention
