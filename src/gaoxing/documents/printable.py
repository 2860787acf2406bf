r"""Text as it may stand on paper (打印文本): one line, without characters that steer the printer instead of showing something.

>>> printable(" 张\u202e三\n（昆山） "), printable(None), printable(12)
('张三 （昆山）', '', '12')
"""

from __future__ import annotations

from gaoxing.standards.visible import visible


def printable(value: object) -> str:
    """A value as one line of text: None is empty, runs of white space become one blank, control and direction marks go.

    Nothing else is changed: markup stays the characters it is written with, and a letter stays that this Python does not know yet or that is somebody's
    own (私用区), for a name must not lose one in silence: the engine that draws says which character its face lacks.
    """
    if value is None:
        return ""
    text = str(value)
    if text.isprintable():
        return " ".join(text.split())
    spaced = "".join(" " if each.isspace() else each for each in text)
    return " ".join("".join(filter(visible, spaced)).split())
