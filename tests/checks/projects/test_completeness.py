"""The four things of a filing: whole is filed."""

from __future__ import annotations

import pytest

from gaoxing.checks.projects.completeness import lacking
from tests.checks.projects.filings import filed, form


def test_a_whole_filing_lacks_nothing():
    assert lacking(filed()) == ()


@pytest.mark.parametrize(
    ("blanks", "told"),
    [
        ({"uscc": None}, "企业基本情况不全：还缺统一社会信用代码。"),
        ({"content": "", "location": None}, "项目名称、建设地点、建设规模、建设内容不全：还缺建设地点、建设规模及内容。"),
        ({"total_investment": None}, "项目总投资额不全：还缺总投资额。"),
        ({"policy_conformity": False}, "项目符合产业政策的声明不全：还缺项目符合产业政策的声明。"),
    ],
)
def test_what_is_missing_is_said_exactly(blanks, told: str):
    assert [each.sentence for each in lacking(filed(**blanks))] == [told]


def test_an_empty_form_lacks_all_four():
    assert len(lacking(form())) == 4
