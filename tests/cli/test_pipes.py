"""The commands as processes of their own: pipes, closed streams, a full disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GAOXING = f'"{sys.executable}" -c "import sys; from gaoxing.cli import main; sys.exit(main())"'
FULL = Path("/dev/full")


def shell(line: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    command = ["/bin/sh", "-c", line.replace("gaoxing", GAOXING, 1)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, timeout=60, check=False)


def test_fill_pipes_into_check():
    filled = shell('gaoxing fill "我想开公司" --set postcode=12')
    checked = subprocess.run(
        [sys.executable, "-c", "import sys; from gaoxing.cli import main; sys.exit(main())", "check", "--on", "2026-11-24"],
        input=filled.stdout,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (filled.returncode, checked.returncode, checked.stderr) == (0, 1, "")
    assert [each["field"] for each in json.loads(checked.stdout)["findings"]] == ["postcode"]


def test_a_closed_standard_output_is_told_in_one_sentence():
    told = shell("gaoxing matters >&-")
    assert told.returncode == 2
    assert told.stderr.splitlines() == ["gaoxing：标准输出是关着的，结果没有地方写。请打开它，或者写到文件里。"]


def test_a_closed_standard_input_is_told_in_one_sentence():
    told = shell("gaoxing recognise --jsonl <&-")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.splitlines() == ["gaoxing：没有内容可读：标准输入是关着的。请用管道把案例送进来，一行一件。"]


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full device")
def test_a_full_disk_is_told_once_and_without_a_trace():
    told = shell(f"gaoxing matters >{FULL}")
    assert told.returncode == 2
    assert told.stderr.splitlines() == ["gaoxing：读写文件没有成功：磁盘满了。请检查路径、权限和磁盘。"]
