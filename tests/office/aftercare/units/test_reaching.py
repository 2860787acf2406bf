"""Whom a unit reaches: masked until it says why, so often an hour, kept before it is shown; and what is extended is what was asked."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare import clocking, revealing
from gaoxing.office.aftercare.firing import note_of
from gaoxing.office.aftercare.forces.models import ForceMember
from gaoxing.office.aftercare.models import Part, RequestReveal
from gaoxing.office.aftercare.units import acts, contacts
from gaoxing.office.audit.models import Entry
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.conftest import part
from tests.office.aftercare.units.conftest import read, where

pytestmark = pytest.mark.django_db
WHY = {"reason": "reveal.contact", "words": "约上门时间"}

NO_REASON = (
    ({"reason": "nonsense"}, "请选为什么要看"),
    ({"reason": "reveal."}, "请选为什么要看"),
    ({"words": ""}, "再写一句"),
    ({"words": " \n\t "}, "再写一句"),
    ({"words": "长" * 201}, "最多写 200 个字"),
)
"""What is none, and what is then said."""


def shown_to(cast, now, found, times, *, who="power", later=timedelta()):
    RequestReveal.objects.bulk_create(
        RequestReveal(request=found.request, path="reach", by=cast[who], reason=WHY["reason"], at=now + later) for _ in range(times)
    )


@pytest.mark.parametrize("who", ["power", "city", "steward", "leader"])
def test_everybody_reads_it_masked_and_whoever_acts_on_it_whole_for_a_reason(sent, browser, who):
    found, reader = part(sent(), 1), browser(who)
    page = read(reader.get(where(found)))
    assert ("139****1234" in page, "13900001234" in page, "显示联系方式" in page) == (True, False, True)
    assert "13900001234" in read(reader.post(where(found, "/reveal"), WHY))
    assert "13900001234" not in read(reader.get(where(found)))


def test_a_member_of_the_force_reads_the_part_but_not_whom_to_reach(sent, browser, units, now):
    found = part(sent(), 1)
    ForceMember.objects.create(part=found, unit=units["police"], since=now)
    police = browser("police")
    page = read(police.get(where(found)))
    assert ("139****1234" in page, "显示联系方式" in page) == (True, False)
    answer = police.post(where(found, "/reveal"), WHY)
    assert (answer.status_code, "不归您办" in read(answer), "13900001234" in read(answer)) == (409, True, False)
    assert not RequestReveal.objects.exists()


def test_a_reason_that_is_none_shows_nothing_and_keeps_nothing(sent, browser):
    found, power = part(sent(), 1), browser("power")
    for wrong, said in NO_REASON:
        answer = power.post(where(found, "/reveal"), {**WHY, **wrong})
        page = read(answer)
        assert (wrong, answer.status_code, said in page, "13900001234" in page) == (wrong, 409, True, False)
        assert '<details class="reveal" open>' in page
    assert not RequestReveal.objects.exists()
    assert not Entry.objects.filter(act="request.revealed").exists()


def test_the_sixtieth_of_an_hour_is_shown_and_the_next_is_not(sent, cast, now):
    found = part(sent(), 1)
    shown_to(cast, now, found, revealing.PER_HOUR - 1)
    later = now + timedelta(minutes=30)
    assert contacts.reveal(found, *WHY.values(), cast["power"], now=later).mobile == "13900001234"
    with pytest.raises(NotAllowed, match="一小时里最多显示 60 次"):
        contacts.reveal(found, *WHY.values(), cast["power"], now=later)
    assert RequestReveal.objects.count() == 60


def test_the_hour_rolls_and_is_each_persons_own(sent, cast, now):
    found = part(sent(), 1)
    shown_to(cast, now, found, revealing.PER_HOUR)
    assert contacts.reveal(found, *WHY.values(), cast["city"], now=now).name == "联系人甲"
    with pytest.raises(NotAllowed, match="一小时"):
        contacts.reveal(found, *WHY.values(), cast["power"], now=now + timedelta(minutes=59))
    assert contacts.reveal(found, *WHY.values(), cast["power"], now=now + timedelta(minutes=60)).name == "联系人甲"


def test_what_is_kept_names_who_and_why_and_never_the_number(sent, cast, now):
    found = part(sent(), 1)
    contacts.reveal(found, *WHY.values(), cast["power"], now=now)
    entry, kept = Entry.objects.get(act="request.revealed"), RequestReveal.objects.get()
    assert "13900001234" not in f"{entry.details} {entry.reason}"
    assert "约上门".encode() not in bytes(kept.words)
    [told] = revealing.told_of(found.request)
    assert (told.number, told.words, told.label) == (found.request.number, "", "联系人、电话和其中一件的话")


def test_the_number_of_somebody_else_in_the_words_of_a_note_is_masked_on_the_page(in_hand, browser, press):
    found = press(in_hand(), "reply", "power", note="请打 13912345678 找王工", next_reply="2026-11-26")
    assert "13912345678" not in read(browser("city").get(where(found)))


@pytest.mark.parametrize("days", [1, 2, 3])
def test_an_extension_grants_exactly_the_days_that_were_asked_and_named(in_hand, press, browser, days):
    found, power = in_hand(), browser("power")
    fields = {"act": "ask_extension", "kind": "complex", "words": "要试运行", "note": "再给几天", "days": days, "revision": found.revision}
    assert power.post(where(found, "/act"), fields).status_code == 302
    told = note_of(part(found.request, 1).events.get(act="ask_extension"))
    after = press(found, "grant_extension", "leader", later=timedelta(hours=2))
    calendar = clocking.calendar()
    assert calendar.day(after.due) == calendar.after(calendar.day(found.due), days)
    assert told["until"] == calendar.day(after.due).isoformat()
    assert f"延 {days} 个工作日" in read(power.get(where(found)))


def test_an_extension_after_a_wait_is_counted_from_the_day_that_the_wait_left(in_hand, press, browser, now):
    found = press(in_hand(), "ask_enterprise", "power", reason="papers", needs=["配电图"])
    found = press(found, "supply", "power", note="收到", at=now + timedelta(days=1))
    named = acts.extension_of(found)
    press(found, "ask_extension", "power", reason="complex", note="再给几天", days=named.days, at=now + timedelta(days=1, minutes=1))
    after = press(found, "grant_extension", "leader", at=now + timedelta(days=1, minutes=2))
    assert clocking.calendar().day(after.due) == named.until


def test_what_was_refused_may_be_asked_again_and_the_last_asked_is_granted(in_hand, press):
    found = in_hand()
    press(found, "ask_extension", "power", reason="complex", note="再给几天", days=3)
    press(found, "refuse_extension", "leader", reason="unreasoned", later=timedelta(hours=1))
    press(found, "ask_extension", "power", reason="outside", note="等上级", days=1, later=timedelta(hours=2))
    after = press(found, "grant_extension", "leader", later=timedelta(hours=3))
    calendar = clocking.calendar()
    assert calendar.day(after.due) == calendar.after(calendar.day(found.due), 1)


def test_a_part_is_extended_once_and_asked_for_in_time(in_hand, press, now):
    found = in_hand()
    with pytest.raises(NotAllowed, match="离到期不到一个工作日"):
        press(found, "ask_extension", "power", reason="complex", note="来不及", days=1, at=found.due - timedelta(hours=1))
    press(found, "ask_extension", "power", reason="complex", note="再给几天", days=1)
    press(found, "grant_extension", "leader", later=timedelta(hours=1))
    with pytest.raises(NotAllowed, match="已经延期过一次"):
        press(found, "ask_extension", "power", reason="complex", note="再给几天", days=1, later=timedelta(hours=2))


def test_an_extension_is_not_granted_over_the_due_day(in_hand, press, now):
    found = press(in_hand(), "ask_extension", "power", reason="complex", note="再给几天", days=3)
    with pytest.raises(NotAllowed, match="不能再同意延期"):
        press(found, "grant_extension", "leader", at=now + timedelta(days=8))
    assert part(found.request, 1).state == "extension_asked"


def test_nothing_is_extended_while_no_clock_runs(in_hand, press):
    found = press(in_hand(), "ask_enterprise", "power", reason="papers", needs=["配电图"])
    assert acts.extension_of(part(found.request, 1)) is None
    Part.objects.filter(pk=found.pk).update(state="done", due=None)
    assert acts.extension_of(part(found.request, 1)) is None
