"""`gaoxing scope`: plain words to items, with reasons and licences."""

import pytest


def test_plain_words_give_items_with_reasons_as_json(run):
    told = run("scope", "做模具", "--on", "2026-11-24").json
    assert (told["words"], told["on"], told["hint"]) == ("做模具", "2026-11-24", "")
    assert (told["items"][0]["item"], told["items"][0]["main"]) == ("模具制造", True)
    assert told["found"][0]["reason"] == "说“做模具”，就是这一项"


@pytest.mark.parametrize("words", ["mjzz", "mujuzhizao", "模具制造", "模具制照"])
def test_it_searches_as_the_page_does(run, words):
    assert "模具制造" in [each["item"] for each in run("scope", words).json["found"]]


def test_a_person_sees_reasons_licences_and_what_is_not_verified(run):
    shown = run("scope", "开饭店", "--on", "2026-11-24", person=True).out
    assert "主营  餐饮服务  许可 · 后置 · 食品经营许可证  您说“开饭店”" in shown
    assert "餐饮服务：食品经营许可证，市场监督管理局，10个工作日" in shown
    assert "未核实" in shown
    assert "以登记机关公布的为准" in shown


def test_a_person_is_asked_what_decides(run):
    assert "? 卖的是第几类医疗器械" in run("scope", "卖医疗器械", person=True).out


def test_the_name_decides_what_stands_first(run):
    told = run("scope", "开饭店也做软件", "--name", "昆山样例科技有限公司").json
    assert told["items"][0]["item"] == "软件开发"
    assert "名称里的行业是“科技”" in run("scope", "开饭店", "--name", "昆山样例科技有限公司", person=True).out


@pytest.mark.parametrize(("on", "licensed"), [("2022-12-29", True), ("2022-12-30", False)])
def test_the_day_decides_what_is_licensed(run, on, licensed):
    assert run("scope", "货物进出口", "--on", on).json["found"][0]["licensed"] == licensed


def test_what_is_found_nowhere_is_said_in_a_sentence(run):
    outcome = run("scope", "月亮石头" * 100, person=True)
    assert outcome.status == 0
    assert "请换个说法" in outcome.out
    assert len(outcome.out) < 200


def test_words_come_through_a_pipe(run):
    assert run("scope", "-", stdin="卖水果\n").json["items"][0]["item"] == "新鲜水果零售"


@pytest.mark.parametrize("words", ["", "  "])
def test_without_words_it_is_trouble(trouble, words):
    assert "没有写要查什么" in trouble("scope", words)


def test_a_day_that_is_none_is_trouble(trouble):
    assert "不是日期" in trouble("scope", "做模具", "--on", "明天")
