"""The yearly report: every figure counts exactly the records it opens, of its year alone; the file says the same; only who may see them may take it."""

import io
import re
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.utils import timezone
from django.utils.timezone import get_default_timezone
from openpyxl import load_workbook

from gaoxing.office.audit.models import Entry
from gaoxing.office.escalations import desk, narrowing, report
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.narrowing import FACTS, Narrowed, facts
from gaoxing.office.people.models import RoleAssignment
from tests.office.escalations.conftest import CALL, press
from tests.office.escalations.test_pages import browser, read  # noqa: F401
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
ADDRESS, SYSTEM = {"cause_kind": "process", "cause_name": "两个窗口互相要证明"}, {"cause_kind": "system", "cause_name": "地址库对不上"}


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands three hours after the beginning."""
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=3))


@pytest.fixture
def leader(staff):
    return staff("leader", "l-1")


@pytest.fixture
def year(staff, brought, owner, leader, now):
    """A year with one of almost everything, and one of the year before."""
    steward = staff("steward", "s-1")
    RoleAssignment.objects.update(since=now.date() - timedelta(days=999))

    def in_hand(at=now):
        return press(brought(at), "contact", steward, at, **CALL)

    press(in_hand(), "conclude", steward, now, outcome="done", **ADDRESS)
    confirmed = press(in_hand(), "conclude", steward, now, outcome="partly", **ADDRESS)
    press(confirmed, "confirm", owner, now)
    press(in_hand(), "decline", steward, now, reason="law_forbids", **SYSTEM)
    rejected = press(in_hand(), "conclude", steward, now, outcome="done", **SYSTEM)
    press(rejected, "reject", owner, now, reason="not_done")
    press(in_hand(), "refer", steward, now, reason="petition")
    press(brought(), "withdraw", owner, now)
    brought()
    late = in_hand(now - timedelta(days=60))
    press(late, "conclude", steward, now, outcome="done", **ADDRESS)
    in_hand(now - timedelta(days=400))
    return steward


def opened(person, address, now):
    """How many records the desk lists under an address."""
    query = dict(parse_qsl(urlsplit(address).query))
    return desk.listed(person, show=query["show"], after=0, now=now, wanted=narrowing.read(query)).count


def test_every_figure_counts_the_records_that_it_opens(year, leader, now):
    at = now + timedelta(hours=3)
    made = report.report(leader, 2026, now=at)
    figures = [made.received, *(each for group in made.groups for each in group.figures), *(each.figure for each in made.causes)]
    assert {each.word: each.count for each in figures} == {each.word: opened(leader, each.address, at) for each in figures}
    assert made.received.count == 8


def test_the_figures_are_those_of_what_happened(year, leader, now):
    made = report.report(leader, 2026, now=now + timedelta(hours=3))
    counts = {each.word: each.count for group in made.groups for each in group.figures}
    expected = {"还在办": 2, "有结果，等确认": 3, "确认过": 1, "告知应走的渠道": 1, "本人撤回": 1}
    assert {word: counts[word] for word in expected} == expected
    assert sum(expected.values()) == made.received.count
    assert (counts["一小时内联系到"], counts["没有按时联系"]) == (6, 1)
    assert (counts["按时有结果"], counts["超期才有结果"], counts["本人说没有办成"]) == (3, 1, 1)
    assert (counts["办成了"], counts["部分办成"], counts["不能办"]) == (2, 1, 1)
    assert (counts["流程"], counts["系统"], counts["制度"]) == (3, 2, 0)
    assert (counts["信访事项"], counts["法律法规不允许"], counts["事情还是没办成"]) == (1, 1, 1)


@pytest.mark.parametrize(("after", "late"), [(timedelta(minutes=59), 0), (timedelta(hours=2), 1)])
def test_what_ended_after_the_hour_without_a_contact_was_not_contacted_in_time(brought, owner, staff, now, after, late):
    steward = staff("steward", "s-1")
    press(brought(), "withdraw", owner, now + after)
    made = report.report(steward, 2026, now=now + timedelta(hours=3))
    counts = {each.word: each.count for group in made.groups for each in group.figures}
    assert (counts["没有按时联系"], counts["一小时内联系到"], counts["本人撤回"]) == (late, 0, 1)


def test_the_causes_stand_with_what_held_up_most_first(year, leader, now):
    made = report.report(leader, 2026, now=now)
    assert [(each.figure.word, each.figure.count, each.kind) for each in made.causes] == [("两个窗口互相要证明", 3, "流程"), ("地址库对不上", 2, "系统")]
    assert made.by_cause.links == tuple(each.figure.address for each in made.causes)
    assert made.by_cause.series[0].values == (3, 2)
    assert sum(made.by_kind.values) == 5


def test_a_year_without_anything_says_so(leader, browser, now):  # noqa: F811
    made = report.report(leader, 2026, now=now)
    assert (made.received.count, made.causes, made.by_cause.empty) == (0, (), True)
    assert {each.count for group in made.groups for each in group.figures} == {0}
    assert browser(leader).get("/staff/stuck/report").status_code == 200


def test_the_years_are_those_in_which_something_came_and_this_one(year, leader, now):
    assert report.years(leader, now=now) == (2026, 2025)
    assert report.report(leader, 2025, now=now).received.count == 1


def test_a_year_begins_on_the_zones_clock(leader, brought, now):
    midnight = datetime(2026, 1, 1, tzinfo=get_default_timezone())
    brought(midnight), brought(midnight - timedelta(seconds=1))
    assert [report.report(leader, each, now=now).received.count for each in (2026, 2025)] == [1, 1]


def test_the_page_shows_picture_table_and_links(year, leader, browser):  # noqa: F811
    shown = read(browser(leader).get("/staff/stuck/report?year=2026"))
    assert shown.count("<svg") == 2
    assert "style=" not in shown
    assert re.search(r'href="/staff/stuck\?show=all&amp;year=2026&amp;cause=\d+">两个窗口互相要证明', shown)
    assert "2025" in shown
    assert 'id="print"' in shown


@pytest.mark.parametrize("asked", ["1999", "x", "٢٠٢٦", "9" * 30])
def test_a_year_that_is_none_gives_this_one(year, leader, browser, asked):  # noqa: F811
    assert "2026 年办不成事成因年报" in read(browser(leader).get(f"/staff/stuck/report?year={asked}"))


def test_the_file_says_what_the_page_says_and_stands_in_the_audit(year, leader, browser):  # noqa: F811
    answer = browser(leader).get("/staff/stuck/report.xlsx?year=2026")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    told = {(row[0], row[1]): row[3] for row in rows if len(row) > 3}
    assert (told["办到哪一步", "还在办"], told["成因", "两个窗口互相要证明"], told["为什么不能办", "法律法规不允许"]) == (2, 3, 1)
    assert "2026 年收到 8 件" in str(rows)
    assert Entry.objects.filter(act="list.exported").count() == 1


@pytest.mark.parametrize("role", ["window_clerk", "examiner"])
@pytest.mark.parametrize("path", ["/staff/stuck/report", "/staff/stuck/report.xlsx"])
def test_the_report_is_the_offices_alone(browser, staff, role, path):  # noqa: F811
    assert browser(staff(role, "x-1")).get(path).status_code == 403
    assert not Entry.objects.filter(act="list.exported").exists()


def test_the_desk_says_what_it_shows_alone_and_leads_back_to_all(year, leader, browser):  # noqa: F811
    number = Cause.objects.get(name="地址库对不上").pk
    shown = read(browser(leader).get(f"/staff/stuck?show=all&year=2026&cause={number}&reason=decline:law_forbids"))
    assert "找到 1 件" in shown
    assert all(each in shown for each in ("2026 年提的", "地址库对不上", "法律法规不允许", "看全部"))


@pytest.mark.parametrize(
    "query", [{"year": "26"}, {"cause": "x"}, {"kind": "x", "outcome": "x"}, {"reason": "fly:x"}, {"reason": "refer:x"}, {"fact": "x"}, {}]
)
def test_an_address_that_asks_for_nothing_known_narrows_nothing(query):
    assert narrowing.read(query) == Narrowed()
    assert narrowing.read(query).asked == {}
    assert narrowing.told(narrowing.read(query)) == ()


def test_every_fact_has_its_words_and_can_be_asked():
    assert set(facts()) == set(FACTS)
    assert all(narrowing.told(narrowing.read({"fact": each})) == (facts()[each],) for each in FACTS)


def test_what_somebody_does_not_see_is_counted_nowhere(year, owner, other, now):
    assert report.report(other, 2026, now=now).received.count == 0
    assert report.report(owner, 2026, now=now).received.count == Escalation.objects.filter(made__year=2026).count()
