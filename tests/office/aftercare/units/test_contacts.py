"""Whom a unit reaches at the enterprise: masked until it says why, kept before it is shown, of its own part alone, so many an hour."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare import revealing
from gaoxing.office.aftercare.models import RequestReveal
from gaoxing.office.aftercare.revealing import PER_HOUR, told_of
from gaoxing.office.aftercare.units.contacts import masked, masked_words, reveal, whole
from gaoxing.office.audit.models import Entry
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.conftest import PROBLEMS, part

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(cast, now):
    return lambda row, who="power", reason="reveal.contact", words="约时间上门": reveal(row, reason, words, cast[who], now=now)


def test_before_a_reason_is_given_name_and_number_are_masked(sent):
    found = masked(part(sent(), 1))
    assert (found.name, found.mobile, found.words) == ("联***", "139****1234", PROBLEMS[0].words)


def test_where_nobody_was_named_nothing_is_masked(sent):
    found = masked(part(sent(contact="", mobile=""), 1))
    assert (found.name, found.mobile) == ("", "")


def test_numbers_in_the_words_of_a_part_are_masked_and_the_whole_has_them(sent, monkeypatch):
    found = part(sent(), 1)
    monkeypatch.setattr("gaoxing.office.aftercare.units.contacts.content_of", lambda row: {"words": "打13900004321"})
    assert (masked_words(found), whole(found).words) == ("打139****4321", "打13900004321")


@pytest.mark.parametrize("who", ["power", "city", "steward", "leader"])
def test_whoever_has_to_do_with_the_part_is_shown_it_for_a_reason(sent, shown, cast, who):
    found = shown(part(sent(), 1), who)
    assert (found.name, found.mobile, found.words) == ("联系人甲", "13900001234", PROBLEMS[0].words)
    assert RequestReveal.objects.get().by == cast[who]


@pytest.mark.parametrize(("who", "number"), [("police", 1), ("power", 2), ("colleague", 1), ("examiner", 1)])
def test_nobody_else_is_shown_anything(sent, shown, who, number):
    found = part(sent(), number)
    with pytest.raises(NotAllowed, match="不归您办"):
        shown(found, who)
    assert not RequestReveal.objects.exists()


@pytest.mark.parametrize(("reason", "words", "told"), [("", "上门", "请选为什么"), ("reach.visit", "上门", "请选为什么"), ("reveal.contact", " ", "再写一句")])
def test_without_reason_or_words_nothing_is_shown(sent, shown, reason, words, told):
    with pytest.raises(NotAllowed, match=told):
        shown(part(sent(), 1), reason=reason, words=words)
    assert not Entry.objects.filter(act="request.revealed").exists()


def test_the_hour_counts_what_was_shown_at_either_desk(sent, shown, cast, now):
    found = part(sent(), 1)
    rows = [RequestReveal(request=found.request, path="mobile", by=cast["power"], reason="reveal.contact", at=now) for _ in range(PER_HOUR)]
    RequestReveal.objects.bulk_create(rows)
    with pytest.raises(NotAllowed, match="最多显示 60 次"):
        shown(found)
    RequestReveal.objects.update(at=now - timedelta(hours=1))
    assert shown(found).mobile == "13900001234"


def test_the_audit_is_written_before_and_without_the_value(sent, shown, cast):
    shown(part(sent(), 1))
    entry = Entry.objects.get(act="request.revealed")
    kept = " ".join(str(value) for value in vars(entry).values())
    assert (entry.actor, entry.reason) == (cast["power"].pk, "reveal.contact")
    assert all(each not in kept for each in ("13900001234", "联系人甲", "约时间上门"))


def test_what_the_audit_cannot_keep_is_not_shown(sent, shown, monkeypatch):
    found = part(sent(), 1)

    def full(*_args, **_told):
        raise OSError("no space left")

    monkeypatch.setattr(revealing.audit, "write", full)
    with pytest.raises(OSError, match="no space"):
        shown(found)
    assert not RequestReveal.objects.exists()


def test_the_enterprise_reads_that_the_unit_was_shown_it(sent, shown):
    found = part(sent(), 1)
    shown(found)
    assert [(each.label, each.reason, each.words) for each in told_of(found.request)] == [("联系人、电话和其中一件的话", "联系申请人", "")]
