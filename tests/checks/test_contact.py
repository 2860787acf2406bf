from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.checks import contact
from tests.checks.applications import application, finding, message, officer, trader


@given(st.from_regex("1[3-9][0-9]{9}", fullmatch=True))
def test_every_mobile_number_is_in_order(number):
    assert finding(contact.telephone_form, application(officer("张三", "agent", mobile=number))) is None


@pytest.mark.parametrize("number", ["1380000001", "12800000010", "57300000", "张三的手机"])
def test_a_number_that_is_none_warns(number):
    assert finding(contact.telephone_form, application(officer("张三", "agent", mobile=number))).fields == ("parties.0.mobile",)


def test_every_kind_of_telephone_on_the_form_is_looked_at():
    form = application(officer("张三", "agent", landline="1"), telephone="2")
    assert set(finding(contact.telephone_form, form).fields) == {"telephone", "parties.0.landline"}


def test_the_same_fault_is_told_once():
    told = message(contact.telephone_form, application(officer("张三", mobile="1380000001"), officer("李四", mobile="1380000001")))
    assert told.count("11 位") == 1


def test_a_landline_of_kunshan_is_in_order():
    assert finding(contact.telephone_form, application(telephone="0512-57300000")) is None


def test_an_agents_number_on_somebody_else_warns():
    form = application(officer("张三", "shareholder", mobile="138 0000 0010"), officer("李四", "agent", mobile="13800000010"))
    assert finding(contact.shared_mobile, form).level == "warn"


def test_a_family_may_share_a_telephone():
    form = application(officer("张三", mobile="13800000010"), officer("李四", mobile="13800000010"))
    assert finding(contact.shared_mobile, form) is None


def test_three_people_with_one_number_warn():
    form = application(*(officer(name, mobile="13800000010") for name in ("张三", "李四", "王五")))
    assert "张三、李四、王五" in message(contact.shared_mobile, form)


def test_one_person_in_two_rows_shares_with_nobody():
    form = application(officer("张三", "agent", mobile="13800000010"), officer("张三", mobile="13800000010"))
    assert finding(contact.shared_mobile, form) is None


@pytest.mark.parametrize("address", ["zhangsan", "zhang@", "@example.cn", "zhang san@example.cn", "a@b", "张三@example.cn", "a@-b.cn", "a@b..cn"])
def test_an_e_mail_that_cannot_arrive_is_rejected(address):
    assert finding(contact.email_form, application(officer("张三", "liaison", email=address))).level == "reject"


@pytest.mark.parametrize("address", ["zhang.san@example.cn", "a+b@mail.example.com", "123456@qq.com", "a_b-c@x-y.cn"])
def test_an_e_mail_that_can_is_not(address):
    assert finding(contact.email_form, application(officer("张三", "liaison", email=address))) is None


@pytest.mark.parametrize(("code", "warned"), [("215300", False), ("215316", False), ("215399", False), ("215400", True), ("200000", True), ("21530", True)])
def test_a_post_code_is_kunshans(code, warned):
    assert (finding(contact.postcode_form, application(postcode=code)) is not None) is warned


def test_a_post_code_of_letters_is_told_as_such():
    assert "六位数字" in message(contact.postcode_form, application(postcode="昆山"))


def test_the_operators_telephone_is_looked_at_too():
    assert finding(contact.telephone_form, trader(mobile="138")).fields == ("operator.mobile",)


def test_what_was_not_given_is_not_judged():
    assert [each.id for each in contact.RULES if finding(each, application(officer("张三", "liaison")))] == []
