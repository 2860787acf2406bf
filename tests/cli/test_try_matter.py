"""`gaoxing try`: a matter's stories, and what came out otherwise than told."""

import pytest

from gaoxing import catalogue
from gaoxing.cli import conversations, stories


@pytest.mark.parametrize("matter", ["company_registration", "sole_trader_registration"])
def test_the_stories_of_a_matter_come_out_as_told(run, matter):
    outcome = run("try", matter)
    assert outcome.status == 0, outcome.err
    assert len(outcome.json) >= 3
    assert all(each["wrong"] == [] for each in outcome.json)


def test_a_person_sees_a_line_a_story(run):
    outcome = run("try", "sole_trader_registration", person=True)
    assert outcome.status == 0
    assert all(line.startswith(("✓", " ")) for line in outcome.out.splitlines())


def test_a_story_that_comes_out_otherwise_gives_one(run, monkeypatch):
    monkeypatch.setattr(stories, "run", lambda story, on: ("注册资本不一样",))
    outcome = run("try", "company_registration")
    assert outcome.status == 1
    assert outcome.json[0]["wrong"] == ["注册资本不一样"]
    assert "和写下的不一样" in outcome.err


def test_a_story_that_is_written_wrongly_is_told(trouble, monkeypatch):
    def load(folder):
        raise ValueError("own.toml: 缺 name")

    monkeypatch.setattr(stories, "load", load)
    assert "own.toml" in trouble("try", "company_registration")


def test_a_matter_without_stories_is_told(trouble, monkeypatch):
    monkeypatch.setattr(stories, "load", lambda folder: ())
    monkeypatch.setattr(conversations, "load_conversations", lambda folder: ())
    assert "还没有样例" in trouble("try", "company_registration")


def test_an_unknown_matter_is_told_with_the_ones_that_are_known(trouble):
    sentence = trouble("try", "marriage")
    assert all(each.id in sentence for each in catalogue.matters())


TEST = """
[[对话]]
名称 = "资本说清楚了"
说 = "我想开公司，注册资本一百万"
应得到 = { 注册资本 = "100万元" }

[[对话]]
名称 = "资本对不上"
说 = "我想开公司，注册资本一百万"
应得到 = { 注册资本 = "200万元" }
"""


@pytest.fixture
def own(tmp_path):
    """A clerk's own file of tests."""

    def write(text=TEST, name="资本.toml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return write


def test_a_clerks_own_file_is_tried_and_a_difference_gives_one(run, own):
    outcome = run("try", own())
    assert outcome.status == 1
    assert [each["wrong"] for each in outcome.json] == [[], ["“注册资本”应得到 200万元，得到了 100万元"]]
    assert "2 个样例里有 1 个和写下的不一样" in outcome.err


def test_a_person_sees_what_was_expected_above_what_was_got(run, own):
    lines = [line.strip() for line in run("try", own(), person=True).out.splitlines()]
    assert lines == ["✓ 资本说清楚了", "✗ 资本对不上", "注册资本", "应得到：200万元", "得到了：100万元（来自“一百万”）"]


def test_a_file_of_which_all_comes_out_gives_nought(run, own):
    assert run("try", own(TEST.replace("200万元", "一百万元"))).status == 0


def test_a_folder_of_tests_is_tried_file_by_file(run, own, tmp_path):
    own(), own(TEST.replace('"资本', '"另外'), "乙.toml")
    assert len(run("try", str(tmp_path)).json) == 4


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "没有对话试题"),
        ("[[对话]]\n名称 = “甲”\n", "第 2 行：用了中文的““”，请换成英文双引号"),
        (TEST.replace("应得到 = { 注册资本", "应得到 = { 天气"), "没有“天气”这一栏"),
        (TEST.replace("100万元", "很多"), "看不懂“很多”"),
    ],
)
def test_a_file_written_wrongly_is_told_in_one_sentence(trouble, own, text, told):
    assert told in trouble("try", own(text))


def test_a_file_that_is_not_there_or_no_text_is_told(trouble, tmp_path):
    (tmp_path / "图.toml").write_bytes(b"\xff\xfe\x00")
    assert "没有「没有的.toml」这个文件" in trouble("try", "没有的.toml")
    assert "不是 UTF-8" in trouble("try", str(tmp_path / "图.toml"))


@pytest.mark.parametrize("matter", [each.id for each in catalogue.matters() if each.fillable])
def test_every_matter_has_conversations_that_come_out_as_written(run, matter):
    outcome = run("try", matter)
    assert outcome.status == 0, [each for each in outcome.json if each["wrong"]]
    assert list((catalogue.matter(matter).folder / "examples").glob("conversations.toml"))
