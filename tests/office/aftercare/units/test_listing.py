"""The units' list: what is due first first, narrowed by what one has a part as, by state, light and category, and page by page without a gap."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gaoxing.office.aftercare.actions import Problem
from gaoxing.office.aftercare.forces.models import ForceMember, ForceTask
from gaoxing.office.aftercare.forces.sealed import task_place
from gaoxing.office.aftercare.models import CoUnit, Part
from gaoxing.office.aftercare.units import desk, page
from gaoxing.office.aftercare.vault import seal
from gaoxing.office.people.delegating import Span, delegate
from tests.office.aftercare.conftest import part
from tests.office.aftercare.units.conftest import expressions, read

pytestmark = pytest.mark.django_db
OPEN = desk.Narrowed()


@pytest.fixture
def filed(sent, units, now):
    """Puts further parts of one request on a unit's desk, each due so many hours from now (None: without a clock)."""

    def made(hours, *, state="in_hand", lead="power"):
        request = sent()
        Part.objects.filter(request=request).update(lead=units["city"])
        for number, each in enumerate(hours, 3):
            due = None if each is None else now + timedelta(hours=each)
            Part.objects.create(request=request, number=number, category="other", lead=units[lead], state=state, due=due, sent=now, changed=now)
        return request

    return made


@pytest.fixture
def walked(cast, now):
    """The numbers that somebody meets who goes on page by page, and how many pages that were."""

    def done(who, wanted=OPEN):
        seen, after, pages = [], "", 0
        while True:
            found = desk.listed(cast[who], wanted, now=now, after=after)
            seen, pages = seen + [each.number for each in found.parts], pages + 1
            if not (after := found.onward):
                return seen, pages

    return done


def test_what_is_due_first_stands_first_and_what_has_no_clock_last(filed, walked):
    filed([30, None, 10, 20, None])
    assert walked("power")[0] == [5, 6, 3, 7, 4]


def test_pages_neither_lose_nor_repeat_a_part_wherever_they_break(filed, walked, monkeypatch):
    filed([10, 10, 10, None, 20, None])
    for size in range(1, 8):
        monkeypatch.setattr(desk, "PAGE", size)
        assert walked("power") == ([5, 4, 3, 7, 8, 6], -(-6 // size))


def test_a_page_that_is_just_full_is_the_last(filed, cast, now, monkeypatch):
    filed([10, 20])
    monkeypatch.setattr(desk, "PAGE", 2)
    assert desk.listed(cast["power"], desk.Narrowed(), now=now).onward == ""


def test_what_is_filed_between_two_pages_changes_nothing_of_what_follows(filed, cast, now, units, monkeypatch):
    request = filed([10, 20, 30])
    monkeypatch.setattr(desk, "PAGE", 1)
    first = desk.listed(cast["power"], desk.Narrowed(), now=now)
    Part.objects.create(request=request, number=9, category="other", lead=units["power"], state="in_hand", due=now, changed=now)
    assert [each.number for each in desk.listed(cast["power"], desk.Narrowed(), now=now, after=first.onward).parts] == [4]


def test_a_mark_that_nobody_made_begins_anew(filed, cast, now):
    filed([10, None])
    for after in ("x", ".", "1.", ".x", "1.2.3", "-1.2", "9" * 30 + ".1", "." + "9" * 30, "１.１", " .1"):
        found = desk.listed(cast["power"], desk.Narrowed(), now=now, after=after)
        assert (after, [each.number for each in found.parts]) == (after, [3, 4])


def test_the_pages_go_on_within_the_filter_and_lead_back(filed, browser, monkeypatch):
    filed([10, 20, 30])
    monkeypatch.setattr(desk, "PAGE", 2)
    power = browser("power")
    first = read(power.get("/staff/parts?state=in_hand"))
    [onward] = expressions(r'rel="next" href="([^"]+)"', first)
    assert ("state=in_hand" in onward, "回到第一页" in first) == (True, False)
    last = read(power.get(onward.replace("&amp;", "&")))
    assert ("回到第一页" in last, 'rel="next"' in last, "诉求里的事：3 件" in last) == (True, False, True)


def test_more_than_anybody_counts_is_said_to_be_more(filed, browser, monkeypatch):
    filed([10, 20, 30])
    monkeypatch.setattr(desk, "MOST_COUNTED", 2)
    assert "诉求里的事：2 件以上" in read(browser("power").get("/staff/parts"))


def test_every_state_is_a_filter_of_its_own(filed, walked):
    request = filed([10])
    for state in set(Part.State.values) - {"planned"}:
        Part.objects.filter(request=request, number=3).update(state=state)
        assert walked("power", desk.Narrowed(state=state))[0] == walked("power", desk.Narrowed(state=desk.ALL))[0] == [3]
        assert walked("power")[0] == ([3] if state in desk.OPEN else [])


def test_what_is_only_planned_is_on_no_desk_and_no_filter(filed, walked):
    filed([10], state="planned")
    assert walked("power", desk.Narrowed(state=desk.ALL))[0] == []
    assert desk.read({"state": "planned"}) == (desk.Narrowed(), False)


def test_each_light_holds_its_own_parts_and_no_other(filed, walked, now):
    request = filed([None, 200, 1, -1, -400])
    Part.objects.filter(request=request, number=3).update(state="waiting")
    Part.objects.filter(request=request, number=5).update(yellow_from=now - timedelta(hours=1))
    found = {str(each): walked("power", desk.Narrowed(light=str(each)))[0] for each in desk.LIGHTS}
    assert found == {"double_red": [7], "red": [6], "yellow": [5], "green": [4], "paused": [3]}


def test_filters_hold_together(filed, walked):
    request = filed([10, 20])
    Part.objects.filter(request=request, number=4).update(category="policy")
    assert walked("power", desk.Narrowed(category="policy", state="in_hand", role=desk.LEAD))[0] == [4]
    assert walked("power", desk.Narrowed(category="policy", role=desk.HELP))[0] == []


def test_a_filter_without_a_hit_says_how_to_go_on(filed, browser):
    filed([10])
    page_ = read(browser("power").get("/staff/parts?state=done"))
    assert ("没有符合筛选的" in page_, '<details class="narrowing" open>' in page_) == (True, True)
    assert "没有要办的。" in read(browser("police").get("/staff/parts"))


def test_who_leads_is_not_listed_as_helping_and_who_is_in_the_force_as_that(filed, walked, cast, units, now):
    request = filed([10, 20, 30])
    three, four, five = (part(request, number) for number in (3, 4, 5))
    CoUnit.objects.create(part=three, unit=units["power"])
    CoUnit.objects.create(part=four, unit=units["police"])
    ForceMember.objects.create(part=five, unit=units["police"], since=now)
    Part.objects.filter(pk=five.pk).update(force_lead=cast["task_force_lead"])
    found = {(who, role): walked(who, desk.Narrowed(role=role))[0] for who in ("power", "police", "task_force_lead") for role in ("lead", "help", "force")}
    assert {key: numbers for key, numbers in found.items() if numbers} == {
        ("power", "lead"): [3, 4, 5],
        ("police", "help"): [4],
        ("police", "force"): [5],
        ("task_force_lead", "force"): [5],
    }
    held = desk.held_among(Part.objects.filter(request=request), cast["police"], on=now.date())
    assert held == {four.pk: desk.HELP, five.pk: desk.FORCE}
    assert [desk.held_as(three, cast[who], on=now.date()) for who in ("power", "police", "leader")] == [desk.LEAD, "", ""]


def test_a_deputy_has_the_desk_of_who_is_away(filed, walked, cast, now):
    filed([10, 20])
    assert walked("police")[0] == []
    delegate(cast["power"], cast["police"], kind="deputy", acts=["handle_part"], span=Span(now.date(), now.date()), now=now)
    assert walked("police", desk.Narrowed(role=desk.LEAD))[0] == [3, 4]


def test_a_long_list_asks_no_more_of_the_database_than_a_short_one(filed, cast, now):
    filed([10] * 2)
    counts = []
    for size in (1, 2):
        found = list(Part.objects.filter(number__gte=3).select_related("request", "lead").prefetch_related("events"))[:size]
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert len(page.rows(found, cast["power"], now=now)) == size
        counts.append(len(asked))
    assert counts[1] <= counts[0]


def test_words_in_the_list_are_short_and_hide_telephones(sent, browser):
    long = "跳闸，请打 13912345678 找我，" + "料都废了" * 20
    sent(words="别的话", problems=(Problem("utilities", long), Problem("amenities", "车位")))
    shown = read(browser("power").get("/staff/parts"))
    assert "13912345678" not in shown


def test_the_list_says_which_reply_was_promised_and_when_it_is_late(in_hand, press, browser, now, cast):
    found = press(in_hand(), "reply", "power", note="在等货", next_reply="2026-11-25")
    assert "说好 11-25 再答复" in read(browser("power").get("/staff/parts"))
    rows = page.rows([found], cast["power"], now=now + timedelta(days=1))
    assert rows[0].reply == "说好今天再答复"
    assert page.rows([found], cast["power"], now=now + timedelta(days=2))[0].reply.endswith("过了")


def test_tasks_stand_above_the_list_with_their_day_and_go_when_the_part_ends(in_hand, browser, units, now):
    found = in_hand()
    ForceMember.objects.create(part=found, unit=units["police"], since=now)
    for number, day in ((1, 23), (2, 24), (3, 25)):
        task = ForceTask(part=found, number=number, meeting=2, unit=units["police"], due=date(2026, 11, day), made=now)
        task.words = seal({"words": f"第{number}项"}, task_place(task, "words"))
        task.save()
    police = browser("police")
    shown = read(police.get("/staff/parts"))
    assert "专班布置的任务 3 项" in shown
    places = [shown.index(each) for each in ("过期了", "第1项", "今天到期", "第2项", "来得及", "第3项")]
    assert places == sorted(places)
    for state, count in (("ended", 0), ("impossible", 0), ("done", 3), ("dispatched", 3)):
        Part.objects.filter(pk=found.pk).update(state=state)
        assert read(police.get("/staff/parts")).count("#task-") == count


def test_more_tasks_than_a_page_holds_are_counted_and_said(in_hand, browser, units, now, monkeypatch):
    found = in_hand()
    for number in (1, 2, 3):
        ForceTask.objects.create(part=found, number=number, meeting=2, unit=units["city"], due=date(2026, 11, 28 - number), made=now)
    monkeypatch.setattr(desk, "PAGE", 2)
    shown = read(browser("city").get("/staff/parts"))
    assert ("专班布置的任务 3 项" in shown, "最早到期的 2 项" in shown, shown.count("#task-")) == (True, True, 2)
    assert "#task-1" not in shown


def test_many_tasks_ask_no_more_of_the_database_than_few(in_hand, cast, units, now):
    found, counts = in_hand(), []
    for number in (1, 2, 3):
        ForceTask.objects.create(part=found, number=number, meeting=2, unit=units["city"], due=now.date(), made=now)
        with CaptureQueriesContext(connection) as asked:
            assert [each.mine for each in page.tasks(found.tasks.select_related("unit", "person", "part__request"), cast["city"], now=now)] == [True] * number
        counts.append(len(asked))
    assert counts[2] <= counts[1] <= counts[0]
