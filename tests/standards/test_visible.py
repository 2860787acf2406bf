from __future__ import annotations

import pytest

from gaoxing.standards.visible import visible


@pytest.mark.parametrize("character", ["张", "𠮷", "\U00031350", "\ue000", "\U000f0000", "A", "（", " ", "\u3000"])
def test_letters_signs_and_blanks_are_seen_known_or_not(character: str) -> None:
    assert visible(character)


@pytest.mark.parametrize("character", ["\x00", "\n", "\x7f", "\u200b", "\u202e", "\ufeff", "\ud800", "\ufffe", "\ufdd0", "\U0010ffff"])
def test_what_steers_or_is_no_character_is_not(character: str) -> None:
    assert not visible(character)
