"""A judged name as the page shows it. Every name is made up."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from gaoxing.names.composition import split
from gaoxing.names.judgement import Hit, Verdict
from gaoxing.names.name import Kind
from gaoxing.names.rule_book import rule_book
from gaoxing.names.verdict import judge
from gaoxing.office.frontdesk.name_check import CheckedName, Coverage
from gaoxing.office.frontdesk.name_shown import name_parts, name_shown, spoken_verdict
from gaoxing.office.frontdesk.name_words import TITLES, kind_word, rule_title, verdict_word

ON = date(2026, 11, 24)
NAME = "昆山沐禾智能科技有限公司"


def checked(name=NAME, coverage=Coverage.SEARCHED, **parts):
    return CheckedName("name", replace(judge(split(name), (), ON), **parts), coverage)


def parts_of(name):
    return [(part.label, "".join(piece.text for piece in part.pieces)) for part in name_parts(checked(name).judgement)]


def marked(name):
    return [piece.text for part in name_parts(checked(name).judgement) for piece in part.pieces if piece.marked]


def met(count):
    return tuple(Hit(f"昆山沐禾{each}科技有限公司", "B1", Verdict.UNAVAILABLE, "active", "字号相同。", "第十七条 [K]") for each in range(count))


def test_a_name_is_shown_in_its_four_parts():
    assert parts_of(NAME) == [("行政区划", "昆山"), ("字号", "沐禾"), ("行业", "智能科技"), ("组织形式", "有限公司")]


def test_the_parts_stand_in_the_order_of_the_name():
    assert next(label for label, _ in parts_of("沐禾（昆山）智能科技有限公司")) == "字号"


def test_a_part_that_is_lacking_is_said():
    assert ("字号", "") in parts_of("昆山科技有限公司")
    assert ("组织形式", "") in parts_of("昆山沐禾智")


@pytest.mark.parametrize("name", [NAME, "昆山AI智能科技有限公司", "昆山国家级芯片有限公司", " 昆山 沐禾(有限)公司", "𠮷", "昆山沐禾科技有限公司苏州分公司", ""])
def test_the_parts_together_are_the_whole_name(name):
    assert "".join(text for _, text in parts_of(name)) == checked(name).judgement.name.text


@pytest.mark.parametrize(
    ("name", "words"), [("昆山AI智能科技有限公司", ["AI"]), ("昆山沐禾国家级芯片有限公司", ["国家级"]), ("高新区瑞禾科技有限公司", ["高新区"]), (NAME, [])]
)
def test_what_offends_is_marked_and_nothing_else(name, words):
    assert marked(name) == words


def test_places_refer_to_the_cleaned_name_and_not_to_what_was_typed():
    assert marked("　昆山 ＡＩ 智能科技有限公司") == ["AI"]


def test_a_mark_that_reaches_over_two_parts_is_cut_where_they_meet():
    judged = checked("昆山AI智能科技有限公司").judgement
    (finding,) = judged.findings
    shown = name_parts(replace(judged, findings=(replace(finding, start=3, end=5),)))
    assert [[piece.text for piece in part.pieces if piece.marked] for part in shown] == [[], ["I"], ["智"], []]


def test_where_other_names_are_met_the_trade_name_is_marked():
    shown = name_parts(checked(hits=met(1)).judgement)
    assert [(part.label, piece.text) for part in shown for piece in part.pieces if piece.marked] == [("字号", "沐禾")]


def test_a_hint_marks_nothing():
    assert marked("昆山高新区沐禾科技有限公司") == []
    assert [why.word for why in name_shown(checked("昆山高新区沐禾科技有限公司")).findings] == ["提醒"]


@pytest.mark.parametrize(
    ("verdict", "signal"),
    [
        (Verdict.FREE, "free"),
        (Verdict.SIMILAR, "warn"),
        (Verdict.RESTRICTED, "manual"),
        (Verdict.UNAVAILABLE, "reject"),
        (Verdict.FORBIDDEN, "forbidden"),
    ],
)
def test_every_verdict_has_its_word_its_icon_and_what_next(verdict, signal):
    shown = name_shown(checked(verdict=verdict))
    assert (shown.word, shown.signal, shown.standing) == (str(verdict), signal, "")
    assert len(shown.onward) > 8


@pytest.mark.parametrize("coverage", [each for each in Coverage if each is not Coverage.SEARCHED])
def test_nothing_is_called_free_where_the_register_was_not_searched(coverage):
    shown = name_shown(checked(coverage=coverage))
    assert (shown.word, shown.signal) == ("还没查重名", "unsearched")
    assert "查" in shown.standing


@pytest.mark.parametrize("coverage", [each for each in Coverage if each is not Coverage.SEARCHED])
def test_what_is_wrong_with_the_name_itself_is_said_without_the_register(coverage):
    shown = name_shown(checked("昆山国家级芯片有限公司", coverage=coverage))
    assert shown.word == "禁用"
    assert shown.standing


def test_every_state_of_the_search_has_a_sentence_of_its_own():
    told = {name_shown(checked(coverage=each)).standing for each in Coverage}
    assert len(told) == len(Coverage)


def test_a_reason_names_its_rule_its_article_and_what_to_do():
    (why,) = name_shown(checked("昆山AI智能科技有限公司")).findings
    assert (why.rule, why.title, why.basis) == ("", "有字母、数字或者符号", "《企业名称登记管理规定》第五条")
    assert "人工智能" in why.remedy


def test_the_names_met_are_listed_and_the_sixth_folds_up():
    shown = name_shown(checked(verdict=Verdict.UNAVAILABLE, hits=met(7)))
    (why,) = shown.hits
    assert (shown.met, len(why.near), len(why.further), why.rule) == (7, 5, 2, "B1")
    assert why.near[0] == "昆山沐禾0科技有限公司"


def test_names_met_with_another_rule_or_another_sentence_stand_apart():
    one, other, later = met(3)
    shown = name_shown(checked(hits=(one, replace(other, rule="N2"), replace(later, message="字号相同。对方名称已注销。"))))
    assert [(why.rule, len(why.names)) for why in shown.hits] == [("B1", 1), ("N2", 1), ("B1", 1)]


def test_what_is_not_verified_says_so_in_words():
    shown = name_shown(checked(hits=met(1)))
    assert shown.hits[0].basis == "第十七条（未核实）"


def test_suggestions_are_handed_on_as_they_are():
    assert name_shown(checked(suggestions=("昆山沐安智能科技有限公司",))).suggestions == ("昆山沐安智能科技有限公司",)


def test_the_verdict_is_told_in_one_sentence_to_those_who_hear_the_page():
    assert spoken_verdict(checked()) == f"名称“{NAME}”：可用。"
    assert spoken_verdict(checked(coverage=Coverage.OUTAGE)) == f"名称“{NAME}”：还没查重名。"


def test_every_rule_for_names_has_a_title_in_both_languages():
    assert set(rule_book()) <= set(TITLES)
    with translation.override("en"):
        assert all(rule_title(each).isascii() or "(" in rule_title(each) or "“" in rule_title(each) for each in rule_book())


def test_a_rule_without_a_title_shows_its_number():
    assert rule_title("Z9") == "Z9"


def test_every_verdict_and_every_part_has_its_word():
    assert [verdict_word(each) for each in Verdict] == [str(each) for each in Verdict]
    assert len({kind_word(each) for each in Kind}) == len(Kind)
