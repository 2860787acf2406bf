r"""Characters that show something (可见字符), by Unicode's classes: rare letters (生僻字) that this Python does not know and private ones are among them.

A name must not lose a letter in silence because the machine is older than the letter; whoever draws it says that the face lacks it.

>>> [visible(each) for each in ("张", "\U00031350", "\ue000", "\u200b", "\ufffe")]
[True, True, True, False, False]
"""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_NO_CHARACTERS = range(0xFDD0, 0xFDF0)
"""Code points that Unicode gives no character, beside the last two of each plane."""


def visible(character: str) -> bool:
    """Whether the one character shows something, or is a blank: no control or direction mark, no half of a pair, and a character at all."""
    code = ord(character)
    return unicodedata.category(character) not in _UNSEEN and code & 0xFFFE != 0xFFFE and code not in _NO_CHARACTERS
