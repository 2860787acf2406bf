"""Figures that follow from what was said, and say so."""

from __future__ import annotations

import pytest

from tests.facts.cultivation.said import form, value, years


@pytest.mark.parametrize(
    ("said", "name", "amount"),
    [
        ("去年销售收入八千万，研发费用正好占百分之六", "research", 4_800_000),
        ("去年营收八千万，研发刚好占营收的百分之五", "research", 4_000_000),
        ("去年总收入一个亿，高新技术产品收入正好占百分之七十", "high_tech_income", 70_000_000),
        ("去年员工两百人，科技人员正好占百分之十", "technical_staff", 20),
        ("去年员工两百人，研发人员刚好占百分之十", "research_staff", 20),
    ],
)
def test_an_exact_share_of_what_was_told_is_an_amount(said, name, amount):
    assert years(said)[2025][name] == amount


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("去年营收八千万，研发占百分之六", "research"),
        ("去年营收八千万，研发大概占百分之六", "research"),
        ("去年营收八千万，研发占成本的正好百分之六", "research"),
        ("研发正好占百分之六", "research"),
        ("去年营收大概八千万，研发正好占百分之六", "research"),
        ("去年员工一百零一人，科技人员正好占百分之十", "technical_staff"),
        ("去年营收八千万，研发五百万，研发正好占百分之六", "nothing"),
    ],
)
def test_nothing_follows_from_what_is_not_exact(said, name):
    assert not any(name in row for row in years(said).values())


def test_an_amount_that_was_said_goes_before_its_share():
    assert years("去年营收八千万，研发五百万，研发正好占百分之六")[2025]["research"] == 5_000_000


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("专利一共十五项，其中发明三项，其余都是实用新型", 12),
        ("知识产权总共二十项，发明五项，剩下的全是软著", 15),
        ("专利十五项，其中发明三项，其余是实用新型和外观", None),
        ("专利十几项，其中发明三项，其余都是实用新型", None),
        ("专利一共三项，其中发明三项，其余都是实用新型", None),
        ("发明三项，其余都是实用新型", None),
    ],
)
def test_the_rest_of_a_total_is_counted(said, count):
    assert value("rights_class_two", said) == count


def test_what_follows_names_all_words_it_follows_from():
    told = form("专利一共十五项，其中发明三项，其余都是实用新型").answers["rights_class_two"]
    assert str(told.source) == "derived"
    assert [each.words for each in told.evidence] == ["十五项", "三项", "其余都是实用新型"]
