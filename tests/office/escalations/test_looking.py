"""What is looked at before it is brought: nothing in it, many things, abuse, another channel, a repetition; refused or asked about in a sentence."""

import pytest

from gaoxing.office.escalations.actions import bring
from gaoxing.office.escalations.looking import MOST_THINGS, Told, complete, looked
from gaoxing.office.escalations.models import Escalation
from gaoxing.office.escalations.telling_apart import things
from gaoxing.office.refusal import NotAllowed
from tests.office.escalations.conftest import CALL, press

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(owner):
    return lambda **more: Told(**{"tried": "办食品许可", "blocked_by": "要别处先开证明", "owner": owner, **more})


@pytest.mark.parametrize("words", ["。。。", "！？", "你们这帮废物", "太不要脸了！"])
def test_what_says_nothing_or_only_abuses_is_asked_for_what_is_stuck(told, owner, now, words):
    with pytest.raises(NotAllowed, match="还看不出是什么事没有办成"):
        bring(told(tried=words), owner, now=now)
    assert not Escalation.objects.exists()


def test_anger_with_something_in_it_is_taken_as_it_is_said(told, owner, now):
    row = bring(told(blocked_by="窗口这帮废物让我跑了三趟都不给办"), owner, now=now)
    assert row.state == "submitted"


@pytest.mark.parametrize(("mobile", "sentence"), [("123", "联系电话"), ("1390000123x", "联系电话")])
def test_a_telephone_that_is_none_is_refused(told, owner, now, mobile, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        bring(told(mobile=mobile), owner, now=now)


def test_whom_to_reach_is_filled_in_from_the_account(told, owner):
    assert complete(told()).mobile == "13900001234"
    assert complete(told(mobile="0512-57300000")).mobile == "0512-57300000"
    assert complete(told(owner=None)).mobile == ""


def test_the_window_must_say_whom_to_reach(told, staff, now):
    with pytest.raises(NotAllowed, match="请写联系电话"):
        bring(told(owner=None), staff("window_clerk", "w-1"), now=now)


def test_the_same_again_shows_how_the_first_goes_on(told, owner, staff, now):
    staff("steward", "s-1")
    first = bring(told(), owner, now=now)
    again = told(tried=" 办食品许可！", blocked_by="要别处，先开证明")
    assert (looked(again, owner, on=now.date()).before, looked(again, owner, on=now.date()).before_seen) == (first, True)
    with pytest.raises(NotAllowed, match=rf"{first.number}.*已接手.*请在那一件里补充"):
        bring(again, owner, now=now)


def test_new_facts_make_another_one(told, owner, now):
    bring(told(), owner, now=now)
    assert bring(told(blocked_by="证明开来了，又说要原件"), owner, now=now).pk
    assert Escalation.objects.count() == 2


def test_what_is_over_may_be_brought_again(told, owner, now):
    press(bring(told(), owner, now=now), "withdraw", owner, now)
    assert bring(told(), owner, now=now).state == "submitted"


def test_the_same_words_of_another_person_are_another_matter(told, owner, other, now):
    bring(told(), owner, now=now)
    assert looked(told(owner=other), other, on=now.date()).before is None
    assert bring(told(owner=other, mobile="13900005678"), other, now=now).owner == other


def test_at_the_window_a_repetition_is_known_by_the_telephone_and_not_shown_to_another_clerk(told, staff, now):
    first, second = staff("window_clerk", "w-1"), staff("window_clerk", "w-2")
    row = bring(told(owner=None, mobile="13800001111"), first, now=now)
    found = looked(told(owner=None, mobile="138 0000 1111"), second, on=now.date())
    assert (found.before, found.before_seen) == (row, False)
    assert looked(told(owner=None, mobile="13800002222"), second, on=now.date()).before is None


def test_the_same_page_posted_twice_is_one(told, owner, now):
    first = bring(told(once="t-1"), owner, now=now)
    assert bring(told(once="t-1"), owner, now=now) == first
    assert Escalation.objects.count() == 1


def test_the_token_of_a_page_is_its_persons_alone(told, owner, other, now):
    bring(told(once="t-1"), owner, now=now)
    assert bring(told(once="t-1", owner=other), other, now=now).owner == other


def test_a_token_that_is_none_of_the_pages_is_refused(told, owner, now):
    with pytest.raises(NotAllowed, match="不完整"):
        bring(told(once="t" * 65), owner, now=now)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("办食品许可", 1),
        ("1、办证 2、装电", 2),
        ("（1）办证（2）装电", 1),
        ("一、用电\n二、用水\n三、修路", 3),
        ("第一件，办证；第二件，装电", 2),
        ("装 1.5 吨锅炉，要 2 个证", 1),
        ("\n".join(f"{number}. 第{number}件事" for number in range(1, 41)), 40),
    ],
)
def test_things_are_counted_by_the_numbers_before_them(words, count):
    assert things(words) == count


def test_forty_things_at_once_are_asked_about_and_not_refused(told, owner, now):
    many = told(tried="\n".join(f"{number}、办证" for number in range(1, 41)))
    assert (looked(many, owner, on=now.date()).many, looked(many, owner, on=now.date()).asks) == (40, True)
    assert bring(many, owner, now=now).pk
    few = told(tried="\n".join(f"{number}、办证" for number in range(1, MOST_THINGS + 1)))
    assert looked(few, owner, on=now.date()).asks is False


@pytest.mark.parametrize(("words", "channel"), [("已经起诉了，等开庭", "court"), ("罚款决定不服", "review"), ("去信访局登记过", "petition")])
def test_what_belongs_elsewhere_is_told_its_channel_and_nothing_is_refused_by_it(told, owner, now, words, channel):
    found = looked(told(blocked_by=words), owner, on=now.date())
    assert [each.id for each in found.channels] == [channel]
    assert [each.verified for each in found.channels] == [False]
    assert bring(told(blocked_by=words), owner, now=now).state == "submitted"


def test_a_repetition_is_no_longer_known_by_deleted_words(told, owner, now):
    from gaoxing.office.escalations.holding import HOLDING

    bring(told(), owner, now=now)
    HOLDING.delete(owner, now)
    row = Escalation.objects.get()
    assert (row.said, row.reached, row.once) == ("", "", "")
    assert looked(told(), owner, on=now.date()).before is None


def test_a_result_in_time_and_one_too_late_are_told_apart(told, owner, staff, now):
    from datetime import timedelta

    steward = staff("steward", "s-1")
    cause = {"cause_kind": "rule", "cause_name": "样例"}
    for words, days, late in (("早", 1, False), ("晚", 40, True)):
        row = press(bring(told(tried=f"办证{words}"), owner, now=now), "contact", steward, now, **CALL)
        row = press(row, "conclude", steward, now + timedelta(days=days), outcome="done", **cause)
        assert (row.late, row.concluded) == (late, now + timedelta(days=days))
    assert press(row, "reject", owner, now + timedelta(days=41), reason="not_done").late is None
