"""The commands' words: help for each, one sentence for what is not understood."""

import sys

import pytest

from gaoxing.cli.parser import COMMANDS, build


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_help_with_an_example(command, capsys):
    with pytest.raises(SystemExit) as left:
        build().parse_args([command, "--help"])
    shown = capsys.readouterr().out
    assert left.value.code == 0
    assert f"gaoxing {command}" in shown.partition("example")[2]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_speaks_chinese_and_english(command, capsys):
    with pytest.raises(SystemExit):
        build().parse_args([command, "--help"])
    description = capsys.readouterr().out.partition("\n\n")[2].partition("\n")[0]
    chinese, dot, english = description.partition(" · ")
    assert dot
    assert any("\u4e00" <= character <= "\u9fff" for character in chinese)
    assert english.isascii()


def test_the_list_of_commands_says_how_they_pipe(capsys):
    with pytest.raises(SystemExit):
        build().parse_args(["--help"])
    shown = capsys.readouterr().out
    assert all(command in shown for command in COMMANDS)
    assert "| gaoxing check" in shown


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit):
        build().parse_args(["--version"])
    assert capsys.readouterr().out.startswith("gaoxing 0.")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "没写要做什么"),
        (("melt",), "没有 'melt' 这个命令"),
        (("try",), "还缺：MATTER"),
        (("matters", "--fast"), "看不懂这几个词：--fast"),
        (("recognise", "--matter"), "--matter 后面要跟一个值"),
        (("check", "--on", "morgen"), "「morgen」不是日期"),
        (("check", "--on", "2026-02-30"), "「2026-02-30」不是日期"),
        (("serve", "--port", "http"), "端口要写 1 到 65535 的整数"),
        (("serve", "--port", "70000"), "端口要写 1 到 65535 的整数"),
        (("serve", "--port", "0"), "端口要写 1 到 65535 的整数"),
        (("serve", "--port", "٨٠٠٠"), "端口要写 1 到 65535 的整数"),
    ],
)
def test_what_is_not_understood_is_told_in_one_sentence(trouble, arguments, told):
    sentence = trouble(*arguments)
    assert told in sentence
    assert sentence.endswith("--help。")


def test_help_needs_nothing_heavy():
    before = set(sys.modules)
    build()
    assert not {name for name in set(sys.modules) - before if name.startswith(("django", "typst", "gaoxing.matters", "gaoxing.intake"))}
