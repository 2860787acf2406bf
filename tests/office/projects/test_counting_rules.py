"""What a year of promotion counts, beside a second count that knows nothing of the first: over random lives of projects, walked through the table."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import pytest

from gaoxing.office.projects import funnel
from gaoxing.office.projects.models import Promotion
from gaoxing.office.projects.promoting import Lead, counted, enter
from gaoxing.office.projects.wording import money_words
from gaoxing.office.refusal import NotAllowed
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db
FIRST = date(2025, 12, 1)
ORDER = ("lead", "talks", "signed", "registered", "on_file", "begun", "built", "producing")
NEXT = {"lead": ("talk", "sign"), "talks": ("sign",), "signed": ("register", "put_on_file"), "registered": ("put_on_file",), "on_file": ("begin",)}
NEXT |= {"begun": ("build", "produce"), "built": ("produce",)}
YI = 100_000_000


@pytest.fixture
def steward(staff):
    return staff("steward", "s-1")


@pytest.fixture
def walked(steward, now):
    """Lets a project live at random; what a bystander with a notebook wrote down: the first signing and every increase as day and yuan."""

    def made(number, dice):
        row, notes, day = enter(Lead(f"示例项目{number}", "样例投资有限公司", listed=dice.choice(("", "", "province", "county"))), steward, now=now), [], FIRST
        for _ in range(dice.randrange(1, 9)):
            day += timedelta(days=dice.randrange(0, 45))
            signed, sum_ = ORDER.index(row.state) >= 2, dice.choice((30, 4_000, 6_000, 9_999, 10_000, 25_000))
            act = dice.choice((*NEXT.get(row.state, ()), *(("increase", "change_investor") if signed and row.state != "producing" else ())) or ("increase",))
            investor = f"第{dice.randrange(1000)}家投资方"
            row = press(row, act, steward, now, day=f"{day}", evidence="凭据", invested=f"{sum_}万元", investor=investor)
            notes += [(act, day, sum_ * 10_000)] if act in ("sign", "increase") else []
        return row, notes

    return made


@pytest.mark.parametrize("seed", range(4))
def test_a_year_counts_what_a_bystander_counts(walked, steward, now, seed):
    dice = random.Random(seed)
    lives = [walked(number, dice) for number in range(6)]
    of_2026 = [sum_ for _row, notes in lives for _act, day, sum_ in notes if day.year == 2026]
    signed = [notes for _row, notes in lives if any(act == "sign" and day.year == 2026 for act, day, _sum in notes)]
    large = [whole for notes in signed if (whole := sum(sum_ for _act, _day, sum_ in notes)) >= YI]
    year = funnel.summary(steward, now=now)
    assert (year.signed, year.large) == (len(signed), len(large))
    assert year.amount == money_words(Decimal(sum(of_2026)), "CNY")
    assert year.large_amount == money_words(Decimal(sum(large)), "CNY")


@pytest.mark.parametrize("seed", [11, 12])
def test_the_lists_and_the_funnel_agree_with_the_lives(walked, steward, now, seed):
    dice = random.Random(seed)
    lives = [walked(number, dice) for number in range(6)]
    found = funnel.listed(steward, show="all", words="", before=0, now=now).counts
    assert found["large"] == sum(sum(sum_ for _act, _day, sum_ in notes) >= YI for _row, notes in lives)
    assert found["major"] == sum(bool(row.listed) for row, _notes in lives)
    stages = Counter(row.state for row, _notes in lives)
    assert {name: found[name] for name in stages} == dict(stages)
    reached = [sum(ORDER.index(row.state) >= at for row, _notes in lives) for at in range(len(ORDER))]
    assert list(funnel.summary(steward, now=now).funnel.series[0].values) == reached


@pytest.fixture
def signed(steward, now):
    """A project signed for so much."""

    def made(name="示例项目", sum_="6000万元", **lead):
        return press(enter(Lead(name, "样例投资有限公司", **lead), steward, now=now), "sign", steward, now, day="2026-03-01", evidence="协议", invested=sum_)

    return made


def test_a_second_signing_is_refused_and_counts_nothing(signed, steward, now):
    row = signed()
    with pytest.raises(NotAllowed, match="只在第一次签约时计一次"):
        press(row, "sign", steward, now, day="2026-04-01", evidence="补签", invested="9000万元")
    assert [each.amount for each in counted(row)] == [60_000_000]


@pytest.mark.parametrize(("sum_", "large"), [("9999万元", 0), ("9999.99万元", 0), ("1亿元", 1), ("10000万元", 1), ("10001万元", 1)])
def test_a_hundred_million_is_the_edge_of_the_large_ones(signed, steward, now, sum_, large):
    signed(sum_=sum_)
    assert funnel.listed(steward, show="large", words="", before=0, now=now).counts["large"] == large
    assert funnel.summary(steward, now=now).large == large


def test_increases_make_a_project_large_together(signed, steward, now):
    row = press(signed(), "increase", steward, now, day="2026-05-01", evidence="协议", invested="3000万元")
    assert funnel.summary(steward, now=now).large == 0
    press(row, "increase", steward, now, day="2026-06-01", evidence="协议", invested="1000万元")
    assert funnel.summary(steward, now=now).large == 1


def test_a_change_of_investor_keeps_stage_count_and_number(signed, steward, now):
    row = signed()
    before = (row.number, row.state, counted(row))
    row = press(row, "change_investor", steward, now, day="2026-05-01", evidence="补充协议", investor="示例控股有限公司")
    assert (row.number, row.state, counted(row)) == before
    assert (funnel.summary(steward, now=now).signed, row.events.latest("number").act) == (1, "change_investor")


def test_a_project_is_found_by_its_new_investor_only(signed, steward, now):
    press(signed(), "change_investor", steward, now, day="2026-05-01", evidence="补充协议", investor="示例控股有限公司")
    assert funnel.listed(steward, show="all", words="示例控股", before=0, now=now).found == 1
    assert funnel.listed(steward, show="all", words="样例投资", before=0, now=now).found == 0


@pytest.mark.parametrize("level", ["province", "prefecture", "county"])
def test_each_of_the_three_lists_is_on_the_major_one_with_its_name(signed, steward, now, level):
    signed(listed=level)
    signed("别的项目")
    [row] = funnel.listed(steward, show="major", words="", before=0, now=now).rows
    assert row.listed == funnel.listed_names()[level]


def test_what_was_given_up_leaves_the_funnel_but_not_the_count(signed, steward, now):
    press(signed(), "drop", steward, now, note="不来了")
    year = funnel.summary(steward, now=now)
    assert (sum(year.funnel.series[0].values), year.signed) == (0, 1)


def test_a_signing_of_last_year_is_none_of_this_one(signed, steward, now):
    signed()
    Promotion.objects.get().counts.update(day="2025-12-31")
    assert (funnel.summary(steward, now=now).signed, funnel.summary(steward, now=now).amount) == (0, money_words(Decimal(0), "CNY"))


def test_a_page_that_is_a_lead_s_offers_no_increase(steward, now):
    row = enter(Lead("示例项目", "样例投资有限公司"), steward, now=now)
    for act in ("increase", "change_investor", "report_month"):
        with pytest.raises(NotAllowed, match="以后"):
            press(row, act, steward, now, day="2026-05-01", evidence="协议", invested="1万元", investor="别家", month="2026-05")
