from __future__ import annotations

from datetime import date

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.intake import review
from gaoxing.matters.company_registration.rules import RULES, figures

DAY = date(2026, 11, 24)


def test_everything_that_is_wrong_is_told_at_once_and_the_heaviest_first():
    answers = {
        "company_type": "limited_liability",
        "parties.0.name": "张三",
        "parties.0.id_number": "1",
        "parties.0.roles": ("supervisor", "manager"),
        "postcode": "1",
    }
    taken = review(Form("company_registration", "2026", {path: Answer(value, Source.TYPED) for path, value in answers.items()}), on=DAY)
    assert [(each.rule, str(each.level)) for each in taken.findings] == [("GOV-07", "reject"), ("ID-01", "reject"), ("POST-01", "warn")]


def test_a_company_has_no_sex():
    assert "ID-04" not in {each.id for each in RULES}


def test_the_figures_are_the_shared_ones_and_the_matters_own():
    assert {"pay_in_years", "decision_working_days"} <= set(figures(DAY))


def test_before_the_law_of_2023_its_figures_are_not_in_force():
    assert "pay_in_years" not in figures(date(2024, 6, 30))


def test_a_form_of_an_earlier_day_is_judged_without_fault():
    answers = {"company_type": "limited_liability", "parties.0.contribution.due": "2050", "postcode": "215300"}
    form = Form("company_registration", "2022", {path: Answer(value, Source.TYPED) for path, value in answers.items()})
    assert review(form, on=date(2023, 1, 1)).findings == ()
