"""Bringing a request: by every way, read by the recogniser, and what it asks answered by what was meant."""

from dataclasses import replace

import pytest

from gaoxing.office.aftercare.models import Client, ClientVisit, Request
from gaoxing.office.cases.handed_on import handed_on
from gaoxing.office.hotline.models import HotlineTicket
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.players.requests import bringing, lives, statements
from gaoxing.office.simulation.players.requests.lives import Life
from gaoxing.office.simulation.players.requests.statements import Manner, Speaker, Trouble
from gaoxing.standards.telephone import is_valid
from tests.office.simulation.players.requests.conftest import BEGINS

POWER = Trouble("车间老是跳闸，料都废了", "utilities", "utilities")
PARKING = Trouble("员工停车位不够", "amenities", "city")
SPEAKER = Speaker("昆山样例诉求有限公司", "周敏", "13906000001")


def life(source=lives.ENTERPRISE, troubles=(POWER,), **columns):
    return Life("00001", source, troubles, **{"urgent": False, "contact": "周敏", "mobile": "13906000001", "manner": Manner(), **columns})


@pytest.fixture
def bring(zone, firm):
    return lambda one, client=firm: bringing.bring(zone, one, client, BEGINS)


@pytest.mark.parametrize(
    ("source", "stored"),
    [("enterprise", "enterprise"), ("window", "window"), ("steward", "steward"), ("visit", "steward"), ("hotline", "hotline")],
)
def test_a_request_comes_by_every_way(bring, firm, source, stored):
    made = bring(life(source)).request
    assert (made.source, made.client, made.enterprise) == (stored, firm, firm.name)
    assert list(made.parts.values_list("category", flat=True)) == ["utilities"]


def test_the_enterprise_says_it_at_the_desk_and_hands_the_draft_on(bring, firm):
    made = bring(life()).request
    assert made.owner == firm.person
    assert handed_on().filter(pk=made.case).exists()


def test_somebody_who_is_on_no_list_signs_in_by_their_number(bring):
    made = bring(life(), None).request
    assert made.client is None
    assert made.owner is not None
    assert is_valid("13906000001")


def test_what_was_dictated_on_a_visit_belongs_to_the_visit(bring, firm):
    made = bring(life(lives.VISIT)).request
    assert ClientVisit.objects.get(client=firm).request == made


def test_without_a_client_there_is_no_visit(bring):
    assert bring(life(lives.VISIT), None).request.source == "window"


def test_a_ticket_of_the_hotline_keeps_its_number(bring):
    made = bring(life(lives.HOTLINE)).request
    assert HotlineTicket.objects.get(request=made).number == "2024030400001"


def test_several_troubles_become_several_parts(bring):
    made = bring(life(troubles=(POWER, PARKING))).request
    assert list(made.parts.values_list("category", flat=True)) == ["utilities", "amenities"]


def test_what_is_not_told_at_once_is_asked_and_answered(bring):
    made = bring(life(manner=Manner(firm=False, contact=False)))
    assert made.otherwise == ()
    assert made.request.reached


def test_what_is_urgent_is_brought_as_such(bring):
    assert bring(life(urgent=True, manner=Manner(urgent=True))).request.urgent


def test_what_was_read_otherwise_than_meant_is_told(bring):
    otherwise = {path: (meant, read) for path, meant, read in bring(life(troubles=(replace(POWER, category="market"),))).otherwise}
    assert otherwise == {"categories": ("market", "utilities")}


@pytest.mark.parametrize("source", ["visit", "hotline"])
def test_so_it_is_where_nobody_sees_the_form(bring, source):
    assert bring(life(source, (replace(POWER, category="market"),))).otherwise == (("categories", "market", "utilities"),)


def test_what_is_read_as_it_was_meant_is_not_told(bring):
    assert bring(life(urgent=True, manner=Manner(urgent=True))).otherwise == ()


def test_the_same_words_twice_are_refused(bring):
    bring(life())
    with pytest.raises(NotAllowed, match="同样的诉求已经提过"):
        bring(life())


def test_the_hotline_takes_the_same_words_no_second_time(bring):
    bring(life(lives.HOTLINE))
    with pytest.raises(NotAllowed, match="已经"):
        bring(life(lives.HOTLINE))
    assert Request.objects.count() == 1


@pytest.mark.parametrize(("path", "answer"), [("enterprise", SPEAKER.firm), ("contact.name", "周敏"), ("contact.mobile", "13906000001")])
def test_a_question_is_answered_by_what_is_true(path, answer):
    assert bringing.answer_to(life(), SPEAKER, path) == answer


def test_a_question_about_haste_is_answered():
    assert bringing.answer_to(life(), SPEAKER, "urgent") == "不急"
    assert bringing.answer_to(life(urgent=True), SPEAKER, "urgent") == "急"


def test_a_question_about_a_class_is_answered_in_its_words():
    assert bringing.answer_to(life(), SPEAKER, "requests.0.category") == "要素保障"


def test_a_question_about_a_trouble_is_answered_by_it():
    assert bringing.answer_to(life(troubles=(POWER, PARKING)), SPEAKER, "requests.1.content") == PARKING.say
    assert bringing.answer_to(life(), SPEAKER, "requests.7.content") == POWER.say


def test_what_is_nobody_s_to_answer_is_left():
    assert bringing.answer_to(life(), SPEAKER, "somewhere.else") == ""


def test_without_a_form_nothing_was_read_at_all():
    assert bringing.differences(life(), SPEAKER, Manner(), None) == (("matter", "enterprise_request", ""),)


def test_it_is_somebody_s_of_the_list(zone, firm):
    assert bringing.client_of(zone, life(), BEGINS) == firm


def test_who_left_the_list_asks_for_nothing(zone, firm):
    Client.objects.update(until="2024-03-01")
    assert bringing.client_of(zone, life(), BEGINS) is None


def test_the_words_of_a_life_are_always_the_same(zone):
    words = [bringing.words_of(zone, life(), SPEAKER, Manner()) for _ in range(2)]
    assert words[0] == words[1]
    assert POWER.say in words[0]


def test_what_is_no_trouble_is_handed_in_by_some_and_left_by_others(zone, firm):
    thanks = next(each for each in statements.strays() if each.reason == "no_problem")
    found = set()
    for number in range(1, 9):
        one = replace(life(troubles=(replace(thanks, say="没什么事，就是感谢一下你们"),)), name=f"{number:05}")
        try:
            found.add(bringing.bring(zone, one, None, BEGINS).request.parts.count())
        except NotAllowed as refusal:
            found.add(refusal.reason[:6])
    assert found == {1, "没有听出要解"}
