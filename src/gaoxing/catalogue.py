"""The catalogue of matters (事项目录): found by walking the matter folders, never by a list.

A matter's folder holds a `MATTER` card. Adding a matter is adding a folder. The folder of a rung of the ladder (企业培育梯队) holds a `RUNG` instead.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Protocol

from gaoxing import checks
from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.plausible import doubts, undoubted
from gaoxing.checks.assessment.rung import Rung, Standing, assess
from gaoxing.checks.parameters import in_force, load
from gaoxing.checks.rule import Figures, Rule
from gaoxing.documents import material
from gaoxing.documents.document import Layout
from gaoxing.documents.material import Material
from gaoxing.documents.particulars import Particulars
from gaoxing.facts.fact import Fact
from gaoxing.facts.intent import Embrace, Intent, explained
from gaoxing.forms import english
from gaoxing.forms.derive_type import Derived
from gaoxing.forms.english import English
from gaoxing.forms.field import Field
from gaoxing.forms.form import Form
from gaoxing.speech.transcript import Transcript

MATTERS = "gaoxing.matters"
FINDINGS_IN_ENGLISH = Path(checks.__file__).with_name("english.toml")
"""The English of the rules that several matters share."""


@dataclass(frozen=True)
class Edition:
    """An edition of the official form (文书版本) and the days it is in force (`until` exclusive)."""

    id: str
    since: date
    until: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether this edition is the one to use on that day."""
        return self.since <= on and (self.until is None or on < self.until)


class Joint(Protocol):
    """What a matter of many licences tells beside its form (证照联办), all of it as plain JSON: matters/joint_licence/window.py says what is in it."""

    def overview(
        self,
        form: Form,
        on: date,
        *,
        own: Sequence[str] = (),
        region: str = "",
        commitments: Sequence[str] = (),
        stops: Mapping[str, int] | None = None,
        registers: bool = False,
        today: date | None = None,
    ) -> dict[str, Any]:
        """Licences with their reasons, papers, form, saving and plan."""

    def dossier(self, form: Form, on: date, *, own: Sequence[str] = (), region: str = "") -> dict[str, Any]:
        """What the unit of each licence needs to know."""

    def own_papers(self, form: Form, on: date, *, own: Sequence[str] = (), region: str = "") -> dict[str, Any]:
        """The papers of the application's own licences, and the rows of the list in whose place they stand."""

    def authorities(self, on: date, *, own: Sequence[str] = (), region: str = "") -> list[str]:
        """Every authority that the catalogue of the day names."""

    def suggestions(self, words: str) -> dict[str, Any]:
        """The nearest trades to one that is not known."""

    def changed(self, form: Form, change: Mapping[str, Any], on: date, *, own: Sequence[str] = (), region: str = "") -> dict[str, Any]:
        """What becomes of it when blanks change, by their path (None: emptied)."""

    def changed_form(self, form: Form, change: Mapping[str, Any]) -> Form:
        """The form as it would be then."""

    def changeable(self, form: Form, on: date, *, own: Sequence[str] = (), region: str = "") -> list[str]:
        """The paths of the blanks on which something hangs."""

    def faults(self, text: str | None) -> list[dict[str, Any]]:
        """The faults of a zone's table, each with its line."""

    def effects(self, text: str, below: str = "") -> list[dict[str, Any]]:
        """What a zone's table changes against another one."""

    def ripples(self, text: str, below: str, on: date) -> list[dict[str, Any]]:
        """The worked examples whose plan becomes another."""

    def cautions(self, text: str) -> list[dict[str, Any]]:
        """What to look at twice in a sound table."""

    def licence_rows(self, text: str) -> list[dict[str, Any]]:
        """Every licence as it stands with a zone's table over it."""

    def row_of(self, text: str, licence: str) -> dict[str, Any] | None:
        """One of them."""

    def standing(self, text: str, licence: str) -> dict[str, Any]:
        """What a form changes of a licence, as it stands."""

    def papers_to_choose(self, text: str) -> list[dict[str, str]]:
        """Every paper that a licence may ask for."""

    def edited(self, text: str, licence: str, wanted: Mapping[str, Any]) -> str:
        """The table with a licence as wanted."""

    def changed_licences(self, before: str, after: str) -> list[str]:
        """The names of the licences on which two tables differ."""

    def remarks_lost(self, before: str, after: str) -> int:
        """How many remarks of the one text the other no longer has."""


@dataclass(frozen=True)
class Matter:
    """A matter's card (事项): what it is called, who decides it, by what law, how long it takes, and how it is read, checked and printed.

    `cues` are the regular expressions by which people state that they want it, `signs` the words of its form; `embraces` tells which other matters' words
    are only a part of a talk about this one. `registered` is true where it is about an enterprise of the register. `needs` tells which of the materials
    a form calls for, None while it does not decide that. `derives` are what is worked out and never asked: its label, and what gives it with the reason.
    A card without `fields` is recognised but not yet filled in. `title` is what the first of its papers is called, known without drawing any.
    `joint` is what a matter of many licences tells beside its form.
    """

    id: str
    name: str
    authority: str
    basis: str
    time_limit: str
    summary: str
    cues: tuple[str, ...]
    folder: Path
    signs: tuple[str, ...] = ()
    embraces: Embrace | None = None
    editions: tuple[Edition, ...] = ()
    fields: tuple[Field, ...] = ()
    rules: tuple[Rule, ...] = ()
    read: Callable[[Transcript, date], tuple[Fact, ...]] | None = None
    settle: Callable[[Form], Form] | None = None
    figures: Callable[[date], Figures] | None = None
    papers: Callable[[Form, date], tuple[Layout, ...]] | None = None
    title: Callable[[Form], str] | None = None
    registered: bool = False
    needs: Callable[[Form], Particulars | None] | None = None
    derives: tuple[tuple[str, Callable[[Form], Derived]], ...] = ()
    joint: Joint | None = None

    @property
    def fillable(self) -> bool:
        """Whether the matter's form can be filled, checked and printed here."""
        return bool(self.fields)

    @property
    def materials(self) -> tuple[Material, ...]:
        """What must be attached (材料清单), from the folder's materials.toml; nothing where there is none.

        Raises ValueError, naming the file, where it is written wrongly.
        """
        return material.load(self.folder / material.FILE)

    def needed(self, form: Form) -> tuple[tuple[Material, bool], ...]:
        """The materials that this form does not rule out, each with whether it calls for it for certain."""
        told = self.needs(form) if self.needs else None
        if told is None:
            return tuple((each, not each.when) for each in self.materials)
        return tuple((each, bool(each.state) or not each.when) for each in self.materials if told.holds(each.state))

    @property
    def english(self) -> English:
        """The words of the card, blanks, questions and findings in English: the shared ones and this folder's english.toml above them."""
        return English(self.field, english.read(english.SHARED, FINDINGS_IN_ENGLISH, self.folder / "english.toml"))

    def edition(self, on: date) -> Edition:
        """The edition of the form in force on that day, else the newest.

        Raises LookupError where the matter has no form.
        """
        if not self.editions:
            raise LookupError(f"{self.id} has no form")
        return next((each for each in self.editions if each.in_force(on)), self.editions[-1])

    def field(self, path: str) -> Field:
        """The blank at a path such as `name` or `parties.0.contribution.due`. Raises KeyError where there is none."""
        head, *rest = path.split(".")
        found = next((each for each in self.fields if each.id in {head, path}), None)
        if found is None:
            raise KeyError(path)
        inner = [step for step in rest if not step.isdecimal()]
        topics = {lack.topic for lack in found.lacks}
        return found.column(".".join(inner)) if found.columns and inner and ".".join(inner) not in topics else found

    def derived(self, form: Form) -> tuple[tuple[str, Derived], ...]:
        """What is worked out of this form and never asked (推算): label, and the value with its reason."""
        return tuple((label, derive(form)) for label, derive in self.derives)

    def blank(self, path: str, form: Form | None = None) -> Field | None:
        """The blank at a path, as it is in this form where one is given; None where the matter has none."""
        try:
            found = self.field(path)
        except KeyError:
            return None
        return found if form is None else found.at(path, form)

    def to_json(self) -> dict[str, Any]:
        """The card for a reader: id, name, authority, basis, time limit, summary, whether it can be filled, what must be attached."""
        return {
            "id": self.id,
            "name": self.name,
            "authority": self.authority,
            "basis": self.basis,
            "time_limit": self.time_limit,
            "summary": self.summary,
            "fillable": self.fillable,
            "materials": [each.to_json() for each in self.materials],
        }


@cache
def matters() -> tuple[Matter, ...]:
    """Every matter, in the order of their folders' names. Raises AttributeError, naming the folder, where one has neither a matter nor a rung."""
    return tuple(each.MATTER for each in _folders() if not hasattr(each, "RUNG"))


@cache
def rungs() -> tuple[Rung, ...]:
    """Every rung of the ladder (梯队): a folder of a rung holds a `RUNG`; the lines one behind the other, each from its foot."""
    return tuple(sorted((each.RUNG for each in _folders() if hasattr(each, "RUNG")), key=lambda rung: (rung.line, rung.place)))


def standings(inputs: Inputs, on: date, *, confirmed: Collection[str] = ()) -> tuple[Standing, ...]:
    """Where these inputs put an enterprise before every rung on a day, by each rung's figures then in force.

    Figures that cannot be so count as not told, unless they may be so and are `confirmed` by the rule's number (`checks/assessment/plausible.py`).
    """
    found = doubts(inputs, on, confirmed=confirmed)
    told = undoubted(inputs, found)
    figures = ((each, _figures(each.id, on)) for each in rungs())
    return tuple(assess(each, told, on, held, found) for each, held in figures if _stands(each, held))


def _stands(rung: Rung, figures: Figures) -> bool:
    """Whether the rung's round has begun: what it is scored and dated by is in force."""
    return all(name in figures for name in (rung.mark, rung.batch) if name)


@cache
def rounds() -> tuple[date, ...]:
    """Every day on which a figure or a condition of a rung begins or ends (批次更替), in order."""
    tables = (load(_parameters(each.id)) for each in rungs())
    figures = {day for table in tables for versions in table.values() for row in versions for day in (row["from"], row.get("until")) if day}
    judged = {(held.since, held.until) for each in rungs() for held in (*each.criteria, *each.scored, *each.direct)}
    judged |= {(held.since, held.until) for each in rungs() for held in each.items}
    return tuple(sorted(figures | {day for pair in judged for day in pair if day}))


@lru_cache(maxsize=256)
def _figures(rung_id: str, on: date) -> Figures:
    """A rung's figures on a day, resolved once."""
    return in_force(_parameters(rung_id), on)


def _parameters(rung_id: str) -> Path:
    return Path(str(import_module(f"{MATTERS}.{rung_id}").__file__)).parent / "parameters.toml"


def _folders() -> tuple[ModuleType, ...]:
    package = import_module(MATTERS)
    return tuple(import_module(f"{MATTERS}.{name}") for name in sorted(each.name for each in iter_modules(package.__path__) if each.ispkg))


def matter(matter_id: str) -> Matter:
    """The matter of that id. Raises KeyError with the id where there is none."""
    found = next((each for each in matters() if each.id == matter_id), None)
    if found is None:
        raise KeyError(matter_id)
    return found


def wished(transcript: Transcript) -> Intent | None:
    """The matter that the words ask for, by the cues and signs of all of them, and why; None where they point nowhere."""
    cues, signs = {each.id: each.cues for each in matters()}, {each.id: each.signs for each in matters()}
    return explained(transcript, cues, signs, {each.id: each.embraces for each in matters() if each.embraces is not None})
