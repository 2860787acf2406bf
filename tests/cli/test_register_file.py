"""`--register FILE`: what a register in a file knows goes into the form, and a file that is none is told in a sentence."""

from __future__ import annotations

import json

import pytest

REGISTERED = {
    "uscc": "91320583MA0000007R",
    "name": "昆山样例五金有限公司",
    "kind": "limited_liability",
    "domicile": "昆山市玉山镇元丰路1号",
    "legal_representative": "丁大宝",
}
SAID = "昆山样例五金有限公司要变更住所，搬到玉山镇晨丰路22号"


@pytest.fixture
def register(tmp_path):
    """Writes a register and gives its path."""

    def put(content):
        path = tmp_path / "register.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return str(path)

    return put


def test_what_is_registered_is_filled_in(run, register):
    answers = run("fill", SAID, "--register", register(REGISTERED)).json["answers"]
    assert answers["changes.0.from"]["value"] == "昆山市玉山镇元丰路1号"
    assert answers["changes.0.from"]["source"] == "register"
    assert answers["uscc"]["value"] == "91320583MA0000007R"


def test_a_form_through_the_pipe_is_filled_from_the_register_too(run, register):
    form = run("fill", SAID).out
    assert run("fill", "-", "--register", register([REGISTERED]), stdin=form).json["answers"]["uscc"]["source"] == "register"


def test_the_check_holds_the_form_against_the_register(run, register):
    form = run("fill", f"{SAID}，原来在元丰路9号").out
    outcome = run("check", "-", "--register", register(REGISTERED), stdin=form)
    assert outcome.status == 1
    assert "REG-02" in outcome.out


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (REGISTERED, "原登记内容按登记簿填"),
        ({**REGISTERED, "name": "昆山别家有限公司"}, "里面没有这家企业"),
        ([REGISTERED, {**REGISTERED, "uscc": "92320583MA0000007N"}], "有几家同名"),
    ],
)
def test_a_person_is_told_what_came_of_asking(run, register, known, told):
    assert told in run("fill", SAID, "--register", register(known), person=True).out


def test_a_person_is_told_that_code_and_name_do_not_belong_together(run, register):
    other = register({**REGISTERED, "name": "昆山别家有限公司"})
    shown = run("fill", SAID, "--set", "uscc=91320583MA0000007R", "--register", other, person=True).out
    assert "代码和名称对不上" in shown


@pytest.mark.parametrize(
    ("content", "told"),
    [("{", "不是 JSON"), ("[" * 100_000, "不是 JSON"), ('["a"]', "第1家"), ({"name": "昆山样例有限公司"}, "缺统一社会信用代码"), ("3", "第1家")],
)
def test_a_file_that_is_no_register_is_told_in_a_sentence(trouble, register, content, told):
    assert told in trouble("fill", SAID, "--register", register(content))


def test_a_file_that_is_not_there_is_told_in_a_sentence(trouble):
    assert "打不开登记簿文件" in trouble("fill", SAID, "--register", "/nowhere/register.json")


def test_a_matter_of_no_registered_enterprise_does_not_ask(run, register):
    form = run("fill", "我想开一家公司，全称叫昆山样例五金有限公司", "--register", register(REGISTERED)).json
    assert "uscc" not in form["answers"]
