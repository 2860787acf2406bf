"""A name is judged against its prefecture's pool. Every name is made up."""

from datetime import UTC, date, datetime

import pytest

from gaoxing.names.judgement import Verdict
from gaoxing.office.names.judging import judgement
from gaoxing.office.names.models import NameLoad
from gaoxing.office.names.queries import loaded

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)
BEGAN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
OWN = "昆山沐禾智能科技有限公司"


def test_an_enterprises_own_name_does_not_stand_in_its_way(pool):
    pool(OWN)
    assert judgement("昆山沐禾信息技术有限公司", 3205, ON, own=(OWN,)).verdict is Verdict.FREE


def test_without_its_own_name_being_known_it_does(pool):
    pool(OWN)
    assert judgement("昆山沐禾信息技术有限公司", 3205, ON).verdict is Verdict.UNAVAILABLE


def test_others_stand_in_the_way_all_the_same(pool):
    pool(OWN, "昆山沐禾网络科技有限公司")
    assert [hit.name for hit in judgement("昆山沐禾信息技术有限公司", 3205, ON, own=(OWN,)).hits] == ["昆山沐禾网络科技有限公司"]


def test_names_held_before_any_file_was_taken_in_are_no_register(pool):
    pool(OWN)
    assert not loaded(3205)


def test_a_file_taken_in_to_its_end_is_a_register_of_its_prefecture_alone(pool):
    pool(OWN)
    NameLoad.objects.create(digest="a" * 64, began=BEGAN, finished=BEGAN)
    assert (loaded(3205), loaded(3201)) == (True, False)


def test_a_file_half_taken_in_is_no_register(pool):
    pool(OWN)
    NameLoad.objects.create(digest="a" * 64, began=BEGAN)
    assert not loaded(3205)
