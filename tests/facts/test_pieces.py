"""What stands in one turn before anybody is known: firm pieces hold nothing else, loose ones stand outside them."""

from datetime import date

import pytest

from gaoxing.facts.pieces import Pieces, overlaps, spans


class Place:
    """A mention with nothing but its place."""

    def __init__(self, start, end):
        self.start, self.end = start, end


def found(said, kind):
    """The words of every mention of a kind, the barred ones left out."""
    pieces = Pieces.of(said, None)
    text = pieces.wording.text
    return [text[each.start : each.end] for name, each in pieces.mentions(pieces.names()) if name == kind]


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        ("手机幺三八零零零零幺二三四", "code", ["幺三八零零零零幺二三四"]),
        ("昆山启云软件有限公司占六成", "enterprise", ["昆山启云软件有限公司"]),
        ("住所在虹祺路九十九号", "address", ["虹祺路九十九号"]),
        ("二零二九年六月底前缴清", "day", ["二零二九年六月底"]),
        ("营业期限二十年", "term", ["二十年"]),
        ("注册资本一百万元", "money", ["一百万元"]),
        ("丁大宝占百分之六十", "percent", ["百分之六十"]),
        ("法人和监事都是我", "role", ["法人", "监事"]),
        ("货币出资，专利也算", "method", ["货币"]),
        ("我叫丁大宝", "name", ["丁大宝"]),
        ("丁大宝，宝是宝贝的宝", "cue", ["宝贝的宝"]),
        ("我和他都出钱", "self", ["我"]),
        ("我和他都出钱", "pronoun", ["他"]),
        ("我老婆做监事", "relation", ["我老婆"]),
        ("今天真热", "name", []),
        ("", "name", []),
    ],
)
def test_every_kind_of_piece_is_found_by_its_words(said, kind, words):
    assert found(said, kind) == words


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("身份证三二零五八三一九九零零三零七七五一二", "money"),
        ("身份证三二零五八三一九九零零三零七七五一二", "day"),
        ("昆山百分百软件有限公司", "percent"),
        ("昆山丁大宝软件有限公司", "name"),
        ("虹祺路九十九号六幢三零一室", "money"),
        ("昆山十年软件有限公司", "term"),
        ("昆山万元软件有限公司", "money"),
    ],
)
def test_nothing_is_found_inside_a_firm_piece(said, kind):
    assert found(said, kind) == []


@pytest.mark.parametrize("said", ["注册资本一百万元", "营业期限二十年", "占百分之六十", "二零二九年六月底", "虹祺路九十九号", "昆山启云软件有限公司"])
def test_no_person_stands_in_an_amount_a_term_a_day_or_a_place(said):
    pieces = Pieces.of(said, None)
    assert (len(pieces.nameless), pieces.names()) == (1, ())


def test_a_known_name_is_found_wherever_it_stands():
    pieces = Pieces.of("那就让何苗管吧", None)
    assert [each.name for each in pieces.names(["何苗"])] == ["何苗"]


@pytest.mark.parametrize(("said", "names"), [("丁大宝是法人", ("丁大宝",)), ("丁大宝，苏小云，一人一半", ("丁大宝", "苏小云")), ("今天真热", ())])
def test_clear_names_stand_as_said(said, names):
    assert Pieces.of(said, None).clear_names() == names


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("股东是 Qiyun Bright GmbH 占六成", "Qiyun Bright GmbH"),
        ("股东是昆山 启云 软件有限公司", "昆山启云软件有限公司"),
    ],
)
def test_only_latin_names_keep_their_blanks(said, name):
    assert [each.name for each in Pieces.of(said, None).firm["enterprise"]] == [name]


def test_next_year_counts_from_the_day_given():
    (day,) = Pieces.of("明年六月底前缴清", date(2026, 3, 1)).loose["day"]
    assert day.value.startswith("2027-06")


def test_what_the_firm_pieces_take_up_is_barred():
    assert Pieces.of("住所在虹祺路九十九号", None).barred == [(3, 10)]


def test_spans_are_starts_and_ends_of_all_groups():
    assert spans([Place(0, 2)], [], [Place(5, 6), Place(7, 9)]) == [(0, 2), (5, 6), (7, 9)]


@pytest.mark.parametrize(
    ("place", "shared"), [((0, 2), False), ((2, 4), True), ((3, 4), True), ((4, 6), True), ((5, 6), False), ((0, 9), True), ((6, 9), False)]
)
def test_two_spans_overlap_where_they_share_a_character(place, shared):
    assert overlaps(Place(*place), [(2, 5)]) is shared


def test_nothing_overlaps_no_spans():
    assert overlaps(Place(0, 3), []) is False
