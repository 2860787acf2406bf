"""What the desk shows, read afresh from the words. Persons and enterprises are made up."""

from dataclasses import replace

import pytest

from gaoxing.catalogue import matter
from gaoxing.checks.rule import Finding, Level
from gaoxing.forms.correction import Correction
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import actions as case_actions
from gaoxing.office.cases import queries as cases
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk import actions
from gaoxing.office.frontdesk.actions import Hand
from gaoxing.office.frontdesk.card import card
from gaoxing.office.frontdesk.queries import desk, desk_of, stored_form
from gaoxing.office.frontdesk.reading import intent_of, taken_from
from gaoxing.office.projects.policies import publish
from tests.office.projects.test_policies import lists

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(statement, now):
    return actions.say(Hand(), statement, now=now).reference


def carded(said, chosen=None):
    words = Words().state(said)
    found = intent_of(words)
    return card(matter(chosen or found.matter), words.choose(chosen or ""))


def ids(matters):
    return [each.id for each in matters]


def test_without_a_draft_the_desk_is_empty(now):
    shown = desk("", now=now)
    assert (shown.silent, shown.form, shown.questions, shown.told) == (True, None, (), "")


def test_the_desk_counts_what_is_filled_and_what_is_left(draft, now):
    shown = desk(draft, now=now)
    assert shown.answered == len(shown.form.answers)
    assert shown.whole == shown.answered + len(shown.questions)


def test_the_desk_says_how_the_draft_stands(draft, now):
    stands = desk(draft, now=now).standing
    assert (stands.saved, stands.revision, stands.agreed, stands.outdated) == (now, 1, False, False)


def test_a_revision_found_right_is_outdated_by_any_change(draft, now):
    case_actions.confirm(cases.draft(draft), revision=1, now=now)
    assert desk(draft, now=now).standing.agreed
    actions.say(Hand(draft), None, addition="长期", now=now)
    assert (desk(draft, now=now).standing.agreed, desk(draft, now=now).standing.outdated) == (False, True)


def test_a_correction_by_hand_is_known_when_the_page_is_opened_again(draft, now):
    by_hand = Correction("registered_capital", value={"amount": "2000000", "currency": "CNY"})
    actions.correct(Hand(draft), by_hand, now=now)
    assert desk(draft, now=now).taken.by_hand.placed == {"registered_capital": by_hand}


def test_what_is_told_names_what_was_filled_what_is_left_and_what_is_asked(statement, on):
    words = Words().state(statement)
    shown = desk_of(words, taken_from(words, on=on), on=on)
    assert shown.told.startswith("填好 4 项：名称、")
    assert shown.told.endswith(f"请问：{shown.asked.question.text}")


def test_a_reply_is_told_first(statement, on):
    words = Words().state(statement)
    assert desk_of(words, taken_from(words, on=on), on=on, told="put_off").told.startswith("没关系，这一项先放着，别的问完再回来问。填好")


def test_all_right_said_in_vain_is_answered_when_the_page_is_made_again(draft, now):
    assert "它还空着" in desk(draft, now=now, told="not_yet").reply
    assert "还没有可以核对的内容" in desk("", now=now, told="not_yet").reply


def test_an_entry_that_answered_who_holds_an_office_stands_under_that_office(draft, now):
    actions.say(Hand(draft), None, answer="王小明", asked="parties.director", now=now)
    assert desk(draft, now=now).heard[1].question == "董事"


def test_a_finding_leads_to_its_blank_and_one_about_none_leads_nowhere(taken, on):
    found = tuple(Finding("X-1", fields, Level.WARN, "请看一下", "《公司法》第四十八条") for fields in (("name",), ()))
    shown = [each for each in desk_of(Words(), replace(taken, findings=found), on=on).findings if each.message == "请看一下"]
    assert shown[0].editor.endswith("/name")
    assert (shown[1].editor, shown[1].label) == ("", "")


def test_the_form_as_it_was_stored_is_found_and_that_of_no_draft_is_none(draft):
    assert stored_form(draft).value("registered_capital")["amount"] == "1000000"
    assert stored_form("nobody") is None


def test_the_card_quotes_the_words_that_decided():
    found = carded("我想开公司，注册资本一百万")
    assert (found.matter.id, found.why, found.stated, found.by_hand) == ("company_registration", ("开公司",), True, False)


def test_the_card_tells_papers_always_wanted_from_those_of_some_cases():
    found = carded("我想开公司")
    assert len(found.always) + len(found.sometimes) == len(found.materials) > 0
    assert all(each.when for each in found.sometimes)


def test_the_card_names_further_matters_that_the_words_state():
    found = carded("我的店要注销，再开一家公司")
    assert (found.matter.id, ids(found.also), found.heard) == ("company_registration", ["deregistration"], None)


def test_a_matter_chosen_against_the_words_says_what_the_words_ask_for():
    found = carded("我想开公司", chosen="sole_trader_registration")
    assert (found.by_hand, found.heard.id, found.why) == (True, "company_registration", ())


def test_a_matter_chosen_as_the_words_have_it_contradicts_nothing():
    found = carded("我想开公司", chosen="company_registration")
    assert (found.by_hand, found.heard, found.also) == (True, None, ())


def test_the_card_offers_every_other_matter():
    found = carded("我想开公司")
    assert "company_registration" not in ids(found.offers)
    assert "sole_trader_registration" in ids(found.offers)


def test_words_without_a_matter_have_no_card(on):
    words = Words().state("今天天气不错")
    assert desk_of(words, taken_from(words, on=on), on=on).card is None


def test_anger_is_answered_politely_and_nothing_is_lost(on):
    words = Words().state("你们这帮废物，我要开公司，注册资本一百万")
    shown = desk_of(words, taken_from(words, on=on), on=on)
    assert "给您添麻烦了" in shown.notes[0]
    assert (shown.matter.id, shown.answered) == ("company_registration", 1)
    assert shown.statement == "你们这帮废物，我要开公司，注册资本一百万"


def test_a_draft_that_is_opened_again_is_judged_by_the_zone_s_own_lists(visitor, now):
    visitor.post("/draft/words", {"words": "我们昆山示例精密科技有限公司有个新建项目要备案，项目名称是样例烘干工艺热电联产机组新建项目"})
    reference = Case.objects.get().reference
    assert not any("样例烘干工艺" in each.message for each in desk(reference, now=now).findings)
    publish(lists("样例烘干工艺"), by=Actor(7, "system_administrator"), now=now)
    assert any("样例烘干工艺" in each.message for each in desk(reference, now=now).findings)
