"""What enterprises of the year say: varied, decent, and mostly read as it was meant."""

from datetime import date
from random import Random

import pytest

from gaoxing.casework.tables import table
from gaoxing.intake import receive
from gaoxing.office.aftercare.models import Part
from gaoxing.office.simulation.players.requests import statements
from gaoxing.office.simulation.players.requests.statements import Manner, Speaker, Trouble
from gaoxing.office.simulation.units import UNITS
from gaoxing.speech.transcript import Transcript

SPEAKER = Speaker("昆山样例诉求有限公司", "周敏", "13906000001")
TROUBLE = Trouble("车间老是跳闸", "utilities", "utilities")
OTHER = Trouble("员工停车位不够", "amenities", "city")
WHOLE = Manner(urgent=True)


def said(found=(TROUBLE,), manner=WHOLE, seed=1):
    return statements.statement(found, SPEAKER, manner, Random(seed))


def test_a_choice_is_one_of_its_ways():
    assert {statements.varied("[车间|厂里]老是跳闸", Random(seed)) for seed in range(20)} == {"车间老是跳闸", "厂里老是跳闸"}


def test_a_text_without_a_choice_stays_as_it_is():
    assert statements.varied("料都废了", Random(1)) == "料都废了"


def test_the_same_chance_says_the_same():
    assert said(seed=5) == said(seed=5)


def test_other_chances_say_it_otherwise():
    assert len({said(seed=seed) for seed in range(30)}) > 25


@pytest.mark.parametrize("words", [TROUBLE.say, SPEAKER.firm, SPEAKER.name, SPEAKER.mobile])
def test_a_statement_holds_what_is_to_be_told(words):
    assert words in said(manner=Manner())


def test_a_statement_leaves_out_what_is_not_told_at_once():
    words = said(manner=Manner(firm=False, contact=False))
    assert SPEAKER.firm not in words
    assert SPEAKER.mobile not in words


def test_a_number_is_said_word_by_word():
    assert statements.number("13906000001", Random(1), digits=False) == "幺三九零六零零零零零幺"


def test_a_number_is_said_in_figures():
    assert statements.number("13906000001", Random(1), digits=True) == "13906000001"


def test_haste_is_said_as_such():
    assert "急" in statements.haste(urgent=True, chance=Random(1))


def test_no_haste_is_said_as_such():
    assert "不" in statements.haste(urgent=False, chance=Random(1))


def test_several_troubles_are_all_in_it():
    words = said((TROUBLE, OTHER))
    assert TROUBLE.say in words
    assert OTHER.say in words


def test_several_troubles_are_counted_now_and_then():
    counted = [words for seed in range(40) if "第二，" in (words := said((TROUBLE, OTHER), seed=seed))]
    assert counted
    assert all("两" in words for words in counted)


def test_every_statement_ends_with_one_point():
    assert all(said(seed=seed).endswith("。") and not said(seed=seed).endswith("。。") for seed in range(20))


def test_every_class_has_troubles():
    wanted = {"policy", "construction", "finance", "labour", "utilities", "market", "amenities", "other"}
    assert {each.category for each in statements.troubles()} == wanted


def test_every_unit_that_leads_or_helps_is_one():
    known = {each.key for each in UNITS}
    assert {each.lead for each in statements.troubles()} | {helper for each in statements.troubles() for helper in each.helps} <= known


def test_what_is_not_for_this_office_names_a_reason_and_a_channel():
    reasons = {each.id for each in table("request").reasons["refusal"].choices}
    assert all(each.reason in reasons and each.channel for each in statements.strays())


def test_no_choice_is_left_in_what_is_said():
    found = [statements.told(each, Random(3)).say for each in (*statements.troubles(), *statements.strays())]
    assert not [each for each in found if "[" in each or "|" in each]


@pytest.mark.parametrize("outcome", Part.Outcome.values)
def test_a_unit_has_words_for_every_outcome(outcome):
    assert statements.words_of("answers", outcome, Random(1))


@pytest.mark.parametrize("reason", [each.id for each in table("request_part").reasons["impossible"].choices])
def test_a_unit_has_words_for_every_reason(reason):
    assert statements.words_of("declines", reason, Random(1))


def test_the_recogniser_reads_who_speaks_and_how_soon():
    form = receive(Transcript.of(said()), on=date(2024, 3, 4), matter_id="enterprise_request").form
    assert (form.value("enterprise"), form.value("contact.name")) == (SPEAKER.firm, SPEAKER.name)
    assert (form.value("contact.mobile"), form.value("urgent")) == (SPEAKER.mobile, True)


def test_the_recogniser_reads_most_troubles_as_they_are_meant():
    right = 0
    for number, each in enumerate(statements.troubles()):
        words = said((statements.told(each, Random(number)),), Manner(contact=False), number)
        form = receive(Transcript.of(words), on=date(2024, 3, 4), matter_id="enterprise_request").form
        right += [row.get("category") for row in form.rows("requests")] == [each.category]
    assert right / len(statements.troubles()) > 0.7
