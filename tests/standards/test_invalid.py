"""The family of mistakes in codes."""

from __future__ import annotations

import pytest

from gaoxing.standards import invalid


@pytest.mark.parametrize("kind", [invalid.WrongLength, invalid.WrongCharacters, invalid.WrongCheckDigit, invalid.WrongComponent])
def test_each_mistake_is_a_value_error_with_its_own_sentence(kind: type[invalid.Invalid]):
    with pytest.raises(ValueError, match="少一位"):
        raise kind("少一位")
