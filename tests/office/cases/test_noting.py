"""Notes on a case: for the staff who handle it, sealed, audited, never for its applicant."""

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.models import CaseNote
from gaoxing.office.cases.noting import LONGEST, note, notes
from gaoxing.office.cases.permissions import who_sees
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(sent_case):
    return sent_case()


def test_a_note_is_sealed_and_read_by_a_colleague(case, cast, now):
    note(case, " 租赁合同要看原件 ", cast["window_clerk"], token="t", now=now)
    assert [(each.who, each.words) for each in notes(case, cast["examiner"], now=now)] == [("王某", "租赁合同要看原件")]
    assert "租赁".encode() not in bytes(CaseNote.objects.get().words)
    assert Entry.objects.last().act == "case.noted"


def test_a_note_that_comes_twice_is_kept_once(case, cast, now):
    for _ in range(2):
        note(case, "看原件", cast["window_clerk"], token="t", now=now)
    assert CaseNote.objects.count() == Entry.objects.filter(act="case.noted").count() == 1


@pytest.mark.parametrize(
    ("words", "token", "told"), [("  ", "t", "是空的"), ("长" * (LONGEST + 1), "t", "最多 500 个字"), ("好", "", "不完整"), ("好", "t" * 65, "不完整")]
)
def test_a_note_that_cannot_be_kept_is_refused_with_a_sentence(case, cast, now, words, token, told):
    with pytest.raises(NotAllowed, match=told):
        note(case, words, cast["examiner"], token=token, now=now)
    assert not CaseNote.objects.exists()


def test_neither_the_applicant_nor_a_clerk_who_is_a_party_reads_or_writes_notes(case, cast, owner, now):
    note(case, "看原件", cast["window_clerk"], token="t", now=now)
    Person.objects.filter(pk=cast["examiner"].pk).update(mobile_digest=owner.mobile_digest)
    for person in (owner, Person.objects.get(pk=cast["examiner"].pk)):
        assert notes(case, person, now=now) == ()
        with pytest.raises(NotAllowed, match="当事人"):
            note(case, "我的", person, token="own", now=now)


def test_the_applicant_is_told_that_the_staff_may_write_notes(case, now):
    assert any("备注只有他们看得到" in each.why for each in who_sees(case, on=now.date()))
