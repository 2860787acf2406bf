"""The line at which a row of a clerk's text stands."""

from __future__ import annotations

import pytest

from gaoxing.matters.joint_licence.permits.lines import line_of

TEXT = """# a zone's own table
region = "320583"

[licence.signboard]
days = 3
materials = [
    "form_signboard",
    "moon",
]
if.moon = { question = "sun", is = true }

[ trade.restaurant ]
licences = ["business_licence"]

[[exempt]]
licence = "a"

[[exempt]]
licence = "b"
"""


@pytest.mark.parametrize(
    ("place", "word", "line"),
    [
        (("region",), "", 2),
        (("licence", "signboard"), "", 4),
        (("licence", "signboard", "days"), "", 5),
        (("licence", "signboard", "materials"), "moon", 8),
        (("licence", "signboard", "if"), "moon", 10),
        (("licence", "signboard", "if", "moon"), "sun", 10),
        (("licence", "signboard", "basis"), "", 4),
        (("trade", "restaurant", "licences"), "business_licence", 13),
        (("exempt", "1", "licence"), "", 19),
        (("exempt", "0"), "", 15),
        (("licence", "signboard", "materials"), "absent", 6),
        (("question", "area"), "", None),
    ],
)
def test_the_deepest_part_of_the_path_is_found(place: tuple, word: str, line: int | None):
    assert line_of(TEXT, place, word) == line


def test_an_empty_text_has_no_line():
    assert line_of("", ("licence",)) is None
