"""The rules of closing down, beside the stories: what each blank decides."""

from datetime import date

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.deregistration import rules

DAY = date(2026, 11, 25)
TRADER = "92320583MA0000007N"


def found(**answers):
    form = Form("deregistration", "2026", {path: Answer(value, Source.SAID) for path, value in answers.items()})
    return {each.id for each in rules.RULES if each.apply(form, DAY, rules.figures(DAY))}


def test_an_empty_form_has_no_findings():
    assert found() == set()


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        ({"procedure": "simplified", "debts": "open"}, {"CLOSE-01"}),
        ({"procedure": "ordinary", "debts": "open"}, {"CLOSE-06"}),
        ({"procedure": "ordinary", "debts": "open", "uscc": TRADER}, set()),
        ({"procedure": "simplified", "announced": "no"}, {"CLOSE-04"}),
        ({"procedure": "ordinary", "announced": "no"}, {"CLOSE-05"}),
        ({"procedure": "ordinary", "announced": "no", "uscc": TRADER}, set()),
        ({"procedure": "ordinary", "announced": "no", "reason": "公司分立"}, set()),
        ({"procedure": "simplified", "reason": "被责令关闭"}, {"CLOSE-08"}),
        ({"tax_clearance": "open"}, {"CLOSE-03"}),
        ({"reason": "法院裁定强制清算"}, {"CLOSE-07"}),
    ],
)
def test_each_blank_decides_its_rule(answers, wanted):
    assert found(**answers) == wanted


def test_the_days_come_from_the_table():
    assert (rules.figures(DAY)["publication_days"], rules.figures(DAY)["creditor_days"]) == (20, 45)
