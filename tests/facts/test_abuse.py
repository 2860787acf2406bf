"""Anger is told from trades whose words look like it."""

import pytest

from gaoxing.facts.abuse import angry


@pytest.mark.parametrize("said", ["你们这帮废物", "什么狗屁窗口", "他妈的跑了三趟", "混蛋", "FUCK"])
def test_abuse_is_heard(said):
    assert angry(said)


@pytest.mark.parametrize("said", ["", "做废物回收", "生活垃圾清运", "我妈的名字叫苏小云", "你妈妈", "精神病院", "气死我了"])
def test_trades_and_relatives_are_no_abuse(said):
    assert not angry(said)
