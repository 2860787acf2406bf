"""What a person may do (权限): their roles on a day, what others passed on to them, and the refusal where it is not enough."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.compiled import Compiled
from gaoxing.office.people import policy
from gaoxing.office.people.models import Delegation, Person, PowerOfAttorney, RoleAssignment
from gaoxing.office.people.remembering import keep, remembered
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed


def assignments(person: Person, *, on: date) -> QuerySet[RoleAssignment]:
    """The assignments in force on a day."""
    return person.assignments.filter(_in_force("", on))


def posts(person: Person, *, on: date) -> tuple[tuple[str, int | None], ...]:
    """What one of the staff was assigned to on a day: roles, each with the number of its unit where it names one."""
    return remembered(("posts", person.pk, on), lambda: _standing(person, on))


def roles_of(person: Person, *, on: date) -> frozenset[str]:
    """The roles of a person on a day: an applicant's follow from the account and the powers given to them, one of the staff has what was assigned."""
    if not person.is_active:
        return frozenset()
    if person.is_staff_member:
        return frozenset(role for role, _unit in posts(person, on=on))
    return frozenset({Role.APPLICANT.value, *([Role.AGENT.value] if powers(person, on=on).exists() else [])})


def powers(agent: Person, *, on: date) -> QuerySet[PowerOfAttorney]:
    """The powers of attorney that a person holds on a day."""
    return agent.powers.filter(withdrawn=None, since__lte=on, until__gte=on)


def passed_on(person: Person, act: str, *, on: date) -> tuple[Delegation, ...]:
    """The delegations in force that give this act to the person; only those whose giver may do it themselves."""
    if not person.is_active or not policy.table()[act].delegable:
        return ()
    given = remembered(("taken", person.pk, on), lambda: tuple(_taken(person.pk, on).select_related("giver")))
    return tuple(each for each in given if act in each.acts and _own(each.giver, act, on))


def conditions(person: Person, act: str, *, on: date) -> frozenset[str]:
    """The conditions under which the person may do the act, from their own roles and from what was passed on; none where they may not."""
    own = _own(person, act, on)
    return own.union(*(_own(each.giver, act, on) for each in passed_on(person, act, on=on)))


def may(person: Person, act: str, *, on: date) -> bool:
    """Whether the person may do the act at all; a record's own condition is asked by its app."""
    return bool(conditions(person, act, on=on))


def permit(person: Person, act: str, *, on: date) -> None:
    """Pass, or refuse with a sentence that names the roles that may."""
    if may(person, act, on=on):
        return
    known = policy.table()[act]
    roles = "、".join(str(Role(role).label) for role in known.conditions)
    raise NotAllowed(_("“%(act)s”只能由%(roles)s办。您的账号没有这个角色；需要的话请找安全管理员任命。") % {"act": known.spoken, "roles": roles})


def has_factor(person: Person) -> bool:
    """Whether the person set up a second factor; recovery codes alone are none."""
    return remembered(("factor", person.pk), lambda: _factors(person.pk).exists())


def _standing(person: Person, on: date) -> tuple[tuple[str, int | None], ...]:
    """The posts; with the same question it is asked whether anything was passed on and whether there is a second factor, for the request to remember."""
    rows = _ASKED(person=person.pk, on=on)
    if rows and not rows[0][2]:
        keep(("taken", person.pk, on), ())
    if rows:
        keep(("factor", person.pk), bool(rows[0][3]))
    return tuple((role, unit) for role, unit, *_ in rows if role is not None)


def _asked(person: int, on: date) -> QuerySet[Person, tuple[Any, ...]]:
    """A row for each post of a person's, or one without: role, unit, whether something was passed on to them, whether they have a second factor."""
    held = FilteredRelation("assignments", condition=_in_force("assignments__", on))
    known = Person.objects.filter(pk=person).annotate(held=held).order_by("held__pk")
    taken, factors = Exists(_taken(OuterRef("pk"), on)), Exists(_factors(OuterRef("pk")))
    asked: QuerySet[Person, tuple[Any, ...]] = known.values_list("held__role", "held__unit_id", taken, factors)
    return asked


_ASKED = Compiled(_asked, {"person": 0, "on": date.min})


def _in_force(prefix: str, on: date) -> Q:
    """That an assignment is in force on a day."""
    return (Q(**{f"{prefix}until": None}) | Q(**{f"{prefix}until__gte": on})) & Q(**{f"{prefix}since__lte": on})


def _factors(person: int | OuterRef) -> QuerySet[Authenticator]:
    found: QuerySet[Authenticator] = Authenticator.objects.filter(user=person, type__in=(Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN))
    return found


def _taken(person: int | OuterRef, on: date) -> QuerySet[Delegation]:
    return Delegation.objects.filter(taker=person, withdrawn=None, since__lte=on, until__gte=on)


def _own(person: Person, act: str, on: date) -> frozenset[str]:
    return policy.conditions(act, roles_of(person, on=on))
