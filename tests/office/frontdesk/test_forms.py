"""What the page posts: nothing is trimmed, nothing is lost, too much is refused in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.frontdesk.forms import LONGEST_KEPT, TurnForm, WordsForm


def posted(**fields):
    form = WordsForm(fields)
    assert form.is_valid(), form.errors
    return form.cleaned_data


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("一\r\n二", "一\n二"),
        ("一\r二", "一\n二"),
        ("一\n二", "一\n二"),
        ("  一百万 ", "  一百万 "),
        ("一\x00二", "一二"),
        ("😀", "😀"),
        ("", ""),
    ],
)
def test_words_are_kept_as_they_were_typed(typed, kept):
    assert posted(words=typed)["words"] == kept


@given(st.text(alphabet=st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"]), max_size=60))
def test_no_other_character_is_touched(typed):
    assert posted(words=typed)["words"] == typed


@pytest.mark.parametrize("field", ["words", "answer", "choice", "addition"])
def test_so_many_characters_are_kept_and_not_one_more(field):
    assert WordsForm({field: "字" * LONGEST_KEPT}).is_valid()
    form = WordsForm({field: "字" * (LONGEST_KEPT + 1)})
    assert not form.is_valid()
    assert "没有保存" in form.errors[field][0]


def test_nothing_posted_is_nothing_said():
    assert set(posted().values()) == {""}


def test_a_question_has_a_short_name():
    assert not WordsForm({"asked": "x" * 121}).is_valid()


@pytest.mark.parametrize("said", ["", None])
def test_another_wording_of_nothing_is_refused(said):
    form = TurnForm({} if said is None else {"said": said})
    assert form.errors["said"] == ["请先写一句话。"]


def test_another_wording_is_taken():
    assert TurnForm({"said": " 两百万 "}).is_valid()
