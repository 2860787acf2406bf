"""A form's blanks as a person reads them: official labels, official words of choices, in the order of the form."""

from gaoxing.catalogue import matter
from gaoxing.cli.blanks import rows
from gaoxing.facts.fact import Evidence
from gaoxing.forms.form import Answer, Form, Source

COMPANY = matter("company_registration")


def form(**answers):
    return Form("company_registration", "2026", {path.replace("__", "."): answer for path, answer in answers.items()})


def typed(value):
    return Answer(value, Source.TYPED)


def test_a_blank_has_its_official_label_its_source_and_its_value():
    said = Answer({"amount": "1000000", "currency": "CNY"}, Source.SAID, (Evidence(0, 0, 3, "一百万"),))
    assert list(rows(form(registered_capital=said), COMPANY)) == [("注册资本", "说的“一百万”", "1,000,000 元")]


def test_a_choice_is_shown_by_its_official_word():
    (shown,) = rows(form(company_type=typed("joint_stock")), COMPANY)
    assert shown[2] == "股份有限公司"


def test_posts_are_shown_by_their_official_words():
    (shown,) = rows(form(parties__0__roles=typed(("director", "manager"))), COMPANY)
    assert shown == ("1. 职务", "填的", "董事、经理")


def test_the_rows_of_a_list_stand_together_whatever_came_first():
    answers = {"parties__1__name": typed("苏小云"), "parties__0__name": typed("丁大宝"), "parties__1__mobile": typed("13800000000")}
    assert [value for _, _, value in rows(form(**answers), COMPANY)] == ["丁大宝", "苏小云", "13800000000"]


def test_the_tenth_row_stands_after_the_second():
    answers = {f"parties__{number}__name": typed(f"股东{number}") for number in (10, 2, 0)}
    assert [label for label, _, _ in rows(form(**answers), COMPANY)] == ["1. 姓名或名称", "3. 姓名或名称", "11. 姓名或名称"]


def test_what_was_worked_out_shows_the_words_it_follows_from():
    derived = Answer("600000", Source.DERIVED, (Evidence(0, 0, 2, "六成"), Evidence(0, 3, 6, "一百万")))
    (shown,) = rows(form(parties__0__contribution__amount=derived), COMPANY)
    assert shown[1] == "推算“六成”“一百万”"
