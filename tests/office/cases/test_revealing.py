"""A masked value is shown for a reason, in one's own words, so many an hour, to whoever handles the case; and it is kept first. Names are invented."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import translation

from gaoxing.engines.fault import Fault
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases import revealing
from gaoxing.office.cases.holding import HOLDING
from gaoxing.office.cases.models import Reveal
from gaoxing.office.cases.revealing import Asked
from gaoxing.office.cases.sealed import SEALED
from gaoxing.office.people import accounts, my_data
from gaoxing.office.people.roles import OF_STAFF
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
PATH, WHY = "operator.mobile", "电话通知补合同"
ASKED = Asked(PATH, "reveal.contact", WHY)


@pytest.fixture
def case(sent_case):
    return sent_case()


@pytest.fixture
def clerk(staff):
    return staff("window_clerk")


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(revealing, "limits", lambda: {"per_hour": 2, "longest": 20})


def test_it_is_kept_who_was_shown_what_of_which_case_and_why(case, clerk, now):
    made = revealing.reveal(case, ASKED, clerk, now=now)
    assert (made.case, made.path, made.by, made.reason, made.at) == (case, PATH, clerk, "reveal.contact", now)
    assert revealing.words_of(Reveal.objects.get()) == WHY


def test_the_audit_has_the_record_and_the_reason_and_of_the_path_a_digest(case, clerk, now):
    revealing.reveal(case, ASKED, clerk, now=now)
    entry = Entry.objects.get(act="case.revealed")
    assert (entry.actor, entry.role, entry.subject_kind, entry.subject) == (clerk.pk, "window_clerk", "cases.case", case.pk)
    assert entry.reason == "reveal.contact"
    assert (PATH in entry.details, bool(entry.details)) == (False, True)


def test_neither_the_words_nor_the_value_stand_in_a_row_openly(case, clerk, now):
    revealing.reveal(case, ASKED, clerk, now=now)
    row = str([*Reveal.objects.values_list(), *Entry.objects.filter(act="case.revealed").values_list()])
    assert (WHY in row, "13800001234" in row) == (False, False)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (Asked(PATH, "", WHY), "请选为什么要看"),
        (Asked(PATH, "curious", WHY), "请选为什么要看"),
        (Asked(PATH, "missing_paper", WHY), "请选为什么要看"),
        (Asked(PATH, "reveal.contact", ""), "再写一句"),
        (Asked(PATH, "reveal.contact", " \n\t　"), "再写一句"),
        (Asked(PATH, "reveal.contact", "长" * 201), "最多写 200 个字"),
    ],
)
def test_without_a_reason_or_words_nothing_is_kept_and_a_sentence_says_so(case, clerk, now, given, why):
    with pytest.raises(NotAllowed, match=why):
        revealing.reveal(case, given, clerk, now=now)
    assert not Reveal.objects.exists()
    assert not Entry.objects.filter(act="case.revealed").exists()


def test_words_of_several_lines_are_kept_on_one(case, clerk, now):
    made = revealing.reveal(case, Asked(PATH, "reveal.contact", " 电话\r\n 通知 "), clerk, now=now)
    assert revealing.words_of(made) == "电话 通知"


@pytest.mark.parametrize("role", sorted(OF_STAFF))
def test_of_the_staff_only_those_who_handle_cases_are_shown_anything(case, staff, now, role):
    person = staff(role, account="some.body") if role != "unit_handler" else None
    if role in {"window_clerk", "examiner", "leader"}:
        assert revealing.reveal(case, ASKED, person, now=now).by == person
    elif person:
        with pytest.raises(NotAllowed, match="只能由"):
            revealing.reveal(case, ASKED, person, now=now)


def test_an_applicant_is_shown_nothing_this_way_not_even_of_their_own(case, owner, now):
    with pytest.raises(NotAllowed):
        revealing.reveal(case, ASKED, owner, now=now)


def test_a_draft_that_was_not_submitted_shows_a_clerk_nothing(draft_of, clerk, now):
    with pytest.raises(NotAllowed, match="不归您办"):
        revealing.reveal(draft_of(), ASKED, clerk, now=now)


def test_the_hour_has_an_end_and_begins_anew(case, clerk, now, few):
    for minutes in (0, 10):
        revealing.reveal(case, ASKED, clerk, now=now + timedelta(minutes=minutes))
    with pytest.raises(NotAllowed, match="最多显示 2 次"):
        revealing.reveal(case, ASKED, clerk, now=now + timedelta(minutes=59))
    assert revealing.reveal(case, ASKED, clerk, now=now + timedelta(minutes=61))


def test_one_persons_hour_is_not_anothers(case, clerk, staff, now, few):
    for _ in range(2):
        revealing.reveal(case, ASKED, clerk, now=now)
    assert revealing.reveal(case, ASKED, staff("examiner"), now=now)


def test_the_hour_counts_over_all_cases_also_over_one_that_is_gone(case, clerk, now, few):
    for _ in range(2):
        revealing.reveal(case, ASKED, clerk, now=now)
    Reveal.objects.all().delete()
    with pytest.raises(NotAllowed, match="一小时"):
        revealing.reveal(case, ASKED, clerk, now=now)


def test_where_the_audit_cannot_be_written_nobody_is_shown_anything(case, clerk, now, monkeypatch):
    def full(*given):
        raise DatabaseError("disk full")

    monkeypatch.setattr(audit, "_append", full)
    with pytest.raises(Fault, match="审计记录没有写成"):
        revealing.reveal(case, ASKED, clerk, now=now)


def test_the_applicant_reads_who_was_shown_which_blank_and_why(case, clerk, owner, now):
    revealing.reveal(case, ASKED, clerk, now=now)
    look = next(each for each in my_data.looks(owner) if each.act == "case.revealed")
    assert (look.role, look.what, look.reason, look.number) == ("window_clerk", "移动电话", "reveal.contact", case.pk)


def test_nobody_else_reads_it(case, clerk, now):
    revealing.reveal(case, ASKED, clerk, now=now)
    other = accounts.applicant_of("13900005678", language="zh-hans", now=now)
    assert HOLDING.shown(other) == {}
    assert my_data.looks(other) == ()


@pytest.mark.parametrize(
    ("path", "label"),
    [("operator.id_number", "身份证件号码"), ("said.0", "申请人的话"), ("family_members.0.id_number", "身份证件号码"), ("gone.blank", "gone.blank")],
)
def test_a_value_is_told_by_its_official_label_and_never_by_whose_it_is(case, clerk, now, path, label):
    assert revealing.label_of(Reveal(case=case, path=path, by=clerk, at=now)) == label


def test_the_reasons_are_offered_in_the_language_of_the_page():
    chinese = dict(revealing.reasons())
    with translation.override("en"):
        english = dict(revealing.reasons())
    assert (chinese["reveal.contact"], english["reveal.contact"]) == ("联系申请人", "Reaching the applicant")
    assert len(chinese) == len(english) == 5


def test_sixty_an_hour_is_what_the_table_allows():
    assert revealing.limits() == {"per_hour": 60, "longest": 200}


def test_the_words_are_brought_under_a_new_key_as_everything_sealed():
    assert "cases.reveal.words" in {each.name.lower() for each in SEALED}


def test_a_reveal_goes_with_its_draft_and_is_called_by_its_path(draft_of, clerk, now):
    draft = draft_of()
    made = Reveal.objects.create(case=draft, path=PATH, by=clerk, reason="reveal.contact", words=b"", at=now)
    assert str(made) == f"{draft.pk} {PATH}"
    draft.delete()
    assert not Reveal.objects.exists()
