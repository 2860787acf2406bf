"""The conversation: which question comes, what can be tapped, what was put off, and when all is right. Persons and enterprises are made up."""

from dataclasses import replace

import pytest

from gaoxing.catalogue import matter
from gaoxing.facts.fact import Certainty
from gaoxing.forms import Ask, Kind, Question
from gaoxing.forms.correction import Correction
from gaoxing.forms.field import stored as stored_as
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk import dialogue
from gaoxing.office.frontdesk.dialogue import asked_now, before, choices, confirms, line, not_yet, tries, unsettled
from gaoxing.office.frontdesk.reading import taken_from

COMPANY = matter("company_registration")
PARTNERS = "我想开公司，注册资本一百万，股东王小明占六成，李小红占四成。"
SHOP = "我想办个体户，开个小吃店，我叫王小明。"


@pytest.fixture
def read(on):
    return lambda words: taken_from(words, on=on)


@pytest.fixture
def words():
    return Words().state(PARTNERS)


def paths(questions):
    return [each.field for each in questions]


def said_in(choices):
    return [(each.label, each.said) for each in choices]


def doubtful(taken, path="registered_capital"):
    readings = ({"amount": "100000", "currency": "CNY"}, {"amount": "1000000", "currency": "CNY"})
    form = replace(taken.form.without([path]), asks=(Ask(path, readings, "注册资本是哪一个？"),))
    return replace(taken, form=form, questions=(Question(path, "注册资本是哪一个？", readings=readings), *taken.questions))


def test_the_first_open_question_is_asked(read, words):
    taken = read(words)
    assert asked_now(taken, words).question == taken.questions[0]


def test_a_question_asked_for_comes_first(read, words):
    assert asked_now(read(words), words, "postcode").question.field == "postcode"


@pytest.mark.parametrize("wanted", ["no_such_blank", "parties.9.mobile", "name.foo", "parties.no_such_office", "..", "x" * 200])
def test_a_question_that_is_none_leaves_the_next_one(read, words, wanted):
    assert asked_now(read(words), words, wanted) == asked_now(read(words), words)


def test_without_a_form_nothing_is_asked(read):
    words = Words().state("今天天气不错")
    assert asked_now(read(words), words) is None
    assert line(read(words), words).every == ()


def test_a_question_put_off_comes_after_the_others_and_says_so(read, words):
    first = read(words).questions[0].field
    words = words.skip(first)
    waiting = line(read(words), words)
    assert (paths(waiting.later), waiting.every[-1].field) == ([first], first)
    assert not asked_now(read(words), words).put_off
    assert asked_now(read(words), words, first).put_off


def test_questions_put_off_come_back_in_the_order_in_which_they_were_put_off(read, words):
    for path in ("postcode", "name", "postcode"):
        words = words.skip(path)
    assert paths(line(read(words), words).later) == ["name", "postcode"]


def test_when_everything_is_put_off_the_first_of_it_is_asked_again(read, words):
    every = paths(read(words).questions)
    for path in every:
        words = words.skip(path)
    asked = asked_now(read(words), words)
    assert (asked.question.field, asked.put_off) == (every[0], True)


def test_an_answer_brings_a_question_put_off_back_to_nothing(read, words):
    words = words.skip("postcode").add("二幺五三零零", "postcode")
    assert line(read(words), words).later == ()


def test_a_blank_that_is_filled_can_be_asked_about_again_with_its_value(read, words):
    asked = asked_now(read(words), words, "registered_capital")
    assert (asked.again, asked.now) == (True, "100万元（人民币）")


def test_a_blank_of_a_person_is_asked_about_by_the_persons_name(read, words):
    assert "王小明" in asked_now(read(words), words, "parties.0.contribution.percent").question.text


def test_a_private_value_is_shown_masked_when_it_is_asked_about_again(read, words):
    words = words.add("320583199003070025", "parties.0.id_number")
    assert asked_now(read(words), words, "parties.0.id_number").now == "3205**********0025"


def test_answers_that_gave_nothing_are_counted_until_one_gives_something(read, words):
    counted = []
    for said in ("嗯嗯", "我想想", "二十年", "随便吧"):
        words = words.add(said, "operating_term")
        counted.append(tries(read(words), words, "operating_term"))
    assert counted == [1, 2, 0, 1]
    assert unsettled(read(words), words, "operating_term")


def test_a_blank_filled_by_hand_forgets_the_answers_that_gave_nothing(read, words):
    words = words.add("嗯嗯", "operating_term").correct(Correction("operating_term", value="indefinite", after=1))
    assert tries(read(words), words, "operating_term") == 0


def test_an_answer_of_which_only_a_part_was_read_is_no_vain_one(read):
    words = Words().state("我想开公司，注册资本一百万").add("王小明占六成", "parties")
    assert tries(read(words), words, "parties") == 0


def test_the_way_back_leads_through_the_questions_answered(words):
    words = words.add("二十年", "operating_term").add("二幺五三零零", "postcode")
    assert [before(COMPANY, words, path) for path in ("name", "postcode", "operating_term")] == ["postcode", "operating_term", ""]


def test_additions_are_no_stations_on_the_way_back(words):
    assert before(COMPANY, words.add("长期"), "name") == ""


STARTS = {
    "company_registration": PARTNERS,
    "sole_trader_registration": SHOP,
    "registration_change": "昆山甲乙贸易有限公司要办变更登记",
    "deregistration": "昆山甲乙贸易有限公司要注销",
    "joint_licence": "证照联办，我想开个奶茶店",
    "project_filing": "我们有个项目要备案",
    "project_change": "之前备案的项目要变更",
    "enterprise_request": "我们车间老是停电，想反映一下诉求",
    "stuck_matter": "变更登记办不下来，跑了三趟",
}


@pytest.mark.parametrize(("name", "start"), STARTS.items())
def test_every_button_of_a_choice_says_what_is_read_as_that_choice(read, name, start):
    form, chosen = read(Words().state(start)).form, matter(name)
    for path, known in _choice_blanks(chosen):
        for (stored, _), each in zip(known.choices, choices(chosen, form, Question(path, "")), strict=True):
            assert stored_as(read(Words().state(start).add(each.said, path)).form.value(path)) == stored, (path, each)


def _buttons(known):
    return known.kind in {Kind.CHOICE, Kind.BOOLEAN} and len(known.choices) <= dialogue.MOST_CHOICES


def _choice_blanks(chosen):
    for known in chosen.fields:
        if _buttons(known):
            yield known.id, known
        for column in known.columns:
            if _buttons(column):
                yield f"{known.id}.0.{column.id}", column


def test_every_office_is_offered_to_everybody_named_and_read_so(read, words):
    parties = COMPANY.field("parties")
    for lack in (each for each in parties.lacks if each.topic in dict(parties.column("roles").choices)):
        path = f"parties.{lack.topic}"
        offered = choices(COMPANY, read(words).form, Question(path, ""))
        assert [each.label for each in offered][:2] == ["王小明", "李小红"]
        assert lack.topic in read(words.add(offered[1].said, path)).form.value("parties.1.roles")


def test_no_supervisor_can_be_tapped(read, words):
    offered = choices(COMPANY, read(words).form, Question("parties.supervisor", ""))
    assert offered[-1].label == "不设监事"
    assert read(words.add(offered[-1].said, "parties.supervisor")).form.value("no_supervisor") == "yes"


def test_a_term_without_end_can_be_tapped(read, words):
    offered = choices(COMPANY, read(words).form, Question("operating_term", ""))
    assert said_in(offered) == [("长期", "长期")]


def test_two_readings_are_buttons_and_the_question_says_why_it_is_asked(read, words):
    taken = doubtful(read(words))
    asked = asked_now(taken, words)
    assert asked.readings == ("10万元", "100万元")
    assert asked.question.why
    assert asked.question.example == COMPANY.field("registered_capital").example


def test_a_text_has_nothing_to_tap(read, words):
    assert choices(COMPANY, read(words).form, Question("name", "")) == ()


@pytest.mark.parametrize("said", ["都对", "都对。", "全对！", "没错", "都没错了", "对的", "全都对的", "嗯，都对", "核对无误", "OK", "没问题", " 对 "])
def test_plain_words_confirm(said):
    assert confirms(said)


@pytest.mark.parametrize("said", ["", "。", "不对", "对面", "都对，注册资本改成两百万", "没错一百万", "正确路8号", "都", "好", "全部货币出资"])
def test_words_that_say_anything_else_confirm_nothing(said):
    assert not confirms(said)


@pytest.mark.parametrize(("said", "confirmed"), [("对", False), ("对的", False), ("没问题", True), ("都对", True), ("没错", True)])
def test_a_bare_yes_to_a_question_of_yes_or_no_is_its_answer(said, confirmed):
    assert confirms(said, COMPANY, "paper_licence") is confirmed


def test_a_bare_yes_to_any_other_question_confirms():
    assert confirms("对", COMPANY, "registered_capital")


def test_all_right_waits_for_words_for_two_readings_and_for_what_is_still_empty(read, words):
    assert "还没有可以核对的内容" in not_yet(read(Words()))
    assert "1 处" in not_yet(doubtful(read(words)), at_check=True)
    assert "它还空着" in not_yet(read(words))
    assert not_yet(read(words), at_check=True) == ""


def test_all_right_is_taken_where_nothing_is_left_to_ask(read, words):
    assert not_yet(replace(read(words), questions=())) == ""


def test_a_likely_value_lets_all_right_be_said_at_the_check_page_only(read, words):
    taken = read(words)
    likely = replace(taken.form.answers["registered_capital"], certainty=Certainty.LIKELY)
    taken = replace(taken, form=taken.form.with_answers({"registered_capital": likely}))
    assert "它还空着" in not_yet(taken)
    assert not_yet(taken, at_check=True) == ""
