"""The rules of filing a project."""

from datetime import date

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.project_filing.rules import RULES, figures, undeclared

DAY = date(2026, 11, 25)


def declared(value: bool | None) -> Form:
    return Form("project_filing", "2017", {} if value is None else {"policy_conformity": Answer(value, Source.TYPED)})


def test_a_project_without_the_declaration_is_rejected():
    assert undeclared.apply(declared(False), DAY, figures(DAY)).level == "reject"


def test_a_declared_project_and_one_not_asked_yet_are_in_order():
    assert undeclared.apply(declared(True), DAY, figures(DAY)) is None
    assert undeclared.apply(declared(None), DAY, figures(DAY)) is None


def test_what_rests_on_practice_alone_warns_or_goes_to_a_clerk():
    assert {each.level.value for each in RULES if "[K]" in each.basis} <= {"warn", "manual"}


def test_no_rule_holds_before_the_regulation():
    assert [each.id for each in RULES if each.in_force(date(2017, 1, 31))] == []
