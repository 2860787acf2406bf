"""Ranges of codes: entered, never one over another, closed."""

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.certificates import queries, ranges
from gaoxing.office.certificates.models import CodeRange
from gaoxing.office.refusal import NotAllowed
from tests.office.certificates.conftest import ADMINISTRATOR, REGION

pytestmark = pytest.mark.django_db


def test_a_range_gives_codes_from_its_first(add_range):
    made = add_range("MA000000", "MA00001Y")
    assert (made.size, made.left, queries.allots(REGION), queries.left(REGION)) == (62, 62, True, 62)


def test_without_a_range_the_examiner_types():
    assert not queries.allots(REGION)


def test_a_range_may_be_written_with_its_check_characters(add_range):
    assert add_range("MA0000007", "MA00000Y").first == "MA000000"


@pytest.mark.parametrize(
    ("first", "last"), [("MA00000Y", "MA00001Y"), ("M9YYYYYY", "MA000000"), ("MA000001", "MA000002"), ("M9000000", "MB000000"), ("MA000000", "MA00000Y")]
)
def test_a_range_over_another_is_refused_and_not_kept(add_range, first, last):
    add_range("MA000000", "MA00000Y")
    with pytest.raises(NotAllowed, match="和已有的号段 MA000000 到 MA00000Y 有重叠"):
        add_range(first, last)
    assert CodeRange.objects.count() == 1


def test_a_closed_range_still_stands_in_the_way_of_another(add_range, now):
    ranges.close(add_range().pk, actor=ADMINISTRATOR, now=now)
    with pytest.raises(NotAllowed, match="有重叠"):
        add_range()


def test_ends_the_wrong_way_round_are_refused(add_range):
    with pytest.raises(NotAllowed, match="可能填反了"):
        add_range("MA00000Y", "MA000000")


@pytest.mark.parametrize(("region", "why"), [("320500", "不是本登记机关"), ("320505", "不是本登记机关"), ("999999", "不是 6 位数字"), ("", "不是 6 位数字")])
def test_a_range_of_another_region_is_refused(add_range, region, why):
    with pytest.raises(NotAllowed, match=why):
        add_range(region=region)


def test_a_code_that_is_none_is_refused_with_its_reason(add_range):
    with pytest.raises(NotAllowed, match="号段没有设置：主体标识码里不会有“I”"):
        add_range("MAI00000")


def test_out_of_a_closed_range_comes_nothing_more(add_range, now):
    ranges.close(add_range().pk, actor=ADMINISTRATOR, now=now)
    assert not queries.allots(REGION)


def test_a_range_is_closed_once(add_range, now):
    made = add_range()
    ranges.close(made.pk, actor=ADMINISTRATOR, now=now)
    with pytest.raises(NotAllowed, match="已经停用了"):
        ranges.close(made.pk, actor=ADMINISTRATOR, now=now)


def test_ranges_are_audited(add_range, now):
    ranges.close(add_range().pk, actor=ADMINISTRATOR, now=now)
    assert list(Entry.objects.order_by("number").values_list("act", "actor")) == [("code_range.added", 7), ("code_range.closed", 7)]
