"""`gaoxing report month`: hands on what is asked for to the office's command and tells what was written."""

import json

import pytest

from gaoxing.cli import django_command
from gaoxing.cli.trouble import Trouble

TOLD = {"title": "样例区 2026 年 10 月月报", "as_of": "2026-11-24 10:30", "missing": 3, "problems": 1}


@pytest.fixture
def office(monkeypatch):
    """An office that writes the files it is asked for; what it was asked."""
    asked = []

    def call(command, *, stdout, **options):
        asked.append((command, options))
        files = {form: options[form] for form in ("pdf", "docx") if options[form]}
        stdout.write(json.dumps({**TOLD, "files": files}))

    monkeypatch.setattr(django_command, "call", call)
    return asked


def test_both_files_are_written_in_one_command(run, office, tmp_path):
    pdf, docx = str(tmp_path / "a.pdf"), str(tmp_path / "a.docx")
    assert run("report", "month", "2026-10", "--pdf", pdf, "--docx", docx).json["files"] == {"pdf": pdf, "docx": docx}
    assert office == [("month_report", {"month": "2026-10", "english": False, "pdf": pdf, "docx": docx})]


def test_a_person_reads_what_was_written_and_what_is_missing(run, office):
    shown = run("report", "month", "2026-10", "--pdf", "a.pdf", "--english", person=True)
    assert "样例区 2026 年 10 月月报，数据截至 2026-11-24 10:30。" in shown.out
    assert "写好了：a.pdf" in shown.out
    assert "没有数的指标 3 个，要核对的 1 处" in shown.out
    assert office[0][1]["english"] is True


def test_nothing_to_write_is_refused_with_an_example(run, office):
    outcome = run("report", "month", "2026-10")
    assert (outcome.status, office) == (2, [])
    assert "没有说写到哪里" in outcome.err


def test_the_office_s_own_refusal_is_told(run, monkeypatch):
    def call(command, **options):
        raise Trouble("“x”不是一个月份。请写成 2026-10 这样。")

    monkeypatch.setattr(django_command, "call", call)
    outcome = run("report", "month", "x", "--pdf", "a.pdf")
    assert outcome.status == 2
    assert "不是一个月份" in outcome.err
