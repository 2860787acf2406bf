"""What was read beside what was meant (读与意): every value of a form that differs from the truth of whoever said it, though nothing was asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gaoxing.forms import Form
from gaoxing.office.simulation.invented.truth import Truth
from gaoxing.office.simulation.spoken.answers import key_of, strangers

CITY = "昆山市"
_PLACES = ("domicile", "premises", "address", "to")
_SETS = ("roles", "business_scope", "add")
_NOT_COMPARED = frozenset({"reason"})
"""Free words: nobody says them to the letter."""


@dataclass(frozen=True)
class Misread:
    """A value read otherwise than meant: the blank (rows by column alone), what stands there, and what was meant."""

    path: str
    blank: str
    read: str
    meant: str


def misread(meant: Truth, form: Form) -> tuple[Misread, ...]:
    """Every difference. A blank of which nothing is meant is none, and one that is not filled, or that is asked about, is none either."""
    strange = strangers(meant, form)
    found = [Misread(path, "parties.name", str(form.value(f"{path}.name")), "") for path in strange]
    asked = {each.field for each in form.asks}
    for path, answer in form.answers.items():
        key = key_of(form, path)
        if key not in meant.values or key in _NOT_COMPARED or path in asked or any(path.startswith(f"{each}.") for each in strange):
            continue
        if not same(key, answer.value, meant.values[key]):
            found.append(Misread(path, _blank(key), str(_plain(answer.value)), str(_plain(meant.values[key]))))
    return tuple(found)


def same(key: str, read: Any, meant: Any) -> bool:
    """Whether two values are the same to somebody who reads them: an address may lack the city, a set may hold less."""
    column = key.rpartition(".")[2]
    if column in _SETS:
        return set(read or ()) <= set(meant)
    if column in _PLACES and isinstance(read, str):
        return read.removeprefix(CITY) == str(meant).removeprefix(CITY)
    return bool(_plain(read) == _plain(meant))


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _blank(key: str) -> str:
    head, _, rest = key.partition(".")
    return f"{head}.{rest.partition('.')[2]}" if head in ("parties", "changes") else key
