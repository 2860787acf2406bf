"""What a statement for a company comes to: its own blanks beside the parties."""

from datetime import date

import pytest

from gaoxing.matters.company_registration.reading import read
from gaoxing.speech.transcript import Transcript

ON = date(2026, 11, 24)


def values(*turns):
    """The last value of every blank that was read."""
    return {fact.field: fact.value for fact in read(Transcript.of(*turns), ON)}


def value(blank, *turns):
    return values(*turns).get(blank)


def words(blank, *turns):
    return [each.words for fact in read(Transcript.of(*turns), ON) if fact.field == blank for each in fact.evidence]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("名称叫昆山云帆软件有限公司", "limited_liability"),
        ("名称叫昆山云帆软件有限责任公司", "limited_liability"),
        ("名称叫昆山云帆软件股份有限公司", "joint_stock"),
        ("我想开一家有限公司", "limited_liability"),
        ("我想办有限责任公司", "limited_liability"),
        ("我们要设立股份有限公司", "joint_stock"),
        ("想办一家股份公司", "joint_stock"),
        ("我想开一家公司", None),
    ],
)
def test_the_type_is_the_one_that_was_said(said, kind):
    assert value("company_type", said) == kind


def test_the_type_in_the_full_name_counts_more_than_a_word_beside_it():
    assert value("company_type", "我想开有限公司，名称叫昆山云帆软件股份有限公司") == "joint_stock"


def test_the_type_last_said_counts():
    assert value("company_type", "我想开有限公司", "不对，我们办股份有限公司") == "joint_stock"


def test_a_shareholders_own_name_says_nothing_of_the_type():
    assert value("company_type", "我想开一家公司，股东是苏州恒达贸易有限公司") is None


def test_a_type_that_was_said_quotes_its_words():
    assert words("company_type", "我想开一家有限公司") == ["有限公司"]


def test_a_type_from_the_name_is_worked_out():
    facts = read(Transcript.of("名称叫昆山云帆软件有限公司"), ON)
    assert [fact.derived for fact in facts if fact.field == "company_type"] == [True]


@pytest.mark.parametrize("said", ["监事不设", "不设监事", "我们不要监事"])
def test_no_supervisor_is_a_decision(said):
    assert value("no_supervisor", said) == "yes"


@pytest.mark.parametrize("answer", ["不设", "都同意不设", "不要", "没有", "不用"])
def test_no_to_the_question_for_a_supervisor_is_a_decision(answer):
    assert value("no_supervisor", "我想开公司", ("parties.supervisor", answer)) == "yes"


@pytest.mark.parametrize("said", ["我想开一家公司", "监事是周明远", "没有别的了"])
def test_without_the_word_nothing_is_decided_on_the_supervisor(said):
    assert value("no_supervisor", said) is None


@pytest.mark.parametrize(
    ("said", "amount", "currency"),
    [
        ("注册资本一百万", "1000000", "CNY"),
        ("注册资金五十万元", "500000", "CNY"),
        ("注册资本三百二十万美元", "3200000", "USD"),
        ("注册资本1000万元，认缴", "10000000", "CNY"),
    ],
)
def test_a_capital_is_a_sum_and_a_currency(said, amount, currency):
    assert value("registered_capital", said) == {"amount": amount, "currency": currency}


def test_a_capital_corrected_later_is_the_later_one():
    assert value("registered_capital", "注册资本一百万", "注册资本改成两百万")["amount"] == "2000000"


@pytest.mark.parametrize(
    ("said", "term"),
    [("经营期限长期", "indefinite"), ("经营期限二十年", {"years": 20}), ("营业期限30年", {"years": 30})],
)
def test_a_term_is_for_good_or_counts_years(said, term):
    assert value("operating_term", said) == term


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("住所在昆山市晨丰东路88号3栋201室", "昆山市晨丰东路88号3栋201室"),
        ("公司地址是昆山市开发区前进东路579号", "昆山市开发区前进东路579号"),
    ],
)
def test_a_domicile_goes_from_the_largest_unit_to_the_room(said, place):
    assert value("domicile", said) == place


@pytest.mark.parametrize(
    ("blank", "answer", "read_as"),
    [
        ("registered_capital", "一百万", {"amount": "1000000", "currency": "CNY"}),
        ("employees", "五个", 5),
        ("operating_term", "长期", "indefinite"),
        ("postcode", "二一五三零零", "215300"),
        ("paper_licence", "是", "yes"),
        ("paper_licence", "否", "no"),
        ("licence_copies", "两个", 2),
        ("setup_mode", "发起设立", "promotion"),
        ("company_type", "有限责任公司", "limited_liability"),
        ("telephone", "零五一二五七三零零零零零", "0512-57300000"),
    ],
)
def test_a_bare_answer_fills_the_blank_that_was_asked_about(blank, answer, read_as):
    assert value(blank, "我想开公司", (blank, answer)) == read_as


@pytest.mark.parametrize(("said", "number"), [("连我一共五个人", 5), ("员工十二个人", 12)])
def test_employees_are_counted(said, number):
    assert value("employees", said) == number


def test_a_statement_of_everything_fills_the_company():
    said = "名称叫昆山云帆软件有限公司，注册资本五百万，住所在昆山市晨丰东路88号3栋201室，做软件开发，经营期限长期"
    assert set(values(said)) >= {"name", "company_type", "registered_capital", "domicile", "business_scope", "operating_term"}


@pytest.mark.parametrize("said", ["", "。", "嗯", "我想开一家公司"])
def test_nothing_said_of_the_company_fills_nothing(said):
    assert values(said) == {}


def test_two_shareholders_stand_in_two_rows():
    found = values("股东周明远占百分之六十，陈晓燕占百分之四十")
    assert {found["parties.0.name"]: found["parties.0.contribution.percent"], found["parties.1.name"]: found["parties.1.contribution.percent"]} == {
        "周明远": "60",
        "陈晓燕": "40",
    }


@pytest.mark.parametrize(
    ("said", "due"),
    [("2030年6月30号之前缴足", "2030-06-30"), ("自成立之日起五年内缴足", {"years": 5})],
)
def test_a_deadline_said_for_all_goes_on_every_shareholder(said, due):
    found = values(f"注册资本一百万，股东周明远占百分之六十，陈晓燕占百分之四十，{said}")
    assert [found.get(f"parties.{row}.contribution.due") for row in (0, 1)] == [due, due]
