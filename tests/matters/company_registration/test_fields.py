"""The blanks of a company's form: which this form wants, and the order of the questions."""

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.missing import missing
from gaoxing.matters.company_registration.fields import FIELDS, LACKS

BY_ID = {each.id: each for each in FIELDS}
COLUMNS = {each.id: each for each in BY_ID["parties"].columns}
CONTRACT = {
    "name",
    "alternative_names",
    "company_type",
    "registered_capital",
    "domicile",
    "business_scope",
    "operating_term",
    "employees",
    "parties",
}
PARTY = {
    "kind",
    "name",
    "id_number",
    "mobile",
    "roles",
    "contribution.amount",
    "contribution.percent",
    "contribution.method",
    "contribution.due",
}


def company(**answers):
    return Form("company_registration", "2026", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()})


def asked(**answers):
    return [each.field for each in missing(company(**answers), FIELDS)]


def test_the_contracts_blanks_are_these_and_no_others():
    assert {each.id for each in FIELDS if each.contract} == CONTRACT


def test_the_contracts_columns_of_a_party_are_these_and_no_others():
    assert {each.id for each in COLUMNS.values() if each.contract} == PARTY


def test_no_blank_stands_twice():
    assert len(BY_ID) == len(FIELDS)
    assert len(COLUMNS) == len(BY_ID["parties"].columns)


@pytest.mark.parametrize("each", [*FIELDS, *COLUMNS.values()], ids=lambda each: each.id)
def test_a_blank_that_must_be_filled_can_be_asked_for(each):
    assert not each.required or (each.question.endswith(("？", "。")) and each.why)


@pytest.mark.parametrize("private", ["telephone"])
def test_how_to_reach_the_company_is_private(private):
    assert BY_ID[private].private


@pytest.mark.parametrize("private", ["id_number", "mobile", "email", "landline"])
def test_who_somebody_is_and_how_to_reach_them_is_private(private):
    assert COLUMNS[private].private


@pytest.mark.parametrize(
    ("blank", "unless", "given"),
    [
        ("company_type", {}, {"name": "昆山某某中心"}),
        ("setup_mode", {"company_type": "limited_liability"}, {"company_type": "joint_stock"}),
        ("licence_copies", {"paper_licence": "no"}, {"paper_licence": "yes"}),
    ],
)
def test_a_blank_is_wanted_only_where_it_makes_sense(blank, unless, given):
    assert not BY_ID[blank].wanted(company(**unless))
    assert BY_ID[blank].wanted(company(**given))


def test_the_type_is_asked_once_the_name_leaves_it_open():
    assert "company_type" not in asked()
    assert "company_type" in asked(name="昆山某某中心")


@pytest.mark.parametrize("post", ["legal_representative", "director", "supervisor", "finance_officer", "liaison"])
def test_a_post_is_asked_for_until_somebody_holds_it(post):
    nobody, somebody = {"parties__0__name": "甲"}, {"parties__0__name": "甲", "parties__0__roles": (post,)}
    assert f"parties.{post}" in asked(**nobody)
    assert f"parties.{post}" not in asked(**somebody)


def test_no_post_is_asked_for_before_anybody_was_named():
    assert [path for path in asked() if path.startswith("parties.")] == []


def test_a_decision_for_no_supervisor_settles_that_question():
    assert "parties.supervisor" not in asked(parties__0__name="甲", no_supervisor="yes")


@pytest.mark.parametrize(("directors", "wanted"), [(1, False), (2, False), (3, True), (5, True)])
def test_a_board_is_asked_for_its_chair(directors, wanted):
    seats = {f"parties__{row}__roles": ("director",) for row in range(directors)}
    assert ("parties.chair" in asked(**seats)) is wanted


@pytest.mark.parametrize(("kind", "wanted"), [("joint_stock", True), ("limited_liability", False)])
def test_a_manager_is_asked_of_a_joint_stock_company(kind, wanted):
    assert ("parties.manager" in asked(parties__0__name="甲", company_type=kind)) is wanted


@pytest.mark.parametrize(("role", "wanted"), [("shareholder", True), ("director", False), ("agent", False)])
def test_a_share_is_asked_of_a_shareholder(role, wanted):
    paths = asked(parties__0__name="甲", parties__0__roles=(role,))
    assert ("parties.0.contribution.amount" in paths) is wanted


@pytest.mark.parametrize(
    ("role", "mobile", "email"),
    [
        ("legal_representative", True, False),
        ("liaison", True, True),
        ("agent", True, False),
        ("finance_officer", True, False),
        ("director", False, False),
        ("shareholder", False, False),
    ],
)
def test_who_must_be_reached_is_asked_how(role, mobile, email):
    paths = asked(parties__0__name="甲", parties__0__roles=(role,))
    assert ("parties.0.mobile" in paths, "parties.0.email" in paths) == (mobile, email)


def test_every_post_that_may_be_vacant_has_a_question_of_its_own():
    topics = [lack.topic for lack in LACKS]
    assert len(set(topics)) == len(topics)
    assert all(lack.question.endswith(("？", "。")) and lack.why for lack in LACKS)
