"""What is written into the zone's blanks is read, or told blank by blank with a sentence."""

from datetime import time

import pytest

from gaoxing.office.zone import profile as room
from gaoxing.office.zone.profile import Profile, read, shipped


def test_what_is_shipped_is_written_rightly():
    known = shipped()
    assert (known.authority, known.region, known.prefecture) == ("昆山市行政审批局", "320583", "3205")
    assert known.quiet == (time(21), time(8))


def test_what_was_read_is_written_and_read_again_alike(written):
    found, _ = read(written(units=["登记窗口 一楼 3 号"], promised={"company_registration": "半天办好"}))
    assert read(found.to_json()) == (found, {})


def test_lists_are_written_one_a_line_and_blanks_around_do_not_count(written):
    found, _ = read(written(towns="  新镇一镇 \r\n\n 新镇二镇\n", promised={"company_registration": "  "}))
    assert (found.towns, found.promised) == (("新镇一镇", "新镇二镇"), {})


@pytest.mark.parametrize(
    ("blank", "value", "told"),
    [
        ("name", "", "2 到 40 个汉字"),
        ("name", "<script>", "2 到 40 个汉字"),
        ("authority", "审" * 41, "2 到 40 个汉字"),
        ("authority_english", "行政审批局", "英文字母"),
        ("region", "32058", "6 位数字"),
        ("region", "999999", "查不到"),
        ("region", "３２０５８３", "查不到"),
        ("region", None, "6 位数字"),
        ("units", "长" * 121, "太长"),
        ("towns", "甲镇，乙镇", "不像地名"),
        ("towns", "甲镇\n甲镇", "写了两遍"),
        ("roads", "\n".join(f"第{number}路" for number in range(301)), "最多写 300 行"),
        ("attachment_megabytes", "0", "1 到 20"),
        ("attachment_megabytes", "100", "1 到 20"),
        ("attachment_megabytes", "二十", "1 到 20"),
        ("attachment_megabytes", "9" * 5000, "1 到 20"),
        ("quiet_from", "9点", "21:00"),
        ("quiet_until", "24:00", "08:00|21:00"),
        ("quiet_until", "21:00", "不能是同一个时间"),
        ("promised", {"company_registration": "快" * 121}, "太长"),
    ],
)
def test_each_blank_that_cannot_be_read_is_told_alone(written, blank, value, told):
    found, wrong = read(written(**{blank: value}))
    assert found is None
    assert set(wrong) == {blank}
    assert any(each in wrong[blank] for each in told.split("|"))


def test_everything_that_is_wrong_is_told_at_once():
    found, wrong = read({})
    assert found is None
    assert {"name", "authority", "region", "quiet_from", "attachment_megabytes"} <= set(wrong)


def test_what_is_shipped_wrongly_is_told_to_whoever_ships_it(monkeypatch):
    monkeypatch.setattr(room, "read", lambda values: (None, {"name": "不对"}))
    with pytest.raises(ValueError, match="不对"):
        shipped.__wrapped__()


def test_a_profile_is_frozen():
    with pytest.raises(AttributeError):
        Profile("甲", "乙", "C", "320583").name = "丙"


@pytest.mark.parametrize(("written", "on"), [("开", True), ("关", False), (True, True), (False, False), (None, False)])
def test_examination_at_once_is_on_or_off(written, on):
    found, wrong = read({**shipped().to_json(), "automatic": written})
    assert not wrong
    assert found.automatic is on


@pytest.mark.parametrize(
    ("blank", "written"),
    [("automatic", "也许"), ("automatic_sample", "101"), ("automatic_sample", "-1"), ("automatic_sample", "一半"), ("automatic_sample", "")],
)
def test_a_switch_or_share_that_cannot_be_read_is_told(blank, written):
    found, wrong = read({**shipped().to_json(), blank: written})
    assert found is None
    assert wrong[blank].endswith("。")


def test_nothing_is_decided_at_once_as_shipped():
    assert not shipped().automatic
    assert shipped().automatic_sample == 10
