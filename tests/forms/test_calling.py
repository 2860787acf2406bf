"""Which blank people mean by the words they use for it. Persons are made up."""

import tomllib

import pytest

from gaoxing.catalogue import matter
from gaoxing.forms.calling import TABLE, called
from gaoxing.forms.form import Answer, Form, Source

COMPANY, SHOP, PROJECT = (matter(each).fields for each in ("company_registration", "sole_trader_registration", "project_filing"))
VALUES = {
    "name": "昆山甲乙贸易有限公司",
    "registered_capital": {"amount": "1000000", "currency": "CNY"},
    "parties.0.name": "丁大宝",
    "parties.0.mobile": "13800138000",
    "parties.0.contribution.percent": "60",
    "parties.1.name": "苏小云",
    "parties.1.mobile": "13900139000",
}
FORM = Form("company_registration", "2026", {path: Answer(value, Source.SAID) for path, value in VALUES.items()})
EMPTY = Form("company_registration", "2026")


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("注册资本", "registered_capital"),
        ("资本", "registered_capital"),
        ("注册资金", "registered_capital"),
        ("公司地址", "domicile"),
        ("那个住所", "domicile"),
        ("公司的名字", "name"),
        ("经营范围", "business_scope"),
        ("范围", "business_scope"),
        ("邮编", "postcode"),
        ("员工人数", "employees"),
        ("法人", "parties.legal_representative"),
        ("监事", "parties.supervisor"),
        ("丁大宝的电话", "parties.0.mobile"),
        ("苏小云的手机号", "parties.1.mobile"),
        ("丁大宝占股", "parties.0.contribution.percent"),
        ("丁大宝的身份证", "parties.0.id_number"),
        ("丁大宝的姓名", "parties.0.name"),
    ],
)
def test_a_blank_is_known_by_what_people_call_it(words, path):
    assert called(words, FORM, COMPANY) == (path,)


@pytest.mark.parametrize("words", ["", "天气", "我", "改" * 60, "的", "不知道哪个"])
def test_words_for_no_blank_mean_none(words):
    assert called(words, FORM, COMPANY) == ()


def test_a_number_of_several_people_is_any_of_theirs():
    assert called("手机号", FORM, COMPANY) == ("parties.0.mobile", "parties.1.mobile")


def test_filled_blanks_come_before_empty_ones():
    assert called("电话", Form("x", "1", {"telephone": Answer("0512-57300000", Source.TYPED)}), COMPANY) == ("telephone",)
    assert called("名字", EMPTY, COMPANY) == ("name",)


@pytest.mark.parametrize(
    ("fields", "words", "path"),
    [
        (SHOP, "资金", "funds"),
        (SHOP, "店址", "premises"),
        (SHOP, "老板名字", "operator.name"),
        (PROJECT, "总投资", "total_investment"),
        (PROJECT, "开工", "start"),
    ],
)
def test_every_matter_has_its_own_words(fields, words, path):
    assert called(words, EMPTY, fields) == (path,)


def test_no_calling_stands_twice_in_its_line():
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))["called"]
    assert [path for path, names in table.items() if len(set(names)) < len(names)] == []
