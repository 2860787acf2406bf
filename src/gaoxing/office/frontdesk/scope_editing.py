"""The business scope set right by hand (改经营范围): what stands on the form, what a search offers, and what each press makes of the list.

The first item is the main business. Each press is one correction like any other, so it can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from gaoxing.facts.scope_advice import Advice, beside, disagreement, recommend
from gaoxing.facts.scope_search import LONGEST, nearest, search
from gaoxing.forms import Kind
from gaoxing.office.frontdesk.corrections import Place, current
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import business_scope
from gaoxing.standards.business_scope import Item
from gaoxing.standards.licences import Licence, licences_of

MOST_ITEMS = 200
"""Items of one scope; the catalogue has hundreds, nobody carries on so many."""
MOST_FOUND = 20
_BESIDE = 6
WHOLE = "business_scope"


@dataclass(frozen=True)
class ShownItem:
    """An item as the page shows it: `status` is 一般 or 许可, `note` why it stands here; `taken` where it is on the form already."""

    name: str
    status: str
    approval: str
    permit: str
    code: str
    licences: tuple[Licence, ...]
    doubtful: bool
    note: str = ""
    taken: bool = False
    ended: bool = False
    known: bool = True
    instead: tuple[str, ...] = ()

    @property
    def before(self) -> bool:
        """Whether it must be approved before it is registered."""
        return self.approval == business_scope.BEFORE

    @property
    def after(self) -> bool:
        """Whether a permit must be had after registration."""
        return self.approval == business_scope.AFTER

    @property
    def licensed(self) -> bool:
        """Whether a permit must be had at all."""
        return self.before or self.after


@dataclass(frozen=True)
class ScopeSearch:
    """What a search gave: the words, the items, the questions that decide between them, and whether they are only offers (`offers`) or near ones."""

    words: str
    found: tuple[ShownItem, ...]
    questions: tuple[str, ...] = ()
    near: bool = False

    @property
    def offers(self) -> bool:
        """Whether nothing was searched and the items are those usually registered beside the ones on the form."""
        return not self.words


@dataclass(frozen=True)
class ScopeEditor:
    """The list as it stands, what was searched for, whether its order tells the main business (`whole`), and where the name disagrees a hint."""

    chosen: tuple[ShownItem, ...]
    search: ScopeSearch
    whole: bool
    hint: str = ""


def edits_scope(at: Place) -> bool:
    """Whether the blank is a list of scope items."""
    return at.field.kind is Kind.SCOPE


def scope_editor(at: Place, words: str, on: date) -> ScopeEditor:
    """The editor of a scope blank as it is shown on that day, with what these words find."""
    names, whole = scope_of(at), at.path == WHOLE
    known = [each for name in names if (each := business_scope.resolve(name, on)) is not None]
    hint = disagreement(known, _name(at), on) if whole else ""
    return ScopeEditor(tuple(_chosen(name, on) for name in names), scope_search(at, words, on), whole, hint)


def scope_search(at: Place, words: str, on: date) -> ScopeSearch:
    """What the words find; without words, what is usually registered beside the items on the form."""
    words, taken = words.strip()[:LONGEST], set(scope_of(at))
    if not words:
        offers = beside(scope_of(at), on) if at.path == WHOLE else ()
        return ScopeSearch("", tuple(_shown(each.item, note=each.reason) for each in offers[:_BESIDE]))
    advice = recommend(words, _name(at) if at.path == WHOLE else "", on)
    found = tuple(replace(each, taken=each.name in taken) for each in _merged(advice, words, on))
    return ScopeSearch(words, found[:MOST_FOUND], tuple(each.text for each in advice.questions), bool(found) and all(hit.near for hit in search(words, on)))


def scope_of(at: Place) -> tuple[str, ...]:
    """The items as they stand on the form."""
    value = current(at)
    return tuple(value) if isinstance(value, list | tuple) else ()


def pressed(names: tuple[str, ...], act: str, name: str, on: date) -> tuple[str, ...]:
    """The list after one press: `add`, `remove`, `first`, `up`, `down`, or `add` in the place of another (`instead`, «old→new»).

    Raises NotAllowed for an item that is not offered on the day, and past 200 items.
    """
    if act == "instead":
        old, _arrow, new = name.partition("→")
        return tuple(dict.fromkeys(_offered(new, on) if each == old else each for each in names))
    if act == "add":
        if len(names) >= MOST_ITEMS and name not in names:
            raise NotAllowed(_("经营范围最多写 200 项，已经满了。请先去掉用不着的，再加。"))
        return names if name in names else (*names, _offered(name, on))
    if name not in names:
        return names
    at = names.index(name)
    rest = names[:at] + names[at + 1 :]
    to = {"first": 0, "up": max(0, at - 1), "down": at + 1}.get(act)
    return rest if to is None else (*rest[:to], name, *rest[to:])


def told(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """What a press made of the list, for those who hear the page and do not see it."""
    new, gone = [each for each in after if each not in before], [each for each in before if each not in after]
    if before == after:
        return _("没有变，这一项已经在表上。")
    if new:
        return _("已加上“{}”，现在 {} 项。").format(new[0], len(after))
    return _("已去掉“{}”，现在 {} 项。").format(gone[0], len(after)) if gone else _("顺序改好了，第一项是“{}”。").format(after[0])


def _offered(name: str, on: date) -> str:
    """The wording where the catalogue offers it on the day. Raises NotAllowed otherwise."""
    if name not in {each.name for each in business_scope.items(on)}:
        raise NotAllowed(_("目录里没有这一项，没有加上。请从查到的项目里选一项。"))
    return name


def _merged(advice: Advice, words: str, on: date) -> Iterator[ShownItem]:
    """What the words say, then what a search finds, then what goes with it; each once."""
    asked = (business_scope.item(name, on) for each in advice.questions for name in each.items)
    said = [(each.item, each.reason) for each in advice.items if each.said]
    offers = [(each.item, each.reason) for each in advice.items if not each.said] if said else []
    hits = [(each.item, each.reason) for each in search(words, on, most=MOST_FOUND)]
    first: dict[str, ShownItem] = {}
    for item, note in (*said, *((each, _("按上面的问题选")) for each in asked), *hits, *offers):
        first.setdefault(item.name, _shown(item, note=note))
    yield from first.values()


def _chosen(name: str, on: date) -> ShownItem:
    item = business_scope.resolve(name, on)
    if item is None:
        return ShownItem(name, "", "", "", "", (), doubtful=False, taken=True, known=False, instead=nearest(name, on))
    gone = business_scope.ended(item.name, on)
    return replace(_shown(item), name=name, taken=True, ended=gone is not None, instead=_successors(gone, on))


def _successors(gone: Item | None, on: date) -> tuple[str, ...]:
    offered = {each.name for each in business_scope.items(on)}
    return tuple(each for each in (gone.successors if gone else ()) if each in offered)


def _shown(item: Item, note: str = "") -> ShownItem:
    status = _("许可") if item.licensed else _("一般")
    return ShownItem(item.name, status, item.approval, item.permit, item.code, licences_of(item), item.doubtful, note)


def _name(at: Place) -> str:
    return str(at.form.value("name") or "")
