"""The commands of the names: JSON or a sentence."""

import json
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from gaoxing.office.names.models import RegisteredName
from gaoxing.office.zone.queries import profile

NAME = "昆山星野智能科技有限公司"


@pytest.fixture
def told(db):
    def run(command, **options):
        said = StringIO()
        call_command(command, **options, stdout=said)
        return said.getvalue().strip()

    return run


def test_a_load_tells_what_it_came_to(told, written, tmp_path):
    done = json.loads(told("load_names", file=str(written(f"{NAME},存续,", "坏,飞了,")), report=str(tmp_path / "broken.csv")))
    assert (done["progress"]["added"], done["progress"]["broken"], done["first_broken"][0][0]) == (1, 1, 3)
    assert done["report"].endswith("broken.csv")


def test_a_check_is_one_judgement(told, pool):
    pool(NAME)
    judged = json.loads(told("check_name", name="苏州星野智能科技有限公司"))
    assert (judged["verdict"], [each["name"] for each in judged["hits"]]) == ("不可用", [NAME])
    assert judged["suggestions"]


def test_a_check_says_whether_a_register_was_searched(told, written, tmp_path):
    assert json.loads(told("check_name", name=NAME))["searched"] is False
    told("load_names", file=str(written("昆山恒越科技有限公司,存续,")))
    assert json.loads(told("check_name", name=NAME))["searched"] is True


def test_a_hold_and_its_release_are_told(told):
    assert told("hold_name", name=NAME) == f"占用了：{NAME}，到释放为止。"
    assert told("release_name", name=NAME) == f"释放了：{NAME}。"


def test_another_zone_holds_and_releases_in_its_own_prefecture(told, monkeypatch):
    nanjing = replace(profile(), region="320111")
    for command in ("hold_name", "release_name"):
        monkeypatch.setattr(f"gaoxing.office.names.management.commands.{command}.profile", lambda: nanjing)
    told("hold_name", name=NAME)
    assert RegisteredName.objects.get().prefecture == 3201
    assert told("release_name", name=NAME) == f"释放了：{NAME}。"


@pytest.mark.parametrize(
    ("command", "options", "why"),
    [
        ("load_names", {"file": "nowhere.csv"}, "打不开"),
        ("load_names", {"file": "a\0b"}, "路径不对"),
        ("check_name", {"name": NAME, "prefecture": "苏州"}, "例如 3205"),
        ("hold_name", {"name": "中国昆山智造有限公司"}, "不能占用"),
        ("release_name", {"name": NAME}, "没有"),
    ],
)
def test_trouble_is_one_sentence(told, command, options, why):
    with pytest.raises(CommandError, match=why):
        told(command, **options)
