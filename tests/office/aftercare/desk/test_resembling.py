"""Requests that ask for the same: how alike words are, which open ones on the desk are offered, the most alike first."""

import pytest

from gaoxing.office.aftercare.actions import Problem
from gaoxing.office.aftercare.desk import resembling
from gaoxing.office.aftercare.desk.resembling import alike, candidates
from gaoxing.office.aftercare.models import Request
from tests.office.aftercare.conftest import ENTERPRISE

pytestmark = pytest.mark.django_db
POWER = "车间老是跳闸"


@pytest.fixture
def asked(brought):
    """A request of one problem, its words, of an enterprise."""

    def made(words, category="utilities", enterprise=ENTERPRISE, **told):
        request = brought(words, (Problem(category, words),), **told)
        Request.objects.filter(pk=request.pk).update(enterprise=enterprise)
        return Request.objects.get(pk=request.pk)

    return made


@pytest.fixture
def near(cast, now):
    """The requests that are offered to somebody as the main one."""
    return lambda request, who="steward": candidates(request, cast[who], now=now)


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        (POWER, POWER, 1.0),
        (POWER, "车间，老是 跳闸！", 1.0),
        (POWER, "我们的车间老是跳闸怎么办", 1.0),
        (POWER, "食堂没有位子", 0.0),
        ("ABC停电", "abc停电", 1.0),
        ("甲乙丙", "甲乙丁", 0.5),
        ("", POWER, 0.0),
        ("电", "电", 0.0),
        ("！！！", "！！！", 0.0),
    ],
)
def test_words_are_as_alike_as_the_pairs_of_characters_they_share(one, other, score):
    assert alike(one, other) == alike(other, one) == score


def test_the_most_alike_stands_first_and_what_is_very_much_alike_says_so(asked, near):
    request = asked(POWER)
    some, much = asked("车间停水"), asked("我们这里车间老是跳闸")
    assert [(each.request, each.close) for each in near(request)] == [(much, True), (some, alike(POWER, "车间停水") >= resembling.CLOSE)]


def test_the_same_category_or_the_same_enterprise_is_near_and_nothing_else(asked, near):
    request = asked(POWER)
    category = asked("停水了", enterprise="昆山样例邻居有限公司")
    enterprise = asked("招不到工", "labour")
    asked("贷款太慢", "finance", enterprise="昆山样例邻居有限公司")
    assert {each.request: (each.shared, each.same_enterprise) for each in near(request)} == {category: (("utilities",), False), enterprise: ((), True)}


def test_what_is_closed_or_merged_itself_is_no_main_request(asked, near, press):
    request, main = asked(POWER), asked("车间停水")
    press(asked("车间跳闸，急"), "merge", "steward", main=main.pk)
    press(asked("车间没有电"), "withdraw", "applicant")
    Request.objects.filter(pk=asked("车间漏水").pk).update(state="answered")
    assert [each.request for each in near(request)] == [main]


def test_what_lies_on_another_desk_is_not_offered(asked, near):
    request = asked(POWER, client=None)
    asked("车间停水")
    assert [len(near(request, who)) for who in ("steward", "colleague")] == [1, 0]


def test_a_request_of_two_parts_is_offered_once(brought, asked, near):
    request = asked(POWER)
    two = brought("停水又停气", (Problem("utilities", "停水"), Problem("utilities", "停气")))
    assert [each.request for each in near(request)] == [two]


def test_a_few_are_shown_of_the_newest_that_are_read(asked, near, monkeypatch):
    monkeypatch.setattr(resembling, "LOOKED_AT", 3)
    monkeypatch.setattr(resembling, "MOST", 2)
    request, oldest = asked(POWER), asked(f"{POWER}，急")
    newer = [asked(f"第 {number} 处停水") for number in range(3)]
    assert [each.request for each in near(request)] == [newer[2], newer[1]]
    assert oldest not in [each.request for each in near(request)]
