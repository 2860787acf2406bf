"""The page on which an applicant submits (提交): everything that still stands in the way at once, what the rules changed, the points to correct."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.engines.fault import Fault
from gaoxing.office.cases import queries
from gaoxing.office.cases.judging import judged as judged
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.rule_changes import changes_between
from gaoxing.office.cases.submitting import Sent
from gaoxing.office.frontdesk import asked
from gaoxing.office.frontdesk.case_words import submittable
from gaoxing.office.frontdesk.check import Check, check
from gaoxing.office.frontdesk.signing_rows import Overview, overview
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.signatures.service import provider

_TOKEN = 64
_MOST_POINTS = 60


@dataclass(frozen=True)
class Filing:
    """The page: the draft as it is checked, the changes of the rules since it was filled in, the points to correct, and what the post carries."""

    case: Case
    check: Check
    signing: Overview
    changes: tuple[str, ...] = ()
    lines: tuple[asked.Line, ...] = ()
    token: str = ""
    told: str = ""
    seen: bool = False
    links: bool = False

    @property
    def correcting(self) -> bool:
        """Whether this is a correction of what was submitted before."""
        return self.case.state == Case.State.CORRECTION_ASKED

    @property
    def left(self) -> int:
        """How many lines of the correction list nothing was done about yet, as far as that can be told."""
        return asked.left(self.lines)

    @property
    def offers_electronic(self) -> bool:
        """Whether somebody who must sign has not chosen how, and a link of their own could be had at once."""
        return self.links and any(each.found.missing and each.found.signer is None and not each.found.wanted.seal for each in self.signing.rows)

    @property
    def blocked(self) -> bool:
        """Whether something stands in the way of submitting it."""
        return self.unmended or bool(self.signing.waiting)

    @property
    def unmended(self) -> bool:
        """Whether something must be mended or answered first; who signs mends nothing by going back."""
        return bool(self.check.desk.rejected or self.check.desk.questions)


def filing(case: Case, *, now: datetime, token: str = "", told: str = "", answers: Sent | None = None) -> Filing | None:
    """The page for a draft; None where there is no form yet. `told` is why a post was not taken, `answers` what it held."""
    shown = check(case.reference, now=now)
    if shown is None or shown.desk.matter is None:
        return None
    if not submittable(shown.desk.matter.id):
        raise NotAllowed(_("“%(matter)s”还不能在这里提交。请下载材料，按材料单带到窗口办理。") % {"matter": shown.desk.matter.name})
    on = localdate(now)
    changes = changes_between(shown.desk.matter.id, localdate(case.changed), on)
    signing = overview(case, queries.form_of(case), on=on)
    return Filing(
        case, shown, signing, changes, asked.lines(case, on=on), token or secrets.token_urlsafe(24), told, bool(answers and answers.rules_seen), _links()
    )


def _links() -> bool:
    """Whether a provider of signatures is connected; one whose settings cannot be read is not, and the page of signatures says so."""
    try:
        return provider() is not None
    except Fault:
        return False


def sent(post: QueryDict) -> Sent:
    """What the page posted. Raises NotAllowed where the post is not from this page."""
    token, revision = post.get("token", ""), post.get("revision", "")
    if not 0 < len(token) <= _TOKEN or not revision.isdecimal() or not revision.isascii() or len(revision) > _TOKEN:
        raise NotAllowed(_("这次提交不完整，没有交上去。请回到提交页，再点一次“提交”。"))
    ticked = {int(each) for each in post.getlist("point")[:_MOST_POINTS] if each.isascii() and each.isdecimal() and len(each) < 4}
    answers = {number: post.get(f"answer-{number}", "") for number in sorted(ticked)}
    return Sent(token, int(revision), post.get("rules") == "seen", answers)


def writable(reference: str) -> Case | None:
    """The draft, or the case being corrected, with this reference."""
    return queries.draft(reference)
