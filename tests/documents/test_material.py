"""What must be attached: read from a list a clerk writes, refused with a sentence where it is written wrongly."""

import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from gaoxing.documents import material
from gaoxing.documents.material import Material, load

GUIDE = (Path(__file__).parents[2] / "docs" / "add-a-matter.md").read_text(encoding="utf-8")
WHOLE = {
    "name": '"委托书"',
    "english": '"Power of attorney"',
    "from": '"申请人签名"',
    "basis": '"《某法》第二条"',
    "mark": '"S2 K"',
    "when": '"由别人代办"',
    "copies": "2",
    "form": "true",
}


def written(folder, *rows, head="[[material]]"):
    path = folder / material.FILE
    path.write_text("\n".join(f"{head}\n" + "\n".join(f"{key} = {value}" for key, value in row.items()) for row in rows), encoding="utf-8")
    return path


def without(*keys):
    return {key: value for key, value in WHOLE.items() if key not in keys}


def refused(path):
    with pytest.raises(ValueError, match=r"materials\.toml") as fault:
        load(path)
    return str(fault.value)


def test_a_paper_is_read_with_all_that_is_known_of_it(tmp_path):
    expected = Material("委托书", "Power of attorney", "申请人签名", "《某法》第二条", "S2 K", "由别人代办", copies=2, form=True)
    assert load(written(tmp_path, WHOLE)) == (expected,)


def test_a_paper_that_is_always_needed_has_no_condition_no_number_and_is_not_ours(tmp_path):
    [paper] = load(written(tmp_path, without("when", "copies", "form")))
    assert (paper.when, paper.copies, paper.form) == ("", None, False)


def test_papers_stand_in_the_order_of_the_list(tmp_path):
    rows = [{**WHOLE, "name": f'"{name}"'} for name in ("章程", "决议", "委托书")]
    assert [each.name for each in load(written(tmp_path, *rows))] == ["章程", "决议", "委托书"]


def test_where_there_is_no_list_nothing_is_asked_for(tmp_path):
    assert load(tmp_path / material.FILE) == ()


def test_an_empty_list_asks_for_nothing(tmp_path):
    assert load(written(tmp_path)) == ()


def test_one_paper_may_be_wanted_under_two_conditions(tmp_path):
    rows = [{**WHOLE, "when": '"换住所"'}, {**WHOLE, "when": '"换股东"'}]
    assert [each.when for each in load(written(tmp_path, *rows))] == ["换住所", "换股东"]


@pytest.mark.parametrize(("mark", "verified"), [("S1", True), ("S29 S2", True), ("LAW", True), ("K", False), ("S1 K", False), ("LAW K", False)])
def test_what_was_not_read_is_told_from_what_was(mark, verified):
    assert Material("章程", "Articles", "股东", "《某法》第一条", mark).verified is verified


def test_a_paper_is_told_in_the_words_of_the_list():
    assert Material("章程", "Articles", "股东", "《某法》第一条", "S1").to_json() == {
        "name": "章程",
        "english": "Articles",
        "from": "股东",
        "when": "",
        "copies": None,
        "form": False,
        "basis": "《某法》第一条",
        "mark": "S1",
        "verified": True,
    }


def test_a_paper_does_not_change():
    paper = Material("章程", "Articles", "股东", "《某法》第一条", "S1")
    with pytest.raises(FrozenInstanceError):
        paper.name = "决议"


@pytest.mark.parametrize("key", ["english", "from", "basis", "mark"])
def test_what_is_left_out_is_named_with_its_paper(tmp_path, key):
    told = refused(written(tmp_path, WHOLE, {**without(key), "name": '"章程"'}))
    assert f"第2项“章程”缺 {key}" in told
    assert "docs/add-a-matter.md" in told


def test_a_paper_without_a_name_is_told_by_its_number(tmp_path):
    assert "第1项“（没有名字）”缺 name" in refused(written(tmp_path, without("name")))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"basis": '"  "'}, "缺 basis"),
        ({"from": "3"}, "缺 from"),
        ({"when": '""'}, "when 要写一句话"),
        ({"copies": "0"}, "copies 要写份数"),
        ({"copies": '"两份"'}, "copies 要写份数"),
        ({"copies": "true"}, "copies 要写份数"),
        ({"form": '"是"'}, "form 只写 true 或 false"),
        ({"mark": '"S1,K"'}, "mark“S1,K”不是出处记号"),
        ({"mark": '"听说"'}, "不是出处记号"),
        ({"mark": '"k"'}, "不是出处记号"),
        ({"number": "2"}, "不认识的字：number"),
    ],
)
def test_what_is_written_wrongly_is_told_in_a_sentence(tmp_path, row, told):
    assert told in refused(written(tmp_path, {**WHOLE, **row}))


def test_all_that_is_wrong_is_told_at_once(tmp_path):
    told = refused(written(tmp_path, without("basis"), {**WHOLE, "name": '"章程"', "copies": "-1"}))
    assert "第1项“委托书”缺 basis" in told
    assert "第2项“章程”的 copies" in told


def test_a_paper_written_twice_is_told_once(tmp_path):
    assert refused(written(tmp_path, WHOLE, WHOLE, WHOLE)).count("“委托书”写了两遍") == 1


@pytest.mark.parametrize("head", ["[material]", "[[materials]]", "[[material.more]]"])
def test_another_heading_is_refused(tmp_path, head):
    assert "以 [[material]] 开头" in refused(written(tmp_path, WHOLE, head=head))


@pytest.mark.parametrize("content", [b"[[material]", b"name = \xff\xfe", b'[[material]]\nname = "a"\nname = "b"'])
def test_a_file_that_cannot_be_read_is_told_with_its_folder(tmp_path, content):
    path = tmp_path / material.FILE
    path.write_bytes(content)
    assert refused(path).startswith(f"{tmp_path.name}/materials.toml：读不出来")


def test_the_list_of_the_guide_is_written_rightly(tmp_path):
    block = next(block for block in re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL) if "[[material]]" in block)
    (tmp_path / material.FILE).write_text(block, encoding="utf-8")
    assert [(each.form, each.verified) for each in load(tmp_path / material.FILE)] == [(True, True), (False, False)]


def test_a_state_of_the_form_may_decide_whether_a_paper_is_called_for(tmp_path: Path):
    path = tmp_path / "materials.toml"
    path.write_text('[[material]]\nname = "某"\nenglish = "some"\nfrom = "某"\nbasis = "《某法》第一条"\nmark = "S1"\nstate = "board"\n', encoding="utf-8")
    [found] = load(path)
    assert found.state == "board"
    assert "state" not in found.to_json()


def test_a_state_without_a_word_is_refused(tmp_path: Path):
    path = tmp_path / "materials.toml"
    path.write_text('[[material]]\nname = "某"\nenglish = "some"\nfrom = "某"\nbasis = "《某法》第一条"\nmark = "S1"\nstate = ""\n', encoding="utf-8")
    with pytest.raises(ValueError, match="state"):
        load(path)
