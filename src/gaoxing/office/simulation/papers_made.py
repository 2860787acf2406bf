"""Papers (材料): those of every fiftieth case are really drawn, so that a year shows that they can be; the others are drawn when somebody opens them."""

from __future__ import annotations

from datetime import date

from gaoxing.forms import Form
from gaoxing.office.frontdesk import papers

EVERY = 50


def drawn(number: int, form: Form, *, on: date) -> int:
    """How many papers were drawn as PDF for the case with this number in the run; none for most. Raises a Fault where one cannot be drawn."""
    if number % EVERY or form.asks:
        return 0
    return sum(bool(papers.paper(each, papers.PDF)) for each in papers.layouts(form, on=on) if not each.optional)
