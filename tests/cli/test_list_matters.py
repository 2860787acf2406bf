"""`gaoxing matters`: the catalogue as a table and as JSON."""

import pytest

CONTRACT = {
    "company_registration",
    "sole_trader_registration",
    "registration_change",
    "deregistration",
    "joint_licence",
    "project_filing",
    "project_change",
    "enterprise_request",
    "stuck_matter",
}


def test_every_matter_of_the_contract_is_listed(run):
    outcome = run("matters")
    assert outcome.status == 0
    assert {each["id"] for each in outcome.json} >= CONTRACT


def test_a_matter_says_by_what_law_and_how_fast(run):
    for each in run("matters").json:
        assert each["name"]
        assert each["basis"]
        assert each["time_limit"]


@pytest.mark.usefixtures("card_only")
def test_a_person_sees_which_forms_can_be_filled_here(run):
    lines = run("matters", person=True).out.splitlines()
    company = next(line for line in lines if line.startswith("company_registration"))
    ended = next(line for line in lines if line.startswith("deregistration"))
    assert "能填表" in company
    assert "只能听懂" in ended
