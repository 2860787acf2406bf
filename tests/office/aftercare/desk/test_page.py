"""A request as its steward sees it: its words with what its parts repeat, its rows, its story in order, names masked, the supervision that waits."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from gaoxing.office.aftercare import actions
from gaoxing.office.aftercare.desk import page as desk_page
from gaoxing.office.aftercare.desk.page import Piece, hidden, page, pieces, rows, story, supervision, words_of
from gaoxing.office.aftercare.models import Part, Request
from tests.office.aftercare.conftest import CALL, PROBLEMS, again, part

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen(cast, now):
    """The page of a request as somebody sees it."""
    return lambda request, who="steward", later=timedelta(0): page(again(request), cast[who], now=now + later)


def said(number, words):
    return SimpleNamespace(words=words, part=SimpleNamespace(number=number))


@pytest.mark.parametrize(
    ("words", "parts", "found"),
    [
        ("停电，停水", [said(1, "停电"), said(2, "停水")], [("停电", 1), ("，", 0), ("停水", 2)]),
        ("停电", [said(1, "别的话")], [("停电", 0)]),
        ("停电又停电", [said(1, "停电"), said(2, "停电又停电")], [("停电又停电", 2)]),
        ("甲乙丙", [said(1, "甲乙"), said(2, "乙丙")], [("甲乙", 1), ("丙", 0)]),
        ("停电", [said(1, "")], [("停电", 0)]),
        ("", [said(1, "停电")], []),
    ],
)
def test_the_words_are_cut_where_a_part_repeats_them_none_over_another(words, parts, found):
    assert pieces(words, parts) == tuple(Piece(*each) for each in found)


def test_the_pieces_are_the_words_again(sent, seen):
    found = seen(sent())
    assert "".join(each.text for each in found.pieces) == "车间老是跳闸，料都废了；另外员工停车位不够。"
    assert [each.part for each in found.pieces if each.part] == [1, 2]


@pytest.mark.parametrize(("name", "shown"), [("联系人甲", "联***"), ("样", "样"), ("", "")])
def test_a_name_is_shown_by_its_first_character(name, shown):
    assert hidden(name) == shown


def test_the_page_holds_no_contact_unmasked(brought, press, seen):
    request = press(press(brought(), "receive", "steward"), "contact", "steward", **CALL)
    found = seen(request)
    assert (found.contact, found.mobile, found.calls[0].call) == ("联***", "139****1234", ("联***", "2026-11-24 11:00", "电话"))
    assert "联系人甲" not in repr(found)


@pytest.mark.parametrize(("words", "private"), [("路灯不亮", False), ("路灯不亮，打13900004321", True), ("写信到 sample@example.cn", True)])
def test_words_that_hold_a_number_or_an_address_can_be_shown_whole(brought, seen, words, private):
    assert seen(brought(words)).private is private


def test_what_happened_to_request_and_parts_stands_in_one_order(sent, press):
    request = sent()
    press(part(request, 1), "sign", "power", later=timedelta(minutes=9))
    lines = story(request, request.parts.all())
    assert [each.act for each in lines][:5] == ["提交", "受理", "记下联系", "确认分解", "派单"]
    assert (lines[-1].act, lines[-1].part, lines[-1].role) == ("签收", 1, "主办单位经办人")
    assert [each.at for each in lines] == sorted(each.at for each in lines)


def test_the_enterprise_is_named_by_its_role_alone(brought):
    [line] = story(brought(), ())
    assert (line.who, line.role) == ("", "企业")


def test_a_supervision_waits_until_it_is_answered(sent, press, seen):
    request = press(sent(), "supervise", "leader", reason="declined")
    waiting = seen(request)
    assert (waiting.supervision.act, waiting.supervision.reasons, waiting.supervision_late) == ("督办", (("推诿不办", "写明白了"),), False)
    assert seen(request, later=timedelta(days=9)).supervision_late is True
    assert seen(press(request, "answer_supervision", "steward", note="明天换好")).supervision is None


def test_of_several_supervisions_the_last_one_waits(sent, press, now):
    request = press(sent(), "supervise", "leader", reason="declined")
    request = press(request, "supervise", "leader", reason="unsolved", at=now + timedelta(days=7))
    assert supervision(request, story(request, ())).reasons[0][0] == "能解决没有解决"


@pytest.mark.parametrize(("state", "plans"), [("submitted", False), ("received", True), ("contacted", True), ("decomposed", True), ("in_hand", False)])
def test_the_plan_is_changed_before_it_is_sent(brought, seen, state, plans):
    request = brought()
    Request.objects.filter(pk=request.pk).update(state=state)
    assert seen(request).plans is plans


def test_a_row_shows_the_first_moment_its_categories_and_its_units_once(sent, now):
    request = sent()
    Part.objects.filter(request=request).update(category="utilities", lead=part(request, 1).lead)
    [row] = rows([request], now=now)
    assert (row.due, row.units, len(row.categories)) == (part(request, 1).due, ("样例供电服务站",), 1)


def test_a_part_that_is_over_gives_a_row_no_moment(answered, now):
    request = answered()
    [row] = rows([request], now=now)
    assert row.due == request.due


def test_a_row_says_by_when_the_enterprise_is_contacted_and_whether_that_has_passed(brought, now):
    request = brought(urgent=True)
    told = [rows([again(request)], now=now + later)[0] for later in (timedelta(hours=1), timedelta(hours=1, seconds=1))]
    assert [(each.contact, each.contact_late) for each in told] == [(now + timedelta(hours=1), False), (now + timedelta(hours=1), True)]


def test_a_part_whose_words_do_not_open_says_so_and_the_page_still_stands(sent, seen):
    request = sent()
    Part.objects.filter(request=request, number=1).update(content=b"broken")
    assert words_of(part(request, 1)) == "（这份打不开）"
    assert [each.words for each in seen(request).parts] == ["（这份打不开）", PROBLEMS[1].words]


def test_a_part_shows_its_units_and_which_of_them_answered(in_hand, press, seen):
    found = in_hand()
    assert seen(found.request).parts[0].units == (("样例城管中队", False),)
    press(found, "advise", "city", note="可以开挖")
    assert seen(found.request).parts[0].units == (("样例城管中队", True),)


def test_a_part_that_is_over_has_an_outcome_and_no_light(answered, seen):
    assert [(each.outcome, each.light, each.clock) for each in seen(answered()).parts] == [("解决", None, None)] * 2


def test_an_outcome_and_a_source_are_told_in_the_language_of_the_page(answered, seen):
    request = answered()
    with override("en"):
        found = seen(request)
    assert ([each.outcome for each in found.parts], found.source) == (["Solved"] * 2, "Enterprise")


def test_the_states_in_which_the_plan_is_changed_are_those_of_the_action():
    assert desk_page.PLANNABLE == actions._PLANNABLE
