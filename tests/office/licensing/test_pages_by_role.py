"""Who opens and presses what: every page and every button of the joint cases, for every role that there is."""

import pytest
from django.test import Client

from gaoxing.office.people import routes
from gaoxing.office.people.routes import Answer
from tests.office.licensing.conftest import item
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
OPEN, SHUT = {200}, {403, 404}
ROLES = ("window_clerk", "examiner", "leader", "steward", "system_administrator", "audit_administrator")

PAGES = {
    "/staff/licences-to-do": {"fire", "works", "market", "leader"},
    "/staff/licences-to-do/{case}/fire_check": {"fire"},
    "/staff/licences-to-do/{case}/signboard": {"works"},
    "/staff/joint": {"window_clerk", "examiner", "leader"},
    "/staff/joint/{case}": {"window_clerk", "examiner", "leader"},
    "/staff/catalogue": {"system_administrator"},
    "/staff/catalogue/licences/signboard": {"system_administrator"},
    "/staff/catalogue/versions/0": {"system_administrator"},
    "/cases/{case}/licences": {"applicant"},
}
"""Page → who opens it; everybody else is shut out."""

BUTTONS = {
    "/staff/joint/{case}/act": {"window_clerk", "examiner", "leader"},
    "/staff/joint/{case}/files": {"window_clerk", "examiner", "leader"},
    "/staff/joint/route": {"window_clerk", "examiner", "leader"},
    "/staff/licences-to-do/{case}/fire_check/act": {"fire"},
    "/staff/catalogue/preview": {"system_administrator"},
    "/staff/catalogue/publish": {"system_administrator"},
    "/staff/catalogue/units": {"system_administrator"},
    "/staff/catalogue/licences/signboard/preview": {"system_administrator"},
    "/staff/catalogue/1/withdraw": {"system_administrator"},
    "/cases/{case}/licences/delivery": {"applicant"},
    "/cases/{case}/licences/opening": {"applicant"},
    "/cases/{case}/licences/blanks": {"applicant"},
    "/cases/{case}/licences/files": {"applicant"},
    "/cases/{case}/licences/files/place": {"applicant"},
    "/cases/{case}/licences/visit": {"applicant"},
    "/cases/{case}/licences/fire_check/commit": {"applicant"},
    "/cases/{case}/licences/fire_check/act": {"applicant"},
}
"""Button → who may press it; nobody else's press does anything."""


OF_A_VISITOR = {"joint_public", "joint_plan", "joint_what_if", "joint_what_if_keep"}
"""What is open without signing in: the public sheet, the plan of the draft in one's own hand, and other answers to it."""


@pytest.fixture
def everybody(cast, staff):
    """Somebody for every role beside those who act in a case."""
    others = {role: staff(role, f"the-{role}".replace("_", "-")) for role in ROLES if role not in cast}
    return {who: person for who, person in {**cast, **others}.items() if person is not None}


def opened(browser, path, case):
    """Whether the page opens: True, False, or the status that is neither."""
    status = browser.get(path.format(case=case.number)).status_code
    return True if status in OPEN else False if status in SHUT else status


def test_every_page_opens_to_those_whose_work_it_is_and_to_nobody_else(sent_case, everybody, signed_in):  # noqa: F811
    case, found = sent_case(), {}
    for who, person in everybody.items():
        browser = signed_in(person)
        found[who] = {path for path in PAGES if opened(browser, path, case) is True}
    assert found == {who: {path for path, allowed in PAGES.items() if who in allowed} for who in everybody}


def test_every_button_is_shut_to_those_whose_act_it_is_not(sent_case, everybody, signed_in):  # noqa: F811
    case, got_through = sent_case(), []
    for who, person in everybody.items():
        browser = signed_in(person)
        for path, allowed in BUTTONS.items():
            if who not in allowed and browser.post(path.format(case=case.number), {"act": "complete", "revision": "0"}).status_code not in SHUT:
                got_through.append((who, path))
    assert got_through == []
    assert item(case, "fire_check").revision == 0


@pytest.mark.parametrize("name", sorted(name for name in routes.table() if name.startswith("joint_") and name not in OF_A_VISITOR))
def test_no_page_of_the_joint_cases_is_open_to_who_is_not_signed_in(name, now):
    assert routes.answer(name, None, on=now.date()) is Answer.SIGN_IN


@pytest.mark.parametrize("path", [*PAGES, *BUTTONS])
def test_a_stranger_is_led_to_signing_in_and_reads_nothing(path):
    answer = Client().get(path.format(case="320583-2026-000001"))
    assert answer.status_code in {302, 405}
    assert answer.status_code == 405 or answer["Location"].startswith("/sign-in")


def test_a_unit_whose_licence_was_routed_away_opens_it_no_longer(sent_case, cast, units, signed_in):  # noqa: F811
    case, fire = sent_case(), signed_in(cast["fire"])
    found = item(case, "fire_check")
    type(found).objects.filter(pk=found.pk).update(unit=units["works"])
    assert fire.get(f"/staff/licences-to-do/{case.number}/fire_check").status_code == 404
    assert signed_in(cast["works"]).get(f"/staff/licences-to-do/{case.number}/fire_check").status_code == 200


def test_a_licence_that_the_case_does_not_have_is_not_found(sent_case, cast, signed_in):  # noqa: F811
    case, works = sent_case(), signed_in(cast["works"])
    for licence in ("moon", "drainage%20", "..", "drainage'", "样例"):
        assert works.get(f"/staff/licences-to-do/{case.number}/{licence}").status_code == 404


def test_an_unknown_case_is_not_found_at_the_window_nor_by_its_applicant(cast, owner, signed_in):  # noqa: F811
    assert signed_in(cast["window_clerk"]).get("/staff/joint/320583-2026-999999").status_code == 404
    assert signed_in(owner).get("/cases/320583-2026-999999/licences").status_code == 404
