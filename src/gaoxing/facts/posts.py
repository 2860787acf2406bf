"""Posts and who holds them (职务与任职者), as a walk over the talk writes them: given, taken away, handed over, swapped, copied.

>>> state = Appointments()
>>> assign(state, ("supervisor",), [Holder(0, ())], replaced=False)
>>> strike(state, ("supervisor",), 0)
>>> state.roles_of(0)
()
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gaoxing.facts.mentions import Spot


@dataclass(frozen=True)
class Holder:
    """One appointment: who, and the words (post and person) it was read from."""

    who: int
    spots: tuple[Spot, ...]


@dataclass
class Appointments:
    """Every post and its holders so far; `absent` are posts said not to be filled (不设监事)."""

    holders: dict[str, list[Holder]] = field(default_factory=dict)
    absent: dict[str, Spot] = field(default_factory=dict)
    last: tuple[str, ...] = ()
    struck: bool = False
    """One of several holders was just taken out: who comes next joins the others."""
    vacant: tuple[str, ...] = ()
    """Posts given up in this turn and not filled again yet."""
    like: dict[str, str] = field(default_factory=dict)

    def roles_of(self, who: int) -> tuple[str, ...]:
        """The posts of one member, in the order in which they were first named."""
        return tuple(role for role in self._resolved() if any(holder.who == who for holder in self._resolved()[role]))

    def spots_of(self, who: int) -> tuple[Spot, ...]:
        """All words that gave this member a post."""
        return tuple(spot for holders in self._resolved().values() for holder in holders if holder.who == who for spot in holder.spots)

    def _resolved(self) -> dict[str, list[Holder]]:
        """«法定代表人由总经理担任»: one post takes the holders of another."""
        borrowed = {role: self.holders.get(other, []) for role, other in self.like.items()}
        return {**self.holders, **borrowed}


def assign(state: Appointments, roles: Sequence[str], fresh: Sequence[Holder], *, replaced: bool) -> None:
    """Give posts to holders, beside those who hold them or in their place."""
    for role in roles:
        state.absent.pop(role, None)
        state.like.pop(role, None)
        kept = [] if replaced else [holder for holder in state.holders.get(role, []) if all(holder.who != each.who for each in fresh)]
        state.holders[role] = [*kept, *fresh]


def remove(state: Appointments, roles: Sequence[str], spot: Spot) -> None:
    """Leave posts unfilled."""
    for role in roles:
        state.holders.pop(role, None)
        state.like.pop(role, None)
        state.absent[role] = spot


def strike(state: Appointments, roles: Sequence[str], who: int) -> None:
    """Take posts from one person; others keep them."""
    for role in roles:
        state.holders[role] = [holder for holder in state.holders.get(role, []) if holder.who != who]
    state.struck = True


def swap(state: Appointments, one: str, other: str) -> None:
    """«法人和监事换一下»: two posts change holders."""
    state.holders[one], state.holders[other] = state.holders.get(other, []), state.holders.get(one, [])
