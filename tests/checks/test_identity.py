from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gaoxing.checks import identity
from tests.checks.applications import ADULT, DAY, ENTERPRISE, WOMAN, application, finding, holder, message, trader

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def complete(body: str) -> str:
    """The oracle's own check digit of a resident's number."""
    return body + "10X98765432"[sum(int(figure) * weight for figure, weight in zip(body, WEIGHTS, strict=True)) % 11]


def person(number: str, name: str = "张三", **columns):
    return holder(name, id_number=number, **columns)


def enterprise(code: str, name: str = "甲公司", **columns):
    return {"name": name, "kind": "enterprise", "roles": ("shareholder",), "id_number": code, **columns}


def told(form) -> list[str]:
    return [each.id for each in identity.RULES if finding(each, form)]


@given(st.dates(date(1900, 1, 1), DAY), st.integers(0, 999))
def test_every_number_with_a_real_day_and_a_right_check_digit_is_in_order(born, sequence):
    assert told(application(person(complete(f"320583{born:%Y%m%d}{sequence:03d}")))) == []


@given(st.dates(date(1900, 1, 1), DAY), st.integers(0, 999), st.sampled_from("0123456789X"))
def test_a_wrong_check_digit_is_rejected_and_nothing_else(born, sequence, last):
    right = complete(f"320583{born:%Y%m%d}{sequence:03d}")
    assume(last != right[-1])
    assert told(application(person(right[:17] + last))) == ["ID-02"]


@pytest.mark.parametrize("number", ["32058319900101001", "3205831990010100100", "320583199002310010", "32058319900101001A", "320583203001010018", "12"])
def test_a_number_of_another_form_is_rejected_once(number):
    assert told(application(person(number))) == ["ID-01"]


def test_the_sentence_says_whose_number_and_what_is_wrong():
    said = message(identity.identity_form, application(person("123", "张三"), person(ADULT, "李四")))
    assert "张三" in said
    assert "18 位" in said
    assert "李四" not in said


def test_everybody_with_a_wrong_number_is_told_at_once():
    form = application(person("123", "张三"), person(ADULT, "李四"), person("456", "王五"))
    assert finding(identity.identity_form, form).fields == ("parties.0.id_number", "parties.2.id_number")


def test_the_full_number_does_not_stand_in_the_sentence():
    wrong = ADULT[:-1] + "1"
    assert wrong not in message(identity.identity_check_digit, application(person(wrong)))


def test_a_day_that_has_not_come_yet_is_judged_by_the_day_of_filing():
    form = application(person(complete("32058320270101001")))
    assert finding(identity.identity_form, form)
    assert finding(identity.identity_form, form, date(2027, 1, 1)) is None


@pytest.mark.parametrize(("region", "odd"), [("320583", False), ("320523", False), ("341225", False), ("990583", True)])
def test_an_unknown_region_warns_and_an_abolished_one_does_not(region, odd):
    assert told(application(person(complete(f"{region}19900101001")))) == (["ID-03"] if odd else [])


def test_fifteen_figures_are_of_the_old_card():
    assert told(application(person("320583900101001"))) == ["ID-07"]


@pytest.mark.parametrize("columns", [{"id_type": "passport"}, {"nationality": "德国"}, {"kind": "enterprise", "nationality": "德国"}])
def test_other_papers_are_not_measured_as_a_residents_number(columns):
    assert told(application({**person("E12345678"), **columns})) == []


def test_one_number_belongs_to_one_name():
    form = application(person(ADULT, "张三"), person(ADULT, "李四"))
    assert finding(identity.one_number_two_names, form).fields == ("parties.0.id_number", "parties.1.id_number")


def test_one_person_in_two_rows_is_no_clash():
    assert told(application(person(ADULT, "张三"), person(ADULT, "张三"))) == []


def test_a_row_without_a_name_clashes_with_nobody():
    assert told(application(person(ADULT, "张三"), {"id_number": ADULT})) == []


def test_one_name_and_birthday_with_two_numbers_warns():
    form = application(person(ADULT, "张三"), person(complete("32058319900101004"), "张三"))
    assert told(form) == ["ID-08B"]


def test_one_name_with_two_birthdays_is_two_people():
    assert told(application(person(ADULT, "张三"), person(WOMAN, "张三"))) == []


@pytest.mark.parametrize(("number", "sex", "wrong"), [(ADULT, "male", False), (ADULT, "female", True), (WOMAN, "female", False), (WOMAN, "male", True)])
def test_the_sex_agrees_with_the_number(number, sex, wrong):
    assert (finding(identity.identity_sex, trader(name="张三", id_number=number, sex=sex)) is not None) is wrong


def test_a_number_that_is_wrong_itself_says_nothing_of_the_sex():
    assert finding(identity.identity_sex, trader(id_number=ADULT[:-1] + "1", sex="female")) is None


def test_a_right_code_is_in_order():
    assert told(application(enterprise(ENTERPRISE))) == []


@pytest.mark.parametrize("code", ["91320583MA000000", "91320583MA000000IR", "9132058XMA0000007R", "Z1320583MA0000007R"])
def test_a_code_of_another_form_is_rejected_once(code):
    assert told(application(enterprise(code))) == ["USCC-01"]


@pytest.mark.parametrize("last", "0123456789ABCDEFGHJKLMNPQTUWXY")
def test_a_wrong_last_character_of_a_code_is_rejected(last):
    assert told(application(enterprise(ENTERPRISE[:-1] + last))) == ["USCC-02"]


def test_a_wrong_organisation_code_inside_warns():
    assert told(application(enterprise("91320583MA00000004"))) == ["USCC-03"]


def test_a_sole_traders_code_is_no_enterprise_shareholder():
    assert "个体工商户" in message(identity.credit_code_holder, application(enterprise("92320583MA0000007N")))


def test_a_foreign_enterprise_needs_no_code():
    assert told(application(enterprise("HRB 12345", nationality="德国"))) == []


def test_a_number_that_was_not_given_is_not_judged():
    assert told(application(holder(), enterprise("", "甲公司"))) == []
