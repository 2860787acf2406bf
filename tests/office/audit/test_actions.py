"""An act and its entry happen together or not at all."""

import hashlib

import pytest
from django.db import OperationalError, connection, transaction

from gaoxing.engines.fault import Fault
from gaoxing.office.audit import actions, chain
from gaoxing.office.audit.entry import CLOCK, Actor, Subject
from gaoxing.office.audit.models import Entry, Head
from gaoxing.office.cases.models import Case

CLERK = Actor(7, "window_clerk")


def write(now, act="case.read", **told):
    actions.write(act, actor=told.pop("actor", CLERK), now=now, **told)


def opened(now):
    """An act of the office: a case with its entry, in one transaction."""
    with transaction.atomic():
        case = Case.objects.create(reference="r", created=now, changed=now, words=b"", form=b"")
        write(now, "case.opened", subject=case)


@pytest.mark.django_db
def test_an_entry_tells_who_did_what_to_which_record(now):
    write(now, subject=Subject("cases.case", 3), reason="complaint")
    told = Entry.objects.values("number", "at", "actor", "role", "act", "subject_kind", "subject", "reason").get()
    assert told == {
        "number": 1,
        "at": now,
        "actor": 7,
        "role": "window_clerk",
        "act": "case.read",
        "subject_kind": "cases.case",
        "subject": 3,
        "reason": "complaint",
    }


@pytest.mark.django_db
def test_each_entry_holds_the_digest_of_the_one_before(now):
    for _ in range(3):
        write(now)
    rows = list(Entry.objects.values_list("previous", "own"))
    assert [rows[0][0], rows[1][0], rows[2][0]] == [chain.BEGINNING, rows[0][1], rows[1][1]]
    assert Head.objects.values_list("number", "digest").get() == (3, rows[2][1])


@pytest.mark.django_db
def test_several_acts_of_a_moment_are_one_entry_each(now):
    told = [actions.Told("draft.deleted", CLOCK, Subject("cases.case", number)) for number in (4, 5, 6)]
    assert actions.write_all(told, now=now) == 3
    assert list(Entry.objects.values_list("number", "subject")) == [(1, 4), (2, 5), (3, 6)]
    assert actions.write_all([], now=now) == 0


@pytest.mark.django_db
def test_details_are_kept_as_a_keyed_digest_alone(now):
    write(now, details={"name": "王小明", "mobile": "13812345678"})
    write(now, details={"mobile": "13812345678", "name": "王小明"})
    write(now)
    first, same, none = Entry.objects.values_list("details", flat=True)
    assert (first, none) == (same, "")
    assert hashlib.new("sm3", '{"mobile": "13812345678", "name": "王小明"}'.encode()).hexdigest() not in first
    assert "王" not in str(list(Entry.objects.values()))


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_written(now):
    with pytest.raises(actions.NoTransaction):
        write(now)
    assert not Entry.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("told", [{"act": "王小明"}, {"act": ""}, {"act": "Read"}, {"act": "a" * 49}, {"reason": "他要看"}, {"act": "1380000"}])
def test_what_is_no_word_of_the_code_is_not_written(now, told):
    with pytest.raises(ValueError, match="words of the code"):
        write(now, **told)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("make", [lambda: Actor(1, "李小红"), lambda: Actor(1, ""), lambda: Subject("办件", 1)])
def test_no_name_can_stand_for_an_actor_or_a_subject(make):
    with pytest.raises(ValueError, match="words of the code"):
        make()


@pytest.mark.django_db(transaction=True)
def test_an_act_whose_entry_cannot_be_stored_does_not_happen(now):
    def full(execute, sql, *rest):
        if sql.startswith('INSERT INTO "audit_entry"'):
            raise OperationalError("database or disk is full")
        return execute(sql, *rest)

    with connection.execute_wrapper(full), pytest.raises(Fault, match="这一步没有办"):
        opened(now)
    assert not Case.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_act_does_not_happen_even_where_its_trouble_is_passed_over(now, monkeypatch):
    def full(*_):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(actions, "_append", full)
    with transaction.atomic():
        case = Case.objects.create(reference="r", created=now, changed=now, words=b"", form=b"")
        with pytest.raises(Fault):
            write(now, subject=case)
    assert not Case.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_on_a_disk_that_is_really_full_nothing_happens(now):
    if connection.vendor != "sqlite":
        pytest.skip("a full disk is made by a limit of SQLite")
    opened(now)
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        before = Entry.objects.count()
        try:
            with pytest.raises(Fault, match="磁盘"):
                fill(now)
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")
    assert Entry.objects.count() - before == 50 * Case.objects.get().revision
    assert Entry.objects.count() == Head.objects.get().number


def fill(now):
    """Acts until the audit finds no room; the act beside it is a small one."""
    case = Case.objects.get()
    for number in range(1, 2_000):
        with transaction.atomic():
            Case.objects.filter(pk=case.pk).update(revision=number)
            actions.write_all([actions.Told("case.read", CLERK, case)] * 50, now=now)


@pytest.mark.django_db(transaction=True)
def test_an_act_that_is_taken_back_leaves_no_entry(now):
    with transaction.atomic():
        write(now)
        transaction.set_rollback(True)
    assert not Entry.objects.exists()
    assert not Head.objects.filter(number__gt=0).exists()


@pytest.mark.django_db
def test_without_its_head_a_chain_is_not_gone_on_with(thief, now):
    thief("DELETE FROM audit_head")
    with pytest.raises(Fault, match="链头"):
        write(now)
