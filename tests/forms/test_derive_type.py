from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.forms.derive_type import kind_of_name, printed_type
from gaoxing.forms.form import Answer, Form, Source


def company(*owners: tuple[str, str], kind: str | None = "limited_liability", **blanks) -> Form:
    answers = {
        f"parties.{row}.{column}": value for row, owner in enumerate(owners) for column, value in zip(("kind", "contribution.percent"), owner, strict=True)
    }
    blanks = {path.replace("__", "."): value for path, value in blanks.items()}
    every = {**answers, **blanks, **({} if kind is None else {"company_type": kind})}
    return Form("company_registration", "2026", {path: Answer(value, Source.SAID) for path, value in every.items()})


PERSON, ENTERPRISE = "person", "enterprise"


@pytest.mark.parametrize(
    ("owners", "label"),
    [
        ([(PERSON, "100")], "有限责任公司(自然人独资)"),
        ([(PERSON, "60"), (PERSON, "40")], "有限责任公司(自然人投资或控股)"),
        ([(PERSON, "51"), (ENTERPRISE, "49")], "有限责任公司(自然人投资或控股)"),
        ([(PERSON, "50"), (ENTERPRISE, "50")], "其他有限责任公司"),
        ([(ENTERPRISE, "60"), (ENTERPRISE, "40")], "其他有限责任公司"),
    ],
)
def test_the_type_of_a_limited_company_follows_from_its_shareholders(owners, label):
    assert printed_type(company(*owners)).label == label


@pytest.mark.parametrize(("person", "label"), [("60", "股份有限公司(非上市、自然人投资或控股)"), ("40", "其他股份有限公司(非上市)")])
def test_the_type_of_a_joint_stock_company_does_too(person, label):
    form = company((PERSON, person), (ENTERPRISE, str(100 - int(person))), kind="joint_stock")
    assert printed_type(form).label == label


def test_a_sole_enterprise_leaves_the_label_to_a_clerk():
    derived = printed_type(company((ENTERPRISE, "100"), parties__0__name="昆山示例投资有限公司"))
    assert derived.label is None
    assert "昆山示例投资有限公司" in derived.reason


@pytest.mark.parametrize("owners", [[], [(PERSON, "60")], [(PERSON, "60"), (PERSON, "50")], [("", "100")]])
def test_an_unfinished_table_gives_no_label(owners):
    assert printed_type(company(*owners)).label is None


def test_an_unknown_form_of_company_gives_no_label():
    assert printed_type(company((PERSON, "100"), kind=None)).label is None


@pytest.mark.parametrize("foreign", [{"parties__0__nationality": "德国"}, {"registered_capital": {"amount": "1", "currency": "EUR"}}])
def test_a_foreign_part_leaves_the_label_to_a_clerk(foreign):
    derived = printed_type(company((PERSON, "100"), **foreign))
    assert derived.label is None
    assert "外商" in derived.reason


def test_three_worked_out_thirds_are_a_whole():
    form = company((PERSON, "33.33"), (PERSON, "33.33"), (ENTERPRISE, "33.33"))
    third = {path: Answer("33.33", Source.DERIVED) for path in form.answers if path.endswith("percent")}
    assert printed_type(form.with_answers(third)).label == "有限责任公司(自然人投资或控股)"


def test_every_label_has_a_reason():
    assert printed_type(company((PERSON, "100"))).reason == "只有一位股东，是自然人"


@pytest.mark.parametrize(
    ("person", "enterprise", "label"),
    [
        ("50.01", "49.99", "有限责任公司(自然人投资或控股)"),
        ("50", "50", "其他有限责任公司"),
        ("49.99", "50.01", "其他有限责任公司"),
    ],
)
def test_half_is_not_more_than_half(person, enterprise, label):
    assert printed_type(company((PERSON, person), (ENTERPRISE, enterprise))).label == label


def test_the_persons_shares_are_taken_together():
    form = company((PERSON, "20"), (ENTERPRISE, "45"), (PERSON, "35"))
    assert printed_type(form).label == "有限责任公司(自然人投资或控股)"


@pytest.mark.parametrize(("amounts", "label"), [(("60", "40"), "有限责任公司(自然人投资或控股)"), (("40", "60"), "其他有限责任公司"), (("40", "50"), None)])
def test_amounts_decide_where_no_percent_was_said(amounts, label):
    paid = {f"parties__{row}__contribution__amount": amount for row, amount in enumerate(amounts)}
    kinds = {"parties__0__kind": PERSON, "parties__1__kind": ENTERPRISE}
    assert printed_type(company(registered_capital={"amount": "100", "currency": "CNY"}, **paid, **kinds)).label == label


def test_an_officer_without_a_share_changes_nothing():
    form = company((PERSON, "100"), parties__1__name="陈晓燕", parties__1__roles=("supervisor",))
    assert printed_type(form).label == "有限责任公司(自然人独资)"


@pytest.mark.parametrize("nationality", ["中国", ""])
def test_a_shareholder_of_this_country_is_not_foreign(nationality):
    assert printed_type(company((PERSON, "100"), parties__0__nationality=nationality)).label == "有限责任公司(自然人独资)"


def test_one_foreign_shareholder_among_several_is_enough():
    assert printed_type(company((PERSON, "99"), (PERSON, "1"), parties__1__nationality="法国")).label is None


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        (company((PERSON, "100"), kind=None), "还不知道办哪种公司"),
        (company(), "还不知道每位股东是个人还是单位"),
        (company((PERSON, "60"), (PERSON, "30")), "股东的出资比例还没有凑满100%"),
    ],
)
def test_what_is_not_decided_says_what_is_wanting(form, reason):
    assert printed_type(form).reason == reason


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("昆山样例五金有限公司", "limited_liability"),
        ("昆山样例五金有限责任公司", "limited_liability"),
        ("昆山样例五金股份有限公司", "joint_stock"),
        ("昆山样例五金股份公司", "joint_stock"),
        ("昆山样例股份五金有限公司", "limited_liability"),
        ("昆山样例五金公司", ""),
        ("样例小吃店", ""),
        ("昆山样例五金有限公司昆山分公司", ""),
        ("有限公司样例店", ""),
        ("", ""),
    ],
)
def test_the_end_of_a_name_shows_the_form_of_company(name, kind):
    assert kind_of_name(name) == kind


@given(st.text(alphabet="昆山样例五金股份有限责任", max_size=12))
def test_whatever_stands_before_it_a_limited_companys_end_decides(front):
    assert kind_of_name(f"{front}店有限公司") == "limited_liability"
    assert kind_of_name(f"{front}店股份有限公司") == "joint_stock"
    assert kind_of_name(f"{front}店") == ""
