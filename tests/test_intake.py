"""The whole path in one small room: words in; matter, form, questions and findings out."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gaoxing.catalogue import matter
from gaoxing.facts.fact import Evidence
from gaoxing.forms.form import Answer, Ask, Form, Source
from gaoxing.intake import answer_json, contract_form, papers, receive, review
from gaoxing.speech.transcript import Transcript

ON = date(2026, 11, 24)
COMPANY, TRADER = "company_registration", "sole_trader_registration"
PIECES = (
    "我想开一家公司",
    "我要办个体户",
    "名称叫昆山云帆软件有限公司",
    "注册资本",
    "一百万",
    "两百来万",
    "三百二十万美元",
    "股东",
    "周明远",
    "弓长张",
    "占百分之六十",
    "剩下的归他",
    "各一半",
    "平分",
    "六四开",
    "我叫",
    "法人",
    "监事不设",
    "取消",
    "不对",
    "是",
    "身份证号三二零五八三一九九零零一零一零零一零",
    "手机幺三八零零零零零零零零",
    "住所在昆山市晨丰东路88号3栋201室",
    "卖衣服",
    "长期",
    "成立之日起五年内",
    "一共五个人",
    "，",
    "。",
    " ",
    "\n",
    "😀",
    "０１",
)
ASKED = (None, "registered_capital", "name", "parties", "parties.0.mobile", "parties.supervisor", "domicile", "operator.name", "nothing", "parties.9.x")
FREE = st.text(max_size=60)
SPOKEN = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
TURNS = st.lists(st.tuples(st.sampled_from(ASKED), FREE | SPOKEN), max_size=4)


def heard(turns):
    return Transcript.from_json({"turns": [{"asked": asked, "said": said} for asked, said in turns]})


def company(*turns, **more):
    return receive(Transcript.of(*turns), on=ON, matter_id=COMPANY, **more)


def typed(**answers):
    return {path.replace("__", "."): Answer(value, Source.TYPED) for path, value in answers.items()}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("我想开一家公司", COMPANY),
        ("我要注册有限公司", COMPANY),
        ("我要办个体户", TRADER),
        ("办个体工商户执照", TRADER),
        ("公司要注销", "deregistration"),
        ("我们要办股权转让", "registration_change"),
        ("来办企业投资项目备案", "project_filing"),
        ("这个事跑了三趟没办成", "stuck_matter"),
    ],
)
def test_the_matter_is_told_from_the_words(said, expected):
    assert receive(Transcript.of(said), on=ON).matter.id == expected


@pytest.mark.parametrize("said", ["", "   ", "今天天气不错", "你好", "。。。"])
def test_words_without_a_matter_come_to_nothing(said):
    taken = receive(Transcript.of(said), on=ON)
    assert (taken.matter, taken.form, taken.facts, taken.questions, taken.findings) == (None, None, (), (), ())


def test_nothing_said_comes_to_nothing():
    assert answer_json(receive(Transcript(()), on=ON)) == {"matter": None, "form": {}, "asks": []}


def test_the_last_intent_wins():
    assert receive(Transcript.of("我想办个体户", "算了，还是注册公司"), on=ON).matter.id == COMPANY


@pytest.mark.usefixtures("card_only")
def test_a_matter_that_cannot_be_filled_has_no_form():
    taken = receive(Transcript.of("公司要注销"), on=ON)
    assert taken.form is None
    assert answer_json(taken) == {"matter": "deregistration", "form": {}, "asks": []}


@pytest.mark.parametrize("wanted", [COMPANY, TRADER])
def test_a_matter_may_be_forced(wanted):
    assert receive(Transcript.of("卖衣服"), on=ON, matter_id=wanted).form.matter == wanted


def test_a_forced_matter_overrides_the_words():
    assert receive(Transcript.of("我想开一家公司"), on=ON, matter_id=TRADER).matter.id == TRADER


def test_an_unknown_matter_is_refused():
    with pytest.raises(KeyError, match="nothing"):
        receive(Transcript.of("好"), on=ON, matter_id="nothing")


@pytest.mark.parametrize(("on", "edition"), [(date(2026, 4, 30), "2022"), (date(2026, 5, 1), "2026"), (ON, "2026")])
def test_the_form_is_the_days_edition(on, edition):
    assert receive(Transcript.of("我想开一家公司"), on=on).form.edition == edition


def test_the_shares_are_settled_before_the_form_is_handed_over():
    form = company("注册资本一百万", "股东周明远占百分之六十，陈晓燕占百分之四十").form
    assert sorted(row["contribution"]["amount"] for row in form.rows("parties")) == ["400000", "600000"]


def test_a_typed_answer_overrides_the_words():
    form = company("注册资本一百万", typed=typed(registered_capital={"amount": "2000000", "currency": "CNY"})).form
    assert (form.value("registered_capital")["amount"], form.answers["registered_capital"].source) == ("2000000", Source.TYPED)


def test_a_typed_capital_works_the_shares_out_again():
    more = typed(registered_capital={"amount": "2000000", "currency": "CNY"})
    form = company("注册资本一百万，股东周明远占百分之六十，陈晓燕占百分之四十", typed=more).form
    assert sorted(row["contribution"]["amount"] for row in form.rows("parties")) == ["1200000", "800000"]


def test_what_was_typed_is_not_asked_for():
    before, after = company("我想开一家公司"), company("我想开一家公司", typed=typed(postcode="215300"))
    assert {each.field for each in before.questions} - {each.field for each in after.questions} == {"postcode"}


def test_the_first_question_of_an_empty_form_is_the_name():
    assert company("我想开一家公司").questions[0].field == "name"


@pytest.mark.parametrize("said", ["注册资本两百来万", "注册资本五六万", "注册资本先空着"])
def test_a_vague_capital_is_asked_for(said):
    taken = company(said)
    assert taken.form.value("registered_capital") is None
    assert "registered_capital" in {each.field for each in taken.questions}


def test_a_review_needs_no_words():
    taken = review(Form(COMPANY, "2026", typed(postcode="1")), on=ON)
    assert [each.rule for each in taken.findings] == ["POST-01"]
    assert taken.facts == ()


def test_a_review_of_an_unknown_matter_is_refused():
    with pytest.raises(KeyError):
        review(Form("nothing", "1", {}), on=ON)


def test_an_answer_holds_the_parts_of_the_contract_and_more():
    told = answer_json(company("注册资本一百万"))
    assert set(told) == {"matter", "form", "asks", "others", "likely", "missing", "evidence", "findings"}


def test_an_answer_quotes_the_words_of_every_value():
    told = answer_json(company("注册资本一百万"))
    assert [each["turn"] for each in told["evidence"]["registered_capital"]] == [0]


def test_an_answer_asks_where_two_readings_are_plausible():
    form = Form(COMPANY, "2026", {}, (Ask("employees", (3, 4), "几个人？", (Evidence(0, 0, 1, "三"),)),))
    told = answer_json(review(form, on=ON))
    assert [(each["field"], each["readings"], each["question"]) for each in told["asks"]] == [("employees", [3, 4], "几个人？")]


@pytest.mark.parametrize("beyond", ["telephone", "postcode", "paper_licence", "no_supervisor", "parties.0.email", "parties.0.nationality"])
def test_a_blank_beyond_the_contract_stays_out_of_the_contracts_form(beyond):
    form = Form(COMPANY, "2026", {"name": Answer("某公司", Source.SAID), beyond: Answer("值", Source.SAID)})
    assert contract_form(form) == {"name": "某公司"}


@pytest.mark.parametrize("within", ["name", "domicile", "parties.0.name", "parties.3.mobile", "parties.1.contribution.due"])
def test_a_blank_of_the_contract_stands_in_it(within):
    assert contract_form(Form(COMPANY, "2026", {within: Answer("值", Source.SAID)})) != {}


class Printer:
    def render(self, layout):
        return layout


def test_the_papers_go_through_the_renderer_one_by_one():
    form = company("注册资本一百万，股东周明远占百分之六十，陈晓燕占百分之四十").form
    assert papers(form, on=ON, renderer=Printer()) == tuple(matter(COMPANY).papers(form, ON))


def test_a_matter_without_papers_prints_none(card_only):
    assert papers(Form(card_only, "1", {}), on=ON, renderer=Printer()) == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TURNS, st.sampled_from([None, COMPANY, TRADER]))
def test_whatever_is_said_every_quotation_stands_where_it_says(turns, wanted):
    transcript = heard(turns)
    taken = receive(transcript, on=ON, matter_id=wanted)
    quoted = [each for fact in taken.facts for each in fact.evidence]
    quoted += [each for answer in (taken.form.answers.values() if taken.form else ()) for each in answer.evidence]
    assert all(transcript.turns[each.turn].said[each.start : each.end] == each.words for each in quoted)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TURNS, st.sampled_from([COMPANY, TRADER]))
def test_whatever_is_said_the_answer_can_be_written_down(turns, wanted):
    told = answer_json(receive(heard(turns), on=ON, matter_id=wanted))
    assert json.loads(json.dumps(told, ensure_ascii=False)) == told


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TURNS)
def test_a_blank_is_never_both_filled_and_in_doubt(turns):
    form = receive(heard(turns), on=ON, matter_id=COMPANY).form
    assert not {ask.field for ask in form.asks} & set(form.answers)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TURNS)
def test_the_same_words_come_to_the_same_answer(turns):
    assert answer_json(receive(heard(turns), on=ON)) == answer_json(receive(heard(turns), on=ON))
