"""The whole form read back, in Chinese and in English: blanks, people, what is unsure, what is missing. Persons and enterprises are made up."""

from dataclasses import replace

import pytest

from gaoxing.catalogue import matter, matters
from gaoxing.facts.fact import Certainty
from gaoxing.forms.form import Answer, Ask, Form, Source
from gaoxing.forms.readback import as_text, read_back
from gaoxing.forms.voice import CHINESE, ENGLISH

COMPANY = matter("company_registration")
VALUES = {
    "name": "昆山测试软件有限公司",
    "registered_capital": {"amount": "1000000", "currency": "CNY"},
    "parties.0.name": "张伟",
    "parties.0.kind": "person",
    "parties.0.roles": ("legal_representative", "shareholder"),
    "parties.0.contribution.amount": "600000",
    "parties.0.contribution.percent": "60",
    "parties.0.id_number": "320583199001010010",
    "parties.1.name": "昆山甲乙投资有限公司",
    "parties.1.kind": "enterprise",
    "parties.1.contribution.due": "2029-06-30",
}
FORM = Form("company_registration", "2026", {path: Answer(value, Source.SAID) for path, value in VALUES.items()})
DOUBT = replace(FORM, asks=(Ask("domicile", ("甲路1号", "乙路1号"), "住所是甲路1号，还是乙路1号？"),))


def told(form=FORM, **how):
    return as_text(read_back(form, COMPANY.fields, **how)).splitlines()


def test_every_blank_is_read_in_the_order_of_the_form():
    assert told()[:2] == ["名称：昆山测试软件有限公司。", "注册资本：一百万元。"]


def test_people_are_read_one_after_another_with_their_shares():
    lines = told()
    assert lines[2] == "第一位，张伟，弓长张，伟大的伟。"
    assert {"认缴出资额：六十万元。", "出资比例：百分之六十。", "职务：法定代表人、股东。"} <= set(lines)
    assert lines.index("第二位，昆山甲乙投资有限公司。") > lines.index("出资比例：百分之六十。")


def test_a_number_is_whole_unless_it_must_not_be():
    assert "三二零五八三，幺九九零零幺零幺，零零幺零" in "".join(told())
    assert "幺九九零零幺零幺" not in "".join(told(whole=False))


def test_a_likely_value_asks_for_a_look():
    likely = replace(FORM.answers["name"], certainty=Certainty.LIKELY)
    assert told(FORM.with_answers({"name": likely}))[0] == "名称：昆山测试软件有限公司。这一项请核对。"


def test_an_open_question_and_what_is_missing_come_last():
    assert told(DOUBT, missing=4)[-2:] == ["还没定：住所是甲路1号，还是乙路1号？", "还有三项没有填。"]
    assert told(missing=2)[-1] == "还有两项没有填。"
    assert "没有填" not in "".join(told(DOUBT, missing=1))


def test_an_empty_form_says_only_what_is_missing():
    assert as_text(read_back(Form("company_registration", "2026"), COMPANY.fields, missing=5)) == "还有五项没有填。"
    assert read_back(Form("company_registration", "2026"), COMPANY.fields) == ()


def test_in_english_the_lines_are_english():
    lines = told(DOUBT, missing=2, voice=ENGLISH)
    assert "注册资本: 1,000,000 yuan." in lines
    assert "Number 1: 张伟." in lines
    assert "证件号码: 3 2 0 5 8 3, 1 9 9 0 0 1 0 1, 0 0 1 0." in lines
    assert "出资期限: 30 June 2029." in lines
    assert lines[-1] == "1 item is still empty."


@pytest.mark.parametrize(
    ("kind", "path", "value", "spoken"),
    [
        ("company_registration", "operating_term", {"years": 20}, "20 years"),
        ("company_registration", "operating_term", "indefinite", "indefinite"),
        ("company_registration", "parties.0.contribution.due", {"years": 5}, "within 5 years of the founding"),
        ("company_registration", "parties.0.contribution.due", "2029-06", "June 2029"),
        ("company_registration", "parties.0.contribution.due", "soon", "soon"),
        ("company_registration", "registered_capital", {"amount": "x", "currency": "CNY"}, "x CNY"),
        ("company_registration", "business_scope", ("软件开发", "茶叶种植"), "软件开发; 茶叶种植"),
    ],
)
def test_every_kind_of_value_has_its_english(kind, path, value, spoken):
    field = matter(kind).field(path)
    assert ENGLISH.value(field, value, FORM, whole=True) == spoken


@pytest.mark.parametrize("each", [each for each in matters() if each.fillable], ids=lambda each: each.id)
@pytest.mark.parametrize("voice", [CHINESE, ENGLISH])
def test_every_blank_of_any_matter_can_be_read_whatever_stands_in_it(each, voice):
    for field in each.fields:
        paths = [f"{field.id}.0.{column.id}" for column in field.columns] or [field.id]
        form = Form(each.id, "2026", {path: Answer("某某", Source.TYPED) for path in paths})
        assert as_text(read_back(form, each.fields, voice=voice)).replace(" ", "").count("某某") >= len(paths) - len(
            {"name", "kind"} & {path.rpartition(".")[2] for path in paths}
        )
