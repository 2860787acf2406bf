"""The words in which figures of a code are said (号码的念法): 幺, 洞, 四个零, 双九, 叉, 横杠, a birthday inside an identity number.

Source: registration.md F.3 [K].

>>> run = read_run("三二零五零零一九八六年三月四号五二六六", 0)
>>> run.value, run.end
('320500198603045266', 19)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gaoxing.standards.expression import expression

FIGURES = {character: str(value) for value, character in enumerate("零一二三四五六七八九")}
FIGURES |= {"〇": "0", "幺": "1", "洞": "0", "圈": "0", "拐": "7", "两": "2", "另": "0"}
FIGURES |= {character: character for character in "0123456789"}
PLAIN = "0-9零〇一二三四五六七八九幺"
UNIT_NEXT = "(?![十百千万亿])"
NOT_A_ZERO = "(?!零[件售配食头部钱星工基])"
_MONTH = "(?P<month>1[0-2]|0?[1-9]|十[一二]?|零?[一二三四五六七八九])月(?:份)?"
_DAY = "(?P<day>3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|零?[一二三四五六七八九])[号日]"
BIRTHDAY = expression(f"年{_MONTH}{_DAY}")
BORN = expression(
    f"(?:[，、 ]|然后|后面|接着|就?是|(?:出生)?(?:日期|年月日?)|出生|生日|生于)*(?=(?:19|20|一九|幺九|二零|二〇|两零)[{PLAIN}]{{2}}年{_MONTH}{_DAY})"
)
"""Between the region of an identity number and the birthday said as a date."""
BORN_SHORT = expression(
    f"(?:[，、 ]|然后|后面|接着|就?是|出生|生日)*(?=[4-901四五六七八九零一][{PLAIN}]年{_MONTH}{_DAY}(?:[，、 ]|然后|后面|最后|接着|是)*[{PLAIN}]{{3}})"
)
"""The same with a year of two figures, the last figures behind it; only where an identity number is asked for."""
IDENTITY_SAID = expression("(?:身份证|证件)[^，。；]{0,8}$")
PAST_END = expression("[A-Za-z](?![A-Za-z恤歌股超盘光型级座栋幢区楼站店照])")
"""A letter behind the eighteenth figure that begins no word."""
TOKEN = expression(
    rf"(?P<times>[二两三四五六七八2-8])个{NOT_A_ZERO}(?P<repeated>[{PLAIN}]){UNIT_NEXT}|双(?P<double>[{PLAIN}])|"
    rf"(?P<cross>(?:大写|小写|字母|小|大)?(?:叉(?!车|子|腰|烧)|[艾埃爱]克斯))|"
    rf"(?P<dash>\s*(?:[-—–]|横杠|横线|中杠|杠(?!杆))\s*)|"
    rf"{NOT_A_ZERO}(?P<figure>[{PLAIN}]){UNIT_NEXT}|(?P<rare>[洞拐圈两另])(?=[{PLAIN}洞拐])|(?P<letter>[A-Za-z])|"
    rf"(?P<blank>[ \u3000]+)|(?P<rest>[·.](?=[{PLAIN}]{{3}}))"
)
LAST_IS = expression(
    rf"[，、。…\s]*(?:最后|末尾|末)(?:那)?(?:面)?(?:还有)?(?:是)?(?:一?位|一个|位)?(?:数|字母|数字)?(?:是|为)?(?:一?个)?(?:字母|大写|大写的)?(?P<last>[Xx]|叉(?!车)|[艾埃爱]克斯|[{PLAIN}](?![位个{PLAIN}十百千万]))"
)


@dataclass(frozen=True)
class Run:
    """Figures said in a row: `value` without blanks and dashes, `grouped` with its dashes, `text[start:end]`."""

    start: int
    end: int
    value: str
    grouped: str


REPEATED = expression(f"(?P<times>[二两三四五六七八2-8])个(?P<one>[{PLAIN}])|双(?P<two>[{PLAIN}])")


def figures(words: str) -> str:
    """Digit words, one by one, to figures: 六四二幺 → 6421; 四个零 → 0000; 叉 → X."""
    words = REPEATED.sub(_repeated, re.sub("叉|[艾埃爱]克斯", "X", words))
    return "".join(FIGURES.get(character, character.upper()) for character in words if character in FIGURES or (character.isascii() and character.isalpha()))


def _repeated(match: re.Match[str]) -> str:
    return FIGURES[match["two"]] * 2 if match["two"] else FIGURES[match["one"]] * int(FIGURES[match["times"]])


def read_run(text: str, at: int) -> Run | None:
    """The longest run of figures that begins at `at`; None where no figure stands there."""
    value, grouped, place = "", "", at
    while True:
        if len(value) in (8, 10) and (birthday := BIRTHDAY.match(text, place)) and _year_ends(value):
            value = _with_birthday(value, birthday)
            grouped, place = value, birthday.end()
            continue
        if len(value) == 6 and (pause := _born(text, at, place)):
            place = pause.end()
        token = TOKEN.match(text, place)
        piece = _piece(token, value) if token else None
        if token is None or piece is None:
            break
        value, grouped, place = value + piece.replace("-", ""), grouped + piece, token.end()
    end = at + len(text[at:place].rstrip(" \u3000-—–"))
    return Run(at, end, value, grouped.rstrip("-")) if value else None


def _born(text: str, at: int, place: int) -> re.Match[str] | None:
    """The pause before a birthday: «三二零五八三，一九九零年三月七号», «身份证三二零五八三，九零年三月七号，零零一二»."""
    short = IDENTITY_SAID.search(text, max(0, at - 14), at) is not None
    return BORN.match(text, place) or (BORN_SHORT.match(text, place) if short else None)


def _piece(token: re.Match[str], value: str) -> str | None:
    """What a token adds to the run; None where it ends it. Letters come after eight figures (91320500MA…), 叉 near the end."""
    kind = token.lastgroup
    if kind == "repeated":
        return FIGURES[token["repeated"]] * int(FIGURES[token["times"]])
    if kind == "double":
        return FIGURES[token["double"]] * 2
    if kind in ("figure", "rare"):
        return FIGURES[token[kind]] if kind == "figure" or value else None
    if kind == "cross":
        return "X" if len(value) >= 14 else None
    if kind == "letter":
        return token["letter"].upper() if 8 <= len(value) < 18 or _past_end(token, value) else None
    if kind == "dash":
        return "-" if value else None
    return "" if value else None


def _past_end(token: re.Match[str], value: str) -> bool:
    """A credit code said too long stays as said: its nineteenth character may be a letter."""
    return 18 <= len(value) < 20 and not value.isdecimal() and value[17] != "X" and PAST_END.match(token.string, token.start()) is not None


def _year_ends(value: str) -> bool:
    return len(value) == 8 or value[6:8] in ("19", "20")


def _with_birthday(value: str, birthday: re.Match[str]) -> str:
    """Region and year, then month and day with their zeros; a short year (八六年) is one of a living person."""
    year = value[6:] if len(value) == 10 else ("20" if value[6:] < "30" else "19") + value[6:]
    return f"{value[:6]}{year}{_two(birthday['month'])}{_two(birthday['day'])}"


def _two(words: str) -> str:
    if words.isdigit() and words.isascii():
        return words.zfill(2)
    tens, ten, ones = words.rpartition("十")
    high = FIGURES[tens] if tens else "1" if ten else "0"
    return high + (FIGURES[ones[-1]] if ones else "0")
