"""Enterprises called by part of their name, only where a share follows."""

import pytest

from gaoxing.facts.short_name import find_short_names

GROUP, TRADER = "上海禾木集团有限公司", "昆山青山贸易有限公司"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("集团出八成", [("集团", GROUP)]),
        ("禾木认缴两百万，青山占两成", [("禾木", GROUP), ("青山", TRADER)]),
        ("股东是禾木和青山贸易出资五十万", [("青山贸易", TRADER)]),
        ("集团很大", []),
        ("在禾木路占了个摊位", []),
    ],
)
def test_a_part_of_a_name_stands_for_it_before_a_share(text, found):
    assert [(each.words, each.name) for each in find_short_names(text, [GROUP, TRADER])] == found


def test_a_part_that_fits_two_names_stands_for_none():
    assert find_short_names("集团出八成", [GROUP, "昆山青山集团有限公司"]) == ()
