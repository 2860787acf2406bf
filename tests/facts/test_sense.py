"""Which way to write a turn makes sense: a right number, a name that is spelt, more for what was asked; else what the recogniser wrote first."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.sense import chosen
from gaoxing.intake import answer_json, receive
from gaoxing.speech.transcript import Transcript, Turn

ON = date(2026, 11, 24)
RIGHT, WRONG, WRONG_TOO = (f"我叫丁大宝，身份证三四零零零零一九九零零一零一零零一{last}" for last in "六五四")


def heard(said, *alternatives):
    return Transcript((Turn("我要注册公司，注册资本一百万"), Turn(said, alternatives=alternatives)))


def nothing(transcript):
    return ()


def test_the_number_whose_check_digit_is_right_is_taken():
    assert chosen(heard(WRONG, WRONG_TOO, RIGHT), nothing).turns[1].said == RIGHT


def test_where_no_number_that_was_offered_is_right_the_first_stays_digit_for_digit():
    assert chosen(heard(WRONG, WRONG_TOO), nothing).turns[1].said == WRONG


def test_a_right_number_is_not_exchanged():
    assert chosen(heard(RIGHT, WRONG), nothing).turns[1].said == RIGHT


def test_the_other_ways_stay_beside_the_one_that_was_taken():
    assert chosen(heard(WRONG, RIGHT), nothing).turns[1].alternatives == (WRONG,)


def test_choosing_twice_is_choosing_once():
    once = chosen(heard(WRONG, RIGHT), nothing)
    assert chosen(once, nothing) == once


def test_typed_words_are_left_alone():
    typed = heard(WRONG)
    assert chosen(typed, nothing) is typed


def test_the_way_that_names_more_known_items_is_taken():
    taken = receive(heard("经营犯围软件开花", "经营范围软件开发"), on=ON)
    assert taken.form.value("business_scope") == ("软件开发",)
    assert taken.heard[1] == "经营范围软件开发"


def test_the_way_that_answers_what_was_asked_is_taken():
    said = Transcript((Turn("我要注册公司"), Turn("一白晚", "registered_capital", ("一百万",))))
    assert receive(said, on=ON).form.value("registered_capital")["amount"] == "1000000"


def test_evidence_lies_in_the_words_that_were_taken():
    told = answer_json(receive(heard(WRONG, RIGHT), on=ON))
    spans = [each for spans in told["evidence"].values() for each in spans]
    assert spans
    assert all(told["heard"][each["turn"]][each["start"] : each["end"]] == each["words"] for each in spans)


def test_words_taken_back_stay_taken_back_in_every_way_they_were_written():
    said = Transcript((Turn("我要注册公司"), Turn("注册资本一百晚", alternatives=("注册资本一百万",)), Turn("上一条不对")))
    assert receive(said, on=ON).form.value("registered_capital") is None


@given(st.lists(st.text(max_size=12), max_size=4))
def test_what_is_taken_was_offered(alternatives):
    offered = heard("好", *alternatives)
    assert chosen(offered, nothing).turns[1].said in ("好", *alternatives)
