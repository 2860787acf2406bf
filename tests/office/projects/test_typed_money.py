"""Money typed into a change: with its unit it is read, without it is asked about, never taken for 元."""

from __future__ import annotations

import pytest

from gaoxing.office.projects.models import Project
from gaoxing.office.projects.typed import typed
from tests.checks.projects.filings import filed as form
from tests.office.people.conftest import signed_in  # noqa: F401
from tests.office.projects.test_pages import browser, mine, read, today  # noqa: F401


@pytest.mark.django_db
def test_it_is_asked_on_the_page_and_nothing_is_sent(mine, file):  # noqa: F811
    row = file()
    answer = mine.post(f"/projects/{row.number}/change", {"revision": row.revision, "total_investment": "150000000", "send": "yes"})
    assert answer.status_code == 409
    assert all(each in read(answer) for each in ("没有单位", "元还是万元", 'value="150000000"'))
    assert Project.objects.get().total == 120_000_000


@pytest.mark.parametrize("text", ["150000000", "15,000", "１５０００", "15000.", "0", "15 000"])
def test_figures_alone_are_asked_about(text):
    given = typed(form(), {"total_investment": text})
    assert len(given.wrong) == 1
    assert "元还是万元" in given.wrong[0]
    assert given.form == form()


@pytest.mark.parametrize(("text", "amount"), [("15000万元", "150000000"), ("1.5亿", "150000000"), ("１５０００万元", "150000000"), ("800000元", "800000")])
def test_money_with_its_unit_is_read(text, amount):
    given = typed(form(), {"total_investment": text})
    assert given.wrong == ()
    assert given.form.value("total_investment") == {"amount": amount, "currency": "CNY"}


def test_the_sum_that_stands_is_not_asked_about_again():
    assert typed(form(), {"total_investment": "12000万元"}).wrong == ()


def test_other_figures_are_not_money():
    assert typed(form(), {"floor_area": "13000"}).form.value("floor_area") == "13000"
