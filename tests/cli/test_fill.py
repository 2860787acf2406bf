"""`gaoxing fill`: words or a form become a form, typed answers laid over it."""

import json

import pytest

from tests.cli.conftest import COMPANY


def values(outcome):
    return {path: answer["value"] for path, answer in outcome.json["answers"].items()}


def test_words_become_a_form_in_the_edition_of_the_day(run):
    form = run("fill", COMPANY, "--on", "2026-11-24").json
    assert (form["matter"], form["edition"]) == ("company_registration", "2026")
    assert form["answers"]["registered_capital"]["source"] == "said"
    assert form["answers"]["registered_capital"]["evidence"][0]["words"] == "一百万"


def test_an_earlier_day_has_an_earlier_edition(run):
    assert run("fill", COMPANY, "--on", "2025-03-01").json["edition"] != run("fill", COMPANY, "--on", "2026-11-24").json["edition"]


def test_words_may_come_through_a_pipe(run):
    assert run("fill", stdin=COMPANY).json == run("fill", COMPANY).json == run("fill", "-", stdin=COMPANY).json


def test_a_typed_answer_stands_beside_the_said_ones(run):
    form = run("fill", COMPANY, "--set", "telephone=0512-57300000").json
    assert form["answers"]["telephone"] == {"value": "0512-57300000", "source": "typed", "evidence": [], "certainty": "certain"}


def test_a_typed_answer_overrides_the_words_and_what_depended_on_them(run):
    found = values(run("fill", COMPANY, "--set", "registered_capital=2000000"))
    assert found["registered_capital"] == {"amount": "2000000", "currency": "CNY"}
    assert found["parties.0.contribution.percent"] == "60"


def test_a_form_may_be_filled_on(run, company_form):
    filled = run("fill", "--set", "telephone=0512-57300000", stdin=company_form)
    assert values(filled)["telephone"] == "0512-57300000"
    assert values(filled)["name"] == "昆山启云精密机械有限公司"


def test_a_form_that_is_handed_on_unchanged_stays_as_it_is(run, company_form):
    assert run("fill", stdin=company_form).json == json.loads(company_form)


def test_an_answer_can_be_taken_back(run, company_form):
    assert "name" not in values(run("fill", "--set", "name=", stdin=company_form))
    assert "name" not in values(run("fill", COMPANY, "--set", "name="))


def test_a_person_sees_what_was_said_and_what_was_worked_out(run):
    shown = run("fill", COMPANY, person=True).out
    assert "文书版本 2026" in shown
    assert "说的“一百万”" in shown
    assert "推算" in shown
    assert "法定代表人" in shown


@pytest.mark.parametrize(
    ("arguments", "stdin", "told"),
    [
        ((), "", "没有读到内容"),
        ((), "今天天气不错", "没听出要办什么事"),
        (("开公司", "--matter", "marriage"), "", "没有「marriage」这个事项"),
        (("开公司", "--set", "registered_capital=很多"), "", "「注册资本」不能填"),
        (("--set", "name=甲"), "{", "不是 JSON"),
        (("--matter", "sole_trader_registration"), '{"matter": "company_registration", "edition": "2026", "answers": {}}', "不一致"),
    ],
)
def test_what_cannot_be_filled_is_told(trouble, arguments, stdin, told):
    assert told in trouble("fill", *arguments, stdin=stdin)


@pytest.mark.parametrize("words", ["开公司" + "\x00" * 50, "开公司🙂" * 300, "开公司，" + "啊" * 100_000])
def test_odd_words_are_filled_without_a_trace(run, words):
    outcome = run("fill", stdin=words)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.json["matter"] == "company_registration"


def test_the_form_is_read_back_in_words(run):
    outcome = run("fill", "我想开公司，注册资本一百万，法人丁大宝，电话13800138000", "--read-back")
    lines = outcome.out.splitlines()
    assert lines[:2] == ["公司设立登记。", "注册资本：一百万元。"]
    assert "移动电话：幺三八，零零幺三，八零零零。" in lines
    assert lines[-1].endswith("项没有填。")


def test_a_form_handed_on_is_read_back_too(run, company_form):
    assert "名称：昆山启云精密机械有限公司。" in run("fill", "--read-back", stdin=company_form).out


@pytest.mark.usefixtures("card_only")
def test_a_matter_that_cannot_be_filled_yet_is_told(trouble):
    assert "还不能在这里填表" in trouble("fill", "我要把公司注销掉")
