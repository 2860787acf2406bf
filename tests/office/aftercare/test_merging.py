"""Requests merged into another: each enterprise reads the answer that was written for it, and nothing that was written for another."""

import pytest

from gaoxing.office.aftercare import merging
from gaoxing.office.aftercare.actions import Problem
from gaoxing.office.aftercare.firing import note_of
from gaoxing.office.aftercare.mine.page import whole
from gaoxing.office.aftercare.models import Request
from gaoxing.office.aftercare.units.acts import ANSWER, pressed
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.conftest import PROBLEMS, again, part

pytestmark = pytest.mark.django_db
NEIGHBOUR = "昆山样例邻居有限公司"
TO_THE_FIRST, TO_THE_SECOND = "样例诉求公司三号车间换了变压器", "贵公司门口的线路下周换"


@pytest.fixture
def merged(brought, sent, press, other):
    """A request of the neighbour that went into ours, with these problems; and the first part of ours, signed for and advised."""

    def made(*problems, **told):
        main = sent()
        whose = {"client": None, "owner": other, **told}
        follower = brought(words="我们这里也老是跳闸", problems=problems or PROBLEMS[:1])
        Request.objects.filter(pk=follower.pk).update(enterprise=NEIGHBOUR, **whose)
        follower = press(follower, "merge", "leader", main=main.pk)
        first = press(part(main, 1), "sign", "power")
        press(first, "advise", "city", note="同意")
        return follower, part(main, 1)

    return made


@pytest.fixture
def answer(cast, now):
    """Answers a part as its page posts it."""
    from gaoxing.office.aftercare.firing import fire

    def done(row, act="finish", who="power", **fields):
        told = {"finish": {"outcome": "solved"}, "decline": {"kind": "law_forbids", "words": "样例诉求公司没有产权"}}[act]
        post = {"act": act, "revision": str(row.revision), "note": TO_THE_FIRST, **told, **fields}
        return fire(row, pressed(post, row, now=now), cast[who], now=now)

    return done


def read_by(person, request, now):
    """What the answers on an enterprise's page say."""
    page = whole(again(request), person, now=now)
    return [(each.unit, reply.words, reply.outcome, reply.reasons) for each in page.together for reply in each.replies]


def ended(request, press):
    """The second part is answered too, so that everything goes to its enterprise."""
    found = press(part(request, 2), "sign", "city")
    press(found, "finish", "city", note="划了停车线", outcome="solved")


def test_a_part_is_not_answered_before_each_merged_enterprise_has_an_answer_of_its_own(merged, answer):
    follower, first = merged()
    with pytest.raises(NotAllowed, match=f"{NEIGHBOUR}.*{follower.number}"):
        answer(first)
    with pytest.raises(NotAllowed, match="最多写"):
        answer(first, **{f"{ANSWER}{follower.number}": "长" * 2_001})


def test_each_enterprise_reads_its_own_answer_and_nothing_of_the_other(merged, answer, press, cast, other, now):
    follower, first = merged()
    answer(first, **{f"{ANSWER}{follower.number}": TO_THE_SECOND})
    ended(first.request, press)
    assert read_by(other, follower, now) == [("样例供电服务站", TO_THE_SECOND, "解决", ())]
    main = whole(again(first.request), cast["applicant"], now=now)
    assert [reply.words for each in main.things for reply in each.replies] == [TO_THE_FIRST, "划了停车线"]
    assert TO_THE_SECOND not in str(main)


def test_what_was_declined_tells_the_kind_of_reason_and_not_the_words_about_another(merged, answer, press, other, now):
    follower, first = merged()
    answer(first, "decline", **{f"{ANSWER}{follower.number}": TO_THE_SECOND})
    ended(first.request, press)
    assert read_by(other, follower, now) == [("样例供电服务站", TO_THE_SECOND, "答复不能办", (("法律法规不允许", ""),))]


def test_an_answer_that_was_written_for_nobody_else_shows_what_came_of_it_alone(merged, press, other, now):
    """As before each got its own, or by an act that no page posted."""
    follower, first = merged()
    press(first, "finish", "power", note=TO_THE_FIRST, outcome="solved")
    ended(first.request, press)
    assert read_by(other, follower, now) == [("样例供电服务站", "", "解决", ())]


def test_two_requests_of_one_enterprise_share_their_answer(merged, answer, press, owner, now):
    follower, first = merged(owner=owner)
    assert merging.originators(first) == ()
    answer(first)
    ended(first.request, press)
    assert read_by(owner, follower, now) == [("样例供电服务站", TO_THE_FIRST, "解决", ())]


def test_an_enterprise_known_by_its_place_on_the_list_alone_is_the_same_one(merged, client_of):
    assert merging.originators(merged(owner=None, client=client_of)[1]) == ()


def test_two_enterprises_without_account_and_place_are_not_the_same(brought):
    pair = [brought(words=words) for words in ("路灯不亮", "路面破了")]
    Request.objects.update(owner=None, client=None)
    assert not merging.same(*map(again, pair))


def test_a_part_answers_those_who_asked_for_the_same(merged):
    follower, first = merged()
    assert merging.originators(first) == (follower,)
    assert merging.originators(part(first.request, 2)) == ()


def test_whoever_asked_for_something_else_is_answered_by_every_part(merged, answer, press, other, now):
    follower, first = merged(Problem("labour", "招不到焊工"))
    second = part(first.request, 2)
    assert [merging.originators(each) for each in (first, second)] == [(follower,)] * 2
    own = {f"{ANSWER}{follower.number}": TO_THE_SECOND}
    answer(first, **own)
    answer(press(second, "sign", "city"), who="city", **own)
    assert [words for _unit, words, *_ in read_by(other, follower, now)] == [TO_THE_SECOND] * 2


def test_nothing_is_shown_before_the_main_request_is_answered(merged, answer, other, now):
    follower, first = merged()
    answer(first, **{f"{ANSWER}{follower.number}": TO_THE_SECOND})
    assert read_by(other, follower, now) == []


def test_its_own_answer_stays_while_the_main_request_is_done_again_and_after(merged, answer, press, other, now):
    follower, first = merged()
    answer(first, **{f"{ANSWER}{follower.number}": TO_THE_SECOND})
    ended(first.request, press)
    main = press(press(again(first.request), "reject", "applicant", reason="unsolved"), "redo", "leader", parts=[1])
    own = [("样例供电服务站", TO_THE_SECOND, "解决", ())]
    assert read_by(other, follower, now) == own
    signed = press(part(main, 1), "sign", "power")
    press(signed, "advise", "city", note="同意")
    press(signed, "finish", "power", note="又换了一台", outcome="solved")
    assert read_by(other, follower, now) == own


def test_whoever_withdrew_needs_no_answer(merged, press, cast, other):
    follower, first = merged()
    cast["neighbour"] = other
    press(follower, "withdraw", "neighbour")
    assert merging.originators(first) == ()


def test_the_answers_are_kept_sealed_with_the_answer_of_the_part(merged, answer):
    follower, first = merged()
    answer(first, **{f"{ANSWER}{follower.number}": TO_THE_SECOND})
    event = first.events.get(act="finish")
    assert note_of(event)[merging.ANSWERS] == {str(follower.pk): TO_THE_SECOND}
    assert TO_THE_SECOND.encode() not in bytes(event.note)


@pytest.mark.parametrize("note", [{}, {"answers": None}, {"answers": ["x"]}, {"answers": {"0": "x"}}])
def test_a_note_without_an_answer_for_a_request_gives_none(note, brought):
    assert merging.own_answer(note, brought()) == ""


def test_a_request_for_which_others_wait_is_not_sent_elsewhere(brought, press, other):
    """Else theirs would wait for ever."""
    main = brought()
    follower = brought(words="我们这里也老是跳闸", problems=PROBLEMS[:1])
    Request.objects.filter(pk=follower.pk).update(enterprise=NEIGHBOUR, client=None, owner=other)
    press(follower, "merge", "leader", main=main.pk)
    with pytest.raises(NotAllowed, match="还在等它的答复"):
        press(main, "not_accept", "steward", reason="elsewhere", note="请向所在地的单位提")
