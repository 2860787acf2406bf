from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.missing import missing
from gaoxing.matters.deregistration.fields import FIELDS, simplified


def form(**answers):
    return Form("deregistration", "2026", {path: Answer(value, Source.SAID) for path, value in answers.items()})


def test_what_bars_the_simplified_procedure_is_asked_only_there():
    asked = {kind: [each.field for each in missing(form(procedure=kind), FIELDS)] for kind in ("simplified", "ordinary")}
    assert ("barred" in asked["simplified"], "barred" in asked["ordinary"]) == (True, False)


def test_the_first_questions_are_the_contracts():
    assert [each.field for each in missing(form(), FIELDS)][:3] == ["enterprise", "uscc", "reason"]


def test_the_simplified_procedure_is_chosen_by_name():
    assert (simplified(form(procedure="simplified")), simplified(form())) == (True, False)
