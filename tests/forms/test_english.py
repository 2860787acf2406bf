"""The words of a form in English, with the official term kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from gaoxing.forms.english import English, bracketed, read
from gaoxing.forms.field import Field, Kind, Lack, always

PARTIES = Field(
    "parties",
    "股东",
    Kind.ROWS,
    "有哪几位股东？",
    columns=(
        Field("mobile", "移动电话", Kind.TELEPHONE, "{name}的手机号是多少？", "要能联系到。", "按三四四报"),
        Field("method", "出资方式", Kind.CHOICE, "{name}用什么出资？", choices=(("cash", "货币"), ("claim", "债权"))),
    ),
    lacks=(Lack(always, "谁当董事？", "要有一名。", "是我", "director"), Lack(always, "谁当经理？", topic="manager")),
)
WORDS = {
    "name": "Setting up",
    "summary": "Set up a company.",
    "blanks": {
        "parties": {"label": "Shareholders", "question": "Who are the shareholders?"},
        "parties.mobile": {"label": "Mobile", "question": "What is {name}'s number?", "why": "To reach them.", "example": "in groups"},
    },
    "lacks": {"parties.director": {"question": "Who is the director?", "why": "There must be one.", "example": "it is me"}},
    "choices": {"parties.method": {"cash": "Money"}},
    "findings": {"CAP-01": "Too late."},
    "phrases": {"发起人": "the promoters"},
}


def field(path: str) -> Field:
    columns = {f"parties.0.{each.id}": each for each in PARTIES.columns}
    return columns[path] if path in columns else {"parties": PARTIES, "parties.director": PARTIES, "parties.manager": PARTIES}[path]


@pytest.fixture
def english() -> English:
    return English(field, WORDS)


@pytest.fixture
def silent() -> English:
    return English(field, {})


def test_a_label_keeps_the_official_term_in_brackets(english: English):
    assert english.label("parties") == "Shareholders (股东)"


def test_a_column_is_found_whatever_the_row(english: English):
    assert english.label("parties.0.mobile") == "Mobile (移动电话)"


def test_a_lack_bears_the_label_of_its_list(english: English):
    assert english.label("parties.director") == "Shareholders (股东)"


def test_a_label_without_english_is_the_official_one_and_not_that_of_the_list(english: English):
    assert english.label("parties.0.method") == "出资方式"


def test_a_question_names_the_person(english: English):
    assert english.question("parties.0.mobile", name="张三") == "What is 张三's number?"


@pytest.mark.parametrize("names", [{}, {"name": ""}], ids=["unsaid", "empty"])
def test_a_question_about_somebody_without_a_name_says_this_person(english: English, names: dict[str, str]):
    assert english.question("parties.0.mobile", **names) == "What is this person's number?"


def test_a_name_with_braces_stays_as_it_is(english: English):
    assert english.question("parties.0.mobile", name="{x}") == "What is {x}'s number?"


def test_a_lack_has_a_question_a_reason_and_an_example_of_its_own(english: English):
    assert english.question("parties.director") == "Who is the director?"
    assert english.why("parties.director") == "There must be one."
    assert english.example("parties.director") == "是我 (it is me)"


def test_an_example_is_said_in_chinese_and_explained(english: English):
    assert english.example("parties.0.mobile") == "按三四四报 (in groups)"


def test_a_blank_without_an_example_has_none(english: English):
    assert english.example("parties") == ""


def test_a_lack_without_english_asks_in_chinese(english: English):
    assert english.question("parties.manager") == "谁当经理？"


def test_without_a_file_everything_is_chinese(silent: English):
    assert silent.label("parties.0.mobile") == "移动电话"
    assert silent.question("parties.0.mobile", name="张三") == "张三的手机号是多少？"
    assert (silent.why("parties.0.mobile"), silent.example("parties.0.mobile")) == ("要能联系到。", "按三四四报")
    assert silent.card("summary", "开公司。") == "开公司。"


def test_a_choice_keeps_its_official_label(english: English):
    assert english.choice("parties.0.method", "cash") == "Money (货币)"
    assert english.choice("parties.0.method", "claim") == "债权"


def test_a_value_that_is_no_choice_stays_as_it_is(english: English):
    assert english.choice("parties.0.method", "古董") == "古董"


def test_an_unknown_blank_is_a_key_error(english: English):
    with pytest.raises(KeyError):
        english.label("nothing")


def test_a_finding_is_told_by_its_rule_and_nothing_is_made_up_for_another(english: English):
    assert english.finding("CAP-01") == "Too late."
    assert english.finding("CAP-99") == ""


def test_a_phrase_is_said_in_english_and_an_unknown_one_in_chinese(english: English):
    assert [english.phrase("发起人"), english.phrase("公证处")] == ["the promoters", "公证处"]


def test_a_card_keeps_the_official_name_but_tells_the_summary_in_english_alone(english: English):
    assert english.card("name", "设立") == "Setting up (设立)"
    assert english.card("summary", "开公司。") == "Set up a company."
    assert english.card("authority", "审批局") == "审批局"


def test_brackets_stand_only_around_a_second_word():
    assert [bracketed("Name", "名称"), bracketed("", "名称"), bracketed("Name", "")] == ["Name (名称)", "名称", "Name"]


def test_the_last_file_stands_on_top_and_a_file_that_is_not_there_adds_nothing(tmp_path: Path):
    shared, own = tmp_path / "shared.toml", tmp_path / "own.toml"
    shared.write_text('[findings]\nA = "shared"\nB = "shared"\n', encoding="utf-8")
    own.write_text('name = "Own"\n[findings]\nB = "own"\n', encoding="utf-8")
    assert read(shared, own, tmp_path / "absent.toml") == {"name": "Own", "findings": {"A": "shared", "B": "own"}}
