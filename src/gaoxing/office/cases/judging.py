"""What is submitted (提交的内容): the form as it was read just now, what was found about it and its names, and the digests of its papers."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localdate

from gaoxing.intake import Taken
from gaoxing.office.cases.drawing import digest, layouts
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.name_check import checked_names
from gaoxing.office.cases.name_findings import with_names
from gaoxing.office.cases.submitting import Judged


def judged(case: Case, taken: Taken, *, now: datetime) -> Judged | None:
    """What is submitted: the form as it was read just now, with the findings about its names and the digests of its papers; None without a form."""
    if taken.form is None:
        return None
    on = localdate(now)
    found = with_names(taken.findings, checked_names(taken.form, on, held=case.holds_name))
    drawn = layouts(taken.form, on=on) if not taken.form.asks else ()
    return Judged(taken.form, found, len(taken.questions), tuple((each.name, digest(each)) for each in drawn))
