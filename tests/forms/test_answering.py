"""How a bare answer is read: by the blank that was asked about."""

import pytest

from gaoxing.catalogue import matter
from gaoxing.forms.answering import kinds
from gaoxing.forms.field import Field, Kind

CHOICES = (("yes", "是"), ("no", "否"))
METHOD = Field("contribution.method", "方式", Kind.CHOICE, choices=CHOICES)
ROWS = Field("parties", "股东", Kind.ROWS, columns=(Field("mobile", "电话", Kind.TELEPHONE), METHOD))


@pytest.mark.parametrize(
    ("kind", "read_as"),
    [
        (Kind.TEXT, "text"),
        (Kind.MONEY, "amount"),
        (Kind.PERCENT, "percent"),
        (Kind.DATE, "due"),
        (Kind.ID_NUMBER, "id_number"),
        (Kind.TELEPHONE, "telephone"),
        (Kind.INTEGER, "number"),
        (Kind.ADDRESS, "address"),
    ],
)
def test_a_blanks_kind_says_how_its_answer_is_read(kind, read_as):
    assert kinds([Field("blank", "栏", kind)]) == {"blank": (read_as, ())}


@pytest.mark.parametrize("kind", [Kind.SCOPE, Kind.TERM, Kind.CHOICES, Kind.TEXTS])
def test_these_are_left_to_readers_of_their_own(kind):
    assert kinds([Field("blank", "栏", kind)]) == {}


def test_a_choice_brings_what_there_is_to_choose():
    assert kinds([Field("paper", "纸质", Kind.CHOICE, choices=CHOICES)]) == {"paper": ("choice", CHOICES)}


@pytest.mark.parametrize(("blank", "read_as"), [("postcode", "digits"), ("email", "mail"), ("contribution.method", "method")])
def test_some_blanks_are_read_in_a_way_of_their_own(blank, read_as):
    assert kinds([Field(blank, "栏", Kind.TEXT)])[blank][0] == read_as


def test_a_row_stands_under_a_star():
    assert kinds([ROWS]) == {"parties.*.mobile": ("telephone", ()), "parties.*.contribution.method": ("method", CHOICES)}


def test_a_matter_may_have_special_ways():
    assert kinds([Field("home", "住址", Kind.TEXT)], {"home": "address"}) == {"home": ("address", ())}


def test_what_others_read_is_left_out():
    assert set(kinds([ROWS, Field("name", "名称", Kind.TEXT)], without=("name", "parties.*.mobile"))) == {"parties.*.contribution.method"}


def test_leaving_out_a_row_takes_the_pattern_and_not_the_column():
    assert set(kinds([ROWS], without=("mobile",))) == {"parties.*.mobile", "parties.*.contribution.method"}


@pytest.mark.parametrize("matter_id", ["company_registration", "sole_trader_registration"])
def test_every_blank_of_a_matter_has_at_most_one_way(matter_id):
    found = kinds(matter(matter_id).fields)
    assert found
    assert all(choices for way, choices in found.values() if way == "choice")
