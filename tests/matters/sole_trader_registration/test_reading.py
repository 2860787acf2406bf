"""What a statement for a sole trader comes to: the operator, the shop, the funds."""

from datetime import date

import pytest

from gaoxing.matters.sole_trader_registration.reading import read
from gaoxing.speech.transcript import Transcript

ON = date(2026, 11, 24)


def values(*turns):
    """The last value of every blank that was read."""
    return {fact.field: fact.value for fact in read(Transcript.of(*turns), ON)}


def value(blank, *turns):
    return values(*turns).get(blank)


@pytest.mark.parametrize(
    ("said", "composition"),
    [
        ("个人经营", "individual"),
        ("算个人的经营", "individual"),
        ("家庭经营", "family"),
        ("我们夫妻一起经营", "family"),
        ("夫妻俩一起开", "family"),
        ("两口子共同经营", "family"),
        ("全家一起经营", "family"),
        ("一家人经营", "family"),
        ("我一个人干", None),
        ("我想办个体户", None),
    ],
)
def test_the_composition_comes_from_its_own_words_only(said, composition):
    assert value("composition", said) == composition


@pytest.mark.parametrize(
    ("turns", "composition"),
    [
        (("家庭经营", "不，个人经营"), "individual"),
        (("个人经营", "改成家庭经营"), "family"),
        (("个人经营，不对，家庭经营",), "family"),
    ],
)
def test_the_composition_last_said_counts(turns, composition):
    assert value("composition", *turns) == composition


def test_the_composition_quotes_its_words():
    facts = read(Transcript.of("我想办个体户，家庭经营"), ON)
    assert [each.words for fact in facts if fact.field == "composition" for each in fact.evidence] == ["家庭经营"]


@pytest.mark.parametrize("said", ["我叫周明远，想办个体户", "经营者是周明远"])
def test_the_operator_is_the_one_who_was_named(said):
    assert value("operator.name", said) == "周明远"


@pytest.mark.parametrize(
    ("said", "amount"),
    [("资金数额五万", "50000"), ("资金数额十万元", "100000"), ("打算投八万块", "80000")],
)
def test_funds_are_a_sum_in_yuan(said, amount):
    assert value("funds", said) == {"amount": amount, "currency": "CNY"}


@pytest.mark.parametrize("said", ["资金数额五六万", "资金三十来万", "资金数额先空着"])
def test_vague_funds_are_none(said):
    assert value("funds", said) is None


@pytest.mark.parametrize(
    ("blank", "answer", "read_as"),
    [
        ("funds", "五万", {"amount": "50000", "currency": "CNY"}),
        ("composition", "家庭经营", "family"),
        ("composition", "个人经营", "individual"),
        ("operator.name", "周明远", "周明远"),
        ("operator.mobile", "幺三八零零零零零零零零", "13800000000"),
        ("postcode", "215300", "215300"),
        ("paper_licence", "是", "yes"),
        ("e_commerce", "否", "no"),
        ("operator.sex", "女", "female"),
        ("operator.ethnicity", "汉族", "汉族"),
        ("employees", "三个人", 3),
        ("licence_copies", "一个", 1),
    ],
)
def test_a_bare_answer_fills_the_blank_that_was_asked_about(blank, answer, read_as):
    assert value(blank, "我想办个体户", (blank, answer)) == read_as


def test_the_operators_number_is_kept_as_it_was_said():
    assert value("operator.id_number", "我叫周明远，身份证号320583199001010019") == "320583199001010019"


def test_a_number_with_a_wrong_last_figure_is_kept_all_the_same():
    assert value("operator.id_number", "我叫周明远，身份证号320583199001010011") == "320583199001010011"


@pytest.mark.parametrize("said", ["店开在昆山市前进东路579号", "经营场所在昆山市前进东路579号"])
def test_the_premises_go_down_to_the_door(said):
    assert value("premises", said) == "昆山市前进东路579号"


@pytest.mark.parametrize(("said", "number"), [("就我一个人干活", 1), ("连我三个人", 3)])
def test_employees_count_the_speaker_where_they_say_so(said, number):
    assert value("employees", said) == number


@pytest.mark.parametrize("said", ["", "。", "嗯", "我想办个体户"])
def test_nothing_said_of_the_shop_fills_nothing(said):
    assert values(said) == {}


def test_the_operator_is_not_repeated_among_the_family():
    found = values("我叫周明远，和我爱人陈晓燕夫妻一起经营")
    assert "周明远" not in {held for blank, held in found.items() if blank.startswith("family_members.")}
