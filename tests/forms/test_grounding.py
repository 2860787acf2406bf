"""A value is grounded where our own readers find it in the stretch that the model names; else it is dropped."""

import pytest

from tests.forms.proposed import value_laid

SOLE = {"matter_id": "sole_trader_registration"}


def money(amount, currency="CNY"):
    return {"amount": amount, "currency": currency}


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("registered_capital", money("800000"), "兜里一共就八十万块钱摆进去"),
        ("registered_capital", money("5000000", "USD"), "五百万美元"),
        ("operating_term", {"years": 15}, "经营期限先十五年"),
        ("operating_term", "indefinite", "期限长期"),
        ("domicile", "前进西路188号301室", "平常在前进西路一百八十八号三零一室"),
        ("business_scope", ("软件开发",), "做软件开发"),
        ("company_type", "limited_liability", "就办有限责任公司吧"),
        ("name", "昆山测试软件有限公司", "名字叫昆山测试软件有限公司"),
        ("alternative_names", ("昆山又一软件有限公司",), "备选昆山又一软件有限公司"),
        ("employees", 8, "团队八个人"),
    ],
)
def test_each_kind_is_found_by_our_own_reader(path, value, words):
    assert value_laid(path, value, words) == value


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("operator.name", "丁大宝", "大伙都喊我丁大宝"),
        ("operator.id_number", "32058319900307214X", "证是32058319900307214X"),
        ("operator.mobile", "13800138000", "幺三八零零幺三八零零零随时能打"),
        ("composition", "family", "算家庭经营"),
        ("funds", money("80000"), "八万块做本钱"),
        ("employees", 3, "三个人一块儿忙"),
    ],
)
def test_a_sole_traders_blanks_too(path, value, words):
    assert value_laid(path, value, words, **SOLE) == value


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("registered_capital", money("8000000"), "八十万块钱"),
        ("registered_capital", money("800000", "USD"), "八十万块钱"),
        ("registered_capital", money("500"), "写五百"),
        ("operating_term", {"years": 16}, "期限十五年"),
        ("operating_term", {"years": 10}, "做了十年了"),
        ("domicile", "前进西路189号", "在前进西路188号"),
        ("domicile", "昆山市前进西路188号", "在前进西路188号"),
        ("domicile", "前进西路188号", "房东家在前进西路188号"),
        ("business_scope", ("软件销售",), "做软件开发"),
        ("business_scope", ("世界第一",), "做世界第一"),
        ("company_type", "joint_stock", "就办有限责任公司吧"),
        ("company_type", "有限责任公司", "就办有限责任公司吧"),
        ("name", "昆山测试软件股份有限公司", "名字叫昆山测试软件有限公司"),
        ("name", "测试软件有限公司", "名字叫昆山测试软件有限公司"),
        ("name", "测试", "名字叫测试"),
        ("name", "昆山旧梦贸易有限公司", "我以前在昆山旧梦贸易有限公司上班"),
        ("employees", 8, "八年"),
        ("employees", 188, "前进西路188号"),
        ("employees", 8, "大概八个人"),
        ("employees", 80, "八个人"),
        ("employees", True, "一个人"),
    ],
)
def test_what_our_reader_does_not_find_there_is_dropped(path, value, words):
    assert value_laid(path, value, words) is None


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("operator.id_number", "320583199003072147", "证是32058319900307214X"),
        ("operator.id_number", "13800138000", "电话13800138000"),
        ("operator.mobile", "13800138000", "手机13800138001"),
        ("operator.mobile", "1380013800", "手机13800138000"),
        ("operator.mobile", "13900139000", "房东13900139000"),
        ("composition", "individual", "算家庭经营"),
        ("operator.name", "法定代表人", "法定代表人"),
        ("operator.name", "李鬼", "我是丁大宝"),
    ],
)
def test_a_number_or_name_that_is_another_is_dropped(path, value, words):
    assert value_laid(path, value, words, **SOLE) is None


def test_of_a_list_as_much_as_is_heard_stands():
    assert value_laid("business_scope", ("软件开发", "烟草制品零售"), "做软件开发") == ("软件开发",)


def test_two_amounts_in_one_stretch_say_nothing():
    assert value_laid("registered_capital", money("800000"), "不是五十万就是八十万") is None
    assert value_laid("registered_capital", money("800000"), "先五十万再八十万") is None


@pytest.mark.parametrize("tail", ["，不对", "不要了", "，取消", "，说错了", "那是以前的", "，改成别的"])
def test_what_is_taken_back_at_once_is_dropped(tail):
    said = f"资本八十万{tail}"
    assert value_laid("registered_capital", money("800000"), "八十万", said) is None


@pytest.mark.parametrize("said", ["三个人平分", "两个人开公司", "就我一个人", "三个人一人一份", "来了三趟", "员工三成是本地人"])
def test_people_who_do_not_work_there_are_no_employees(said):
    assert value_laid("employees", 3 if "三" in said else 2 if "两" in said else 1, said) is None


@pytest.mark.parametrize("said", ["房租一年八万块", "之前赔了八万块", "贷款八万块", "一个月工资八万块"])
def test_what_was_spent_or_earned_is_no_capital(said):
    assert value_laid("registered_capital", money("80000"), said) is None


@pytest.mark.parametrize("said", ["五年内缴清", "苏小云都五年了", "房租签了五年"])
def test_a_deadline_or_a_stretch_of_life_is_no_term(said):
    assert value_laid("operating_term", {"years": 5}, said) is None


def test_a_year_alone_is_no_date_unless_it_is_a_deadline():
    there = {"parties.0.name": "丁大宝"}
    assert value_laid("parties.0.contribution.due", "2026", "丁大宝今年六十五", there=there) is None
    assert value_laid("parties.0.contribution.due", "2029-06", "丁大宝2029年6月给齐", there=there) == "2029-06"


def test_a_row_that_is_no_person_takes_only_what_it_needs():
    there = {"changes.0.item": "domicile"}
    assert value_laid("changes.0.transferor", "丁大宝", "丁大宝", there=there, matter_id="registration_change") is None


def test_a_value_beside_one_that_holds_it_is_dropped():
    there = {"changes.0.item": "contact", "changes.0.to": "丁大宝"}
    assert value_laid("changes.0.to.name", "丁大宝", "丁大宝", there=there, matter_id="project_change") is None
