"""What people of the year mean and how they say it: many ways, all of them saying what is meant."""

from datetime import date
from random import Random

import pytest

from gaoxing.forms import Answer, Form, Source
from gaoxing.office.simulation.invented import persons, places, trades, truth
from gaoxing.office.simulation.invented.truth import Registered
from gaoxing.office.simulation.reading_checked import misread, same
from gaoxing.office.simulation.spoken import answers, statements
from gaoxing.office.simulation.spoken.numbers import chinese, digits, share_of, sum_of
from gaoxing.standards import numerals, resident_id

DAY = date(2024, 3, 5)
FIRM = Registered("昆山样例软件有限公司", "91320583MA0000007R", True)


@pytest.mark.parametrize("number", [0, 7, 10, 15, 20, 105, 110, 360, 1001, 12_000, 100_500, 1_050_000, 3_600_000, 12_000_000])
def test_a_numeral_says_its_number(number):
    assert numerals.parse(chinese(number)) == number


def test_a_sum_is_said_in_many_ways():
    said = {sum_of(Random(seed), 2_000_000) for seed in range(200)}
    assert {"200万", "两百万", "2000000元"} <= said
    assert len(said) >= 8


def test_a_share_is_said_in_tenths_only_where_it_is_some():
    assert {"六成", "60%", "百分之六十"} <= {share_of(Random(seed), 60) for seed in range(99)}
    assert not any("成" in share_of(Random(seed), 51) for seed in range(99))


def test_digits_read_out_are_all_there():
    for seed in range(50):
        assert len(digits(Random(seed), "13800001234").replace(" ", "")) == 11


def test_an_invented_number_has_the_right_check_digit_and_no_county():
    for seed in range(50):
        number = persons.person(Random(seed)).identity
        assert resident_id.is_valid(number)
        assert number[2:6] == "0000"


def test_a_truth_is_the_same_for_the_same_chance_and_another_for_another():
    assert truth.company(Random(1)) == truth.company(Random(1)) != truth.company(Random(2))


def test_the_shares_of_a_company_make_up_its_capital():
    for seed in range(60):
        meant = truth.company(Random(seed))
        capital = int(meant.values["registered_capital"]["amount"])
        assert sum(int(value) for path, value in meant.values.items() if path.endswith("contribution.amount")) == capital
        assert sum(each.percent for each in meant.parties) == 100


def test_every_trade_has_a_truth_and_a_statement_that_names_it():
    for number, trade in enumerate(trades.TRADES):
        meant = trades.joint(Random(number), number)
        assert any(word in statements.statement(meant, Random(number)) for word in trade.words)


def test_statements_of_one_truth_differ_in_words_and_never_in_what_is_meant():
    meant = truth.company(Random(4))
    said = {statements.statement(meant, Random(seed)) for seed in range(40)}
    assert len(said) == 40
    assert sum(meant.values["name"] in each for each in said) > 20


@pytest.mark.parametrize("make", [truth.company, truth.shop, lambda chance: truth.change(chance, FIRM, DAY), lambda chance: truth.closing(chance, FIRM)])
def test_everything_meant_can_be_said_or_written(make):
    meant = make(Random(5))
    form = Form(meant.matter, "2026", {})
    for key, value in meant.values.items():
        assert answers.said(key, value, Random(6)) or value == ()
        if key.split(".")[0] not in answers.LISTS:
            assert answers.by_hand(meant, form, key).value == value


def test_a_place_lies_in_the_zone_with_a_room():
    assert all(places.place(Random(seed)).startswith("昆山市") and places.place(Random(seed)).endswith("室") for seed in range(30))


class TestReadAgainstMeant:
    """What was read is held against what is meant."""

    meant = truth.shop(Random(3))

    def form(self, **told):
        return Form(self.meant.matter, "2026", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in told.items()})

    def test_a_value_that_differs_is_told_with_both(self):
        (found,) = misread(self.meant, self.form(operator__name="经营"))
        assert (found.blank, found.read, found.meant) == ("operator.name", "经营", self.meant.values["operator.name"])

    def test_what_is_right_or_not_filled_is_not(self):
        assert misread(self.meant, self.form(operator__name=self.meant.values["operator.name"])) == ()

    def test_an_address_may_lack_the_city(self):
        assert same("premises", "玉山镇元丰路1号", "昆山市玉山镇元丰路1号")
        assert not same("premises", "玉山镇元丰路2号", "昆山市玉山镇元丰路1号")

    def test_somebody_whom_nobody_meant_is_told_and_struck_out(self):
        meant = truth.company(Random(3))
        form = Form(meant.matter, "2026", {"parties.0.name": Answer("无此人", Source.SAID), "parties.0.kind": Answer("person", Source.SAID)})
        (found,) = misread(meant, form)
        assert (found.blank, found.read) == ("parties.name", "无此人")
        assert answers.struck_out(form, found.path).value is None
