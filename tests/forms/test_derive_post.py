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
