from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.frontdesk.masking import mask, mask_numbers


def test_an_identity_number_keeps_its_first_and_last_four():
    assert mask("320583199001011234") == "3205**********1234"


def test_a_mobile_number_keeps_three_and_four():
    assert mask("13812345678") == "138****5678"


def test_a_landline_keeps_its_area():
    assert mask("0512-57300000") == "051******0000"


@given(st.text(min_size=1, max_size=40))
def test_masking_keeps_the_length_and_hides_at_least_a_third(value):
    masked = mask(value)
    assert len(masked) == len(value)
    kept = sum(mine == theirs != "*" for mine, theirs in zip(masked, value, strict=True))
    assert kept <= max(8, 2 * len(value) // 3) or len(value) >= 15
    assert "*" in masked


@given(st.from_regex(r"[1-9][0-9]{16}[0-9X]", fullmatch=True))
def test_an_identity_number_in_a_sentence_is_masked(number):
    text = mask_numbers(f"号码{number}，请核对")
    assert number not in text
    assert text.startswith(f"号码{number[:4]}**********{number[-4:]}")


def test_numbers_that_name_nobody_stay():
    assert mask_numbers("资本1000000元，2029-06-30，邮编215300") == "资本1000000元，2029-06-30，邮编215300"


def test_a_mobile_number_and_a_credit_code_in_a_sentence_are_masked():
    assert mask_numbers("打13812345678，代码91320583MA1ABCDE2X") == "打138****5678，代码9132**********DE2X"
