"""`gaoxing policies`: what words hit, a zone's own lists checked, guidance before filing."""

import pytest

from gaoxing.checks.projects.policy import SHIPPED

SAID = "年产工业机器人一千台"


@pytest.fixture
def table(tmp_path):
    def written(text):
        path = tmp_path / "own.toml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return written


def test_words_give_the_items_they_hit(run):
    [told] = run("policies", "find", SAID, "--on", "2026-11-25").json
    assert (told["list"], told["word"], told["mark"]) == ("encouraged", "工业机器人", "K")


def test_a_person_is_told_that_a_hit_is_only_one_of_words(run):
    shown = run("policies", "find", SAID, "--on", "2026-11-25", person=True).out
    assert "鼓励类" in shown
    assert "没有对照过原文" in shown


def test_words_that_hit_nothing_say_so(run):
    assert "没有命中" in run("policies", "find", "年产文具一百万件", person=True).out
    assert run("policies", "find", "年产文具一百万件").json == []


def test_no_words_are_asked_for(run):
    outcome = run("policies", "find", " ")
    assert outcome.status == 2
    assert "没有写项目内容" in outcome.err


def test_the_starter_set_is_in_order(run):
    assert run("policies", "check").json["flaws"] == []
    assert "没有写错的地方" in run("policies", "check", person=True).out


def test_a_flawed_file_is_told_of_with_its_place_and_status_one(run, table):
    file = table(SHIPPED.read_text(encoding="utf-8").replace('mark = "S"', 'mark = "X"', 1))
    outcome = run("policies", "check", file, person=True)
    assert outcome.status == 1
    assert "第 1 条" in outcome.out
    assert run("policies", "check", file).json["flaws"][0]["entry"] == 1


def test_a_flawed_file_is_not_used(run, table):
    outcome = run("policies", "find", SAID, "--list", table("x = 1"))
    assert outcome.status == 2
    assert "policies check" in outcome.err


def test_a_file_that_is_not_there_is_told_of(run):
    assert "打不开文件" in run("policies", "check", "nowhere.toml").err


def test_a_zones_own_file_takes_the_starter_sets_place(run, table):
    file = table('[source.a]\ntitle="《甲》"\nnumber="1"\nfrom=2020-01-01\n[[entry]]\nlist="restricted"\nsource="a"\nitem="乙"\nwords=["机器人"]\nmark="S"\n')
    assert [each["list"] for each in run("policies", "find", SAID, "--list", file).json] == ["restricted"]
    assert len(run("policies", "list", file).json) == 1


def test_the_items_are_counted(run):
    assert f"一共 {len(run('policies', 'list').json)} 条" in run("policies", "list", person=True).out


def test_guidance_tells_what_goes_wrong_and_how_to_write_it(run):
    shown = run("policies", "guide", person=True).out
    assert "把亩写成平方米" in shown
    assert "备案不是开工许可" in shown
    assert run("policies", "guide").json["blanks"][0]["label"] == "项目单位名称"
