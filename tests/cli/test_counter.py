"""Every trouble becomes a sentence and exit status 2; a reader who walks off is none. The real process, where only that can show it."""

import io
import json
import os
import subprocess
import sys

import pytest

from gaoxing.cli import counter
from gaoxing.cli.trouble import Trouble
from gaoxing.engines.fault import Fault

GAOXING = [sys.executable, "-c", "import sys; from gaoxing.cli import main; sys.exit(main())"]


def raising(trouble):
    class Parser:
        def parse_args(self, arguments):
            raise trouble

    return Parser


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (Trouble("没有这个文件。"), "没有这个文件。"),
        (Fault("缺少字体。", permanent=True), "缺少字体。"),
        (ModuleNotFoundError("No module named 'typst'", name="typst"), "缺少组件 typst"),
        (PermissionError(13, "Permission denied", "form.json"), "请检查路径、权限"),
        (ZeroDivisionError("division by zero"), "ZeroDivisionError"),
    ],
)
def test_a_trouble_is_one_sentence_on_standard_error(monkeypatch, capsys, trouble, told):
    monkeypatch.setattr(counter, "build", raising(trouble))
    monkeypatch.delenv("GAOXING_TRACE", raising=False)
    assert counter.serve_one([]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert told in printed.err
    assert "Traceback" not in printed.err


def test_the_maintainer_may_see_the_trace(monkeypatch):
    monkeypatch.setattr(counter, "build", raising(ZeroDivisionError()))
    monkeypatch.setenv("GAOXING_TRACE", "1")
    with pytest.raises(ZeroDivisionError):
        counter.serve_one([])


def test_ctrl_c_ends_without_a_word(monkeypatch, capsys):
    monkeypatch.setattr(counter, "build", raising(KeyboardInterrupt()))
    assert counter.serve_one([]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_reader_who_walks_off_is_no_trouble():
    cases = b'{"id": "1", "turns": [{"said": "x"}]}\n' * 4000
    process = subprocess.Popen([*GAOXING, "recognise", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    feeder = io.BytesIO(cases)
    try:
        process.stdin.write(feeder.read(400))
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(feeder.read())
        process.stdin.close()
    except BrokenPipeError:
        pass
    assert process.wait(timeout=60) == 0
    assert process.stderr.read() == b""
    process.stderr.close()


def test_chinese_comes_out_whatever_the_locale():
    environ = {**os.environ, "LC_ALL": "POSIX", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run([*GAOXING, "matters"], env=environ, capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
    assert done.returncode == 0
    assert "公司设立登记" in {each["name"] for each in json.loads(done.stdout.decode("utf-8"))}


def test_words_that_are_no_utf8_are_told():
    done = subprocess.run([*GAOXING, "recognise", b"\xff\xfe\xb9\xab"], capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
    assert done.returncode == 2
    assert "不是 UTF-8" in done.stderr.decode("utf-8")
    assert done.stdout == b""
