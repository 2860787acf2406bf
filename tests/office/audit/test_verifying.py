"""A chain that was touched anywhere is told by the first entry that does not fit, and in what."""

import pytest
from django.db import connection, transaction

from gaoxing.office.audit import actions, queries
from gaoxing.office.audit.chain import FIELDS, digest_of
from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.audit.queries import Wanted, rows
from gaoxing.office.audit.verifying import verify

pytestmark = pytest.mark.django_db


def verified(*anchors):
    return verify(rows(Wanted()), queries.head(), anchors=anchors)


def first_break(*anchors):
    broken = verified(*anchors).broken
    return broken and (broken.number, broken.differs.split("，")[0])


def test_an_untouched_chain_is_whole(chain):
    verdict = verified()
    assert (verdict.checked, verdict.number, verdict.broken) == (5, 5, None)
    assert verdict.digest == queries.head()[1]


def test_an_empty_chain_is_whole(db):
    assert verified().checked == 0
    assert verified().broken is None


CHANGES = [
    ("UPDATE audit_entry SET actor = 8 WHERE number = 3", (3, "内容与本条摘要不符")),
    ("UPDATE audit_entry SET role = 'leader' WHERE number = 1", (1, "内容与本条摘要不符")),
    ("UPDATE audit_entry SET act = 'case.lost' WHERE number = 5", (5, "内容与本条摘要不符")),
    ("UPDATE audit_entry SET subject = 4 WHERE number = 2", (2, "内容与本条摘要不符")),
    ("UPDATE audit_entry SET subject_kind = 'x' WHERE number = 2", (2, "内容与本条摘要不符")),
    ("UPDATE audit_entry SET details = '' WHERE number = 2", (2, "内容与本条摘要不符")),
    ("UPDATE audit_entry SET reason = 'asked' WHERE number = 2", (2, "内容与本条摘要不符")),
    ("UPDATE audit_entry SET at = '2026-11-24 02:30:01' WHERE number = 4", (4, "内容与本条摘要不符")),
    ("UPDATE audit_entry SET own = previous WHERE number = 4", (4, "内容与本条摘要不符")),
    ("UPDATE audit_entry SET previous = own WHERE number = 4", (4, "记的上一条摘要与上一条不同")),
    ("DELETE FROM audit_entry WHERE number = 1", (1, "这一条不见了")),
    ("DELETE FROM audit_entry WHERE number = 3", (3, "这一条不见了")),
    ("DELETE FROM audit_entry WHERE number IN (3, 4)", (3, "这一条不见了")),
    ("DELETE FROM audit_entry WHERE number = 5", (5, "末尾的记录不见了")),
    ("DELETE FROM audit_entry", (1, "末尾的记录不见了")),
    ("DELETE FROM audit_head", (0, "链头不见了")),
    ("UPDATE audit_head SET digest = 'f'", (5, "最新一条的摘要与链头不同")),
]


@pytest.mark.parametrize(("sql", "told"), CHANGES, ids=[sql for sql, _ in CHANGES])
def test_the_first_broken_link_is_told_with_what_differs(thief, sql, told):
    thief(sql)
    assert first_break() == told


def test_an_entry_between_two_others_is_found(thief):
    thief("UPDATE audit_entry SET number = 9 WHERE number = 5")
    assert first_break() == (5, "末尾的记录不见了")


def test_what_was_broken_later_is_not_told_before_the_first(thief):
    thief("UPDATE audit_entry SET actor = 1 WHERE number IN (2, 4)")
    assert verified().broken.number == 2
    assert verified().checked == 1


def test_a_link_that_was_made_to_fit_breaks_at_the_next(thief):
    """Whoever changes an entry and its digest must go on to the newest."""
    row = list(Entry.objects.filter(number=3).values_list(*FIELDS).get())
    row[2] = 99
    thief("UPDATE audit_entry SET actor = %s, own = %s WHERE number = 3", 99, digest_of(tuple(row)))
    assert first_break() == (4, "记的上一条摘要与上一条不同")


def test_a_chain_that_was_written_anew_is_told_by_what_was_noted_elsewhere(thief, now):
    noted = (3, Entry.objects.get(number=3).own)
    assert first_break(noted) is None
    thief("DELETE FROM audit_entry")
    thief("DELETE FROM audit_head")
    with transaction.atomic():
        for _ in range(5):
            actions.write("case.read", actor=Actor(7, "clerk"), now=now)
    assert first_break() is None
    assert first_break(noted) == (3, "与另外记下的锚点不同")


def test_a_chain_cut_short_with_its_head_is_told_by_what_was_noted_elsewhere(thief):
    noted = queries.head()
    thief("DELETE FROM audit_entry WHERE number > 3")
    thief("UPDATE audit_head SET number = 3, digest = (SELECT own FROM audit_entry WHERE number = 3)")
    assert first_break() is None
    assert first_break(noted) == (5, "锚点记下的这一条不见了")


def test_what_is_written_meanwhile_is_not_looked_at(chain, now):
    head = queries.head()
    with transaction.atomic():
        actions.write("case.read", actor=Actor(7, "clerk"), now=now)
    verdict = verify(rows(Wanted()), head)
    assert (verdict.checked, verdict.broken) == (5, None)


def test_it_is_told_how_far_it_is(chain, monkeypatch):
    monkeypatch.setattr("gaoxing.office.audit.verifying.TOLD_EVERY", 2)
    told = []
    verify(rows(Wanted()), queries.head(), told=told.append)
    assert told == [2, 4]


def test_both_databases_give_the_same_digest(db, now):
    """The first entry of a clerk on a fixed day: the digest was noted on SQLite."""
    with transaction.atomic():
        actions.write("case.read", actor=Actor(7, "clerk"), now=now)
    row = Entry.objects.values_list(*FIELDS).get()
    assert digest_of(row) == "6be99efd99ef2954691142c8a50b5b6b3e6227f19e2167a798e6ed4233cfc086", connection.vendor
