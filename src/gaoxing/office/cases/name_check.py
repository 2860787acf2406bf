"""The names on a form, judged as they are said (名称预查): which blank holds one, what the register says of it, and how far it was searched.

Applicant and examiner are told the same: both call `gaoxing.office.names.judging.judgement`. An answer is kept in memory for a minute, so that the next
keystroke asks nothing again.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.core.cache import caches
from django.db import DatabaseError

from gaoxing.forms import Form
from gaoxing.forms.parties import parties
from gaoxing.names.composition import split
from gaoxing.names.judgement import Judgement, Verdict
from gaoxing.names.name import Name
from gaoxing.names.organisation import Holder, holder
from gaoxing.names.places import division_of
from gaoxing.names.suggestions import suggest
from gaoxing.names.verdict import judge
from gaoxing.office.names.judging import judgement
from gaoxing.office.names.queries import loaded
from gaoxing.office.zone.queries import profile

_LOG = logging.getLogger(__name__)

CACHE = "names"


class Coverage(StrEnum):
    """How far the register was searched (查重范围)."""

    SEARCHED = "searched"
    HALF_SAID = "half_said"
    """字号 or form is still lacking: the name is not searched for at each syllable."""
    OWN_UNKNOWN = "own_unknown"
    """A change, and the enterprise's present name, which must be left out, was not said."""
    OTHER_POOL = "other_pool"
    """The name is headed by a place whose register lies elsewhere."""
    NOT_LOADED = "not_loaded"
    OUTAGE = "outage"


@dataclass(frozen=True)
class AskedName:
    """A name on the form: the path of its blank, its words, the enterprise's present names, and whether a sole trader will bear it."""

    path: str
    text: str
    own: tuple[str, ...] = ()
    sole_trader: bool = False
    changing: bool = False


@dataclass(frozen=True)
class CheckedName:
    """A name with its judgement; unless `coverage` is SEARCHED, that is of its composition and content alone."""

    path: str
    judgement: Judgement
    coverage: Coverage


def checked_names(form: Form | None, on: date, *, held: bool = False) -> tuple[CheckedName, ...]:
    """Every name that the form asks the register for, judged on that day. Never raises for a bad name or an index that is out of order.

    `held` says that the name is held for this very form: then the hold does not stand in its way.
    """
    asked = asked_names(form) if form else ()
    return tuple(_checked(replace(each, own=(*each.own, each.text)) if held else each, on) for each in asked)


def asked_names(form: Form) -> tuple[AskedName, ...]:
    """The names that a company or a sole trader asks for, and those a change brings; none in other matters."""
    if form.matter in {"company_registration", "sole_trader_registration"}:
        text = _text(form.value("name"))
        return (AskedName("name", text, sole_trader=form.matter == "sole_trader_registration"),) if text else ()
    if form.matter != "registration_change":
        return ()
    present = _text(form.value("enterprise"))
    found = []
    for row in parties(form, "changes"):
        text = _text(row.answers.get("to"))
        if row.answers.get("item") == "name" and text:
            own = tuple(dict.fromkeys(each for each in (present, _text(row.answers.get("from"))) if each))
            found.append(AskedName(row.at("to"), text, own, any(_shop(each) for each in own), changing=True))
    return tuple(found)


def _checked(asked: AskedName, on: date) -> CheckedName:
    name = split(asked.text)
    try:
        coverage = _coverage(asked, name)
        judged = _searched(asked, name, on) if coverage is Coverage.SEARCHED else None
    except DatabaseError:
        _LOG.error("the index of names did not answer", exc_info=True)
        coverage, judged = Coverage.OUTAGE, None
    return CheckedName(asked.path, judged or _alone(asked, name, on, coverage), coverage)


def _alone(asked: AskedName, name: Name, on: date, coverage: Coverage) -> Judgement:
    """The name without its neighbours. Suggestions too are not searched for then, which the page says beside them."""
    judged = judge(name, (), on, sole_trader=asked.sole_trader)
    if judged.verdict is Verdict.FREE or coverage not in {Coverage.NOT_LOADED, Coverage.OUTAGE}:
        return judged
    return replace(judged, suggestions=suggest(name, lambda _: (), on, sole_trader=asked.sole_trader))


def _coverage(asked: AskedName, name: Name) -> Coverage:
    place = division_of(name.region)
    if not (name.form and name.trade_name) and not name.branch:
        return Coverage.HALF_SAID
    if asked.changing and not asked.own:
        return Coverage.OWN_UNKNOWN
    if place is not None and place.code and place.prefecture not in _pools():
        return Coverage.OTHER_POOL
    return Coverage.SEARCHED if loaded(_prefecture()) else Coverage.NOT_LOADED


def _searched(asked: AskedName, name: Name, on: date) -> Judgement:
    """What the register says, asked once a minute; an outage is never kept."""
    kept, key = caches[CACHE], _key(asked, name, on)
    known: Judgement | None = kept.get(key)
    if known is None:
        known = judgement(asked.text, _prefecture(), on, sole_trader=asked.sole_trader, own=asked.own)
        kept.set(key, known)
    return known


def _prefecture() -> int:
    """The zone's prefecture, all of which is one pool: 《企业名称登记管理规定》第十七条."""
    return int(profile().prefecture)


def _pools() -> tuple[str, str]:
    """A name headed by the prefecture's places or by its province is searched for here."""
    prefecture = profile().prefecture
    return prefecture, prefecture[:2]


def _key(asked: AskedName, name: Name, on: date) -> str:
    """A digest: the keys of the cache tell nobody's name."""
    return hashlib.sha256(repr((name.text, asked.own, asked.sole_trader, on)).encode(errors="surrogatepass")).hexdigest()


def _shop(name: str) -> bool:
    return holder(split(name).form) is Holder.SHOP


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
