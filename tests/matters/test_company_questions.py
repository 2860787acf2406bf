"""What a company is still asked (追问): only what its form wants, people for vacant offices among it."""

from __future__ import annotations

import pytest

from gaoxing import catalogue
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.missing import missing

FIELDS = catalogue.matter("company_registration").fields


def company(**answers) -> Form:
    return Form("company_registration", "2026", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()})


def asked(form: Form) -> list[str]:
    return [each.field for each in missing(form, FIELDS)]


def texts(form: Form) -> str:
    return " ".join(each.text for each in missing(form, FIELDS))


def test_an_empty_form_is_asked_for_its_name_first():
    assert asked(company())[:3] == ["name", "registered_capital", "parties"]


def test_what_was_answered_is_not_asked_again():
    assert "name" not in asked(company(name="昆山示例有限公司"))


@pytest.mark.parametrize(
    ("role", "question"),
    [
        ("legal_representative", "谁当法定代表人"),
        ("director", "谁当董事？"),
        ("supervisor", "谁当监事"),
        ("finance_officer", "谁当财务负责人"),
        ("liaison", "谁当登记联络员"),
    ],
)
def test_a_vacant_office_is_asked_for_until_somebody_holds_it(role: str, question: str):
    assert question in texts(company(parties__0__name="张三"))
    assert question not in texts(company(parties__0__name="张三", parties__0__roles=(role,)))


def test_who_does_without_a_supervisor_is_not_asked_for_one():
    assert "谁当监事" not in texts(company(parties__0__name="张三", no_supervisor="yes"))


def test_offices_are_not_asked_for_before_anybody_was_named():
    assert asked(company()).count("parties") == 1


def test_a_board_is_asked_for_its_chair():
    board = {f"parties__{row}__roles": ("director",) for row in range(3)}
    assert "董事长" in texts(company(**board))
    assert "谁当董事长" not in texts(company(parties__0__roles=("director",)))


def test_a_joint_stock_company_is_asked_for_its_manager_and_the_way_it_is_set_up():
    form = company(company_type="joint_stock", parties__0__name="张三")
    assert "谁当经理" in texts(form)
    assert "setup_mode" in asked(form)


def test_a_limited_company_is_not():
    form = company(company_type="limited_liability", parties__0__name="张三")
    assert "谁当经理" not in texts(form)
    assert "setup_mode" not in asked(form)


def test_the_type_is_asked_once_a_name_left_it_open():
    assert "company_type" not in asked(company())
    assert "company_type" in asked(company(name="昆山示例"))


def test_a_shareholder_is_asked_how_much_how_and_by_when():
    questions = asked(company(parties__0__name="张三", parties__0__roles=("shareholder",)))
    assert {f"parties.0.contribution.{each}" for each in ("amount", "method", "due")} <= set(questions)


def test_a_question_about_a_person_names_the_person():
    assert "张三的手机号" in texts(company(parties__0__name="张三", parties__0__roles=("liaison",)))


def test_the_liaison_is_asked_for_an_e_mail():
    assert "parties.0.email" in asked(company(parties__0__name="张三", parties__0__roles=("liaison",)))


def test_a_row_keeps_its_number_where_an_earlier_one_was_taken_out():
    questions = asked(company(parties__2__name="张三", parties__2__roles=("liaison",)))
    assert "parties.2.email" in questions
    assert not [each for each in questions if each.startswith("parties.0.")]
