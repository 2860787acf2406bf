"""Every act on codes, certificates and seals leaves its entry, and none holds a code or a name."""

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.audit.words import table
from gaoxing.office.certificates import issuing, revoking, seals
from gaoxing.office.certificates.allotting import allot
from tests.office.certificates.conftest import ADMINISTRATOR, CODE, EXAMINER, REGION
from tests.office.certificates.pictures import PNG

pytestmark = pytest.mark.django_db


def acts():
    return list(Entry.objects.order_by("number").values_list("act", "role"))


def test_an_allotment_is_kept_with_its_case(add_range, now):
    add_range()
    allot("other", REGION, case=5, actor=EXAMINER, now=now)
    entry = Entry.objects.get(act="code.allotted")
    assert (entry.subject_kind, entry.subject, entry.role) == ("cases.case", 5, "examiner")


def test_issuing_is_kept_with_its_kind(licence, company, cause):
    issuing.issue_change_notice(company, company, cause, reissued=False)
    issuing.issue_deregistration_notice(company, cause)
    assert list(Entry.objects.order_by("number").values_list("reason", flat=True)) == ["licence", "change_notice", "deregistration_notice"]


def test_seals_are_kept(db, now):
    seals.configure(PNG, actor=ADMINISTRATOR, now=now)
    seals.withdraw(actor=ADMINISTRATOR, now=now)
    assert acts() == [("seal.configured", "system_administrator"), ("seal.withdrawn", "system_administrator")]


def test_no_entry_holds_a_code_or_a_name(licence, now):
    revoking.revoke(licence, "penalty", actor=EXAMINER, now=now)
    written = " ".join(str(value) for row in Entry.objects.values() for value in row.values())
    assert CODE not in written
    assert licence.name not in written


def test_every_reason_has_its_word():
    assert set(revoking.REASONS) <= set(table("reasons"))
