"""`gaoxing enterprises` at a terminal: a table for a person, JSON for a pipe, one sentence for trouble."""

import json
from dataclasses import replace

import pytest

from gaoxing.cli import main
from gaoxing.office.enterprises.actions import record

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(capsys, monkeypatch):
    """What a command says: status, standard output, standard error."""

    def run(*arguments, person=True):
        monkeypatch.setattr("sys.stdout.isatty", lambda: person, raising=False)
        status = main(["enterprises", *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def test_a_person_sees_the_official_words(told, company, now):
    record(replace(company, status="revoked"), now=now)
    _, shown, _ = told("show", company.uscc)
    assert all(word in shown for word in ("统一社会信用代码", "吊销", "100万元（人民币）", "五金产品零售", "丁大宝"))


def test_what_is_not_known_shows_as_a_dash(told, company, now):
    record(replace(company, capital=None, scope=(), domicile="", shareholders=()), now=now)
    assert told("show", company.uscc)[1].count("—") >= 3


def test_every_enterprise_of_a_name_is_shown(told, company, now):
    record(company, now=now)
    record(replace(company, uscc="92320583MA0000007N"), now=now)
    found = json.loads(told("show", company.name, person=False)[1])
    assert {each["uscc"] for each in found} == {"91320583MA0000007R", "92320583MA0000007N"}


def test_whoever_is_not_there_is_trouble_in_one_sentence(told):
    status, shown, trouble = told("show", "昆山别家有限公司")
    assert (status, shown) == (2, "")
    assert trouble.count("\n") == 1
    assert "gaoxing enterprises load" in trouble


def test_a_persons_load_lists_the_broken_rows(told, tmp_path):
    path = tmp_path / "e.csv"
    path.write_text("统一社会信用代码,名称\n91320583MA0000007T,昆山样例有限公司\n", encoding="utf-8")
    status, shown, _ = told("load", str(path))
    assert status == 0
    assert "读不出 1 家" in shown
    assert "第 2 行" in shown


def test_a_load_of_nothing_readable_is_trouble(told, tmp_path):
    path = tmp_path / "e.json"
    path.write_text("企业", encoding="utf-8")
    status, _, trouble = told("load", str(path))
    assert status == 2
    assert "不是 JSON" in trouble


@pytest.mark.parametrize("arguments", [(), ("show",), ("load",), ("burn", "x")])
def test_a_command_that_is_not_understood_is_told(told, arguments):
    status, _, trouble = told(*arguments)
    assert status == 2
    assert "gaoxing" in trouble
