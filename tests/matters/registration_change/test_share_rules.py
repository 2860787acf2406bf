from datetime import date

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.registration_change import share_rules
from gaoxing.matters.registration_change.rules import figures

DAY = date(2026, 11, 25)


def found(rule, *rows):
    answers = {f"changes.{number}.{column}": Answer(value, Source.SAID) for number, row in enumerate(rows) for column, value in row.items()}
    return rule.apply(Form("registration_change", "2026", answers), DAY, figures(DAY))


def passing(giver, taker, percent):
    return {"item": "shareholders", "transferor": giver, "transferee": taker, "percent": percent}


@pytest.mark.parametrize("percent", ["0", "-5", "100.01"])
def test_a_part_lies_above_nothing_and_within_the_whole(percent):
    assert found(share_rules.beyond_the_whole, passing("丁大宝", "何苗", percent)).fields == ("changes.0.percent",)


def test_one_givers_parts_are_added_up():
    rows = (passing("丁大宝", "何苗", "60"), passing("丁大宝", "邵阳", "41"), passing("苏小云", "邵阳", "50"))
    finding = found(share_rules.beyond_the_whole, *rows)
    assert (finding.message.startswith("丁大宝转出的比例加起来是101%"), finding.fields) == (True, ("changes.0.percent", "changes.1.percent"))


def test_several_givers_may_hand_on_the_whole_together():
    assert found(share_rules.beyond_the_whole, passing("丁大宝", "何苗", "60"), passing("苏小云", "何苗", "40")) is None


def test_the_days_for_the_other_shareholders_are_told():
    assert "30日内" in found(share_rules.tell_the_others, passing("丁大宝", "何苗", "60")).message


def test_a_passing_without_names_is_asked_about_and_not_judged():
    assert found(share_rules.unpaid_share, {"item": "shareholders", "percent": "10"}) is None
