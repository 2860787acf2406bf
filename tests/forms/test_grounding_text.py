"""Text is taken literally and whole; a name only where a name belongs, and nobody's who was passed by."""

import pytest

from tests.forms.proposed import value_laid


@pytest.mark.parametrize(
    ("path", "value", "words", "matter"),
    [
        ("operator.name", "丁大宝", "大伙都喊我丁大宝", "sole_trader_registration"),
        ("name", "昆山市玉山镇老丁面馆", "我打算叫昆山市玉山镇老丁面馆", "sole_trader_registration"),
        ("reason", "经营不善", "说到底就是经营不善嘛", "deregistration"),
        ("enterprise", "昆山测试软件有限公司", "我们是昆山测试软件有限公司", "deregistration"),
    ],
)
def test_what_was_said_word_for_word_is_taken(path, value, words, matter):
    assert value_laid(path, value, words, matter_id=matter) == value


@pytest.mark.parametrize(
    ("path", "value", "words", "matter"),
    [
        ("operator.name", "昆山测试软件有限公司", "昆山测试软件有限公司", "sole_trader_registration"),
        ("operator.name", "老丁面馆", "老丁面馆", "sole_trader_registration"),
        ("name", "丁大宝", "我叫丁大宝", "sole_trader_registration"),
        ("name", "昆山市玉山镇老丁面馆", "隔壁就是昆山市玉山镇老丁面馆", "sole_trader_registration"),
        ("name", "老丁", "就叫老丁", "sole_trader_registration"),
        ("name", "叫昆山市玉山镇老丁面馆", "就叫昆山市玉山镇老丁面馆", "sole_trader_registration"),
        ("reason", "昆山测试软件有限公司", "昆山测试软件有限公司", "deregistration"),
        ("reason", "丁大宝", "丁大宝说要注销", "deregistration"),
        ("reason", "不", "不干了", "deregistration"),
        ("reason", "话" * 81, "话" * 81, "deregistration"),
        ("uscc", "不干了", "不干了", "deregistration"),
        ("project_code", "魏子墨", "我叫魏子墨", "project_change"),
    ],
)
def test_what_belongs_elsewhere_is_dropped(path, value, words, matter):
    assert value_laid(path, value, words, matter_id=matter) is None


def test_text_cuts_through_no_number_or_name():
    assert value_laid("reason", "技有限公司不干了", "昆山测试科技有限公司不干了", matter_id="deregistration") is None
    assert value_laid("reason", "万块亏光了", "五十万块亏光了", matter_id="deregistration") is None
