import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.standards.industry import division_of, divisions, section_of, sections, well_formed

RANGES = {
    "A": (1, 5), "B": (6, 12), "C": (13, 43), "D": (44, 46), "E": (47, 50), "F": (51, 52), "G": (53, 60), "H": (61, 62), "I": (63, 65), "J": (66, 69),
    "K": (70, 70), "L": (71, 72), "M": (73, 75), "N": (76, 79), "O": (80, 82), "P": (83, 83), "Q": (84, 85), "R": (86, 90), "S": (91, 96), "T": (97, 97),
}  # fmt: skip


def test_there_are_twenty_sections_and_ninety_seven_divisions():
    assert len(sections()) == 20
    assert [each.code for each in divisions()] == [f"{number:02d}" for number in range(1, 98)]


def test_every_section_holds_the_divisions_of_the_standard():
    for letter, (first, last) in RANGES.items():
        held = [int(each.code) for each in divisions() if each.section == letter]
        assert held == list(range(first, last + 1)), letter


@given(st.sampled_from(sorted(RANGES)), st.integers(1, 97), st.sampled_from(["", "1", "13"]))
def test_a_code_is_well_formed_where_its_letter_owns_its_division(letter, number, rest):
    first, last = RANGES[letter]
    assert well_formed(f"{letter}{number:02d}{rest}") == (first <= number <= last)


@pytest.mark.parametrize("code", ["", "I", "I6", "I65133", "i6513", "65", "I98", "IX51", "U65"])
def test_another_form_is_no_code(code):
    assert not well_formed(code)


def test_a_class_lies_in_its_division_and_section():
    assert section_of("I6513").letter == "I"
    assert division_of("C3525").name == "专用设备制造业"
    assert section_of("52").name == "批发和零售业"


def test_a_wrong_code_is_refused_with_a_sentence():
    with pytest.raises(ValueError, match="GB/T 4754"):
        section_of("C6513")
