"""`gaoxing licences`: from a sentence to a plan; a zone's catalogue checked and previewed."""

from xml.etree import ElementTree

import pytest

SAID = "我想在高新区开个火锅店，四百平，装修五十万，门口挂招牌，烟不卖，油水排下水道"
PROMISED = "[licence.drainage]\npromised = 7\n"


def plan(run, words=SAID, *options, **how):
    return run("licences", "plan", words, "--on", "2026-11-25", *options, **how)


@pytest.fixture
def table(tmp_path):
    """A zone's own table in a file, by its text."""

    def written(text):
        path = tmp_path / "own.toml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return written


def test_a_sentence_gives_licences_papers_and_plan(run):
    told = plan(run).json
    assert [each["id"] for each in told["needed"]] == ["business_licence", "seal_filing", "food_operation", "fire_check", "signboard", "drainage"]
    assert told["saving"]["days"] == {"separately": 45, "together": 20}
    assert told["plan"]["opening"] == "2026-12-23"


def test_a_person_reads_what_is_needed_what_not_and_when(run):
    shown = plan(run, person=True).out
    for words in ("按现在说到的，要办 6 项", "不用再办公共场所卫生许可证", "请您提供 11 样", "材料 32 → 22 份", "最早 2026-12-23 开业", "3 项一起看", "未核实"):
        assert words in shown


def test_a_person_is_asked_the_most_telling_question_first(run):
    assert "还要问 5 个问题，答了上面的可能会变。先问：营业面积大概多少平方米？" in plan(run, "我想开个面馆", person=True).out


def test_an_unknown_trade_offers_the_nearest_and_a_clerk(run):
    outcome = plan(run, "开个密室逃脱", person=True)
    assert outcome.status == 0
    assert "工作人员" in outcome.out
    assert "KTV/歌舞厅" in outcome.out
    assert plan(run, "开个密室逃脱").json["trade"] is None


def test_who_has_the_licence_is_told_what_need_not_be_done_again(run):
    shown = plan(run, "我们公司执照已经有了，想联办开个奶茶店，六十平", person=True).out
    assert "要办 1 项" in shown
    assert "已经有执照的，这几项不用再办：市场主体设立登记、公章刻制备案" in shown
    assert "一起看" not in shown


def test_what_forbids_it_stands_above_the_plan(run):
    shown = plan(run, "我想开个KTV，在负二楼，八百平", person=True).out
    assert shown.startswith("✗ 要改")
    assert shown.index("地下一层以下不能开") < shown.index("要办 6 项")


def test_contradicting_answers_are_told_beside_the_plan(run):
    told = plan(run, "开便利店，只卖包装好的，不卖散装，关东煮现场做").json
    assert any(each["rule"] == "JL-03" for each in told["findings"])


def test_a_zones_promise_a_commitment_and_a_hearing_are_reckoned_with(run, table):
    told = plan(run, SAID, "--catalogue", table(PROMISED), "--commitment", "fire_check", "--stop", "food_operation=4").json
    ends = {each["id"]: each["end"] for each in told["plan"]["steps"]}
    assert (ends["drainage"], ends["fire_check"], ends["food_operation"]) == (7, 1, 14)


def test_the_picture_is_written_where_it_is_wanted(run, tmp_path):
    plan(run, SAID, "--svg", str(tmp_path / "plan.svg"))
    assert ElementTree.parse(tmp_path / "plan.svg").getroot().get("role") == "img"


def test_words_come_through_a_pipe(run):
    assert plan(run, "-", stdin="开个汽修厂\n").json["trade"]["id"] == "garage"


@pytest.mark.parametrize(
    ("words", "options", "sentence"),
    [
        ("", (), "没有写要开什么店"),
        (SAID, ("--stop", "entertainment"), "要写成 事项=工作日"),
        (SAID, ("--stop", "entertainment=99999"), "要写成 事项=工作日"),
        (SAID, ("--commitment", "moon"), "没有“moon”这个事项"),
        (SAID, ("--catalogue", "absent.toml"), "没有这个文件"),
        (SAID, ("--svg", "absent/folder/plan.svg"), "写不了文件"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(trouble, words, options, sentence):
    assert sentence in trouble("licences", "plan", words, "--on", "2026-11-25", *options)


def test_a_faulty_catalogue_is_refused_with_its_line(trouble, table):
    file = table('[licence.drainage]\n\nafter = ["moon"]\n')
    assert "第 3 行：“after”写了没有的“moon”" in trouble("licences", "plan", SAID, "--catalogue", file)


def test_the_shipped_catalogue_is_sound(run):
    outcome = run("licences", "check", person=True)
    assert (outcome.status, outcome.out) == (0, "目录没有写错的地方。\n")


def test_faults_are_listed_with_their_lines_and_the_status_says_so(run, table):
    file = table('[licence.business_licence]\nafter = ["food_operation"]\n[licence.drainage]\nbasis = ""\n')
    outcome = run("licences", "check", file, person=True)
    assert outcome.status == 1
    assert "第 1 行" in outcome.out
    assert "绕成了圈" in outcome.out
    assert "第 4 行" in outcome.out
    assert len(run("licences", "check", file).json["faults"]) == 2


def test_what_may_be_meant_is_told_and_is_no_fault(run, table):
    file = table('[licence.drainage]\npromised = 30\nsource = "样例"\n')
    outcome = run("licences", "check", file, person=True)
    assert outcome.status == 0
    assert "请再看一眼：“城镇污水排入排水管网许可”承诺 30 个工作日，比法定的 20 个工作日还长" in outcome.out
    assert [each["line"] for each in run("licences", "check", file).json["cautions"]] == [2]


@pytest.mark.parametrize(("text", "place"), [("[licence.x]\na = = 3", "第 2 行"), ("a = 1\n[licence.x]\nb 2", "第 3 行"), ('a = """', "末尾")])
def test_a_file_that_is_no_toml_is_trouble_with_its_line(trouble, table, text, place):
    assert f"在{place}不合 TOML 的写法" in trouble("licences", "check", table(text))


def test_a_file_that_nests_without_end_is_trouble(trouble, table):
    assert "套得太深" in trouble("licences", "check", table(f"a = {'[' * 20000}"))


def test_a_file_that_is_not_utf8_is_trouble(trouble, tmp_path):
    (tmp_path / "own.toml").write_bytes(b"\xff\xfe\x00")
    assert "不是 UTF-8" in trouble("licences", "check", str(tmp_path / "own.toml"))


def test_an_edit_is_previewed(run, table):
    file = table(PROMISED)
    assert run("licences", "preview", file).json["effects"][0]["change"] == "承诺工作日：没有 → 7"
    assert "承诺工作日" in run("licences", "preview", file, person=True).out
    assert "什么也不改变" in run("licences", "preview", table(""), person=True).out
