"""What a question is about, in a few words (所问): the blank's label, or the office where a person for it is lacking."""

from __future__ import annotations

from gaoxing.catalogue import Matter
from gaoxing.forms import Form
from gaoxing.office.frontdesk.sheet import label_at


def about(matter: Matter, form: Form, path: str) -> str:
    """The label at a path, with the name of the row's person before it; for a lack such as `parties.director` the office.

    >>> from gaoxing.catalogue import matter
    >>> about(matter("company_registration"), Form("company_registration", "2026"), "parties.director")
    '董事'
    """
    head, _, topic = path.partition(".")
    held = matter.blank(f"{head}.0.roles")
    return dict(held.choices if held else ()).get(topic) or label_at(matter, form, path)
