"""Submitting a case (提交办件): what was read of the words is sealed as it is, judged by the rules of the day, numbered, and put before the window.

The page that submits carries a token: posted twice it is one submission with one receipt. What a page showed before somebody changed the draft is refused
with a sentence, never merged.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.casework.table import Facts
from gaoxing.checks.rule import Finding, Level
from gaoxing.forms import Form
from gaoxing.office.attachments import queries as attachments
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import name_pool, signing, telling
from gaoxing.office.cases.firing import fire_case
from gaoxing.office.cases.models import Case, Submission
from gaoxing.office.cases.queries import words_of
from gaoxing.office.cases.roles import role_for
from gaoxing.office.cases.rule_changes import changes_between
from gaoxing.office.cases.search_keys import enter, sealed_title
from gaoxing.office.cases.serials import next_number
from gaoxing.office.cases.story import place, points
from gaoxing.office.cases.submitted import last_form
from gaoxing.office.cases.vault import seal
from gaoxing.office.certificates import queries as certificates
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed

SUBMIT, CORRECT = "submit", "correct"
WHO = ("applicant", "agent", "window_clerk")
_AFTERWARDS: list[Callable[[Submission, datetime], object]] = []
LONGEST_ANSWER = 500
"""Characters of what an applicant says to one point of a correction list."""


@dataclass(frozen=True)
class Judged:
    """What was read of the draft just now: the form, every finding (those about its names too), how many questions are open, and its papers' digests."""

    form: Form
    findings: tuple[Finding, ...]
    open_questions: int
    papers: tuple[tuple[str, str], ...] = ()

    @property
    def rejections(self) -> int:
        """How many findings stand in the way."""
        return sum(each.level is Level.REJECT for each in self.findings)


@dataclass(frozen=True)
class Sent:
    """What the page posted: its token, the revision it showed, whether changed rules were looked at, and what was said to each point of the correction list."""

    token: str
    revision: int
    rules_seen: bool = False
    answers: Mapping[int, str] = field(default_factory=dict)


def submit(case: Case, judged: Judged, sent: Sent, by: Person, *, now: datetime) -> Submission:
    """Submit a draft, or what was corrected; the submission. A post that comes twice gives the first one again.

    Raises NotAllowed with every sentence at once where something stands in the way, and a Fault where the draft does not open.
    """
    if known := submission_of(case, sent.token):
        return known
    if case.state not in Case.WRITABLE:
        raise NotAllowed(already(case))
    try:
        made = _submitted(case, judged, sent, by, now)
    except NotAllowed:
        if known := submission_of(case, sent.token):
            return known
        raise
    for act in _AFTERWARDS:
        act(made, now)
    return made


def afterwards(act: Callable[[Submission, datetime], object]) -> None:
    """Let a room above the cases go on with what was just submitted, once its transaction is over; it must raise nothing."""
    if act not in _AFTERWARDS:
        _AFTERWARDS.append(act)


@transaction.atomic
def _submitted(case: Case, judged: Judged, sent: Sent, by: Person, now: datetime) -> Submission:
    former, correcting = last_form(case), case.state == Case.State.CORRECTION_ASKED
    answers = {str(number): said.strip()[:LONGEST_ANSWER] for number, said in sent.answers.items()}
    details = {"answers": answers} if correcting else {}
    pressed = Pressed(CORRECT if correcting else SUBMIT, revision=sent.revision, given=_facts(case, judged, sent, now), details=details)
    role = role_for(case, WHO, by, now=now)
    case = fire_case(case, pressed, by, now=now, changes=_stored(case, judged, now))
    enter(case, judged.form)
    if correcting:
        _held_anew(case, former, judged.form, Actor(by.pk, role), now)
    if role == Role.AGENT:
        telling.tell(case, case.events.latest("number"), now=now)
    return Submission.objects.create(case=case, at=now, by=by, role=role, rules_on=localdate(now), **_sealed(case, judged, sent))


def submission_of(case: Case, token: str) -> Submission | None:
    """The submission that a page's token already brought; None where it brought none."""
    return case.submissions.select_related("case").filter(token=token).first() if token else None


def already(case: Case) -> str:
    """The sentence for a page whose draft was submitted meanwhile, on another page or device."""
    told = _("这份申请已经在别的页面或者设备上提交了，编号 %(number)s，这一次没有再提交，也没有改动。要看办到哪一步，请打开“我的办件”。")
    return told % {"number": case.number or ""}


def _facts(case: Case, judged: Judged, sent: Sent, now: datetime) -> Facts:
    changes = changes_between(judged.form.matter, localdate(case.changed), localdate(now))
    return {
        "open_questions": judged.open_questions,
        "rejections": judged.rejections,
        "rules_changed": bool(changes) and not sent.rules_seen,
        "unsigned": signing.unsigned(case, judged.form, on=localdate(now)),
        "uncorrected": sum(number not in sent.answers for number in range(1, defects_of(case) + 1)),
    }


def defects_of(case: Case) -> int:
    """How many points the case's correction list has."""
    return len(points(case))


def _stored(case: Case, judged: Judged, now: datetime) -> dict[str, Any]:
    """The columns that the update sets: the form as it was judged, and at the first submission the number."""
    form = seal(_json(judged.form.to_json()), case=case.pk, column="form")
    first = {} if case.number else {"number": next_number(now=now), "filed": now}
    return {"form": form, "title": sealed_title(case.pk, judged.form), "matter": judged.form.matter, "edition": judged.form.edition, **first}


def _sealed(case: Case, judged: Judged, sent: Sent) -> dict[str, Any]:
    number = case.submissions.count() + 1
    row = Submission(case=case, number=number)
    files = [{"number": each.pk, "material": each.material, "sha256": each.sha256} for each in attachments.of_case(case.pk)]
    papers = {"papers": [{"name": name, "digest": digest} for name, digest in judged.papers], "attachments": files}
    blobs = {
        "words": words_of(case).to_bytes(),
        "form": _json(judged.form.to_json()),
        "findings": _json([each.to_json() for each in judged.findings]),
        "papers": _json(papers),
    }
    sealed = {column: seal(blob, case=case.pk, column=place(row, column)) for column, blob in blobs.items()}
    return {"number": number, "token": sent.token, "edition": judged.form.edition, **sealed}


def _held_anew(case: Case, former: Form | None, form: Form, actor: Actor, now: datetime) -> None:
    """A correction that changes the name holds the new one in place of the old: that of the last submission, for the draft has been written in since.

    A joint case whose enterprise stands registered by then (its other licences go on) holds none.
    """
    if name_pool.wanted(former) == name_pool.wanted(form) or certificates.stands(case.pk):
        return
    name_pool.release(case, former, now=now, actor=actor)
    Case.objects.filter(pk=case.pk).update(holds_name=name_pool.hold(case, form, now=now, actor=actor))


def _json(plain: Any) -> bytes:
    return json.dumps(plain, ensure_ascii=False).encode()
