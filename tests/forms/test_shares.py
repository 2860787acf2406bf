"""Amounts and percents, against an oracle of plain integers that knows nothing of the house."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.fact import Certainty, Evidence
from gaoxing.forms.form import Answer, Ask, Form, Source
from gaoxing.forms.shares import amount_text, exact_shares, nearest_simple, percent_text, settle

CAPITAL_WORDS = Evidence(0, 0, 3, "一百万")
SHARE_WORDS = Evidence(0, 5, 8, "占六成")
AMOUNT, PERCENT = "parties.{}.contribution.amount", "parties.{}.contribution.percent"


def money(amount: str) -> Answer:
    return Answer({"amount": amount, "currency": "CNY"}, Source.SAID, (CAPITAL_WORDS,))


def said(value: str, source: Source = Source.SAID) -> Answer:
    return Answer(value, source, (SHARE_WORDS,))


def company(capital: str | None, *shares: dict[str, Answer]) -> Form:
    answers = {} if capital is None else {"registered_capital": money(capital)}
    for row, share in enumerate(shares):
        answers |= {f"parties.{row}.contribution.{column}": answer for column, answer in share.items()}
    return Form("company_registration", "2026", answers)


def amounts(form: Form) -> list[str | None]:
    rows = {path.split(".")[1] for path in form.answers if path.startswith("parties.")}
    return [form.value(AMOUNT.format(row)) for row in sorted(rows, key=int)]


def percents(form: Form) -> list[str | None]:
    rows = {path.split(".")[1] for path in form.answers if path.startswith("parties.")}
    return [form.value(PERCENT.format(row)) for row in sorted(rows, key=int)]


def plain(hundredths: int) -> str:
    """The oracle's own way of writing hundredths."""
    text = f"{hundredths // 100}.{hundredths % 100:02d}"
    return text.rstrip("0").rstrip(".")


def test_a_percent_becomes_an_amount():
    assert amounts(settle(company("1000000", {"percent": said("60")}))) == ["600000"]


def test_an_amount_becomes_a_percent():
    assert percents(settle(company("3000000", {"amount": said("1000000")}))) == ["33.33"]


def test_what_is_worked_out_says_so_and_carries_the_words_of_both():
    answer = settle(company("1000000", {"percent": said("60")})).answers[AMOUNT.format(0)]
    assert answer.source is Source.DERIVED
    assert answer.evidence == (SHARE_WORDS, CAPITAL_WORDS)


def test_what_is_worked_out_is_no_surer_than_what_it_follows_from():
    likely = Answer("60", Source.SAID, (SHARE_WORDS,), Certainty.LIKELY)
    assert settle(company("1000000", {"percent": likely})).answers[AMOUNT.format(0)].certainty is Certainty.LIKELY


def test_a_worked_out_third_is_an_exact_third():
    third = said("33.33", Source.DERIVED)
    assert amounts(settle(company("3000000", *[{"percent": third}] * 3))) == ["1000000"] * 3


def test_a_third_said_in_figures_stays_as_said():
    third = said("33.33")
    assert amounts(settle(company("3000000", *[{"percent": third}] * 3))) == ["999900"] * 3


def test_a_third_that_is_no_whole_fen_leaves_the_amount_open():
    third = said("33.33", Source.DERIVED)
    assert amounts(settle(company("1000000", *[{"percent": third}] * 3))) == [None] * 3


def test_the_rest_beside_a_figure_that_was_said_is_taken_literally():
    form = settle(company("3000000", {"percent": said("33.33")}, {"percent": said("66.67", Source.DERIVED)}))
    assert amounts(form) == ["999900", "2000100"]


def test_a_rest_split_in_three_is_exact_though_no_simple_fraction_fits():
    part = {"percent": said("21.67", Source.DERIVED)}
    assert amounts(settle(company("3000000", {"percent": said("35")}, part, part, part))) == ["1050000", "650000", "650000", "650000"]


def test_a_worked_out_percent_of_unknown_origin_gives_no_amount():
    form = company("3000000", {"percent": said("21.67", Source.DERIVED)}, {"percent": said("35")})
    assert amounts(settle(form)) == [None, "1050000"]


def test_thirds_and_said_amounts_make_the_whole_together():
    form = company("3000000", {"amount": said("1500000")}, *[{"percent": said("16.67", Source.DERIVED)}] * 3)
    assert amounts(settle(form)) == ["1500000", "500000", "500000", "500000"]


def test_without_a_capital_nothing_is_worked_out():
    form = company(None, {"amount": said("600000")}, {"amount": said("400000")})
    assert settle(form) == form


@pytest.mark.parametrize("capital", ["0", "-5", "NaN", "很多", "Infinity"])
def test_a_capital_that_is_no_sum_works_nothing_out(capital: str):
    assert amounts(settle(company(capital, {"percent": said("60")}))) == [None]


def test_a_capital_without_a_sum_works_nothing_out():
    form = company(None, {"percent": said("60")}).with_answers({"registered_capital": Answer("一百万", Source.TYPED)})
    assert amounts(settle(form)) == [None]


@pytest.mark.parametrize("share", ["0", "-10", "六成"])
def test_a_share_that_is_none_gives_no_amount(share: str):
    assert amounts(settle(company("1000000", {"percent": said(share)}))) == [None]


def test_an_amount_of_nothing_gives_no_percent():
    assert percents(settle(company("1000000", {"amount": said("0")}))) == [None]


def test_two_said_values_that_contradict_both_stay():
    form = company("1000000", {"amount": said("600000"), "percent": said("70")})
    assert settle(form) == form


def test_a_new_capital_works_out_the_amount_again():
    first = settle(company("1000000", {"percent": said("60")}))
    assert amounts(settle(first.with_answers({"registered_capital": Answer({"amount": "2000000", "currency": "CNY"}, Source.TYPED)}))) == ["1200000"]


def test_a_new_capital_works_out_the_percent_again():
    first = settle(company("1000000", {"amount": said("600000")}))
    assert percents(settle(first.with_answers({"registered_capital": Answer({"amount": "2000000", "currency": "CNY"}, Source.TYPED)}))) == ["30"]


def test_a_new_capital_keeps_a_third_a_third():
    first = settle(company("3000000", *[{"percent": said("33.33", Source.DERIVED)}] * 3))
    assert amounts(settle(first.with_answers({"registered_capital": money("6000000")}))) == ["2000000"] * 3


def test_a_capital_taken_back_takes_the_worked_out_amount_with_it():
    first = settle(company("1000000", {"percent": said("60")}))
    assert amounts(settle(first.without(["registered_capital"]))) == [None]


def test_a_typed_amount_overrides_a_percent_that_was_worked_out():
    first = settle(company("1000000", {"amount": said("600000")}))
    assert percents(settle(first.with_answers({AMOUNT.format(0): Answer("250000", Source.TYPED)}))) == ["25"]


def test_a_typed_percent_overrides_an_amount_that_was_worked_out():
    first = settle(company("1000000", {"percent": said("60")}))
    assert amounts(settle(first.with_answers({PERCENT.format(0): Answer("25", Source.TYPED)}))) == ["250000"]


def test_an_officer_without_a_share_gets_none():
    form = company("1000000", {"percent": said("60")}).with_answers({"parties.1.roles": Answer(("supervisor",), Source.SAID)})
    assert amounts(settle(form)) == ["600000", None]


def test_a_shareholder_whose_share_is_unknown_stays_unknown():
    form = company("1000000", {"percent": said("60")}).with_answers({"parties.1.roles": Answer(("shareholder",), Source.SAID)})
    assert amounts(settle(form)) == ["600000", None]


def test_an_ask_about_something_else_stays():
    form = company("1000000", {"percent": said("60")})
    asked = Form(form.matter, form.edition, form.answers, (Ask("domicile", ("甲", "乙"), "在哪里？"),))
    assert settle(asked).asks == asked.asks


def test_exact_shares_know_a_third_exactly():
    form = company("3000000", *[{"percent": said("33.33", Source.DERIVED)}] * 3)
    assert set(exact_shares(form).values()) == {Fraction(1, 3)}


def test_exact_shares_come_from_amounts_too():
    assert exact_shares(company("3000000", {"amount": said("1000000")})) == {"parties.0": Fraction(1, 3)}


def test_an_amount_of_any_size_is_written_without_rounding():
    assert amount_text(Fraction(1), 10**40) == "1" + "0" * 40


@given(st.integers(1, 10**12), st.integers(1, 10_000))
def test_a_said_percent_gives_the_exact_fen_or_nothing(yuan: int, hundredths: int):
    fen, rest = divmod(yuan * 100 * hundredths, 10_000)
    expected = plain(fen) if rest == 0 and fen else None
    form = settle(company(str(yuan), {"percent": said(plain(hundredths))}))
    assert amounts(form) == [expected]


def test_an_amount_that_rounds_to_nothing_gives_no_percent():
    assert percents(settle(company("1000000000", {"amount": said("100")}))) == [None]


@given(st.integers(1, 10**12), st.data())
def test_an_amount_gives_the_percent_nearest_to_it(yuan: int, data: st.DataObject):
    amount = data.draw(st.integers(1, yuan))
    [percent] = percents(settle(company(str(yuan), {"amount": said(str(amount))})))
    if percent is None:
        assert min(amount, yuan - amount) * 20_000 <= yuan
        return
    assert abs(Fraction(percent) - Fraction(amount * 100, yuan)) <= Fraction(1, 200)


@given(st.integers(1, 11), st.integers(2, 12), st.integers(1, 10**6))
def test_a_worked_out_fraction_of_a_capital_it_divides_is_exact(part: int, whole: int, unit: int):
    numerator = min(part, whole - 1)
    capital = unit * whole
    rounded = plain((numerator * 20_000 + whole) // (2 * whole))
    others = plain(((whole - numerator) * 20_000 + whole) // (2 * whole))
    form = company(str(capital), {"percent": said(rounded, Source.DERIVED)}, {"percent": said(others, Source.DERIVED)})
    assert amounts(settle(form)) == [str(unit * numerator), str(unit * (whole - numerator))]


@given(st.integers(2, 12), st.integers(1, 10**9))
def test_equal_parts_never_add_up_to_anything_but_the_capital(sharers: int, capital: int):
    part = plain((20_000 + sharers) // (2 * sharers))
    found = amounts(settle(company(str(capital), *[{"percent": said(part, Source.DERIVED)}] * sharers)))
    assert found == [None] * sharers or sum(Fraction(each) for each in found) == capital


@given(
    st.one_of(st.none(), st.integers(1, 10**9).map(str)),
    st.lists(
        st.dictionaries(
            st.sampled_from(["amount", "percent"]),
            st.tuples(st.integers(1, 10_000), st.sampled_from([Source.SAID, Source.TYPED, Source.DERIVED])),
            min_size=1,
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_settling_twice_changes_nothing(capital: str | None, rows: list[dict[str, tuple[int, Source]]]):
    form = company(capital, *[{column: said(plain(number), source) for column, (number, source) in row.items()} for row in rows])
    once = settle(form)
    assert settle(once) == once


@given(st.fractions(min_value=0, max_value=1))
def test_a_percent_is_never_more_than_half_a_hundredth_off(share: Fraction):
    assert abs(Fraction(percent_text(share)) - share * 100) <= Fraction(1, 200)


@given(st.integers(1, 12), st.integers(0, 12))
def test_a_rounded_simple_fraction_is_found_again(whole: int, part: int):
    share = Fraction(min(part, whole), whole)
    assert nearest_simple(Fraction(percent_text(share)) / 100) == share


@pytest.mark.parametrize(
    ("capital", "shares", "worth"),
    [
        ("1000000", ["60", "40"], ["600000", "400000"]),
        ("1000001", ["50", "50"], ["500000.5", "500000.5"]),
        ("0.03", ["33.33"], [None]),
        ("10000", ["33.33", "66.67"], ["3333", "6667"]),
        ("100", ["0.01", "99.99"], ["0.01", "99.99"]),
        ("10", ["0.01"], [None]),
        ("999999999999", ["100"], ["999999999999"]),
        ("1000000", ["12.345"], ["123450"]),
    ],
)
def test_said_percents_come_out_to_the_fen_or_stay_open(capital, shares, worth):
    assert amounts(settle(company(capital, *[{"percent": said(share)} for share in shares]))) == worth


@pytest.mark.parametrize(
    ("capital", "paid", "share"),
    [
        ("1000000", "600000", "60"),
        ("3000000", "2000000", "66.67"),
        ("1000000", "1000000", "100"),
        ("8000000", "1000000", "12.5"),
        ("1000000", "50", "0.01"),
        ("1000000", "1500000", "150"),
    ],
)
def test_said_amounts_come_to_the_nearest_hundredth(capital, paid, share):
    assert percents(settle(company(capital, {"amount": said(paid)}))) == [share]


@pytest.mark.parametrize(
    ("capital", "thirds", "worth"),
    [
        ("3000000", ["33.33"] * 3, ["1000000"] * 3),
        ("1000000", ["33.33"] * 3, [None] * 3),
        ("7000000", ["14.29"] * 7, ["1000000"] * 7),
        ("6000000", ["16.67"] * 6, ["1000000"] * 6),
        ("1200", ["8.33"] * 12, ["100"] * 12),
        ("3000000", ["66.67", "33.33"], ["2000000", "1000000"]),
    ],
)
def test_fractions_that_were_worked_out_come_out_exactly_or_stay_open(capital, thirds, worth):
    form = company(capital, *[{"percent": said(share, Source.DERIVED)} for share in thirds])
    assert amounts(settle(form)) == worth


@pytest.mark.parametrize("currency", ["CNY", "USD", "EUR"])
def test_shares_are_worked_out_in_the_capitals_own_currency(currency):
    money = Answer({"amount": "200", "currency": currency}, Source.SAID, (CAPITAL_WORDS,))
    assert amounts(settle(company("1", {"percent": said("25")}).with_answers({"registered_capital": money}))) == ["50"]


@pytest.mark.parametrize("share", ["好", "NaN", "Infinity", ""])
def test_a_percent_that_is_no_number_gives_no_amount(share):
    assert amounts(settle(company("1000000", {"percent": said(share)}))) == [None]


def test_a_row_keeps_its_number_though_an_earlier_one_is_gone():
    form = company("100", {"percent": said("60")}, {"percent": said("40")}).without([PERCENT.format(0)])
    assert settle(form).value(AMOUNT.format(1)) == "40"


def test_an_amount_that_only_rounds_to_the_whole_gives_no_percent():
    assert percents(settle(company("10000000", {"amount": said("9999900")}))) == [None]
