"""How many work there: «一共六个», «连我两个», «就我一个»; crowds that are not staff, and vague numbers, are no number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.headcount import count, headcount_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript

FIGURES = "零一二三四五六七八九"


def employees(*turns):
    """Values and quoted words of the facts read."""
    return [(fact.field, fact.value, fact.evidence[0].words) for fact in headcount_facts(hear(Transcript.of(*turns)))]


def spoken(number):
    """Figures below a hundred as one counts them aloud."""
    tens, ones = divmod(number, 10)
    start = "" if not tens else "十" if tens == 1 else FIGURES[tens] + "十"
    return start + (FIGURES[ones] if ones else "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("从业人数六个", 6),
        ("从业人数六人", 6),
        ("从业人数：6", 6),
        ("从业人员5人", 5),
        ("从业人员是八个", 8),
        ("从业人员一共十二个人", 12),
        ("从业人员填三个", 3),
        ("从业人员写两个", 2),
        ("从业人员报四个人", 4),
        ("员工十五个", 15),
        ("员工有二十个人", 20),
        ("员工目前三个", 3),
        ("员工先报两个", 2),
        ("员工人数三十五", 35),
        ("雇员两名", 2),
        ("职工一百二十人", 120),
        ("工人八个", 8),
        ("人员共九名", 9),
        ("人手就三个", 3),
        ("团队六个人", 6),
        ("店里四个人", 4),
        ("店里一共四个人", 4),
        ("厂里现在二十六个人", 26),
        ("公司里有十个人", 10),
        ("公司有七名员工", 7),
        ("帮工两个", 2),
    ],
)
def test_a_number_after_a_word_for_staff_is_the_headcount(text, number):
    assert count(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一共六个人干活", 6),
        ("总共五个人上班", 5),
        ("请了三个师傅干活", 3),
        ("请了两个店员在店里", 2),
        ("雇了四个工人", 4),
        ("招了十个员工", 10),
        ("连我三个人在店里", 3),
        ("共七个人做事", 7),
    ],
)
def test_people_at_work_are_counted_by_what_they_do(text, number):
    assert count(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("从业人员连我两个", 2),
        ("连我两个", 2),
        ("连我一共五个人", 5),
        ("连我自己三个", 3),
        ("含我四个人", 4),
        ("含我在内六个", 6),
        ("加上我三个人", 3),
        ("加我一共两个", 2),
        ("包括我本人五人", 5),
        ("算上我四个", 4),
        ("店里三个人，包括我在内", 3),
        ("五个人含我", 5),
        ("一共八个人，连我在内", 8),
    ],
)
def test_the_speaker_is_counted_in_once(text, number):
    assert count(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "员工就我一个",
        "店里就我一个",
        "从业人数就我自己",
        "干活的就我一个人",
        "就我一个人干",
        "就他一个人看店",
        "就我一个人在店里忙",
        "不请人，就我自己",
        "没雇人就我一个",
        "没有请员工，就我",
        "人手就她一个",
    ],
)
def test_one_who_works_alone_is_one(text):
    assert count(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "工人大概十来个",
        "从业人员十几个",
        "员工几个",
        "员工二十多个",
        "员工十几二十个",
        "店里百把个人",
        "注册资本一百万",
        "三个股东",
        "我家四口人",
        "孩子两个",
        "做了五年",
        "员工工资六千",
        "一共三万块",
        "一共两个店",
        "门口两个车位",
        "丁大宝占六成",
        "跟三个朋友商量过",
        "公司有三个股东",
        "买了五台机器",
    ],
)
def test_other_numbers_and_vague_ones_are_no_headcount(text):
    assert count(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三个", 3),
        ("三", 3),
        ("12", 12),
        ("十二", 12),
        ("一共五个人", 5),
        ("先报六个", 6),
        ("先写两个人", 2),
        ("报八个", 8),
        ("就四个", 4),
        ("暂时两个", 2),
        ("目前十名", 10),
        ("只有我一个", 1),
        ("就我自己", 1),
        ("目前就我一个", 1),
        ("我一个人", 1),
        ("一百零五个", 105),
    ],
)
def test_a_bare_answer_to_the_question_is_enough(text, number):
    assert count(text, asked=True) == number


@pytest.mark.parametrize("text", ["三个", "12", "一共五个人", "先报六个", "我一个人", "十二"])
def test_a_bare_number_unasked_says_nothing_of_staff(text):
    assert count(text) is None


@pytest.mark.parametrize("text", ["十来个", "三五个", "大概七八个", "几个", "几十个", "二十左右", "差不多十个", "三十多个", "不知道", "还没定"])
def test_a_vague_answer_stays_open(text):
    assert count(text, asked=True) is None


@given(st.integers(1, 99))
def test_every_number_below_a_hundred_is_read_from_words(number):
    assert count(f"从业人员{spoken(number)}个") == number


@given(st.integers(1, 99999))
def test_every_number_in_figures_is_read_as_it_stands(number):
    assert count(f"从业人数{number}人") == number


@given(st.integers(11, 99))
def test_a_vague_ending_makes_any_number_vague(number):
    assert count(f"员工{spoken(number)}来个") is None


def test_the_last_number_said_wins():
    assert employees("从业人员五个", "从业人员一共八个") == [("employees", 8, "从业人员一共八个")]


def test_a_turn_without_a_number_leaves_the_earlier_one():
    assert employees("员工三个", "我叫丁大宝，想开个小饭馆") == [("employees", 3, "员工三个")]


def test_an_answer_replaces_what_was_told_before():
    assert employees("员工三个", ("employees", "五个人")) == [("employees", 5, "五个人")]


def test_an_answer_to_another_question_is_no_headcount():
    assert employees(("licence_copies", "三个")) == []


def test_a_vague_answer_gives_no_fact():
    assert employees(("employees", "七八个吧")) == []


def test_only_the_words_that_give_the_number_are_quoted():
    assert employees("我要开公司，员工一共六个人，注册资本一百万") == [("employees", 6, "员工一共六个人")]
    assert employees("做软件，店里就我一个人干，法人是我")[0][2] == "店里就我一个人"


def test_the_words_are_quoted_as_they_were_said():
    assert employees("员工呢，一共 6 个人") == [("employees", 6, "员工呢，一共 6 个人")]


def test_the_place_of_the_words_is_their_place_in_the_raw_turn():
    said = "嗯，从业人员连我两个。"
    (fact,) = headcount_facts(hear(Transcript.of("我叫何苗", said)))
    (evidence,) = fact.evidence
    assert (evidence.turn, said[evidence.start : evidence.end]) == (1, evidence.words)


def test_the_fact_may_be_written_to_another_blank():
    (fact,) = headcount_facts(hear(Transcript.of("员工三个")), "staff")
    assert (fact.field, fact.value) == ("staff", 3)


@pytest.mark.parametrize("said", ["从业人员五六个人", "一共五六个人干活", "员工十七八个", "员工二十左右"])
def test_two_figures_side_by_side_are_no_count(said):
    assert count(said) is None


@pytest.mark.parametrize("said", ["员工现在三个，说错了，走了一个，两个", "从业人员三个人，不对，是两个人"])
def test_a_count_put_right_in_the_same_breath_counts(said):
    assert count(said) == 2


def test_by_oneself_is_a_count_only_where_no_shares_are_held():
    statement = hear(Transcript.of("资金五千块，就我一个人。"))
    assert [fact.value for fact in headcount_facts(statement, alone=True)] == [1]
    assert list(headcount_facts(statement)) == []


@pytest.mark.parametrize("said", ["就我爸一个", "只有我老婆一个人", "就我"])
def test_a_relative_alone_is_one(said):
    assert count(said, asked=True) in (1, None)
    assert count("就我爸一个", asked=True) == 1


@pytest.mark.parametrize("said", ["人员二三十个", "员工三四百人", "工人一二十个"])
def test_tens_side_by_side_are_open_and_break_nothing(said):
    assert count(said) is None


def test_whom_one_brings_along_counts():
    assert count("从业人员连我带老婆三个") == 3


def test_a_unit_without_a_figure_is_no_count():
    assert count("员工百") is None


@pytest.mark.parametrize(
    ("said", "number"), [("就我跟一个徒弟，两个人", 2), ("就我和老伴两个人看店", 2), ("员工先招三十个", 30), ("三十二个工人", 32), ("五名店员", 5)]
)
def test_hands_counted_by_pair_or_trade_are_a_headcount(said, number):
    assert count(said) == number


@pytest.mark.parametrize("said", ["店里八十六个平方", "每个工人", "店里六十五个平方吧"])
def test_an_area_or_hands_still_to_come_are_none(said):
    assert count(said) is None


@pytest.mark.parametrize(
    "said", ["员工五个人，不对，是八个人", "员工五个人，哦不，八个人", "员工五个人，说错了，员工是八个人", "员工五个人不对不对是八个人", "员工说错了，是八个人"]
)
def test_a_number_put_right_in_the_same_breath_is_the_one_meant(said):
    assert count(said) == 8


@pytest.mark.parametrize(
    ("said", "number"),
    [("我跟我老公两个人看店", 2), ("我和我弟弟，三个人打理", 3), ("老师保育员一共二十二个人", 22), ("司机加起来四个人", 4)],
)
def test_those_who_keep_the_shop_or_are_added_up_are_a_headcount(said, number):
    assert count(said) == number


def test_one_sort_of_hands_not_added_up_is_none():
    assert count("师傅一共十来个人") is None


def test_the_speaker_comes_on_top_of_the_others():
    assert count("两个小妹加我，三个", asked=True) == 3
    assert count("两个小妹加我", asked=True) == 3
    assert count("三个，连我", asked=True) == 3


def test_hands_are_counted_behind_an_amount_without_a_stop():
    assert count("资金三万两个人干活") == 2
