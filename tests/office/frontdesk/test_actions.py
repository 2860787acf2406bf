"""What an applicant does at the front desk: say, amend, take back, begin again."""

from datetime import timedelta

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.forms.correction import Correction
from gaoxing.office.cases import actions as case_actions
from gaoxing.office.cases import queries
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk import actions
from gaoxing.office.frontdesk.actions import Elsewhere, Hand, Page, base_of
from gaoxing.office.refusal import NotAllowed
from gaoxing.speech.transcript import LONGEST_TURN

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(statement, now):
    return actions.say(Hand(), statement, now=now).reference


def entries(reference):
    return [(entry.number, entry.said, entry.asked) for entry in queries.words_of(queries.draft(reference)).entries]


def capital(change):
    return change.taken.form.value("registered_capital")["amount"]


def test_the_first_words_open_a_draft(statement, now):
    change = actions.say(Hand(), statement, now=now)
    assert entries(change.reference) == [(0, statement, None)]
    assert change.before is None


def test_an_unknown_reference_opens_a_draft_of_its_own(statement, now):
    change = actions.say(Hand("x" * 43), statement, now=now)
    assert change.reference != "x" * 43
    assert Case.objects.count() == 1


def test_words_said_again_go_into_the_same_draft(draft, now):
    assert actions.say(Hand(draft), "我要办个体户", now=now).reference == draft
    assert Case.objects.count() == 1


def test_the_statement_takes_the_former_ones_place(draft, now):
    actions.say(Hand(draft), "我要办个体户", now=now)
    assert entries(draft) == [(0, "我要办个体户", None)]


def test_without_a_statement_the_former_one_stays(draft, statement, now):
    actions.say(Hand(draft), None, addition="经营期限长期", now=now)
    assert entries(draft) == [(0, statement, None), (1, "经营期限长期", None)]


def test_an_answer_is_kept_with_its_question(draft, statement, now):
    actions.say(Hand(draft), statement, answer="五个人", asked="employees", now=now)
    assert entries(draft)[1:] == [(1, "五个人", "employees")]


def test_an_answer_and_an_addition_stand_in_that_order(draft, now):
    actions.say(Hand(draft), None, answer="五个人", asked="employees", addition="长期", now=now)
    assert [said for _, said, _ in entries(draft)[1:]] == ["五个人", "长期"]


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "　"])
def test_an_answer_of_blanks_is_no_answer(draft, blank, now):
    actions.say(Hand(draft), None, answer=blank, asked="employees", addition=blank, now=now)
    assert len(entries(draft)) == 1


def test_an_answer_to_nothing_is_an_addition(draft, now):
    actions.say(Hand(draft), None, answer="长期", asked="", now=now)
    assert entries(draft)[1:] == [(1, "长期", None)]


def test_an_answer_fills_the_form(draft, now):
    assert actions.say(Hand(draft), None, answer="五个人", asked="employees", now=now).taken.form.value("employees") == 5


def test_a_change_knows_the_form_as_it_was_before(draft, now):
    change = actions.say(Hand(draft), None, addition="注册资本改成两百万", now=now)
    assert (change.before.value("registered_capital")["amount"], capital(change)) == ("1000000", "2000000")


def test_an_entry_amended_is_read_again(draft, now):
    actions.say(Hand(draft), None, addition="注册资本改成两百万", now=now)
    assert capital(actions.amend(Hand(draft), 1, "注册资本改成三百万", now=now)) == "3000000"


def test_an_entry_taken_back_is_as_if_never_said(draft, now):
    actions.say(Hand(draft), None, addition="注册资本改成两百万", now=now)
    assert capital(actions.remove(Hand(draft), 1, now=now)) == "1000000"


@pytest.mark.parametrize("number", [1, 7, -1])
def test_an_entry_that_is_gone_is_neither_amended_nor_taken_back(draft, number, now):
    before = entries(draft)
    actions.amend(Hand(draft), number, "别的", now=now)
    actions.remove(Hand(draft), number, now=now)
    assert entries(draft) == before


def test_beginning_again_deletes_the_draft_and_no_other(draft, statement, now):
    other = actions.say(Hand(), statement, now=now).reference
    actions.restart(Hand(draft), now=now)
    assert (queries.draft(draft), queries.draft(other).reference) == (None, other)


def test_beginning_again_without_a_draft_deletes_nothing(draft, now):
    actions.restart(Hand(""), now=now)
    assert queries.draft(draft) is not None


def test_a_change_bears_the_time_it_was_told(draft, now):
    later = now + timedelta(hours=3)
    actions.say(Hand(draft), None, addition="长期", now=later)
    case = queries.draft(draft)
    assert (case.created, case.changed) == (now, later)


def test_every_change_counts(draft, now):
    for number in range(3):
        actions.say(Hand(draft), None, addition=f"第{number}句", now=now)
    assert queries.draft(draft).revision == 4


def test_words_without_a_matter_leave_no_form_behind(draft, now):
    change = actions.say(Hand(draft), "今天天气不错", now=now)
    assert (change.taken.form, queries.form_of(queries.draft(draft)), queries.draft(draft).matter) == (None, None, "")


@pytest.mark.parametrize("room", [0, 1])
def test_a_draft_takes_its_most_entries_and_none_beyond(draft, now, room, monkeypatch):
    monkeypatch.setattr(actions, "MOST_ENTRIES", 1 + room)
    if room:
        actions.say(Hand(draft), None, addition="长期", now=now)
    else:
        with pytest.raises(NotAllowed, match="最多 1 句话"):
            actions.say(Hand(draft), None, addition="长期", now=now)
    assert len(entries(draft)) == 1 + room


def test_words_beyond_what_is_read_are_kept(now):
    long = "我想开公司，注册资本一百万。" + "啊" * LONGEST_TURN + "注册资本两百万"
    change = actions.say(Hand(), long, now=now)
    assert capital(change) == "1000000"
    assert change.words.statement == long


def test_a_draft_that_is_changed_elsewhere_all_the_while_is_a_passing_fault(draft, now, monkeypatch):
    monkeypatch.setattr(case_actions, "rewrite", lambda *words, **more: False)
    with pytest.raises(Fault, match="正在别处更改") as fault:
        actions.say(Hand(draft), None, addition="长期", now=now)
    assert not fault.value.permanent


def test_reading_counts_by_the_day_in_kunshan(now):
    words = Words().state("我想开公司")
    assert actions.read(words, now=now.replace(year=2026, month=4, day=30, hour=23)).form.edition == "2022"
    assert actions.read(words, now=now.replace(year=2026, month=5, day=1, hour=0)).form.edition == "2026"


def test_words_are_kept_even_where_they_cannot_be_read(draft, statement, now, monkeypatch):
    def crash(words, *, now):
        raise ValueError

    monkeypatch.setattr(actions, "read", crash)
    with pytest.raises(Fault, match="已经存好"):
        actions.say(Hand(draft), None, addition="注册资本改成两百万", now=now)
    assert [said for _, said, _ in entries(draft)] == [statement, "注册资本改成两百万"]
    assert queries.form_of(queries.draft(draft)).value("registered_capital")["amount"] == "1000000"


def test_a_post_that_comes_twice_is_taken_once(draft, now):
    for _ in range(2):
        actions.say(Hand(draft), None, addition="长期", page=Page("page-one", 3), now=now)
    assert len(entries(draft)) == 2


def test_the_next_post_of_the_same_page_is_another(draft, now):
    for step in (3, 4):
        actions.say(Hand(draft), None, addition="长期", page=Page("page-one", step), now=now)
    assert len(entries(draft)) == 3


def test_a_statement_changed_on_another_page_is_asked_about_and_kept(draft, statement, now):
    actions.say(Hand(draft), "另一页写的", page=Page("page-one", 1, base_of(statement)), now=now)
    with pytest.raises(Elsewhere) as choice:
        actions.say(Hand(draft), "这一页写的", page=Page("page-two", 1, base_of(statement)), now=now)
    assert (choice.value.theirs, choice.value.mine) == ("另一页写的", "这一页写的")
    assert entries(draft)[0][1] == "另一页写的"


def test_a_page_that_changed_nothing_takes_over_what_another_wrote(draft, statement, now):
    actions.say(Hand(draft), "另一页写的", page=Page("page-one", 1, base_of(statement)), now=now)
    change = actions.say(Hand(draft), statement, addition="长期", page=Page("page-two", 1, base_of(statement)), now=now)
    assert change.words.statement == "另一页写的"


def test_a_page_whose_answer_was_lost_goes_on_writing(draft, statement, now):
    for step, said in enumerate(("我要", "我要开公司"), start=1):
        change = actions.say(Hand(draft), said, page=Page("page-one", step, base_of(statement)), now=now)
    assert change.words.statement == "我要开公司"


def test_a_post_overtaken_by_a_later_one_changes_nothing(draft, statement, now):
    for step, said in ((2, "我要开公司"), (1, "我要")):
        change = actions.say(Hand(draft), said, page=Page("page-one", step, base_of(statement)), now=now)
    assert change.words.statement == "我要开公司"


def test_a_blank_set_right_by_hand_overrules_the_words_until_they_speak_again(draft, now):
    by_hand = Correction("registered_capital", value={"amount": "2000000", "currency": "CNY"}, said={"amount": "1000000", "currency": "CNY"}, after=0)
    assert capital(actions.correct(Hand(draft), by_hand, now=now)) == "2000000"
    assert capital(actions.say(Hand(draft), None, addition="注册资本改成三百万元", now=now)) == "3000000"


def test_a_blank_set_right_by_hand_is_given_back_to_the_words(draft, now):
    by_hand = Correction("registered_capital", value={"amount": "2000000", "currency": "CNY"})
    actions.correct(Hand(draft), by_hand, now=now)
    assert capital(actions.uncorrect(Hand(draft), by_hand.place, now=now)) == "1000000"


def test_undo_goes_back_step_by_step_and_redo_forward(draft, now):
    actions.say(Hand(draft), None, addition="注册资本改成两百万", now=now)
    actions.say(Hand(draft), None, addition="注册资本改成三百万", now=now)
    amounts = [capital(actions.undo(Hand(draft), now=now)), capital(actions.undo(Hand(draft), now=now)), capital(actions.redo(Hand(draft), now=now))]
    assert amounts == ["2000000", "1000000", "2000000"]


def test_what_was_undone_is_gone_once_something_new_is_said(draft, now):
    actions.say(Hand(draft), None, addition="注册资本改成两百万", now=now)
    actions.undo(Hand(draft), now=now)
    actions.say(Hand(draft), None, addition="注册资本改成五百万", now=now)
    assert actions.redo(Hand(draft), now=now) is None


def test_undo_reaches_the_empty_draft_and_no_further(draft, now):
    assert actions.undo(Hand(draft), now=now).words.silent
    assert actions.undo(Hand(draft), now=now) is None


def test_a_minute_of_typing_is_one_step(now):
    reference = ""
    for number in range(30):
        reference = actions.say(Hand(reference), "我要开公司" + "啊" * number, now=now + timedelta(seconds=2 * number)).reference
    assert actions.undo(Hand(reference), now=now).words.silent


def test_the_matter_chosen_by_hand_stands_against_the_words(draft, now):
    assert actions.choose(Hand(draft), "sole_trader_registration", now=now).taken.matter.id == "sole_trader_registration"
    assert actions.choose(Hand(draft), "", now=now).taken.matter.id == "company_registration"
    with pytest.raises(NotAllowed, match="没有这件事"):
        actions.choose(Hand(draft), "no_such_matter", now=now)


def test_an_open_question_is_put_off_and_any_other_changes_nothing(draft, now):
    for path in ("postcode", "registered_capital", "no_such_blank"):
        actions.skip(Hand(draft), path, now=now)
    case = queries.draft(draft)
    assert (queries.words_of(case).skipped, case.revision) == (("postcode",), 2)


def test_putting_off_is_undone(draft, now):
    actions.skip(Hand(draft), "postcode", now=now)
    assert actions.undo(Hand(draft), now=now).words.skipped == ()


def test_all_right_is_kept_for_the_revision_shown_and_for_no_other(draft, now):
    assert actions.confirm(Hand(draft), 7, at_check=True, now=now).outdated
    assert not actions.confirm(Hand(draft), 1, at_check=True, now=now).why_not
    assert queries.draft(draft).confirmed == 1


def test_all_right_is_no_step_of_the_history(draft, now):
    actions.confirm(Hand(draft), at_check=True, now=now)
    assert queries.draft(draft).steps.count() == 1
