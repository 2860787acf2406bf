"""The pages of the cockpit: who may open them, what stands on them, the large screen without anything of a person, the report to keep."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import resolve

from gaoxing.office.audit.models import Entry
from tests.office.indicators.cockpit import invented

pytestmark = pytest.mark.django_db
PAGES = ("/staff/cockpit", "/staff/cockpit?screen=large", "/staff/cockpit/changes", "/staff/cockpit/licences")


def said(answer):
    return unescape(answer.content.decode())


def test_a_leader_may_look(opened):
    assert [opened(path).status_code for path in PAGES] == [200] * len(PAGES)


@pytest.mark.parametrize("role", ["window_clerk", "steward", "unit_handler", "system_administrator", "audit_administrator"])
def test_nobody_else_may(opened, staff, role):
    assert opened(by=staff("someone-1", role)).status_code == 403


def test_a_stranger_is_asked_to_sign_in(stranger):
    assert stranger.get("/staff/cockpit").status_code == 302


def test_the_page_stays_two_minutes_and_is_read_anew_where_one_asks(opened, now, monkeypatch):
    opened()
    invented.request(now.date())
    monkeypatch.setattr("django.utils.timezone.now", lambda: now + timedelta(minutes=1))
    assert "数据截至 2026-11-24 10:30" in said(opened())
    assert "数据截至 2026-11-24 10:31" in said(opened(fresh="1"))


def test_a_month_a_quarter_or_a_year_may_be_chosen(opened):
    wanted = {"2026-10": "2026 年 10 月", "2026Q3": "2026 年第 3 季度", "2025": "2025 年", "": "2026 年"}
    assert [f"驾驶舱：{told}" in said(opened(period=period)) for period, told in wanted.items()] == [True] * 4


@pytest.mark.parametrize(("period", "why"), [("2026-13", "看不懂"), ("2027", "还没有开始"), ("<b>", "看不懂")])
def test_a_period_that_is_none_is_said_and_this_year_shown(opened, period, why):
    text = said(opened(period=period))
    assert why in text
    assert "驾驶舱：2026 年" in text


def test_every_number_of_a_leader_is_a_link(full, opened):
    text = opened(period="2026-11").content.decode()
    assert '<a class="figure-number" href="/staff/indicators/requests_received/records?period=2026-11"' in text
    assert '<a href="/staff/requests?light=double_red">' in text


def test_every_link_of_the_page_opens(full, opened, leader, signed_in):
    """One of every kind: of those that differ in a number or a name the first."""
    text = opened(period="2026-11").content.decode()
    links = sorted(unescape(each.split('"')[0]).partition("#")[0] for each in text.split('href="')[1:])
    wanted = {resolve(each.partition("?")[0]).url_name: each for each in links if each.startswith("/staff/") and "cockpit" not in each}
    browser = signed_in(leader)
    assert len(wanted) > 12
    assert {each: found for each in wanted.values() if (found := browser.get(each).status_code) != 200} == {}


def test_the_large_screen_has_no_name_and_refreshes_without_a_script(full, opened):
    text = said(opened(screen="large"))
    assert '<noscript><meta http-equiv="refresh" content="300"></noscript>' in text
    assert "王" not in text
    assert "样例" not in text


def test_the_large_screen_is_dark_or_light_and_else_as_the_reader_has_it(opened):
    wanted = {"dark": 'class="screen dark"', "light": 'class="screen light"', '"><b': 'class="screen"'}
    assert [found in opened(screen="large", theme=asked).content.decode() for asked, found in wanted.items()] == [True] * 3


def test_the_large_screen_says_how_much_of_what_waits_it_shows(opened, now):
    for number, due in enumerate((1, 20, 30)):
        invented.request(now.date(), state=("received", "in_hand", "redoing")[number], due=now - timedelta(days=due), supervised_until=now - timedelta(days=1))
    invented.cause(now.date(), closed=False, mend_by=now.date() - timedelta(days=1))
    invented.joint(now.date() - timedelta(days=30), issued=False)
    invented.request(now.date(), rating=1)
    invented.value("gdp", "2024", "1135")
    assert "一共 9 项，这里列前 8 项" in said(opened(screen="large"))


def test_no_style_and_no_script_stands_in_the_page(opened):
    for text in (opened().content.decode(), opened(screen="large").content.decode()):
        assert "style=" not in text
        assert "<script>" not in text


def test_the_page_is_english_too(full, leader, signed_in):
    browser = signed_in(leader)
    browser.post("/comfort", {"language": "en", "next": "/"})
    text = said(browser.get("/staff/cockpit?period=2026-11"))
    assert "Cockpit: 11/2026" in text
    assert "Needs a leader today" in text


@pytest.mark.parametrize(("light", "count"), [("red", 0), ("green", 3), ("nonsense", 0)])
def test_the_licences_of_a_light_are_listed(opened, now, light, count):
    invented.joint(now.date(), issued=False)
    text = said(opened("/staff/cockpit/licences", light=light))
    assert f"{count} 个</h2>" in text
    assert text.count("样例许可") == count


def test_what_changed_is_listed_with_both_numbers(full, opened):
    text = said(opened("/staff/cockpit/changes", period="2026-11"))
    assert "2026 年 11 月比2026 年 10 月变了什么" in text
    assert "▲ 14.3%" in text


def test_a_month_that_is_none_is_said(opened):
    text = said(opened("/staff/cockpit/changes", period="2026"))
    assert "看不懂" in text
    assert "2026 年 10 月比2026 年 9 月变了什么" in text


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_report_is_handed_out_and_that_it_was_stands_in_the_audit(opened, form, begins):
    answer = opened(f"/staff/cockpit/report/2026-10.{form}")
    assert answer.content.startswith(begins)
    assert "attachment" in answer["Content-Disposition"]
    assert Entry.objects.filter(act="report.drawn").count() == 1


@pytest.mark.parametrize("path", ["2026-13.pdf", "2026.pdf", "2027-01.pdf", "2026-10.exe"])
def test_a_report_of_no_month_or_form_is_not_there(opened, path):
    assert opened(f"/staff/cockpit/report/{path}").status_code == 404
