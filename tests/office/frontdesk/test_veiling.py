"""Masked words are edited without being seen: what is still masked keeps its real words, and nothing half masked is ever stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.frontdesk.masking import mask_contacts
from gaoxing.office.frontdesk.veiling import Veil
from gaoxing.office.refusal import NotAllowed

SAID = "我叫丁大宝，身份证号320583199001011216，手机13800001234，资本五十万"
VEIL = Veil(SAID, mask_contacts(SAID))
SHOWN = VEIL.shown


def test_what_is_sent_back_as_it_was_shown_is_what_was_said():
    assert VEIL.lifted(SHOWN) == SAID


@pytest.mark.parametrize(("was", "now"), [("五十万", "八十万"), ("丁大宝", "丁小宝"), ("我叫", "您好，我叫"), ("，手机", "，电话"), ("资本五十万", "")])
def test_words_beside_a_number_are_changed_and_the_number_stays(was, now):
    assert VEIL.lifted(SHOWN.replace(was, now)) == SAID.replace(was, now)


def test_a_number_is_replaced_by_another_or_taken_out():
    assert VEIL.lifted(SHOWN.replace("138****1234", "13900005678")) == SAID.replace("13800001234", "13900005678")
    assert VEIL.lifted(SHOWN.replace("，手机138****1234", "")) == SAID.replace("，手机13800001234", "")


@pytest.mark.parametrize("half", ["138**1234", "139****1234", "138****12345", "****", "38****1234"])
def test_a_number_changed_in_part_is_refused_with_a_sentence(half):
    with pytest.raises(NotAllowed, match="没有保存"):
        VEIL.lifted(SHOWN.replace("138****1234", half))


def test_stars_that_were_typed_are_refused():
    with pytest.raises(NotAllowed, match="星号"):
        VEIL.lifted(f"{SHOWN}，另一个手机139****0000")


def test_words_without_anything_masked_are_taken_as_they_are():
    assert Veil("三**四", "三**四").lifted("三**四五") == "三**四五"


def test_a_change_too_long_to_be_compared_is_refused():
    with pytest.raises(NotAllowed, match="分几次"):
        VEIL.lifted("甲" * 4_001)


@given(st.text(alphabet="甲乙，1*8", max_size=8), st.integers(0, 60), st.integers(0, 60))
def test_no_edit_stores_stars_in_the_place_of_a_number(put, start, more):
    sent = SHOWN[:start] + put + SHOWN[start + more :]
    try:
        stored = VEIL.lifted(sent)
    except NotAllowed:
        return
    assert "**" not in stored
    assert len(stored) == len(sent)
