"""Yes or no about a thing, in plain words with and without stops."""

from __future__ import annotations

import pytest

from gaoxing.facts.polarity import DRAIN, HANG, HAVE, SELL, Thing, judge

SMOKE = Thing("smoke", "香烟|烟", SELL)
SIGN = Thing("sign", "招牌|门头", HANG)
MASKS = Thing("masks", "口罩|体温计|血压计", SELL)
BOOKS = Thing("books", "书报|图书", SELL)
LOOSE = Thing("loose", "散装的?", SELL)
COOKED = Thing("cooked", "现做", "做", act=True)
WATER = Thing("water", "废水|污水|下水道", DRAIN)
POOL = Thing("pool", "泳池", HAVE)
THINGS = (SMOKE, SIGN, MASKS, BOOKS, LOOSE, COOKED, WATER, POOL)


def told(text: str) -> dict[str, bool | None]:
    return {each.thing: each.holds for each in judge(text, THINGS)}


@pytest.mark.parametrize("words", ["卖烟", "烟要卖", "香烟肯定要卖的", "也卖点香烟", "烟是卖的", "烟嘛，当然卖"])
def test_a_predicate_on_either_side_affirms(words: str):
    assert told(words) == {"smoke": True}


@pytest.mark.parametrize("words", ["不卖烟", "香烟不卖", "烟我们不卖的", "香烟勿卖", "烟就不卖了", "没有香烟"])
def test_a_predicate_on_either_side_denies(words: str):
    assert told(words) == {"smoke": False}


@pytest.mark.parametrize("words", ["招牌挂不挂还没想好", "招牌要不要挂再说", "招牌可能挂", "要挂招牌吗", "招牌要挂吗"])
def test_what_is_left_open_or_only_asked_is_neither(words: str):
    assert told(words) == {"sign": None}


@pytest.mark.parametrize("words", ["说到招牌", "香烟", "招牌的事另说"])
def test_a_thing_without_a_predicate_says_nothing(words: str):
    assert told(words) == {}


def test_each_predicate_speaks_for_one_side_where_nothing_parts_them():
    assert told("门口要挂个招牌香烟不卖的口罩也卖") == {"sign": True, "smoke": False, "masks": True}


def test_a_predicate_once_taken_does_not_speak_for_the_next_thing():
    assert told("口罩也卖香烟不卖") == {"masks": True, "smoke": False}


def test_a_list_shares_the_predicate_behind_it():
    assert [each.holds for each in judge("口罩、体温计、血压计也卖", THINGS)] == [True, True, True]


def test_a_list_shares_the_predicate_in_front_of_it():
    assert told("销售香烟、图书，不销售口罩") == {"smoke": True, "books": True, "masks": False}


def test_a_predicate_reaches_over_a_comma_only_with_a_word_for_all():
    assert told("香烟，散装的，一样没有") == {"smoke": False, "loose": False}


def test_things_of_other_verbs_are_no_list():
    assert told("招牌废水没有") == {"water": False}


@pytest.mark.parametrize(("words", "holds"), [("不现做", False), ("现做现卖", True), ("都是现做的", True), ("现做的没有", False), ("不算现做", False)])
def test_an_act_stands_for_itself_unless_denied(words: str, holds: bool):
    assert told(words) == {"cooked": holds}


def test_one_assertion_about_one_thing_is_denied_as_a_whole():
    assert told("没有废水要排下水道") == {"water": False}


@pytest.mark.parametrize("words", ["隔壁卖烟", "以前卖过烟", "人家店里卖烟"])
def test_another_shop_or_another_time_is_left_out(words: str):
    assert told(words) == {}


@pytest.mark.parametrize("words", ["泳池", "没有泳池", "有泳池要收费"])
def test_the_words_are_those_of_the_text(words: str):
    assert all(0 <= each.start < each.end <= len(words) for each in judge(words, THINGS))


def test_who_forbids_a_thing_denies_it():
    assert told("招牌物业不让挂") == {"sign": False}


def test_a_predicate_that_goes_on_about_the_word_before_it_is_not_the_next_things():
    assert told("酒也卖书报不卖") == {"books": False}


@pytest.mark.parametrize(("words", "holds"), [("废水排不排？要排的", True), ("招牌挂不挂？不挂", False)])
def test_an_answer_right_behind_ones_own_question_counts(words: str, holds: bool):
    assert list(told(words).values()) == [holds]


@pytest.mark.parametrize("words", ["废水处理以后排的", "污水经过沉淀再进下水道", "废水专门处理后排到下水道"])
def test_what_is_treated_first_is_still_let_out(words: str):
    assert told(words) == {"water": True}


def test_a_stranger_in_a_list_does_not_part_it_from_its_predicate():
    assert told("香烟酒茶都卖") == {"smoke": True}


@pytest.mark.parametrize("words", ["招牌商场统一做", "招牌物业做的"])
def test_what_others_do_is_not_affirmed_of_the_speaker(words: str):
    assert told(words).get("sign") is not True


@pytest.mark.parametrize("words", ["隔壁卖烟我不卖", "那个药店卖烟我们不卖的", "散装的他卖我不卖"])
def test_what_others_do_and_the_speaker_does_not_is_denied(words: str):
    assert list(told(words).values()) == [False]


@pytest.mark.parametrize(("words", "thing"), [("有一面招牌", "sign"), ("招牌正在做", "sign")])
def test_a_measure_word_or_work_under_way_still_affirms(words: str, thing: str):
    assert told(words) == {thing: True}
