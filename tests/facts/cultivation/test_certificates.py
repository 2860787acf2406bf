"""Certificates that are held, and rounds of financing that took place."""

from __future__ import annotations

import pytest

from tests.facts.cultivation.said import asked, form


def held(said):
    return {row["kind"]: row.get("until") for row in form(said).to_contract().get("certificates", [])}


def rounds(said):
    return form(said).to_contract().get("financing", [])


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("我们是高企，证书到2027年11月", {"high_tech_enterprise": "2027-11"}),
        ("2024年12月拿的高企证书，2027年12月到期", {"high_tech_enterprise": "2027-12"}),
        ("去年拿到了小巨人，有效期到2028年6月30号", {"little_giant": "2028-06-30"}),
        ("有专精特新中小企业证书", {"specialised_sme": None}),
        ("高新技术企业到2027年11月，创新型中小企业到2026年12月", {"high_tech_enterprise": "2027-11", "innovative_sme": "2026-12"}),
        ("我们是瞪羚企业", {"gazelle": None}),
    ],
)
def test_a_certificate_with_its_day_is_read(said, found):
    assert held(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "我们想申报高新技术企业",
        "我们不是高企",
        "专精特新去年没评上",
        "打算冲小巨人",
        "高企证书今年过期了",
        "同行是小巨人",
        "高企能不能报啊",
        "进了高企培育库，准备申报",
        "瞪羚要什么条件",
    ],
)
def test_what_is_planned_lost_or_of_others_is_no_certificate(said):
    assert held(said) == {}


def test_a_certificate_says_that_one_is_held_and_that_it_was_worked_out():
    told = form("我们是高企，证书到2027年11月").answers["holds_certificates"]
    assert (told.value, str(told.source)) == (True, "derived")


def test_a_later_turn_puts_the_day_right():
    told = form("高新技术企业证书，到2027年11月30号", "看错了，是2026年12月12号到期").to_contract()
    assert told["certificates"] == [{"kind": "high_tech_enterprise", "until": "2026-12-12"}]


def test_a_day_said_later_of_something_else_changes_nothing():
    told = form("高新技术企业证书，到2027年11月30号", "租约2026年12月到期").to_contract()
    assert told["certificates"][0]["until"] == "2027-11-30"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2025年6月创投投了三千万", [{"date": "2025-06", "investor": "private", "amount": "30000000"}]),
        ("2025年6月18号政府引导基金投了三千万", [{"date": "2025-06-18", "investor": "government", "amount": "30000000"}]),
        ("去年6月拿了天使轮五百万", [{"date": "2025-06", "amount": "5000000"}]),
        (
            "2023年9月创投投了一千五百万，2025年6月18号产业资本投了三千万",
            [{"date": "2023-09", "investor": "private", "amount": "15000000"}, {"date": "2025-06-18", "investor": "industrial", "amount": "30000000"}],
        ),
    ],
)
def test_a_round_is_read_with_day_investor_and_amount(said, found):
    assert rounds(said) == found


@pytest.mark.parametrize("said", ["正在跟创投谈，想融三千万", "去年研发投了两百万", "没融过资", "同行去年融了一个亿", "准备明年融三千万"])
def test_what_is_no_round_of_ours_is_none(said):
    assert rounds(said) == []


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("2025年6月创投投了五百万美元", "这里要填人民币金额。折合人民币是多少元？"),
        ("2025年6月创投投了三千多万", "准确的数是多少？"),
        ("2025年6月创投投了八千五百", "单位是元还是万元？"),
    ],
)
def test_an_amount_of_a_round_that_is_open_is_asked(said, question):
    assert asked(said)["amount"] == question
    assert "amount" not in rounds(said)[0]
