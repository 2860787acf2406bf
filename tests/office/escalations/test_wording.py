"""A stuck matter in words: its light, its story, the days and the unit that were named; for the office all, for the person what was written for them."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from gaoxing.engines.fault import Fault
from gaoxing.office.escalations import wording
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.language import said
from tests.office.escalations.conftest import CALL, press
from tests.office.escalations.test_pages import browser, read  # noqa: F401
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_hand(brought, staff, now):
    steward = staff("steward", "s-1")
    return press(brought(mobile="13900001234"), "contact", steward, now, **{**CALL, "when": "2026-11-24T10:30"})


@pytest.mark.parametrize(("days", "light", "word"), [(0, "green", "来得及"), (19, "yellow", "快到期"), (22, "red", "已超期"), (40, "double_red", "超期很久")])
def test_the_light_goes_from_green_to_double_red(in_hand, now, days, light, word):
    clock = wording.clock_of(in_hand, now=now + timedelta(days=days))
    assert (clock.light, clock.word) == (light, word)
    assert clock.sentence


def test_until_the_person_was_contacted_the_hour_comes_first(brought, staff, now):
    staff("steward", "s-1")
    row = brought()
    assert wording.clock_of(row, now=now).light == "green"
    late = wording.clock_of(row, now=now + timedelta(hours=2))
    assert (late.light, late.word) == ("red", "还没有联系本人")


@pytest.mark.parametrize(("days", "light", "word"), [(1, "green", "按时有结果"), (40, "red", "超期才有结果")])
def test_a_result_says_whether_it_came_in_time(in_hand, now, days, light, word):
    at = now + timedelta(days=days)
    row = press(in_hand, "conclude", in_hand.handler, at, outcome="done", cause_kind="rule", cause_name="样例")
    assert (wording.clock_of(row, now=at).light, wording.clock_of(row, now=at).word) == (light, word)


def test_a_draft_has_no_clock(owner, now):
    row = Escalation.objects.create(owner=owner, made=now, changed=now)
    assert wording.clock_of(row, now=now) is None


def test_the_story_says_whom_when_and_how_to_the_office_alone(in_hand):
    office, person = wording.story(in_hand, whole=True), wording.story(in_hand, whole=False)
    assert office[-1].call == "本人，2026-11-24 10:30，电话"
    assert person[-1].call == ""
    assert [each.word for each in person] == ["提交", "接手", "记下联系"]


@pytest.mark.parametrize(
    ("act", "told", "line"),
    [
        ("reply", {"next_reply": "2026-11-27"}, ("下次答复：", "2026-11-27")),
        ("extend", {"until": "2026-12-18", "reason": "several_units", **CALL}, ("延长到：", "2026-12-18")),
    ],
)
def test_the_day_that_was_named_stands_with_what_it_is(in_hand, now, act, told, line):
    row = press(in_hand, act, in_hand.handler, now, **told)
    last = wording.story(row, whole=False)[-1]
    assert (last.day_word, last.day) == line


def test_the_story_of_a_cause_names_the_unit_and_the_day(staff, unit, now):
    cause = Cause.objects.create(kind="rule", name="样例", made=now, changed=now)
    cause = press(cause, "assign", staff("leader", "l-1"), now, unit=unit.pk, mend_by="2026-12-10")
    [line] = wording.story(cause, whole=True)
    assert (line.word, line.call, line.day_word, line.day) == ("交责任单位整改", unit.name, "整改期限：", "2026-12-10")


def test_a_title_is_cut_and_what_does_not_open_is_said(brought, now):
    assert wording.title_of(brought(tried="办" * 60)) == "办" * 40 + "…"
    row, stranger = brought(), brought()
    row.content = stranger.content
    with pytest.raises(Fault):
        wording.content_of(row)
    assert "打不开" in wording.title_of(row)


def test_everything_has_its_english(in_hand, now):
    with translation.override("en"):
        assert said(wording.state_of(in_hand)) == "In hand"
        assert wording.clock_of(in_hand, now=now).word == "In time"
        assert set(wording.kinds().values()) == {"Rule", "Process", "People", "System"}
        assert all(each.word.isascii() and each.role.isascii() for each in wording.story(in_hand, whole=True))


def test_numbers_in_the_words_are_whole_for_whoever_has_it_and_masked_for_a_colleague(browser, brought, staff, now, monkeypatch):  # noqa: F811
    monkeypatch.setattr(timezone, "now", lambda: now)
    steward, colleague = staff("steward", "s-1"), staff("steward", "s-2")
    row = brought(tried="办证，他叫我打 13900005555 问")
    assert "13900005555" in read(browser(steward).get(f"/staff/stuck/{row.number}"))
    for path in (f"/staff/stuck/{row.number}", "/staff/stuck?show=all"):
        shown = read(browser(colleague).get(path))
        assert "139****5555" in shown
        assert "13900005555" not in shown


def test_the_person_reads_who_has_it_and_how_to_reach_them(browser, brought, owner, staff, now, monkeypatch):  # noqa: F811
    from gaoxing.office.people.models import Person
    from gaoxing.office.people.vault import seal

    monkeypatch.setattr(timezone, "now", lambda: now)
    steward = staff("steward", "s-1")
    Person.objects.filter(pk=steward.pk).update(mobile=seal("0512-57300000", person=steward.pk, column="mobile"))
    row = brought()
    shown = read(browser(owner).get(f"/stuck/{row.number}"))
    assert '<a href="tel:0512-57300000">' in shown
    assert "王某" in shown
