"""What the pages show: rungs, conditions, questions, the list, the English, the letter as PDF."""

from __future__ import annotations

import pytest

from gaoxing.office.cultivation import keeping, lists
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.cultivation.page import whole
from gaoxing.office.cultivation.taking import by_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(row, told, now):
    """The enterprise as its page shows it, after figures were told."""

    def made(**figures):
        told(row, **figures)
        return whole(Assessed.objects.get(pk=row.pk), on=now.date())

    return made


def rung(found, name):
    return next(each for each in found.rungs if each.found.rung.id == name)


def test_every_condition_says_verdict_value_and_threshold(shown):
    found = rung(shown(**{"staff@2025": 600, "technical_staff@2025": 100}), "technology_sme")
    [staff] = [each for each in found.unmet if "600" in each.value]
    assert (staff.verdict, staff.icon, "500" in staff.threshold) == ("不满足", "reject", True)


def test_a_condition_that_is_not_met_counts_its_gap(shown):
    found = rung(shown(**{"staff@2025": 600, "technical_staff@2025": 100}), "technology_sme")
    assert any("100人" in each.gap for each in found.unmet)


def test_a_score_stands_between_worst_and_best(shown):
    found = rung(shown(**{"staff@2025": 100, "technical_staff@2025": 30}), "technology_sme")
    assert found.score == f"{found.found.worst}–{found.found.best}"


def test_a_rung_without_points_has_no_score(shown):
    assert rung(shown(**{"staff@2025": 100}), "unicorn").score == ""


def test_the_cheapest_step_tells_what_it_brings(shown):
    found = rung(shown(**{"staff@2025": 100, "technical_staff@2025": 28}), "technology_sme")
    assert found.step
    assert float(found.gain) > 0


def test_what_was_not_confirmed_is_marked(shown):
    found = rung(shown(**{"staff@2025": 100}), "innovative_sme")
    assert any(not each.sure for each in found.conditions)


def test_what_is_missing_names_its_blank_and_year(shown):
    found = rung(shown(**{"staff@2025": 100}), "technology_sme")
    assert ("2025年销售收入", "2025", "f-revenue-2025") in [(each.label, each.year, each.slug) for each in found.wants]


def test_a_question_shows_the_words_and_both_readings(shown, owner, now):
    found = shown(**{"staff@2025": 110})
    asked = by_words(found.content, "2025年职工一百二十人", owner, on=now.date())
    [question] = whole(found.row, on=now.date(), content=asked).questions
    assert (question.key, question.readings, "一百二十人" in question.words) == ("staff@2025", ("110", "120"), True)


def test_figures_without_a_year_are_shown_waiting(shown, owner, now):
    found = shown(**{"staff@2025": 110})
    asked = by_words(found.content, "营收八千万元", owner, on=now.date())
    [waiting] = whole(found.row, on=now.date(), content=asked).waiting
    assert waiting.figures == (("销售收入", "8000万元"),)


def test_a_held_rung_stands_last(shown):
    found = shown(**{"certificates.0.kind": "technology_sme", "certificates.0.until": "2027-12-31"})
    assert (found.rungs[-1].found.rung.id, found.rungs[-1].held) == ("technology_sme", True)


def test_the_list_goes_on_where_a_page_is_full(owner, now, monkeypatch):
    monkeypatch.setattr(lists, "PAGE", 2)
    rows = [keeping.begin(f"昆山样例{each}有限公司", "", owner, now=now) for each in "一二三"]
    first = lists.mine(owner, words="", before=0, now=now)
    rest = lists.mine(owner, words="", before=first.onward, now=now)
    assert ([each.row for each in first.rows], [each.row for each in rest.rows]) == ([rows[2], rows[1]], [rows[0]])
    assert (first.count, rest.onward) == (3, 0)


@pytest.mark.parametrize(("words", "count"), [("智造", 1), ("别家", 0), ("  智造 ", 1)])
def test_the_list_finds_by_name(row, owner, now, words, count):
    assert lists.mine(owner, words=words, before=0, now=now).count == count


def test_the_list_finds_by_number(row, owner, now):
    assert lists.mine(owner, words=row.number, before=0, now=now).count == 1


def test_clients_without_figures_are_listed_until_they_have_some(client_of, steward, now):
    found = client_of()
    assert lists.mine(steward, words="", before=0, now=now).clients == (found,)
    keeping.begin_for(found, steward, now=now)
    assert lists.mine(steward, words="", before=0, now=now).clients == ()


@pytest.mark.parametrize(("path", "word"), [("", "figures missing"), ("/figures", "One by one"), ("/if", "What if"), ("/years", "Plan of growth")])
def test_every_page_speaks_english(row, told, owner, signed_in, path, word):
    told(row)
    browser = signed_in(owner)
    browser.cookies["language"] = "en"
    assert word in browser.get(f"/ladder/{row.number}{path}").content.decode()


def test_the_letter_is_handed_out_as_pdf_under_its_name(row, told, owner, signed_in):
    told(row)
    answer = signed_in(owner).get(f"/ladder/{row.number}/letter.pdf")
    assert answer.content[:5] == b"%PDF-"
    assert "attachment" in answer["Content-Disposition"]


def test_the_page_of_figures_opens_where_a_row_of_a_list_is_told(row, told, owner, signed_in):
    told(row, **{"financing.0.date": "2025-06-18", "financing.0.investor": "private", "financing.0.amount": "30000000"})
    page = signed_in(owner).get(f"/ladder/{row.number}/figures").content.decode()
    assert 'name="financing.0.amount" value="3000万元"' in page
    assert 'name="financing.1.amount"' in page


@pytest.mark.parametrize("year", ["", "2018", "18", "x", "٢٠١٨"])
def test_one_more_year_is_shown_where_it_is_one(row, owner, signed_in, year):
    page = signed_in(owner).get(f"/ladder/{row.number}/figures", {"year": year}).content.decode()
    assert ('name="staff@2018"' in page) is (year == "2018")


@pytest.mark.parametrize("number", ["L2026-999999", "nothing", "%00"])
def test_a_number_that_is_none_leads_nowhere(owner, signed_in, number):
    assert signed_in(owner).get(f"/ladder/{number}").status_code == 404


def test_a_post_of_a_foreign_revision_keeps_nothing(row, owner, signed_in):
    answer = signed_in(owner).post(f"/ladder/{row.number}/figures", {"do": "keep", "revision": "x", "staff@2025": "110"})
    assert answer.status_code == 409
    assert Assessed.objects.get(pk=row.pk).revision == 0


def test_the_desk_of_a_steward_leads_to_the_ladder(steward, signed_in):
    assert 'href="/ladder"' in signed_in(steward).get("/staff").content.decode()


def test_the_cases_of_an_enterprise_lead_to_the_ladder(owner, signed_in):
    assert 'href="/ladder"' in signed_in(owner).get("/cases").content.decode()
