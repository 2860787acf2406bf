import pytest
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


@pytest.mark.parametrize(
    ("value", "masked"),
    [
        ("", ""),
        ("1", "*"),
        ("12", "**"),
        ("张三丰", "张*丰"),
        ("123456", "12**56"),
        ("1234567", "12***67"),
        ("1234567890", "12******90"),
        ("12345678901", "123****8901"),
        ("12345678901234", "123*******1234"),
        ("320583900101001", "3205*******1001"),
        ("91320583MA0000007R", "9132**********007R"),
    ],
)
def test_a_value_of_any_length_keeps_only_its_ends(value, masked):
    assert mask(value) == masked


@pytest.mark.parametrize(
    "text",
    [
        "2026年11月24日",
        "注册资本100000000元",
        "占33.33%",
        "0512-57300000",
        "邮编215300",
        "订单202611240001",
        "22345678901",
        "3205831990010112345",
    ],
)
def test_what_is_no_number_of_a_person_is_shown(text):
    assert mask_numbers(text) == text


@pytest.mark.parametrize("around", ["{}", "我{}", "{}。", "（{}）", "\n{}\n", "，{}，"])
@pytest.mark.parametrize("number", ["320583199001010019", "32058319900101001X", "320583900101001", "13812345678", "91320583MA0000007R"])
def test_a_number_is_hidden_wherever_it_stands(around, number):
    shown = mask_numbers(around.format(number))
    assert number not in shown
    assert len(shown) == len(around.format(number))


def test_every_number_of_a_sentence_is_hidden():
    shown = mask_numbers("甲13812345678乙13987654321丙320583199001010019")
    assert shown == "甲138****5678乙139****4321丙3205**********0019"


@given(st.text(max_size=60))
def test_hiding_twice_hides_no_more(text):
    assert mask_numbers(mask_numbers(text)) == mask_numbers(text)


@given(st.text(max_size=60))
def test_hiding_changes_no_length(text):
    assert len(mask_numbers(text)) == len(text)
