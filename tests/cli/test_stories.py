from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gaoxing.cli.stories import Story, expanded, load, run, take
from gaoxing.forms.form import Source

DAY = date(2026, 11, 24)
SOLE = "sole_trader_registration"


def written(folder: Path, text: str) -> Path:
    examples = folder / SOLE / "examples"
    examples.mkdir(parents=True)
    (examples / "told.toml").write_text(text, encoding="utf-8")
    return examples


def test_a_story_is_read_as_it_is_written(tmp_path):
    text = '[[story]]\nname = "甲"\non = 2026-05-01\nsaid = ["办个体户"]\nempty = ["funds"]\nfinds = ["ID-01"]\ngiven = { name = "某店" }\n'
    [story] = load(written(tmp_path, text))
    assert story == Story("甲", SOLE, ("办个体户",), {"name": "某店"}, {}, ("funds",), ("ID-01",), (), None, date(2026, 5, 1))


def test_what_all_stories_of_a_file_share_stands_once(tmp_path):
    [first, second] = load(written(tmp_path, '[base]\npostcode = "215300"\n[[story]]\nname = "甲"\n[[story]]\nname = "乙"\ngiven = { postcode = "1" }\n'))
    assert first.given == {"postcode": "215300"}
    assert second.given == {"postcode": "1"}


def test_a_folder_without_stories_has_none(tmp_path):
    assert load(tmp_path / "examples") == ()


@pytest.mark.parametrize(
    ("text", "told"), [('[[story]]\nname = "甲"\nfind = []\n', "find"), ("[[story]]\nfinds = []\n", "缺 name"), ("[[story]\n", "told.toml")]
)
def test_a_story_written_wrongly_is_named(tmp_path, text, told):
    with pytest.raises(ValueError, match=told):
        load(written(tmp_path, text))


def test_rows_may_be_written_as_a_span():
    assert expanded({"parties.0-2.name": "人{n}"}) == {"parties.0.name": "人0", "parties.1.name": "人1", "parties.2.name": "人2"}


def test_lists_in_a_span_stand_in_every_row():
    assert expanded({"parties.0-1.roles": ["director"]}) == {"parties.0.roles": ("director",), "parties.1.roles": ("director",)}


def test_a_path_without_a_span_stays():
    assert expanded({"name": "某店"}) == {"name": "某店"}


def test_a_story_that_comes_out_as_told_has_nothing_to_say():
    story = Story("甲", SOLE, given={"postcode": "1"}, form={"postcode": "1"}, empty=("funds",), finds=("POST-01",), quiet=("ID-01",))
    assert run(story, DAY) == ()


@pytest.mark.parametrize(
    ("story", "told"),
    [
        (Story("甲", SOLE, form={"name": "某店"}), "“name”应当是"),
        (Story("甲", SOLE, given={"name": "某店"}, empty=("name",)), "应当空着"),
        (Story("甲", SOLE, given={"operator.name": "张三"}, empty=("operator.name",)), "应当空着"),
        (Story("甲", SOLE, finds=("POST-01",)), "应当有审查意见 POST-01"),
        (Story("甲", SOLE, given={"postcode": "1"}, quiet=("POST-01",)), "不应当有审查意见 POST-01"),
        (Story("甲", SOLE, given={"colour": "红"}), "没有“colour”"),
        (Story("甲", SOLE, said=("今天天气不错",), wanted=SOLE), "没有认出"),
        (Story("甲", SOLE, said=("我要办个体工商户",), wanted="company_registration"), "认成了 sole_trader_registration"),
    ],
)
def test_a_story_that_does_not_says_how(story, told):
    [difference] = run(story, DAY)
    assert told in difference


def test_the_storys_own_day_comes_first():
    given = {"operator.name": "张三", "operator.id_number": "320583201305050038"}
    assert run(Story("甲", SOLE, given=given, finds=("IND-01",)), DAY) == ()
    assert run(Story("甲", SOLE, given=given, quiet=("IND-01",), on=date(2030, 1, 1)), DAY) == ()


def test_what_is_given_is_typed_and_not_said():
    assert take(Story("甲", SOLE, given={"name": "某店"}), DAY).form.answers["name"].source is Source.TYPED


def test_a_turn_may_answer_a_question():
    story = Story("甲", SOLE, said=("我要办个体户", {"asked": "employees", "said": "三个人"}), form={"employees": 3})
    assert run(story, DAY) == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"says": ("215",)}, ()),
        ({"unsaid": ("没有人会写的话",)}, ()),
        ({"says": ("没有人会写的话",)}, ("审查意见里应当说到“没有人会写的话”",)),
        ({"unsaid": ("215",)}, ("审查意见里不应当说到“215”",)),
    ],
)
def test_words_that_a_finding_must_or_must_not_say_are_held(words, told):
    assert run(Story("甲", SOLE, given={"postcode": "100000"}, finds=("POST-01",), **words), DAY) == told


def test_words_wanted_where_nothing_was_found_are_missed():
    assert run(Story("甲", SOLE, given={"postcode": "215300"}, says=("邮政编码",)), DAY) == ("审查意见里应当说到“邮政编码”",)


def test_such_words_are_read_from_the_file(tmp_path):
    [story] = load(written(tmp_path, '[[story]]\nname = "甲"\nsays = ["一", "二"]\nunsaid = ["三"]\n'))
    assert (story.says, story.unsaid) == (("一", "二"), ("三",))
