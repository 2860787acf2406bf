"""What the pages of keeping show (草稿保存): this browser's drafts, the twin of the draft in hand, and what stays when one leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.utils import formats
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gaoxing.catalogue import matter as matter_of
from gaoxing.engines.fault import Fault
from gaoxing.forms import Form
from gaoxing.forms.missing import missing
from gaoxing.office.cases import queries
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.resumption import holds
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk import visitor
from gaoxing.office.frontdesk.masking import mask_numbers
from gaoxing.office.frontdesk.wording import spoken

SEARCHED_FROM = 9
"""So many drafts have a search box."""

_FIRST_WORDS = 18
_SURE_OF_CODE = 16


@dataclass(frozen=True)
class Draft:
    """One draft as listed: what this browser calls it, what it is about, how far it is, when it was changed, until when it is kept and how it opens.

    `broken` where it does not open: then it can only be deleted.
    """

    key: str
    title: str
    matter: str
    filled: int
    left: int
    changed: str
    until: datetime
    code_until: datetime | None
    in_hand: bool
    fetched: bool
    broken: bool = False


@dataclass(frozen=True)
class Twin:
    """Another draft of the same subject and matter: what this browser calls it, what it is about, how far it is; `former` where it was begun first."""

    key: str
    title: str
    matter: str
    filled: int
    changed: datetime
    former: bool


@dataclass(frozen=True)
class Leaving:
    """What becomes of this browser's drafts when its traces are cleared: how many stay behind a code, how many came by one, how many are deleted."""

    coded: int = 0
    fetched: int = 0
    lost: int = 0

    @property
    def kept(self) -> int:
        """How many stay in the office."""
        return self.coded + self.fetched


def listed(request: HttpRequest, *, now: datetime, search: str = "") -> tuple[Draft, ...]:
    """The drafts of this browser, the one changed last first; `search` keeps those whose title or matter holds it."""
    every = (one(request, case, now) for case in queries.drafts(visitor.references(request)))
    wanted = "".join(search.split()).casefold()
    return tuple(each for each in every if wanted in "".join(f"{each.title}{each.matter}".split()).casefold())


def twin(request: HttpRequest) -> Twin | None:
    """Another live draft of this browser about the same subject and matter as the draft in hand; None where there is none."""
    references = visitor.references(request)
    case = queries.draft(visitor.in_hand(request)) if len(references) > 1 else None
    try:
        other = queries.twin(case, references) if case else None
        if case is None or other is None:
            return None
        words, form = queries.words_of(other), queries.form_of(other)
    except Fault:
        return None
    filled = len(form.answers) if form else 0
    return Twin(visitor.key(other.reference), _title(words, form), _matter(other), filled, other.changed, former=other.created < case.created)


def leaving(request: HttpRequest, *, now: datetime) -> Leaving:
    """What stays and what goes when this browser's traces are cleared."""
    own = queries.drafts(visitor.own(request))
    coded = sum(holds(each, now=now) for each in own)
    fetched = len(queries.drafts(set(visitor.references(request)) - set(visitor.own(request))))
    return Leaving(coded, fetched, len(own) - coded)


def mark_of(case: Case) -> str:
    """What a page remembers of the code that stood when it was made, so that a page sent twice makes one code; empty where there was none."""
    return (case.resume or "")[:_SURE_OF_CODE]


def when(moment: datetime, *, now: datetime) -> str:
    """A moment in words, in Asia/Shanghai.

    >>> from zoneinfo import ZoneInfo
    >>> shanghai = ZoneInfo("Asia/Shanghai")
    >>> when(datetime(2026, 11, 24, 9, 5, tzinfo=shanghai), now=datetime(2026, 11, 24, 10, 30, tzinfo=shanghai))
    '今天 09:05'
    """
    then, today = localtime(moment), localtime(now).date()
    clock = f"{then:%H:%M}"
    days = (today - then.date()).days
    if days == 0:
        return _("今天 %(clock)s") % {"clock": clock}
    if days == 1:
        return _("昨天 %(clock)s") % {"clock": clock}
    return f"{formats.date_format(then, 'Y-m-d')} {clock}"


def one(request: HttpRequest, case: Case, now: datetime) -> Draft:
    """One draft as it is listed."""
    broken = False
    try:
        words, form = queries.words_of(case), queries.form_of(case)
    except Fault:
        words, form, broken = Words(), None, True
    return Draft(
        key=visitor.key(case.reference),
        title=_("（这份打不开）") if broken else _title(words, form),
        matter=_matter(case),
        filled=len(form.answers) if form else 0,
        left=len(missing(form, matter_of(form.matter).fields)) if form else 0,
        changed=when(case.changed, now=now),
        until=queries.kept_until(case),
        code_until=case.resume_until if holds(case, now=now) else None,
        in_hand=case.reference == visitor.reference(request),
        fetched=case.reference not in visitor.own(request),
        broken=broken,
    )


def _matter(case: Case) -> str:
    return spoken(matter_of(case.matter)).name if case.matter else _("还没定事项")


def _title(words: Words, form: Form | None) -> str:
    """The name of the enterprise, else the first words, numbers masked and of names only the first character."""
    name = form.value("name") if form else None
    if name:
        return str(name)
    said = " ".join(next((entry.said for entry in words.entries if entry.said.strip()), "").split())
    if not said:
        return _("（还没有说）")
    shown = _without_names(mask_numbers(said), form)
    return shown if len(shown) <= _FIRST_WORDS else f"{shown[:_FIRST_WORDS]}…"


def _without_names(text: str, form: Form | None) -> str:
    for name in _names(form):
        text = text.replace(name, name[0] + "*" * (len(name) - 1))
    return text


def _names(form: Form | None) -> Iterable[str]:
    return [str(answer.value) for path, answer in form.answers.items() if path.endswith(".name") and answer.value] if form else []
