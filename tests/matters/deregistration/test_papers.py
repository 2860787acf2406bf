"""The papers of a deregistration: the application first, then the deeds of the procedure that was chosen."""

from datetime import date

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.deregistration.papers import TITLE, papers


def names(**answers):
    form = Form("deregistration", "2026", {path: Answer(value, Source.SAID) for path, value in answers.items()})
    return [each.title for each in papers(form, date(2026, 11, 25))]


def test_the_application_comes_first():
    assert names(enterprise="昆山样例贸易有限公司")[0] == TITLE


def test_the_deeds_follow_the_application():
    assert len(names(enterprise="昆山样例贸易有限公司", procedure="simplified")) > 1


def test_a_sole_trader_applies_on_its_own_form():
    assert names(uscc="92320583MA0000007N")[0] == "个体工商户登记（备案）申请书"
