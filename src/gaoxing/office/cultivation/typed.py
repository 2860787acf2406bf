"""The figures as blanks to be filled in (自评数据表): every blank as text beside where it came from, read by its kind; what is left as it is stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from gaoxing.forms import Answer, Source
from gaoxing.forms.cultivation import FIELDS as ALL
from gaoxing.forms.cultivation import FINANCING, HELD, SINGLE, YEARS
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.typing import Unfit, typed_value
from gaoxing.office.cultivation.content import Content
from gaoxing.office.cultivation.keeping import FIRST_YEAR
from gaoxing.office.cultivation.keyed import Keyed
from gaoxing.office.cultivation.wording import label_of, origins, slug, text_of
from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_words import half_width

BACK = 4
"""So many full years the page shows whether anything is told of them or not."""

MOST_ROWS = 20
"""Rows of a list that the page shows."""

_MAY_BE_NEGATIVE, _MINUS = frozenset({"net_assets"}), frozenset({"-", "−", "负"})
_NO_UNIT = expression(r"[-+]?[\d,. ]+")
_FOUNDED = next(each for each in ALL if each.id == "founded")


@dataclass(frozen=True)
class Blank:
    """A blank: its input, its field, the text in it, where the datum came from, and what is wrong with what was typed."""

    key: str
    field: Field
    text: str
    origin: str = ""
    wrong: str = ""

    @property
    def slug(self) -> str:
        """Its element's id."""
        return slug(self.key)

    @property
    def label(self) -> str:
        """Its label with its year."""
        return label_of(self.key)

    @property
    def chosen(self) -> bool:
        """Whether one is chosen from a list."""
        return self.field.kind in (Kind.CHOICE, Kind.BOOLEAN)

    @property
    def several(self) -> bool:
        """Whether several may be chosen."""
        return self.field.kind is Kind.CHOICES

    @property
    def money(self) -> bool:
        """Whether it holds an amount."""
        return self.field.kind is Kind.MONEY

    @property
    def picked(self) -> list[str]:
        """What is chosen of several."""
        return self.text.split("、") if self.text else []


@dataclass(frozen=True)
class Group:
    """Blanks that stand together: a year's, the single ones, a row of a list; `filled` says how many hold something."""

    name: str
    title: str
    blanks: tuple[Blank, ...]

    @property
    def filled(self) -> int:
        """How many hold something."""
        return sum(1 for each in self.blanks if each.text)

    @property
    def wrong(self) -> bool:
        """Whether something in it cannot be read."""
        return any(each.wrong for each in self.blanks)


@dataclass(frozen=True)
class Typed:
    """What a page posted: inputs with what is to stand there (None: nothing), the texts as typed, and what is wrong by input."""

    values: Mapping[str, Answer | None]
    texts: Mapping[str, str]
    wrong: Mapping[str, str]


def told_year(text: str, on: date) -> int | None:
    """The year of which figures may be told: four digits, from FIRST_YEAR to that of the day; None where it is none.

    >>> told_year("2025", date(2026, 11, 24)), told_year("0025", date(2026, 11, 24))
    (2025, None)
    """
    if not (len(text) == len("2025") and text.isascii() and text.isdecimal()):
        return None
    return int(text) if FIRST_YEAR <= int(text) <= on.year else None


def years_shown(found: Keyed, on: date, more: Iterable[int] = ()) -> tuple[int, ...]:
    """The years of the page, the newest first."""
    told = {int(each) for each in found.years if each.isdecimal()}
    return tuple(sorted({*told, *more, *(on.year - back for back in range(1, BACK + 1))}, reverse=True))


def groups(content: Content, on: date, *, more: Iterable[int] = (), given: Typed | None = None) -> tuple[Group, ...]:
    """The blanks of the page; `given` what was typed and could not be kept, so that it stands there again."""
    found = content.keyed
    came = origins(content.data)

    def made(key: str, field: Field) -> Blank:
        text = given.texts.get(key) if given else None
        answer = found.answers.get(key)
        standing = text_of(field, answer.value) if answer else ""
        return Blank(key, field, standing if text is None else text, came.get(key, ""), given.wrong.get(key, "") if given else "")

    yearly = (
        Group(f"year-{year}", _("%(year)s 年") % {"year": year}, tuple(made(f"{each.id}@{year}", each) for each in YEARS.columns[1:]))
        for year in years_shown(found, on, more)
    )
    single = Group("single", _("不分年度的"), tuple(made(each.id, each) for each in (_FOUNDED, *SINGLE)))
    lists = tuple(Group(field.id, field.label, tuple(made(key, column) for key, column in rows(field, found, given))) for field in (HELD, FINANCING))
    return (*yearly, single, *lists)


def rows(field: Field, found: Keyed, given: Typed | None = None) -> Iterator[tuple[str, Field]]:
    """The blanks of a list's rows: those that are there and an empty one behind them."""
    texts = given.texts if given else {}
    filled = (key for key in (*found.answers, *(key for key, text in texts.items() if text)) if key.startswith(f"{field.id}."))
    last = max((int(key.split(".")[1]) for key in filled), default=-1)
    for row in range(min(last + 2, MOST_ROWS)):
        for column in field.columns:
            yield f"{field.id}.{row}.{column.id}", column


def typed(found: Keyed, posted: Mapping[str, list[str]], blanks: Iterable[tuple[str, Field]]) -> Typed:
    """What was typed into these blanks; one that still says what stands is not read again, an empty one is emptied."""
    values: dict[str, Answer | None] = {}
    texts, wrong = {}, {}
    for key, field in blanks:
        if key not in posted:
            continue
        text = "、".join(each.strip() for each in posted[key] if each.strip())
        answer = found.answers.get(key)
        texts[key] = text
        if text == (text_of(field, answer.value) if answer else ""):
            continue
        try:
            values[key] = read(key, field, text) if text else None
        except Unfit as unfit:
            wrong[key] = unfit.sentence
    return Typed(values, texts, wrong)


def read(key: str, field: Field, text: str) -> Answer:
    """A text as the value of an input. Raises Unfit with a sentence; an amount without its unit is never guessed."""
    clean = half_width(text).strip()
    if field.kind is Kind.MONEY and _NO_UNIT.fullmatch(clean):
        told = {"label": field.label, "text": text}
        raise Unfit(_("“%(label)s”写的“%(text)s”没有单位，看不懂是元还是万元。请连单位一起写，例如 %(text)s万元。") % told)
    path = f"{YEARS.id}.0.{field.id}" if "@" in key else key
    below = field.id in _MAY_BE_NEGATIVE and clean[:1] in _MINUS and clean[1:]
    value = typed_value(field, below or text, path)
    if field.kind is Kind.DATE and not isinstance(value, str):
        raise Unfit(_("请写年月日，例如 2027-11-30。"))
    return Answer(f"-{value}" if below and value != "0" else value, Source.TYPED)


def every_blank(found: Keyed, posted: Mapping[str, list[str]], on: date) -> Iterator[tuple[str, Field]]:
    """Every blank that a page may have posted: those of a year that may be told or stands there, the single ones, rows of lists."""
    columns = {each.id: each for each in YEARS.columns[1:]}
    single = {each.id: each for each in (_FOUNDED, *SINGLE)}
    listed = {f"{field.id}.{row}.{column.id}": column for field in (HELD, FINANCING) for row in range(MOST_ROWS) for column in field.columns}
    for key in posted:
        name, _at, year = key.partition("@")
        if name in columns and (told_year(year, on) is not None or (year.isdecimal() and year in found.years)):
            yield key, columns[name]
        elif key in single or key in listed:
            yield key, single.get(key) or listed[key]
