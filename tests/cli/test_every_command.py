"""Every command and action by itself: its help in both languages, and what becomes of input that is none."""

import argparse
import re

import pytest

from gaoxing.cli.parser import build

DATABASE = ("names load {}", "enterprises load {}", "restore {} --into new")
"""What takes a file into the database or out of a backup."""

FILES = ("fill 开公司 --register {}", "check {}", "print {}", "licences check {}", "licences preview {}", "ladder {}", "policies check {}", "policies list {}")
OTHERS = ("licences plan 面馆 --catalogue {}", "policies find 机器人 --list {}", "listen {}", "speech install {}", "try {}")
"""What reads a file without the database."""

BAD = {"missing": None, "folder": None, "binary.toml": bytes(range(256)) * 8}


def actions(parser=None, path=()):
    """The words that lead to each command and each of its actions."""
    parser = parser or build()
    yield path
    for each in parser._actions:
        if isinstance(each, argparse._SubParsersAction):
            for word, below in each.choices.items():
                yield from actions(below, (*path, word))


def bad(folder, kind):
    """A file that is none, by its path."""
    place = folder / kind
    if kind == "folder":
        place.mkdir(exist_ok=True)
    elif BAD[kind]:
        place.write_bytes(BAD[kind])
    return str(place)


@pytest.mark.parametrize("path", list(actions()), ids=" ".join)
def test_every_action_says_in_both_languages_what_it_does(path, capsys):
    with pytest.raises(SystemExit) as left:
        build().parse_args([*path, "--help"])
    shown = capsys.readouterr().out
    told = re.split(r"options:|positional arguments:", shown.partition("\n\n")[2])[0]
    assert left.value.code == 0
    assert re.search(r"[\u4e00-\u9fff]", told)
    assert re.search(r"[a-z]{3}", told)


@pytest.mark.parametrize("path", list(actions()), ids=" ".join)
def test_every_action_tells_an_option_that_it_has_not(path, trouble):
    assert "--help" in trouble(*path, "--no-such-option", "x", "y", "z")


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("line", [*FILES, *OTHERS])
def test_a_file_that_is_none_is_told_in_chinese_with_its_name_or_what_to_do(line, kind, tmp_path, trouble):
    told = trouble(*(word.format(bad(tmp_path, kind)) for word in line.split()))
    assert "errno" not in told.lower()
    assert not re.search(r"No such|Is a directory|invalid|Expected", told)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("line", DATABASE)
def test_a_file_for_the_database_that_is_none_is_told_too(line, kind, tmp_path, trouble, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = trouble(*(word.format(bad(tmp_path, kind)) for word in line.split()))
    assert not re.search(r"No such|Is a directory|Error", told)


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["7", "9" * 30])
def test_closing_a_range_that_is_none_says_where_the_ranges_are_listed(number, trouble):
    assert "gaoxing codes list" in trouble("codes", "close", number)


def test_a_value_that_an_option_has_not_is_told_with_those_it_has(trouble):
    told = trouble("audit", "export", "--kind", "pdf")
    assert all(each in told for each in ("--kind", "'pdf'", "'csv'", "'jsonl'"))


def test_a_line_of_toml_that_is_wrong_is_told_by_its_number(tmp_path, trouble):
    place = tmp_path / "figures.toml"
    place.write_text("enterprise = 1\n去年 营收", encoding="utf-8")
    assert "第 2 行" in trouble("ladder", str(place))
