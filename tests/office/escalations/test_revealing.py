"""Whom to reach of a stuck matter is shown to a colleague or leader for a reason, kept before it is shown; the value is kept nowhere."""

from datetime import timedelta

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.escalations import revealing
from gaoxing.office.escalations.models import EscalationReveal
from gaoxing.office.escalations.revealing import reveal, told_of, told_to_overseers
from gaoxing.office.refusal import NotAllowed
from tests.office.escalations.test_pages import browser, read, signed_in, today  # noqa: F401

pytestmark = pytest.mark.django_db
REASON, WHY, MOBILE = "reveal.contact", "打电话回访", "13900001234"


@pytest.fixture
def row(brought, staff):
    staff("steward", "s-1")
    return brought(mobile=MOBILE, contact="欧阳某")


@pytest.fixture
def leader(row, staff):
    return staff("leader", "l-1")


def at(row):
    return f"/staff/stuck/{row.number}"


def test_a_leader_who_calls_back_is_shown_the_number_on_one_page_alone(browser, row, leader):  # noqa: F811
    mine = browser(leader)
    assert "显示联系方式" in read(mine.get(at(row)))
    shown = read(mine.post(f"{at(row)}/reveal", {"reason": REASON, "words": WHY}))
    assert f"tel:{MOBILE}" in shown
    assert "欧阳某" in shown
    assert MOBILE not in read(mine.get(at(row)))


@pytest.mark.parametrize(("typed", "why"), [({"reason": "", "words": WHY}, "请选为什么要看"), ({"reason": REASON, "words": " "}, "再写一句")])
def test_without_a_reason_nothing_is_shown_and_what_was_typed_stays(browser, row, leader, typed, why):  # noqa: F811
    answer = browser(leader).post(f"{at(row)}/reveal", typed)
    assert (answer.status_code, EscalationReveal.objects.count()) == (409, 0)
    assert why in read(answer)
    assert MOBILE not in read(answer)
    assert f'value="{typed["words"]}"' in read(answer)


def test_whoever_has_it_in_hand_needs_no_reason(browser, row):  # noqa: F811
    shown = read(browser(row.handler).get(at(row)))
    assert MOBILE in shown
    assert "显示联系方式" not in shown


def test_the_person_reads_who_was_shown_it_without_the_words(browser, row, leader, owner, now):  # noqa: F811
    reveal(row, REASON, WHY, leader, now=now)
    shown = read(browser(owner).get(f"/stuck/{row.number}"))
    assert all(each in shown for each in ("谁看过打了码的联系方式：1 次", "联系申请人"))
    assert WHY not in shown


def test_it_is_kept_sealed_and_audited_without_the_value(row, leader, now):
    made = reveal(row, REASON, f"  {WHY}\n", leader, now=now)
    entry = Entry.objects.get(act="stuck.revealed")
    assert (entry.actor, entry.role, entry.reason, entry.subject) == (leader.pk, "leader", REASON, row.pk)
    assert WHY.encode() not in bytes(made.words) != b""
    assert MOBILE not in " ".join(str(value) for value in vars(entry).values())


def test_nothing_is_kept_that_the_audit_could_not_keep(row, leader, now, monkeypatch):
    def full(*_args, **_told):
        raise OSError("no space left")

    monkeypatch.setattr(revealing.audit, "write", full)
    with pytest.raises(OSError, match="no space"):
        reveal(row, REASON, WHY, leader, now=now)
    assert not EscalationReveal.objects.exists()


@pytest.mark.parametrize("role", ["window_clerk", "examiner", "unit_handler"])
def test_nobody_is_shown_it_who_does_not_handle_stuck_matters(row, staff, now, role):
    with pytest.raises(NotAllowed):
        reveal(row, REASON, WHY, staff(role, "x-1"), now=now)
    assert not EscalationReveal.objects.exists()


def test_the_person_s_own_account_reveals_nothing(browser, row, owner):  # noqa: F811
    assert browser(owner).post(f"{at(row)}/reveal", {"reason": REASON, "words": WHY}).status_code == 403


def test_the_sixty_first_of_an_hour_is_refused(row, leader, now):
    rows = (EscalationReveal(escalation=row, by=leader, reason=REASON, at=now - timedelta(minutes=59)) for _ in range(60))
    EscalationReveal.objects.bulk_create(rows)
    with pytest.raises(NotAllowed, match="最多显示 60 次"):
        reveal(row, REASON, WHY, leader, now=now)
    assert reveal(row, REASON, WHY, leader, now=now + timedelta(minutes=2)).pk


def test_the_audit_administrator_reads_the_words_a_page_at_a_time(row, leader, staff, now, monkeypatch):
    monkeypatch.setattr(revealing, "PAGE", 2)
    made, overseer = [reveal(row, REASON, f"第{each}次", leader, now=now) for each in range(3)], staff("audit_administrator", "auditor")
    first, onward = told_to_overseers(overseer, now=now)
    rest, end = told_to_overseers(overseer, now=now, before=onward)
    assert [each.words for each in (*first, *rest)] == ["第2次", "第1次", "第0次"]
    assert (onward, end, first[0].number) == (made[1].pk, 0, row.number)
    assert Entry.objects.filter(act="stuck.reveals_read").count() == 2
    assert [each.words for each in told_of(row)] == [""] * 3


def test_the_page_of_reasons_says_who_and_why_and_nobody_else_opens_it(browser, row, leader, staff, now):  # noqa: F811
    overseer = browser(staff("audit_administrator", "auditor"))
    assert "还没有人看过" in read(overseer.get("/staff/stuck/reveals"))
    reveal(row, REASON, WHY, leader, now=now)
    assert all(each in read(overseer.get("/staff/stuck/reveals")) for each in (WHY, row.number, "联系申请人"))
    assert browser(leader).get("/staff/stuck/reveals").status_code == 403
