"""Who must sign which papers of a case (应签清单), worked out of the papers themselves; how it stands; whether everybody's identity was verified.

A person is asked for what their own places to sign say. Whom no paper names by a blank of the form (shareholders that the register alone knows) signs by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from gaoxing.documents.amount import percent, ten_thousands
from gaoxing.documents.document import Layout
from gaoxing.documents.people import posts
from gaoxing.documents.signer import Signer as Place
from gaoxing.forms import Form
from gaoxing.forms.form import Undecided
from gaoxing.forms.parties import everyone, holders
from gaoxing.forms.person import ROLES
from gaoxing.office.cases.drawing import layouts
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.signatures import standing as standings
from gaoxing.office.signatures.models import Signer
from gaoxing.office.signatures.standing import Standing
from gaoxing.office.signatures.wanted import Paper, Wanted, short, sm3

_OFFICES = {label: role for role, label in ROLES}
_RESIDENT = frozenset({"", "resident_id"})
_ORGANISATIONS = ("公司", "合伙企业", "（有限合伙）")
_DAY = "on"
"""The day on which a paper is drawn stands among its values and is not printed: a signature does not lapse overnight."""


@dataclass(frozen=True)
class Needed:
    """Everybody who must sign, with their papers; `by_hand` are the places to sign that the form names nobody for, by paper."""

    people: tuple[Wanted, ...] = ()
    by_hand: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Checked:
    """Whether one signer's identity was verified, and how."""

    name: str
    passed: bool
    how: str


def needed(form: Form | None, *, on: date) -> Needed:
    """Who must sign the papers of a form as they stand on a day; nobody while there is no form, or a question of two readings is open.

    A paper for people of whom the form names none, such as a power of attorney without an agent, is nobody's to sign.
    """
    try:
        drawn = [each for each in layouts(form, on=on) if not each.optional] if form is not None else []
    except Undecided:
        return Needed()
    if form is None:
        return Needed()
    values = {path: short(answer.value) for path, answer in form.answers.items()}
    people: dict[str, Wanted] = {}
    by_hand: dict[tuple[str, str], None] = {}
    for layout in drawn:
        paper = paper_of(layout)
        for place in layout.signers:
            found = _whom(form, place)
            if not found:
                by_hand[layout.title, place.post] = None
            for each in found:
                _give(people, replace(each, values=values), paper)
    return Needed(tuple(people.values()), tuple(by_hand))


def paper_of(layout: Layout) -> Paper:
    """A paper as it is signed: the digest is over all that is printed on it, its template and its name."""
    printed = {key: value for key, value in layout.values.items() if key != _DAY}
    told = {"name": layout.name, "template": layout.template.parts[-3:], "values": printed}
    return Paper(layout.name, layout.title, sm3(told), layout.english)


def standing(case: Case, form: Form | None, *, on: date) -> tuple[Standing, ...]:
    """How it stands with everybody who must sign this form of the case."""
    return standings.standing(case.pk, needed(form, on=on).people)


def unsigned(case: Case, form: Form | None, *, on: date) -> int:
    """For how many people a submission must wait; nobody is asked of the papers where nobody was asked to sign by link."""
    if not Signer.objects.filter(case=case.pk, way=Signer.Way.ELECTRONIC).exists():
        return 0
    return len(standings.unsigned(standing(case, form, on=on)))


def identities_verified(case: Case, *, on: date, form: Form | None = None) -> tuple[Checked, ...]:
    """For each signer of the case (of `form`, else of its stored form) whether their real name was checked: by the service, or by a clerk who saw the document.

    Who only signs where the form names nobody is not among them: a case with such places (`needed().by_hand`) has people whom nobody checked.
    """
    return tuple(_checked(each) for each in standing(case, form or form_of(case), on=on))


def _checked(found: Standing) -> Checked:
    proof = Signer.Proof(found.signer.proof) if found.signer else Signer.Proof.NONE
    return Checked(found.wanted.name, proof in {Signer.Proof.SERVICE, Signer.Proof.SEEN}, str(proof.label))


def _give(people: dict[str, Wanted], person: Wanted, paper: Paper) -> None:
    """Put the paper among the person's: whoever stands on one paper without a number is the one of that name with a number, where there is just one."""
    same = [key for key, each in people.items() if each.name == person.name and (each.number == person.number or not (each.number and person.number))]
    key = same[0] if len(same) == 1 else person.plain
    known = people.get(key, person)
    fuller = person if person.number and not known.number else known
    papers = known.papers if paper in known.papers else (*known.papers, paper)
    people[key] = replace(fuller, papers=papers, posts=tuple(dict.fromkeys([*known.posts, *person.posts])))


def _whom(form: Form, place: Place) -> tuple[Wanted, ...]:
    """Who signs at a place: whose name the blank holds, or who holds the office; nobody where the form names nobody."""
    if place.seal and place.name:
        return (Wanted(place.name, seal=True),)
    row = place.path.rpartition(".")[0]
    if place.name and str(form.value(place.path) or "").strip() == place.name:
        return (_person(form, row, place),)
    role = _OFFICES.get(place.post, "")
    named = holders(form, role) if role and not place.name else ()
    return tuple(_person(form, each.path, Place(each.name, each.at("name"), place.post)) for each in named if each.name)


def _person(form: Form, row: str, place: Place) -> Wanted:
    answers = next((each.answers for each in everyone(form) if each.path == row), {})
    seal = place.seal or answers.get("kind") == "enterprise" or place.name.endswith(_ORGANISATIONS)
    held = posts({"roles": answers.get("roles", ())}) or place.post
    mobile, email = (str(answers.get(column) or "").strip() for column in ("mobile", "email"))
    number, foreign = str(answers.get("id_number") or "").strip().upper(), str(answers.get("id_type") or "") not in _RESIDENT
    held_posts = tuple(held.split("、")) if held else ()
    return Wanted(place.name, number, mobile, email, held_posts, _stake(answers), seal=seal, foreign=foreign)


def _stake(answers: Mapping[str, Any]) -> str:
    """What the person pays in, in the words of the form: `60万元，60%`; empty where they pay in nothing."""
    parts: Iterable[str] = (
        f"{amount}万元" if (amount := ten_thousands(answers.get("contribution.amount"))) else "",
        percent(answers.get("contribution.percent")),
    )
    return "，".join(each for each in parts if each)
