"""The trades nearest to one that the catalogue does not know."""

from __future__ import annotations

import pytest

from gaoxing.matters.joint_licence.nearest import MOST, nearest


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("开个密室逃脱", "ktv"),
        ("想做少儿培训", "childcare"),
        ("开家足浴店", "barber_beauty"),
        ("开个洗车行", "garage"),
        ("开服装店", "convenience"),
        ("搞个蹦床馆", "ktv"),
    ],
)
def test_what_is_near_is_offered(words: str, first: str):
    assert nearest(words)[0].id == first


@pytest.mark.parametrize("words", ["", "月亮石头", "我想做点事"])
def test_of_what_nothing_is_known_nothing_is_offered(words: str):
    assert nearest(words) == ()


def test_no_more_than_a_few_are_offered():
    assert len(nearest("密室培训足浴洗车快递水果眼镜")) == MOST
