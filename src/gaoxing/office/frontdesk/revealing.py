"""What is masked on a case's page, whole (显示打码内容): which values there are, and each as people read it."""

from __future__ import annotations

from dataclasses import dataclass

from gaoxing.catalogue import matter
from gaoxing.forms import Form
from gaoxing.forms.written import written
from gaoxing.office.cases.revealing import SAID
from gaoxing.office.cases.words import Words


@dataclass(frozen=True)
class Whole:
    """A value that this view of the page shows whole; without a path there is none."""

    path: str = ""
    text: str = ""


def record_of(case: int) -> str:
    """What the session calls the record for which it keeps what is shown.

    >>> record_of(7)
    'cases.case:7'
    """
    return f"cases.case:{case}"


def whole(form: Form, words: Words, path: str) -> Whole | None:
    """The value at a path as it was submitted; None where no masked value stands there."""
    if path.startswith(SAID):
        said = next((each.said for each in words.entries if path == said_path(each.number)), "")
        return Whole(path, said) if said else None
    known = matter(form.matter).blank(path, form) if path in form.answers else None
    return Whole(path, written(known, form.value(path), form)) if known is not None and known.private else None


def said_path(number: int) -> str:
    """The path of an entry of the words.

    >>> said_path(0)
    'said.0'
    """
    return f"{SAID}{number}"
