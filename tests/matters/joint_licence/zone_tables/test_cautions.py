"""What may be meant but should be looked at twice."""

from __future__ import annotations

import pytest

from gaoxing.matters.joint_licence.permits.validation import faults_of
from gaoxing.matters.joint_licence.zone_tables.cautions import cautions

SAID = 'source = "样例"\nas_of = 2027-01-04\n'


def told(text: str) -> list[str]:
    assert faults_of(text) == ()
    return [each.message for each in cautions(text)]


@pytest.mark.parametrize(("days", "warned"), [(9, False), (10, False), (11, True)])
def test_a_promise_may_not_be_longer_than_the_law_without_a_word(days: int, warned: bool):
    assert bool(told(f"[licence.food_operation]\npromised = {days}\n{SAID}")) is warned


def test_a_promise_is_measured_in_working_days_of_the_law_as_the_zone_says_it():
    assert told(f"[licence.printing]\npromised = 43\n{SAID}") == ["“印刷经营许可（包装装潢/其他印刷品）”承诺 43 个工作日，比法定的 42 个工作日还长"]
    assert told(f"[licence.food_operation]\ndays = 12\npromised = 12\n{SAID}") == []


def test_a_promise_of_days_for_what_is_done_on_the_spot_is_told():
    assert "比法定的当场办结还长" in told(f"[licence.md2_filing]\npromised = 1\n{SAID}")[0]


def test_what_others_wait_for_is_not_shut_without_a_word():
    assert told(f'[licence.tobacco_retail]\noff = "到样例窗口办"\n{SAID}') == []
    assert "要先有它" in told(f'[licence.seal_filing]\noff = "样例"\n{SAID}[licence.signboard]\nafter = ["seal_filing"]\n{SAID}')[0]


def test_where_and_when_a_version_holds_is_told():
    assert [each[:3] for each in told('region = "3205"\nfrom = 2027-01-01\nuntil = 2028-01-01\n')] == ["这一版"] * 3


def test_a_change_that_nobody_stands_for_is_told_with_its_line():
    found = cautions("\n[licence.signboard]\npromised = 2\n")
    assert [(each.line, each.message) for each in found] == [(2, "“户外招牌（店招标牌）设置备案/指导”没有写 source：改动是按哪份文件来的")]


def test_a_licence_without_any_paper_is_told():
    assert told(f"[licence.signboard]\nmaterials = []\n{SAID}") == ["“户外招牌（店招标牌）设置备案/指导”一样材料也不要了"]


@pytest.mark.parametrize("missing", ["source", "as_of"])
def test_nobody_confirms_without_a_paper_and_a_day(missing: str):
    said = "".join(line for line in SAID.splitlines(keepends=True) if not line.startswith(missing))
    (found,) = faults_of(f"[licence.signboard]\nverified = true\n{said}")
    assert (found.line, found.message) == (2, f"“户外招牌（店招标牌）设置备案/指导”标了已核实，还要写{missing}：按哪份文件、哪天核对的")


def test_registration_cannot_be_shut():
    (found,) = faults_of(f'[licence.business_licence]\noff = "样例"\n{SAID}')
    assert found.message == "“市场主体设立登记”不能停办：别的证照都要先有它"
