"""The plan of a request as a page edits it (分解): rows for its parts, as they stand or were typed; a row is added, dropped, split or joined with others.

Nothing is stored here: a page posts all its rows and what to do with them, and gets them back, until the steward confirms them (`actions.plan`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from gaoxing.office.aftercare.actions import MOST_PROBLEMS, MOST_WORDS, Plan
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.masking import mask_contacts
from gaoxing.office.refusal import NotAllowed

ADD, SPLIT, JOIN, DROP, SAVE = "add", "split", "join", "drop", "save"
"""What a page asks for; `split` and `drop` name the row behind a colon."""

_POINTS = "。；;！!？?\n"
_COMMAS = "，,、"
_NUMBER = 18
_MASK = "***"


@dataclass(frozen=True)
class Line:
    """A row of the plan: the part's number (0: a new one) and what is planned of it; `fixed`: it has an outcome, so that its words stay."""

    number: int
    category: str
    words: str
    grade: str = ""
    lead: int = 0
    co_units: tuple[int, ...] = ()
    fixed: bool = False
    ticked: bool = False

    @property
    def plan(self) -> Plan:
        """What is stored of it."""
        return Plan(self.number, self.category, self.words, self.grade, self.lead, self.co_units)


def lines_of(request: Request) -> tuple[Line, ...]:
    """The parts as they stand."""
    return tuple(_line(each) for each in request.parts.prefetch_related("co_units"))


def typed(request: Request, post: QueryDict) -> tuple[Line, ...]:
    """The rows as a page posted them: `row` names each row's place, the other fields end in it. Raises NotAllowed for more rows than a request may have."""
    places = [each for each in post.getlist("row") if _digits(each)]
    if len(places) > MOST_PROBLEMS:
        raise NotAllowed(_("一次最多分出 %(most)s 件事，这里有 %(count)s 件。请分几次提。") % {"most": MOST_PROBLEMS, "count": len(places)})
    before = {each.number: each for each in lines_of(request)}
    return tuple(_typed(post, place, before) for place in places)


def changed(lines: Sequence[Line], do: str) -> tuple[Line, ...]:
    """The rows after a row was added, dropped or split, or the ticked ones put together. Raises NotAllowed where that cannot be done."""
    act, _colon, place = do.partition(":")
    if act == ADD:
        return (*lines, Line(0, "other", ""))
    if act == JOIN:
        return _joined(lines)
    chosen = int(place) if _digits(place) else -1
    if chosen not in range(len(lines)) or act not in (SPLIT, DROP):
        raise NotAllowed(_("这次操作不完整，没有办。请刷新页面再试。"))
    if lines[chosen].fixed:
        raise NotAllowed(_("这一件已经有答复，不能去掉，也不能拆开；可以换主办单位重办，或者另加一件。"))
    put = _halves(lines[chosen]) if act == SPLIT else ()
    return (*lines[:chosen], *put, *lines[chosen + 1 :])


def require_whole(request: Request, lines: Sequence[Line]) -> None:
    """Raise NotAllowed where a changed row holds a number as the page masked it, which would be stored so; or where there is no row."""
    if not lines:
        raise NotAllowed(_("至少要分出一件事。"))
    known = {each.words for each in lines_of(request)}
    masked = [place for place, each in enumerate(lines, 1) if _MASK in each.words and each.words not in known]
    if masked:
        raise NotAllowed(_("第 %(place)s 行里有打了码的号码（****）。请去掉，或者写完整，不然存下的就是星号。") % {"place": masked[0]})


def _joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The ticked rows as one, in the place of the first; it keeps what that one had, and helps itself to the others' words and units."""
    ticked = [each for each in lines if each.ticked]
    if len(ticked) < 2:
        raise NotAllowed(_("请先在要合成一件的前面打勾，至少两件。"))
    if any(each.fixed for each in ticked):
        raise NotAllowed(_("已经有答复的不能和别的合成一件。"))
    first = ticked[0]
    words = "；".join(dict.fromkeys(each.words.strip().strip("；。") for each in ticked if each.words.strip()))
    helping = dict.fromkeys(unit for each in ticked for unit in (*each.co_units, *([each.lead] if each is not first else [])) if unit and unit != first.lead)
    whole = replace(first, words=words[:MOST_WORDS], lead=first.lead or next(iter(helping), 0), co_units=tuple(helping), ticked=False)
    return tuple(whole if each is first else each for each in lines if each is first or not each.ticked)


def _halves(line: Line) -> tuple[Line, Line]:
    """A row as two: its words are cut at the point, else the comma, that is nearest their middle."""
    words, middle = line.words.strip(), len(line.words.strip()) / 2
    places = [place + 1 for points in (_POINTS, _COMMAS) for place, each in enumerate(words[:-1]) if each in points]
    strong = [place for place in places if words[place - 1] in _POINTS]
    cut = min(strong or places, key=lambda place: abs(place - middle), default=len(words))
    former, latter = words[:cut].strip(_POINTS + _COMMAS), words[cut:].strip(_POINTS + _COMMAS)
    return replace(line, words=former), replace(line, number=0, words=latter, fixed=False)


def _line(part: Part) -> Line:
    words, fixed = str(content_of(part).get("words", "")), part.state != Part.State.PLANNED
    helping = tuple(each.unit_id for each in part.co_units.all())
    return Line(part.number, part.category, words, part.grade, part.lead_id or 0, helping, fixed)


def _typed(post: QueryDict, place: str, before: dict[int, Line]) -> Line:
    number = _int(post.get(f"number-{place}", ""))
    known = before.get(number)
    fixed = known is not None and known.fixed
    said = post.get(f"words-{place}", "").replace("\r\n", "\n")
    words = known.words if known is not None and (fixed or said == mask_contacts(known.words)) else said
    category, grade = (post.get(f"{name}-{place}", "")[:32] for name in ("category", "grade"))
    helping = tuple(dict.fromkeys(unit for each in post.getlist(f"co-{place}") if (unit := _int(each))))
    return Line(number, category, words[: MOST_WORDS + 1], grade, _int(post.get(f"lead-{place}", "")), helping, fixed, bool(post.get(f"tick-{place}")))


def _int(text: str) -> int:
    return int(text) if _digits(text) else 0


def _digits(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _NUMBER
