"""The acts that stand open to somebody of the staff, with their blanks and why one rests; and what a page posted of one."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from gaoxing.casework.acting import Reason
from gaoxing.office.aftercare.desk.buttons import LONGEST, MOST_WORDS, may_merge, of_part, of_request, pressed, revision_of, spoken
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.conftest import part

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_to(cast, now):
    """The acts that stand open to somebody, and those that rest."""

    def found(request, who):
        every = of_request(request, cast[who], now=now)
        return [each.act for each in every if not each.rests], [each.act for each in every if each.rests]

    return found


def post(**fields):
    made = QueryDict(mutable=True)
    for name, value in {"revision": "1", **fields}.items():
        made.setlist(name, value if isinstance(value, list) else [value])
    return made


def test_the_steward_and_the_leader_see_what_each_may_do(brought, sent, answered, open_to):
    new, away, done = brought("路灯不亮"), sent(), answered(words="水压太低")
    assert open_to(new, "steward") == (["receive", "not_accept", "supplement"], [])
    assert open_to(away, "steward") == (["supplement"], [])
    assert open_to(away, "leader") == (["supervise"], [])
    assert open_to(done, "steward")[0] == ["accept", "reject"]


def test_a_supervision_is_offered_to_be_answered_only_while_there_is_one(sent, press, open_to):
    request = press(sent(), "supervise", "leader", reason="overdue")
    assert open_to(request, "steward") == (["answer_supervision", "supplement"], [])
    assert open_to(press(request, "answer_supervision", "steward", note="明天换好"), "steward") == (["supplement"], [])


def test_nobody_without_a_part_in_it_sees_a_button(brought, open_to):
    request = brought()
    assert [open_to(request, who) for who in ("colleague", "power", "examiner")] == [([], [])] * 3


def test_a_button_that_rests_says_why(planned, press, cast, now):
    request = press(planned(), "decompose", "steward")
    request.parts.update(lead=None)
    [found] = [each for each in of_request(request, cast["steward"], now=now) if each.act == "dispatch"]
    assert found.rests == ("有的事还没有主办单位，每一件要有一个。",)


def test_a_button_says_its_word_and_its_reasons_in_the_language_of_the_page(brought, cast, now):
    with override("en"):
        found = {each.act: each for each in of_request(brought(), cast["steward"], now=now)}
    assert (found["receive"].word, found["not_accept"].reason.word) == ("Take up", "Why it is not taken up")
    assert ("elsewhere", "Not in this zone") in found["not_accept"].reason.choices


def test_which_blanks_an_act_has(brought, answered, cast, now):
    supervised = answered()
    supervised.supervised_until = now
    found = {each.act: each for request in (brought("路灯不亮"), supervised) for each in of_request(request, cast["steward"], now=now)}
    assert {each for each, button in found.items() if button.called} == {"accept", "reject"}
    assert {each for each, button in found.items() if button.noted} == {"not_accept", "answer_supervision"}
    assert {each for each, button in found.items() if button.reason} == {"not_accept", "reject"}


def test_of_a_part_only_what_a_leader_decides_stands_open(sent, press, cast, now):
    request = sent()
    objected = press(part(request, 1), "object", "power", reason="not_our_duty")
    assert [each.act for each in of_part(objected, cast["leader"], now=now)] == ["redispatch", "designate"]
    assert of_part(objected, cast["power"], now=now) == of_part(part(request, 2), cast["leader"], now=now) == ()


def test_a_request_is_merged_before_it_is_decomposed_and_by_those_who_handle_it(brought, sent, cast, now):
    new, away = brought("路灯不亮"), sent()
    assert [may_merge(new, cast[who], now=now) for who in ("steward", "leader", "colleague", "power")] == [True, True, False, False]
    assert may_merge(away, cast["steward"], now=now) is False


def test_a_request_into_which_others_were_merged_is_merged_no_more(brought, press, cast, now):
    main = brought("路灯不亮")
    press(brought(), "merge", "steward", main=main.pk)
    assert may_merge(main, cast["steward"], now=now) is False


def test_a_call_is_told_with_its_three_blanks():
    told = pressed(post(act="contact", whom=" 联系人甲 ", when="昨天", how="电话", note=" 谈过了 ", rating="5", unit="7"))
    assert (told.act, told.note, told.revision, told.details) == ("contact", "谈过了", 1, {"whom": "联系人甲", "when": "昨天", "how": "电话"})


def test_an_acceptance_is_told_with_its_rating():
    assert pressed(post(act="accept", rating="5", solved="yes")).details == {"rating": "5", "solved": "yes"}


def test_a_decision_is_told_with_its_unit():
    assert pressed(post(act="redispatch", unit="7", whom="x")).details == {"unit": "7"}


@pytest.mark.parametrize(("parts", "told"), [(["1", "3"], ["1", "3"]), (["x", "2", "９", "123456"], ["2"])])
def test_a_redo_is_told_with_its_parts(parts, told):
    assert pressed(post(act="redo", part=parts)).details == {"parts": told}


def test_a_redo_of_no_part_by_name_is_one_of_all():
    assert pressed(post(act="redo")).details == {}


def test_a_blank_is_cut_at_its_most():
    assert len(pressed(post(act="contact", whom="名" * 999)).details["whom"]) == LONGEST


def test_a_reason_is_told_with_its_words():
    assert pressed(post(act="reject", kind="slow", words=" 太慢 ")).reasons == (Reason("slow", "太慢"),)
    assert pressed(post(act="reject")).reasons == ()


def test_words_without_a_kind_are_no_reason():
    with pytest.raises(NotAllowed, match="请选类别"):
        pressed(post(act="reject", words="太慢"))


@pytest.mark.parametrize(("length", "fits"), [(MOST_WORDS, True), (MOST_WORDS + 1, False)])
def test_a_note_is_taken_whole_or_refused(length, fits):
    if fits:
        assert len(pressed(post(act="supplement", note="长" * length)).note) == length
    else:
        with pytest.raises(NotAllowed, match="最多 2000 个字"):
            pressed(post(act="supplement", note="长" * length))


def test_an_act_that_the_page_does_not_offer_is_none():
    with pytest.raises(NotAllowed, match="没有这个操作"):
        pressed(post(act="archive"), ("answer_supervision",))


@pytest.mark.parametrize("revision", ["", "-1", "1.0", "１", "x", "9" * 19])
def test_a_post_that_names_no_revision_is_refused(revision):
    with pytest.raises(NotAllowed, match="这次操作不完整"):
        revision_of(post(revision=revision))


def test_a_reason_that_was_written_is_spoken_in_the_language_of_the_page(brought):
    request, reason = brought(), {"id": "slow", "words": "拖了很久"}
    assert spoken(reason, request) == ("办得太慢", "拖了很久")
    with override("en"):
        assert spoken(reason, request) == ("Too slow", "拖了很久")
    assert spoken({"id": "gone", "words": "旧的"}, request) == ("", "旧的")
