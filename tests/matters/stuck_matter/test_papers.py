"""The blanks, the rule and the record of a stuck matter."""

from __future__ import annotations

from datetime import date

from gaoxing.checks.rule import check
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.missing import missing
from gaoxing.matters.stuck_matter.fields import FIELDS
from gaoxing.matters.stuck_matter.papers import papers
from gaoxing.matters.stuck_matter.rules import RULES, figures

DAY = date(2026, 11, 25)


def form(**answers: object) -> Form:
    return Form("stuck_matter", "1", {path: Answer(value, Source.SAID) for path, value in answers.items()})


def test_a_matter_of_this_window_is_printed_by_its_name():
    [layout] = papers(form(blocked_matter="registration_change"), DAY)
    assert {"label": "办不成的事项", "text": "变更登记"} in layout.values["parts"][0]["rows"][0]["blanks"]


def test_a_document_is_printed_as_it_was_called():
    [layout] = papers(form(blocked_matter="排水许可证"), DAY)
    assert {"label": "办不成的事项", "text": "排水许可证"} in layout.values["parts"][0]["rows"][0]["blanks"]


def test_what_is_stuck_is_asked_first():
    assert [each.field for each in missing(form(), FIELDS)] == ["blocked_matter", "attempts", "enterprise", "mobile"]


def test_who_gave_a_name_of_their_own_is_not_asked_for_an_enterprise():
    assert "enterprise" not in [each.field for each in missing(form(applicant="丁大宝"), FIELDS)]


def test_a_short_number_is_told():
    assert [each.rule for each in check(form(mobile="1380000001"), RULES, DAY, figures(DAY))] == ["TEL-01"]
