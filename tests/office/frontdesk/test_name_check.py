"""The names on a form, judged as they are said. Every name is made up."""

from datetime import date

import pytest
from django.core.cache import caches
from django.db import OperationalError

from gaoxing.forms import Answer, Form, Source
from gaoxing.names.judgement import Verdict
from gaoxing.office.cases import name_check
from gaoxing.office.frontdesk.name_check import Coverage, asked_names, checked_names
from gaoxing.office.names.judging import judgement
from gaoxing.office.names.models import NameLoad

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)
TAKEN = "昆山沐禾智能科技有限公司"


def form(matter="company_registration", **answers):
    return Form(matter, "2026", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()})


def change(to, **answers):
    return form("registration_change", changes__0__item="name", changes__0__to=to, **answers)


def checked(given):
    (found,) = checked_names(given, ON)
    return found


def test_a_company_and_a_sole_trader_ask_for_their_name():
    assert [(each.path, each.text, each.sole_trader) for each in asked_names(form(name=TAKEN))] == [("name", TAKEN, False)]
    assert [each.sole_trader for each in asked_names(form("sole_trader_registration", name="昆山沐禾面馆"))] == [True]


@pytest.mark.parametrize("given", [form(), form(name="  "), form("joint_licence", name=TAKEN), form("registration_change", enterprise=TAKEN)])
def test_where_no_new_name_is_said_none_is_asked_for(given):
    assert asked_names(given) == ()


def test_no_form_has_no_names():
    assert checked_names(None, ON) == ()


def test_a_change_asks_for_its_new_name_and_knows_the_present_ones():
    given = change("昆山沐禾信息技术有限公司", enterprise=TAKEN, changes__0__from="昆山老沐禾有限公司")
    (asked,) = asked_names(given)
    assert (asked.path, asked.own) == ("changes.0.to", (TAKEN, "昆山老沐禾有限公司"))


def test_a_change_of_address_asks_for_no_name():
    assert asked_names(form("registration_change", enterprise=TAKEN, changes__0__item="domicile", changes__0__to="昆山市示例路1号")) == ()


def test_a_shop_that_changes_its_name_is_a_sole_trader():
    (asked,) = asked_names(change("昆山新沐禾小吃店", enterprise="昆山沐禾小吃店"))
    assert asked.sole_trader


def test_a_name_taken_already_is_found_with_its_rule_and_other_names(register):
    register(TAKEN)
    found = checked(form(name=TAKEN))
    assert (found.coverage, found.judgement.verdict) == (Coverage.SEARCHED, Verdict.UNAVAILABLE)
    assert [(hit.name, hit.rule) for hit in found.judgement.hits] == [(TAKEN, "E1")]
    assert 3 <= len(found.judgement.suggestions) <= 5


def test_what_the_applicant_is_told_is_what_the_examiner_is_told(register):
    register(TAKEN, "昆山启澜机械有限公司")
    for name in (TAKEN, "昆山沐和科技有限公司", "昆山启澜有限公司", "昆山另起五金有限公司"):
        assert checked(form(name=name)).judgement == judgement(name, 3205, ON)


def test_a_name_that_nobody_bears_is_free(register):
    register(TAKEN)
    found = checked(form(name="昆山恒越机械有限公司"))
    assert (found.coverage, found.judgement.verdict) == (Coverage.SEARCHED, Verdict.FREE)


def test_an_enterprise_does_not_stand_in_its_own_way(register):
    register(TAKEN)
    found = checked(change("昆山沐禾信息技术有限公司", enterprise=TAKEN))
    assert (found.coverage, found.judgement.verdict, found.judgement.hits) == (Coverage.SEARCHED, Verdict.FREE, ())


def test_another_enterprise_stands_in_the_way_of_a_change(register):
    register(TAKEN, "昆山沐禾网络科技有限公司")
    found = checked(change("昆山沐禾信息技术有限公司", enterprise=TAKEN))
    assert [hit.name for hit in found.judgement.hits] == ["昆山沐禾网络科技有限公司"]


def test_a_present_name_written_with_other_brackets_is_left_out_too(register):
    register("沐禾（昆山）智能科技有限公司")
    found = checked(change("昆山沐禾信息技术有限公司", enterprise="沐禾(昆山)智能科技有限公司"))
    assert found.judgement.hits == ()


def test_a_change_whose_enterprise_is_not_known_is_not_searched(register, searches):
    register(TAKEN)
    assert checked(change("昆山沐禾信息技术有限公司")).coverage is Coverage.OWN_UNKNOWN
    assert searches == []


def test_the_next_keystroke_asks_nothing_again(register, searches):
    register(TAKEN)
    checked(form(name=TAKEN))
    before = len(searches)
    checked(form(name=TAKEN, employees=5))
    assert before > 0
    assert len(searches) == before


def test_another_day_another_bearer_and_another_kind_are_asked_afresh(register, searches):
    register(TAKEN)
    free = "昆山恒越机械有限公司"
    checked_names(form(name=free), ON)
    checked_names(form(name=free), date(2026, 11, 25))
    checked_names(form("sole_trader_registration", name=free), ON)
    checked_names(change(free, enterprise=TAKEN), ON)
    assert len(searches) >= 4


def test_the_cache_holds_no_name_in_its_keys(register):
    register(TAKEN)
    checked(form(name=TAKEN))
    assert all(TAKEN not in key for key in caches["names"]._cache)


@pytest.mark.parametrize("name", ["昆山沐", "昆山沐禾智", "昆山沐禾zhi", "昆山", "昆山科技有限公司", "有限公司"])
def test_a_half_said_name_is_not_searched_for(register, searches, name):
    register(TAKEN)
    found = checked(form(name=name))
    assert found.coverage is Coverage.HALF_SAID
    assert searches == []


def test_a_half_said_name_is_told_what_it_lacks(register):
    register(TAKEN)
    assert [each.rule for each in checked(form(name="昆山沐禾智")).judgement.findings] == ["NO_FORM"]


@pytest.mark.parametrize(
    ("name", "coverage"),
    [
        ("南京沐禾科技有限公司", Coverage.OTHER_POOL),
        ("上海沐禾科技有限公司", Coverage.OTHER_POOL),
        ("江苏沐禾科技有限公司", Coverage.SEARCHED),
        ("苏州沐禾科技有限公司", Coverage.SEARCHED),
        ("沐禾科技有限公司", Coverage.SEARCHED),
    ],
)
def test_a_name_of_another_place_is_not_said_to_be_searched_for(register, name, coverage):
    register(TAKEN)
    assert checked(form(name=name)).coverage is coverage


def test_without_a_register_only_composition_and_content_are_judged(searches):
    found = checked(form(name="昆山国家级芯片有限公司"))
    assert (found.coverage, found.judgement.verdict) == (Coverage.NOT_LOADED, Verdict.FORBIDDEN)
    assert searches == []


def test_without_a_register_there_are_suggestions_for_what_is_forbidden_and_none_for_what_is_well_written():
    assert 3 <= len(checked(form(name="昆山沐禾国家级芯片有限公司")).judgement.suggestions) <= 5
    assert checked(form(name=TAKEN)).judgement.suggestions == ()


def test_a_half_said_name_gets_no_suggestions(register):
    register(TAKEN)
    assert checked(form(name="昆山国家级")).judgement.suggestions == ()


def test_a_load_that_was_killed_is_no_register(register):
    register(TAKEN)
    NameLoad.objects.update(finished=None)
    assert checked(form(name=TAKEN)).coverage is Coverage.NOT_LOADED


def test_an_index_out_of_order_is_said_and_the_rest_is_judged(register, monkeypatch):
    register(TAKEN)
    monkeypatch.setattr(name_check, "judgement", broken)
    found = checked(form(name="昆山AI沐禾科技有限公司"))
    assert (found.coverage, found.judgement.verdict) == (Coverage.OUTAGE, Verdict.FORBIDDEN)


def test_a_register_that_cannot_even_be_asked_whether_it_is_there_is_an_outage(register, monkeypatch):
    register(TAKEN)
    monkeypatch.setattr(name_check, "loaded", broken)
    assert checked(form(name=TAKEN)).coverage is Coverage.OUTAGE


def test_an_outage_is_not_kept(register, monkeypatch):
    register(TAKEN)
    with monkeypatch.context() as gone:
        gone.setattr(name_check, "judgement", broken)
        checked(form(name=TAKEN))
    assert checked(form(name=TAKEN)).judgement.verdict is Verdict.UNAVAILABLE


@pytest.mark.parametrize("name", ["禾" * 5_000, "\ud800有限公司", "𠮷𠮷店", "A1·有限公司", "（（（", "昆山\n沐禾 科技有限公司"])
def test_any_text_whatever_gets_a_judgement(register, name):
    register(TAKEN)
    assert checked(form(name=name)).judgement.verdict in Verdict


def broken(*_, **__):
    raise OperationalError("no such table")
