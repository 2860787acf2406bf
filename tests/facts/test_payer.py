"""Whose a share is said to be behind it, in lists, by turns of speech; and what is no share at all."""

import pytest

from tests.facts.talk import shares

SAID = {
    ("注册资本一百万，丁大宝出六十万，另外四十万是我表哥鲁大卫出",): {"丁大宝": "600000", "鲁大卫": "400000"},
    ("股东三个，丁大宝、苏小云、鲁大卫，分别百分之五十、三十、二十",): {"丁大宝": "50%", "苏小云": "30%", "鲁大卫": "20%"},
    ("股东是丁大宝和苏小云，前者占七成，后者占三成",): {"丁大宝": "70%", "苏小云": "30%"},
    ("丁大宝出七十万剩下三十万苏小云出",): {"丁大宝": "700000", "苏小云": "300000"},
    ("丁大宝出三十万。他们老板鲁大卫一个月光房租就要十二万",): {"丁大宝": "300000"},
}


@pytest.mark.parametrize("turns", SAID)
def test_a_share_goes_to_the_one_it_is_said_of(turns):
    assert shares(*turns) == SAID[turns]
