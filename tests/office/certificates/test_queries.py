"""What is asked of the certificates: by case, by code, by token."""

from dataclasses import replace

import pytest

from gaoxing.office.certificates import issuing, queries, ranges
from tests.office.certificates.conftest import ADMINISTRATOR, CODE, REGION

pytestmark = pytest.mark.django_db


def test_a_case_is_asked_what_it_brought_in_the_order_of_issue(licence, company, cause):
    notice = issuing.issue_change_notice(company, company, cause, reissued=False)
    assert queries.of_case(cause.case) == (licence, notice)
    assert queries.of_case(cause.case + 1) == ()


def test_a_case_keeps_the_code_of_its_licence(licence, cause):
    assert queries.code_of_case(cause.case) == CODE
    assert queries.code_of_case(cause.case + 1) == ""


def test_a_notice_alone_gives_a_case_no_code(company, cause):
    issuing.issue_change_notice(company, company, cause, reissued=False)
    assert queries.code_of_case(cause.case) == ""


@pytest.mark.parametrize("token", ["", "x", "' OR 1=1 --", "昆山", "x" * 5_000])
def test_a_token_that_is_none_finds_nothing(licence, token):
    assert queries.licence_by(token) is None


def test_the_newest_of_three_is_the_last_issued(licence, company, cause):
    issued = [issuing.issue_licence(replace(company, domicile=f"昆山市样例路{each}号"), cause) for each in (1, 2)]
    assert queries.newest(CODE) == issued[-1]
    assert [each.version for each in issued] == [2, 3]


def test_a_former_name_still_leads_to_the_newest(licence, company, cause):
    newer = issuing.issue_licence(replace(company, name="昆山样例机电有限公司"), cause)
    assert queries.licence_of(CODE, "昆山样例五金有限公司") == queries.licence_of(CODE, "昆山样例机电有限公司") == newer


def test_nobody_s_code_has_a_newest():
    assert queries.newest(CODE) is None


def test_what_is_left_is_summed_over_the_open_ranges(add_range, now):
    first = add_range("MA000000", "MA00000Y")
    add_range("MB000000", "MB000009")
    assert (queries.left(REGION), ranges.left()) == (41, 41)
    ranges.close(first.pk, actor=ADMINISTRATOR, now=now)
    assert (queries.left(REGION), ranges.left(), queries.left("320505")) == (10, 10, 0)


def test_ranges_are_used_in_the_order_in_which_they_were_entered(add_range):
    later, earlier = add_range("MB000000", "MB000009"), add_range("MA000000", "MA000009")
    assert list(queries.open_ranges(REGION)) == [later, earlier]


def test_without_a_seal_there_is_none():
    assert queries.seal_in_use() is None
