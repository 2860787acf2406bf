"""What is kept of an enterprise's figures (自评数据的内容): the form, of each datum who entered it and how, the last words, what is to be mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from gaoxing.forms import Form
from gaoxing.forms.cultivation_said import EDITION, MATTER
from gaoxing.office.cultivation.keyed import Keyed, of_form
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.cultivation.sealed import content_place
from gaoxing.office.cultivation.vault import seal, unseal

SAID, TYPED, SHEET, REGISTER = "said", "typed", "sheet", "register"
"""How a datum came: by words, by hand, out of a table, out of the register."""


@dataclass(frozen=True)
class Datum:
    """Of one datum (来源): how it came, who entered it (0: nobody, the register), the day in ISO, and the words it was read from."""

    how: str
    by: int
    on: str
    words: str = ""

    def to_json(self) -> list[Any]:
        """`[how, by, on, words]`."""
        return [self.how, self.by, self.on, self.words]


@dataclass(frozen=True)
class Content:
    """Everything that is sealed of one set of figures: `said` the last statement whole, `told` what of the last table could not be taken, `confirmed` the
    doubts (INP-…) that were looked at and are so.
    """

    form: Form = field(default_factory=lambda: Form(MATTER, EDITION))
    data: Mapping[str, Datum] = field(default_factory=dict)
    confirmed: tuple[str, ...] = ()
    said: str = ""
    told: tuple[str, ...] = ()

    @property
    def keyed(self) -> Keyed:
        """The figures by input."""
        return of_form(self.form)

    def with_keyed(self, found: Keyed, came: Mapping[str, Datum]) -> Content:
        """With these figures; `came` tells of those that are new or other than before how they came. Doubts about changed figures are open again."""
        before = self.keyed.answers
        fresh = {key: came[key] for key, each in found.answers.items() if key in came and (key not in before or before[key].value != each.value)}
        kept = {key: each for key, each in self.data.items() if key in found.answers}
        same = not fresh and before.keys() == found.answers.keys()
        return replace(self, form=found.form(), data={**kept, **fresh}, confirmed=self.confirmed if same else ())

    def to_json(self) -> dict[str, Any]:
        """Plain JSON, the inverse of `from_json`."""
        data = {key: each.to_json() for key, each in self.data.items()}
        return {"form": self.form.to_json(), "data": data, "confirmed": list(self.confirmed), "said": self.said, "told": list(self.told)}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Content:
        """What was sealed; nothing of an empty one."""
        if not plain:
            return cls()
        data = {key: Datum(*each) for key, each in plain["data"].items()}
        return cls(Form.from_json(plain["form"]), data, tuple(plain["confirmed"]), plain["said"], tuple(plain["told"]))


def content_of(row: Assessed) -> Content:
    """The figures of an enterprise. Raises a Fault where they do not open."""
    return Content.from_json(unseal(row.content, content_place(row)))


def sealed(row: Assessed, content: Content) -> bytes:
    """The figures as they are stored in this record."""
    return seal(content.to_json(), content_place(row))
