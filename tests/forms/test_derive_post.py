from __future__ import annotations

import pytest

from gaoxing.forms.derive_post import legal_post
from gaoxing.forms.form import Answer, Form, Source


def company(*rows: tuple[str, ...]) -> Form:
    return Form("company_registration", "2026", {f"parties.{row}.roles": Answer(roles, Source.SAID) for row, roles in enumerate(rows)})


@pytest.mark.parametrize(
    ("roles", "label"),
    [
        (("director",), "董事（代表公司执行公司事务）"),
        (("chair", "director"), "董事长"),
        (("manager",), "经理"),
        (("director", "manager"), "董事（代表公司执行公司事务）、经理"),
        (("chair", "manager"), "董事长、经理"),
    ],
)
def test_the_post_is_the_one_that_entitles(roles, label):
    assert legal_post(company(("legal_representative", *roles))).label == label


@pytest.mark.parametrize("roles", [(), ("shareholder",), ("supervisor",)])
def test_without_such_a_post_there_is_no_label(roles):
    derived = legal_post(company(("legal_representative", *roles)))
    assert derived.label is None
    assert "董事还是经理" in derived.reason


@pytest.mark.parametrize("rows", [(), (("director",),), (("legal_representative", "director"), ("legal_representative", "manager"))])
def test_without_one_legal_representative_there_is_no_label(rows):
    assert legal_post(company(*rows)).label is None


@pytest.mark.parametrize("extra", ["shareholder", "finance_officer", "liaison", "agent"])
def test_what_else_somebody_does_is_not_part_of_the_post(extra):
    assert legal_post(company(("legal_representative", extra, "manager"))).label == "经理"


def test_the_posts_of_others_do_not_count():
    derived = legal_post(company(("legal_representative",), ("director", "manager")))
    assert derived.label is None


def test_the_order_in_which_posts_were_said_does_not_matter():
    assert legal_post(company(("manager", "legal_representative", "chair"))) == legal_post(company(("chair", "manager", "legal_representative")))


@pytest.mark.parametrize(("name", "called"), [("周明远", "周明远"), (None, "这一位")])
def test_the_reason_names_the_person(name, called):
    form = company(("legal_representative", "manager"))
    named = form if name is None else form.with_answers({"parties.0.name": Answer(name, Source.SAID)})
    assert legal_post(named).reason == f"{called}担任经理"
