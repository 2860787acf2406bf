from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gaoxing.documents.deed import compose, composed, load
from gaoxing.documents.particulars import Particulars, Run

ON = date(2026, 11, 25)
HEAD = 'title = "{name}章程"\nbasis = "《公司法》第四十六条"\nmark = "S1"\n'
OWNERS = ({"name": Run("张三", "parties.0.name"), "amount": Run("60")}, {"name": Run("李四", "parties.1.name"), "amount": Run("40")})
TOLD = Particulars({"name": Run("昆山某某有限公司", "name"), "chair": Run("")}, {"owners": OWNERS}, {"board": False})


def deed(folder: Path, blocks: str, head: str = HEAD) -> Path:
    file = folder / "deed.toml"
    file.write_text(head + blocks, encoding="utf-8")
    load.cache_clear()
    return file


def block(kind: str, text: str = "某句", **rest: str) -> str:
    return "\n[[block]]\n" + "".join(f'{key} = "{value}"\n' for key, value in {"kind": kind, "text": text, **rest}.items())


def blocks(file: Path, told: Particulars = TOLD) -> list[dict]:
    layout = compose(file, told, ON)
    assert layout is not None
    return layout.values["blocks"]


def words(made: dict) -> str:
    return made["number"] + "".join(each["text"] for each in made["runs"])


def test_articles_go_on_from_chapter_to_chapter_and_items_begin_again(tmp_path: Path) -> None:
    file = deed(tmp_path, "".join(block(kind) for kind in ("chapter", "article", "item", "item", "chapter", "article", "item")))
    assert [each["number"] for each in blocks(file)] == ["第一章", "第一条", "（一）", "（二）", "第二章", "第二条", "（一）"]


def test_a_value_keeps_the_blank_it_came_from(tmp_path: Path) -> None:
    [made] = blocks(deed(tmp_path, block("article", "公司名称：{name}。")))
    assert made["runs"] == [{"text": "公司名称：", "path": ""}, {"text": "昆山某某有限公司", "path": "name"}, {"text": "。", "path": ""}]


def test_what_was_not_said_stays_a_blank(tmp_path: Path) -> None:
    [made] = blocks(deed(tmp_path, block("paragraph", "由{chair}担任")))
    assert [each["text"] for each in made["runs"]] == ["由", "", "担任"]


def test_the_file_is_named_after_those_it_is_about_without_what_no_file_may_hold(tmp_path: Path) -> None:
    layout = compose(deed(tmp_path, block("paragraph"), HEAD + 'name = "章程（{name}）"\n'), Particulars({"name": Run("甲/乙")}, {}, {}), ON)
    assert layout is not None
    assert layout.name == "章程（甲－乙）"


def test_what_only_a_pen_can_fill_is_a_blank_unless_the_form_knows_it(tmp_path: Path) -> None:
    file = deed(tmp_path, block("paragraph", "{name}在{place}"), HEAD + 'by_hand = ["place", "name"]\n')
    assert words(blocks(file)[0]) == "昆山某某有限公司在"


@pytest.mark.parametrize(("owners", "lines"), [((), 3), (OWNERS, 2)])
def test_a_list_that_nobody_knows_gets_empty_lines(tmp_path: Path, owners: tuple, lines: int) -> None:
    file = deed(tmp_path, block("signatures", "", each="owners") + 'cells = ["{name}"]\n', HEAD + 'by_hand = ["name"]\nlines = { owners = 3 }\n')
    assert len(blocks(file, Particulars({"name": Run("")}, {"owners": owners}, {}))[0]["rows"]) == lines


def test_words_that_look_like_a_placeholder_stay_words(tmp_path: Path) -> None:
    told = Particulars({"name": Run("{chair}", "name")}, {}, {})
    [made] = blocks(deed(tmp_path, block("paragraph", "{name}")), told)
    assert words(made) == "{chair}"


def test_a_block_stands_only_where_its_state_holds(tmp_path: Path) -> None:
    file = deed(tmp_path, block("article", "设董事会", when="board") + block("article", "不设董事会", when="not board"))
    assert [words(each) for each in blocks(file)] == ["第一条不设董事会"]
    assert [words(each) for each in blocks(file, TOLD.having(board=True))] == ["第一条设董事会"]


def test_a_block_is_repeated_for_every_row_and_numbered_on(tmp_path: Path) -> None:
    file = deed(tmp_path, block("item", "{name}出资{amount}万元；", each="owners") + block("item", "其他。"))
    assert [words(each) for each in blocks(file)] == ["（一）张三出资60万元；", "（二）李四出资40万元；", "（三）其他。"]


def test_a_reference_names_the_article_by_its_number(tmp_path: Path) -> None:
    file = deed(tmp_path, block("article", "见{#capital}") + block("article", "注册资本", id="capital"))
    assert words(blocks(file)[0]) == "第一条见第二条"


def test_a_table_has_a_row_for_each_of_the_list(tmp_path: Path) -> None:
    file = deed(tmp_path, block("table", "", each="owners") + 'head = ["股东", "万元"]\ncells = ["{name}", "{amount}"]\nwidths = [2, 1]\n')
    [made] = blocks(file)
    assert [[cell[0]["text"] for cell in row] for row in made["rows"]] == [["张三", "60"], ["李四", "40"]]
    assert (made["head"], made["widths"]) == (["股东", "万元"], [2, 1])


def test_a_table_may_end_with_a_sum(tmp_path: Path) -> None:
    file = deed(tmp_path, block("table", "", each="owners") + 'head = ["股东", "万元"]\ncells = ["{name}", "{amount}"]\nfoot = ["合计", "100"]\n')
    [made] = blocks(file)
    assert [[cell[0]["text"] for cell in row] for row in made["rows"]][-1] == ["合计", "100"]


def test_a_table_may_have_lines_of_its_own(tmp_path: Path) -> None:
    file = deed(tmp_path, block("table") + 'head = ["项", "内容"]\ncells = [["名称", "{name}"], ["其他", "{_}"]]\n')
    [made] = blocks(file)
    assert [[cell[0]["text"] for cell in row] for row in made["rows"]] == [["名称", "昆山某某有限公司"], ["其他", ""]]


def test_a_line_to_write_on_can_be_asked_for(tmp_path: Path) -> None:
    [made] = blocks(deed(tmp_path, block("paragraph", "共{_}份")))
    assert [each["text"] for each in made["runs"]] == ["共", "", "份"]


def test_a_table_of_uneven_lines_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="长短不一"):
        compose(deed(tmp_path, block("table") + 'head = ["一", "二"]\ncells = ["{name}"]\n'), TOLD, ON)


def test_the_paper_names_the_rule_that_requires_it(tmp_path: Path) -> None:
    layout = compose(deed(tmp_path, block("paragraph")), TOLD, ON)
    assert layout is not None
    assert (layout.title, layout.basis, layout.values["basis"]) == ("昆山某某有限公司章程", "《公司法》第四十六条", "《公司法》第四十六条")


def test_the_paper_has_its_english_name_where_one_is_written(tmp_path: Path) -> None:
    named = compose(deed(tmp_path, block("paragraph"), HEAD + 'english = "Articles of association"\n'), TOLD, ON)
    assert named is not None
    assert named.english == "Articles of association"


@pytest.mark.parametrize(("board", "basis"), [(True, "《公司法》第七十三条"), (False, "《公司法》第七十五条")])
def test_the_rule_may_differ_with_what_the_company_is(tmp_path: Path, board: bool, basis: str) -> None:
    head = 'title = "决议"\nmark = "S1"\nbasis = { board = "《公司法》第七十三条", "not board" = "《公司法》第七十五条" }\n'
    layout = compose(deed(tmp_path, block("paragraph"), head), TOLD.having(board=board), ON)
    assert layout is not None
    assert layout.basis == basis


def test_a_deed_that_is_not_called_for_is_left_out(tmp_path: Path) -> None:
    file = deed(tmp_path, block("paragraph"), HEAD + 'when = "board"\n')
    assert compose(file, TOLD, ON) is None
    assert len(composed((file,), TOLD.having(board=True), ON)) == 1


@pytest.mark.parametrize(("day", "stands"), [(date(2024, 6, 30), False), (date(2024, 7, 1), True), (date(2029, 12, 31), True), (date(2030, 1, 1), False)])
def test_a_wording_is_used_between_its_days(tmp_path: Path, day: date, stands: bool) -> None:
    file = deed(tmp_path, block("paragraph"), HEAD + "from = 2024-07-01\nuntil = 2030-01-01\n")
    assert (compose(file, TOLD, day) is not None) is stands


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        (block("verse"), "kind 只能是"),
        (block("table"), "缺 cells"),
        (block("item", colour="red"), "不认识的字：colour"),
        ("\nnonsense", "读不出来"),
        ("", "缺 block"),
    ],
)
def test_a_file_written_wrongly_is_refused_with_what_is_wrong(tmp_path: Path, written: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        compose(deed(tmp_path, written), TOLD, ON)


@pytest.mark.parametrize("text", ["{unknown}", "{#nowhere}"])
def test_wording_about_what_the_form_does_not_have_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(KeyError):
        compose(deed(tmp_path, block("paragraph", text)), TOLD, ON)


@pytest.mark.parametrize(("agents", "optional"), [((), True), (({"name": Run("")},), True), (({"name": Run("")}, {"name": Run("丁大宝", "agent")}), False)])
def test_a_paper_for_people_of_whom_the_form_names_none_is_optional(tmp_path: Path, agents: tuple, optional: bool) -> None:
    file = deed(tmp_path, block("paragraph", "某句"), HEAD + 'optional = "agents"\n')
    made = compose(file, Particulars(TOLD.blanks, {"agents": agents}, {}), ON)
    assert made is not None
    assert made.optional is optional


def test_a_paper_is_not_optional_unless_its_file_says_so(tmp_path: Path) -> None:
    made = compose(deed(tmp_path, block("paragraph", "某句")), TOLD, ON)
    assert made is not None
    assert not made.optional
