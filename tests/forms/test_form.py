"""A form: later words win, what is unsure is asked, and what is written down comes back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.fact import Certainty, Evidence, Fact
from gaoxing.forms.form import Answer, Ask, Form, Source, Undecided, from_facts

WORDS = Evidence(0, 0, 3, "一百万")
PATHS = st.sampled_from(["name", "employees", "operator.name", "parties.0.name", "parties.1.roles", "parties.10.mobile", "domicile"])
VALUES = st.text(max_size=8) | st.integers() | st.lists(st.text(max_size=4), max_size=3).map(tuple) | st.just({"amount": "5", "currency": "CNY"})
SPANS = st.builds(Evidence, st.integers(0, 3), st.integers(0, 9), st.integers(0, 9), st.text(max_size=4))
ANSWERS = st.builds(Answer, VALUES, st.sampled_from(Source), st.lists(SPANS, max_size=2).map(tuple), st.sampled_from(Certainty))
ASKS = st.builds(Ask, PATHS, st.lists(VALUES, max_size=3).map(tuple), st.text(max_size=8), st.lists(SPANS, max_size=2).map(tuple))
FORMS = st.builds(Form, st.text(max_size=5), st.text(max_size=5), st.dictionaries(PATHS, ANSWERS, max_size=5), st.lists(ASKS, max_size=3).map(tuple))


def said(value):
    return Answer(value, Source.SAID)


def form(answers=None, asks=()):
    return Form("company_registration", "2026", {path: said(value) for path, value in (answers or {}).items()}, asks)


def read(*facts, question=None):
    return from_facts("company_registration", "2026", facts, question)


def unsure(field="employees", readings=(3, 4)):
    return Fact(field, readings[0], (WORDS,), Certainty.UNSURE, readings)


def test_a_blank_not_filled_has_no_value():
    assert form().value("name") is None


def test_a_blank_filled_has_its_value():
    assert form({"parties.0.name": "张三"}).value("parties.0.name") == "张三"


def test_a_zero_is_a_value():
    assert form({"employees": 0}).value("employees") == 0


def test_dotted_paths_become_mappings():
    assert form({"operator.name": "张三", "operator.mobile": "138"}).to_contract() == {"operator": {"name": "张三", "mobile": "138"}}


def test_numbered_rows_become_a_list_in_their_numbers_order():
    rows = form({"parties.10.name": "丙", "parties.2.name": "乙", "parties.0.name": "甲"}).rows("parties")
    assert [row["name"] for row in rows] == ["甲", "乙", "丙"]


def test_rows_hold_nested_blanks():
    assert form({"parties.0.contribution.amount": "5"}).rows("parties") == ({"contribution": {"amount": "5"}},)


def test_a_list_blank_that_is_empty_has_no_rows():
    assert form({"name": "某公司"}).rows("parties") == ()


def test_roles_become_a_plain_list():
    assert form({"parties.0.roles": ("director", "manager")}).to_contract()["parties"][0]["roles"] == ["director", "manager"]


def test_an_empty_form_is_an_empty_mapping():
    assert form().to_contract() == {}


def test_a_new_answer_stands_in_the_old_ones_place():
    assert form({"name": "旧", "employees": 1}).with_answers({"name": said("新")}).to_contract() == {"name": "新", "employees": 1}


def test_the_form_before_stays_as_it_was():
    before = form({"name": "旧"})
    before.with_answers({"name": said("新")})
    assert before.value("name") == "旧"


def test_an_answer_settles_what_was_asked():
    asked = form(asks=(Ask("name", ("甲", "乙"), "哪个？"), Ask("employees", (1, 2), "几个？")))
    assert [ask.field for ask in asked.with_answers({"name": said("甲")}).asks] == ["employees"]


def test_blanks_taken_out_are_empty():
    assert form({"name": "某", "employees": 1}).without(["name", "nothing"]).to_contract() == {"employees": 1}


def test_taking_out_an_answer_leaves_the_other_asks():
    asked = form({"name": "某"}, (Ask("domicile", (), "？"),))
    assert asked.without(["name"]).asks == asked.asks


@pytest.mark.parametrize(("derived", "source"), [(False, "said"), (True, "derived")])
def test_a_facts_answer_knows_where_it_came_from(derived, source):
    assert read(Fact("employees", 5, (WORDS,), derived=derived)).answers["employees"].source == source


def test_a_facts_answer_keeps_its_words_and_certainty():
    answer = read(Fact("employees", 5, (WORDS,), Certainty.LIKELY)).answers["employees"]
    assert (answer.evidence, answer.certainty) == ((WORDS,), Certainty.LIKELY)


def test_the_later_fact_of_a_blank_wins():
    assert read(Fact("employees", 5, ()), Fact("employees", 6, ())).value("employees") == 6


def test_an_unsure_fact_is_asked_and_never_filled_in():
    made = read(unsure(), question={"employees": "几个人？"})
    assert made.value("employees") is None
    assert made.asks == (Ask("employees", (3, 4), "几个人？", (WORDS,)),)


def test_an_unsure_fact_takes_back_a_sure_one():
    made = read(Fact("employees", 5, ()), unsure())
    assert (made.value("employees"), len(made.asks)) == (None, 1)


def test_a_sure_fact_settles_an_unsure_one():
    made = read(unsure(), Fact("employees", 5, ()))
    assert (made.value("employees"), made.asks) == (5, ())


def test_a_later_doubt_takes_the_place_of_an_earlier_one():
    assert [ask.readings for ask in read(unsure(), unsure(readings=(7, 8))).asks] == [(7, 8)]


def test_a_blank_without_a_question_is_asked_in_no_words():
    assert read(unsure(), question={"name": "叫什么？"}).asks[0].question == ""


@given(FORMS)
def test_a_form_written_down_comes_back_the_same(before):
    assert Form.from_json(json.loads(json.dumps(before.to_json()))) == before


@given(FORMS, PATHS, ANSWERS)
def test_answering_a_blank_touches_no_other(before, path, answer):
    after = before.with_answers({path: answer})
    assert {key: each for key, each in after.answers.items() if key != path} == {key: each for key, each in before.answers.items() if key != path}
    assert after.answers[path] is answer
    assert all(ask.field != path for ask in after.asks)


@pytest.mark.parametrize("gone", ["matter", "edition", "answers"])
def test_a_form_with_a_part_missing_is_refused(gone):
    data = form({"name": "某"}).to_json()
    del data[gone]
    with pytest.raises(KeyError):
        Form.from_json(data)


@pytest.mark.parametrize(("part", "wrong"), [("source", "dreamt"), ("certainty", "perhaps")])
def test_an_answer_of_an_unknown_kind_is_refused(part, wrong):
    data = form({"name": "某"}).to_json()
    data["answers"]["name"][part] = wrong
    with pytest.raises(ValueError, match=wrong):
        Form.from_json(data)


def test_a_question_about_an_emptied_blank_is_dropped():
    form = Form("company_registration", "2026", {}, (Ask("name", ("甲", "乙"), ""), Ask("domicile", ("丙", "丁"), "")))
    assert [ask.field for ask in form.without(["name"]).asks] == ["domicile"]


def test_a_form_with_an_open_question_is_fit_for_no_paper():
    form = Form("company_registration", "2026", {}, (Ask("name", ("甲", "乙"), ""),))
    with pytest.raises(Undecided, match="name"):
        form.decided()
    assert form.without(["name"]).decided().asks == ()


@pytest.mark.parametrize("order", [("changes.0.to", "changes.0.to.name"), ("changes.0.to.name", "changes.0.to")])
def test_blanks_within_a_blank_stand_where_both_were_answered(order):
    values = {"changes.0.to": "某人", "changes.0.to.name": "张三"}
    assert form({path: values[path] for path in order}).to_contract() == {"changes": [{"to": {"name": "张三"}}]}
