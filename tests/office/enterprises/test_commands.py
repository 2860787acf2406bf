"""`gaoxing enterprises load` and `show`: a file goes into the register, and an enterprise comes out again."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from gaoxing.cli import main
from gaoxing.forms.register import Registered
from gaoxing.office.enterprises import loading
from gaoxing.office.enterprises.actions import record
from gaoxing.office.enterprises.loading import load
from gaoxing.office.enterprises.models import Enterprise
from gaoxing.office.enterprises.rows import Unreadable

pytestmark = pytest.mark.django_db
HEADING = "统一社会信用代码,名称\n"


def told(command, **options):
    said = io.StringIO()
    call_command(command, **options, stdout=said)
    return json.loads(said.getvalue())


@pytest.fixture
def file(tmp_path):
    def put(content, name="enterprises.csv"):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return path

    return put


def test_a_file_goes_in_and_broken_rows_are_told(file):
    found = told("load_enterprises", file=str(file(f"{HEADING}91320583MA0000007R,昆山样例五金有限公司\nx,y\n")))
    assert (found["rows"], found["recorded"], found["broken"]) == (2, 1, 1)
    assert found["first_broken"][0][0] == 3
    assert Enterprise.objects.get().name == "昆山样例五金有限公司"


def test_a_second_load_repeats_nothing(file, now):
    path = file(f"{HEADING}91320583MA0000007R,昆山样例五金有限公司\n")
    assert [load(path, now=now).recorded for _ in range(2)] == [1, 1]
    assert Enterprise.objects.count() == 1


def test_progress_is_told_step_by_step(file, now, monkeypatch):
    monkeypatch.setattr(loading, "STEP", 1)
    steps = []
    load(file(f"{HEADING}91320583MA0000007R,甲店\n92320583MA0000007N,乙店\n"), now=now, told=steps.append)
    assert steps == [1, 2]


def test_a_file_too_large_is_refused(file, now, monkeypatch):
    monkeypatch.setattr(loading, "LARGEST", 3)
    with pytest.raises(Unreadable, match="分成几个文件"):
        load(file(HEADING), now=now)


@pytest.mark.parametrize(("content", "told_so"), [("名称\n甲店\n", "两列"), (None, "文件打不开")])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(file, content, told_so):
    path = str(file(content)) if content else "/nowhere/enterprises.csv"
    with pytest.raises(CommandError, match=told_so):
        told("load_enterprises", file=path)


def test_a_database_that_does_not_answer_is_told_in_a_sentence(file, monkeypatch):
    def down(*_, **__):
        raise DatabaseError("gone")

    monkeypatch.setattr(loading, "record_all", down)
    with pytest.raises(CommandError, match="数据库写不进去"):
        told("load_enterprises", file=str(file(f"{HEADING}91320583MA0000007R,甲店\n")))


@pytest.mark.parametrize("subject", ["91320583ma0000007r", "昆山样例五金（昆山）有限公司"])
def test_an_enterprise_is_shown_by_code_or_name(company, now, subject):
    record(company, now=now)
    assert Registered.from_json(told("show_enterprise", subject=subject)[0]) == company


@pytest.mark.parametrize(("subject", "told_so"), [("91320583MA0000007R", "登记簿里没有这一家"), ("91320583", "18 位"), ("昆山别家有限公司", "没有这一家")])
def test_whoever_is_not_there_is_told_in_a_sentence(subject, told_so):
    with pytest.raises(CommandError, match=told_so):
        told("show_enterprise", subject=subject)


def test_the_terminal_loads_and_shows(file, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    path = file('[{"uscc": "91320583MA0000007R", "name": "昆山样例五金有限公司", "shareholders": [{"name": "丁大宝", "percent": "100"}]}]', "e.json")
    assert main(["enterprises", "load", str(path)]) == 0
    assert "导入 1 家" in capsys.readouterr().out
    assert main(["enterprises", "show", "91320583MA0000007R"]) == 0
    assert "丁大宝" in capsys.readouterr().out


def test_the_terminal_gives_json_to_a_pipe(company, now, capsys):
    record(company, now=now)
    assert main(["enterprises", "show", company.uscc]) == 0
    assert json.loads(capsys.readouterr().out)[0]["name"] == company.name
