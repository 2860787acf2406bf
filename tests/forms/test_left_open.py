"""A blank that is to stay open after all: what was said before is dropped, what is said later stands. Persons and numbers are made up."""

from datetime import date

import pytest

from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript

BLANKS = (
    ("company_registration", "registered_capital", "我要注册公司，注册资本一百万", "注册资本"),
    ("company_registration", "domicile", "我要注册公司，地址在前进东路88号", "地址"),
    ("company_registration", "operating_term", "我要注册公司，经营期限十年", "经营期限"),
    ("company_registration", "name", "我要注册公司，名称叫昆山测试软件有限公司", "名字"),
    ("company_registration", "employees", "我要注册公司，员工五个人", "人数"),
    ("company_registration", "business_scope", "我要注册公司，经营范围软件开发", "经营范围"),
    ("sole_trader_registration", "funds", "我要办个体户，资金五万", "资金"),
    ("sole_trader_registration", "premises", "我要办个体户，店开在玉山镇示例路8号", "店址"),
    ("project_filing", "total_investment", "项目备案，总投资五千万", "总投资"),
    ("project_filing", "contact.mobile", "项目备案，联系人丁大宝，电话13800138000", "联系电话"),
    ("joint_licence", "answers.area", "证照联办，开奶茶店，面积四十平", "面积"),
    ("enterprise_request", "contact.mobile", "我们厂老停电，反映一下，联系人丁大宝，电话13800138000", "电话"),
    ("deregistration", "reason", "昆山甲乙贸易有限公司要注销，因为没业务了", "原因"),
    ("stuck_matter", "attempts", "注销办不下来，跑了三趟", "趟数"),
)
WORDS = ("{}先空着", "{}先不填", "{}取消", "{}不要了", "{}还没定，先空着", "{}先不写了吧")


def form(matter_id, *turns):
    return receive(Transcript.of(*turns), on=date(2026, 11, 24), matter_id=matter_id).form


@pytest.mark.parametrize(("matter_id", "path", "said", "called"), BLANKS, ids=[f"{matter_id}.{path}" for matter_id, path, _, _ in BLANKS])
def test_a_blank_taken_back_is_empty_said_at_once_later_or_to_its_question(matter_id, path, said, called):
    assert form(matter_id, said).value(path) is not None
    for words in WORDS:
        for turns in ((said, words.format(called)), (said, (path, words.format(""))), (f"{said}，{words.format(called)}",)):
            assert form(matter_id, *turns).value(path) is None, turns


COMPANY = "我要注册公司，名称叫昆山测试软件有限公司，注册资本一百万，股东丁大宝占六成，电话13800138000，苏小云占四成"


def test_what_is_said_later_stands_again():
    assert form("company_registration", COMPANY, "注册资本先空着", "注册资本两百万").value("registered_capital")["amount"] == "2000000"
    assert form("company_registration", "我要注册公司，注册资本先空着，不对，注册资本两百万").value("registered_capital")["amount"] == "2000000"


def test_amounts_go_with_the_capital_and_shares_that_were_said_stay():
    found = form("company_registration", COMPANY, "注册资本先不填")
    assert found.value("parties.0.contribution.amount") is None
    assert found.value("parties.0.contribution.percent") == "60"


@pytest.mark.parametrize(
    ("last", "path"),
    [
        ("另外会派人，名字还没定", "name"),
        ("做网站那项不要了", "name"),
        ("隔壁的地址不要了解", "name"),
        ("不要了", "name"),
        ("会计的电话就不留了", "parties.0.mobile"),
        ("丁大宝的地址先空着", "parties.0.mobile"),
        (("employees", "先空着"), "registered_capital"),
    ],
)
def test_other_words_drop_nothing(last, path):
    assert form("company_registration", COMPANY, last).value(path) == form("company_registration", COMPANY).value(path)


def test_of_a_persons_number_only_that_persons_is_dropped():
    found = form("company_registration", f"{COMPANY}，苏小云电话13900139000", "丁大宝的电话不要了")
    assert (found.value("parties.0.mobile"), found.value("parties.1.mobile")) == (None, "13900139000")


def test_not_wanted_is_an_answer_to_a_choice():
    assert form("company_registration", COMPANY, ("paper_licence", "要"), ("paper_licence", "不要了")).value("paper_licence") == "no"


def test_a_particular_of_a_partner_taken_back_leaves_the_partner():
    found = form("company_registration", COMPANY, "丁大宝的电话不要了")
    assert [found.value(f"parties.{row}.name") for row in (0, 1)] == ["丁大宝", "苏小云"]
