"""The ranges at the machine: added, listed, closed, and what the doctor says of them."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from gaoxing.office.audit.models import Entry
from gaoxing.office.certificates.models import CodeRange
from gaoxing.office.frontdesk.management.commands import checkup
from tests.office.certificates.conftest import REGION

pytestmark = pytest.mark.django_db


def told(**asked):
    said = io.StringIO()
    call_command("code_range", **asked, stdout=said)
    return json.loads(said.getvalue())


def test_without_a_range_there_is_an_empty_list():
    assert told() == []


def test_a_range_is_added_for_the_zone_s_region_and_told():
    assert told(first="MA000000", last="MA00000Y")[0] | {"number": 1} == {
        "number": 1,
        "region": REGION,
        "first": "MA000000",
        "last": "MA00000Y",
        "left": 31,
        "size": 31,
        "closed": False,
    }
    assert Entry.objects.get(act="code_range.added").role == "operator"


def test_a_range_is_closed_by_its_number():
    number = told(first="MA000000", last="MA00000Y")[0]["number"]
    assert told(close=number)[0]["closed"] is True


@pytest.mark.parametrize(
    ("asked", "why"), [({"first": "MA0"}, "应为 8 位"), ({"first": "MA000001", "last": "MA000000"}, "可能填反了"), ({"close": 9}, "什么也没有停用")]
)
def test_what_cannot_be_is_a_sentence_and_nothing_is_kept(asked, why):
    with pytest.raises(CommandError, match=why):
        told(**asked)
    assert not CodeRange.objects.exists()


def test_the_doctor_is_content_without_a_range():
    assert checkup._credit_codes()[0] is True


def test_the_doctor_tells_how_many_are_left(add_range):
    add_range(last="MA00YYYY")
    assert checkup._credit_codes() == (True, "统一社会信用代码的号段还剩 923,521 个。")


def test_the_doctor_warns_of_a_range_that_runs_low(add_range):
    add_range()
    right, sentence = checkup._credit_codes()
    assert (right, "还剩 31 个，快用完了。请运行 gaoxing codes add" in sentence) == (False, True)
