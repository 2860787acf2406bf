"""A process that looks at every case of an office after a kill; run by test_nothing_lost.py. Prints the numbers that stand, and whatever is half done."""

import json

import django

django.setup()

from gaoxing.office.audit import queries  # noqa: E402
from gaoxing.office.audit.models import Entry  # noqa: E402
from gaoxing.office.audit.verifying import verify  # noqa: E402
from gaoxing.office.cases.models import Case, CaseEvent, Serial, Submission  # noqa: E402
from gaoxing.office.cases.name_pool import wanted  # noqa: E402
from gaoxing.office.cases.queries import form_of  # noqa: E402
from gaoxing.office.names.models import RegisteredName  # noqa: E402


def parts(case):
    """What a submission leaves behind: number, submission, event, audit entry, the sealed form, and the name that is held."""
    form = form_of(case)
    submission = case.submissions.first()
    return {
        "number": bool(case.number),
        "submission": bool(submission and submission.form and submission.words),
        "event": case.events.filter(act="submit").count() == 1,
        "audit": Entry.objects.filter(act="case.submit", subject_kind="cases.case", subject=case.pk).count() == 1,
        "name": RegisteredName.objects.filter(name=wanted(form).name).exists() and (case.holds_name or case.state == Case.State.REGISTERED),
        "state": case.state != Case.State.DRAFT,
    }


def main():
    found = {case.pk: parts(case) for case in Case.objects.all()}
    verdict = verify(queries.rows(queries.Wanted()), queries.head())
    numbers = sorted(Case.objects.exclude(number=None).values_list("number", flat=True))
    told = {
        "numbers": numbers,
        "half": {key: each for key, each in found.items() if len(set(each.values())) != 1},
        "strays": [Submission.objects.count() - len(numbers), CaseEvent.objects.filter(act="submit").count() - len(numbers)],
        "serial": sum(Serial.objects.values_list("last", flat=True)) - len(numbers),
        "broken": verdict.to_json()["broken"],
    }
    print(json.dumps(told))


main()
