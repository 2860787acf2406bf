"""No page is out of reach: whoever follows the links from the start page comes to every page that their role may open, or the page says below why not."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import RequestFactory
from django.urls import Resolver404, resolve
from django.utils import timezone

import gaoxing.office
from gaoxing.office.people import accounts
from tests.office.people.conftest import signed_in, staff, unit  # noqa: F401 — the cast of the people
from tests.office.people.test_routes import NAMES, NEEDS, address

pytestmark = pytest.mark.django_db

OTHERWISE = {
    "walkthroughs": "linked from the start page of the demonstration, and there is only something there",
    "account_inactive": "allauth leads there when a closed account signs in",
    "account_reauthenticate": "the guard leads there when the sign-in is older than five minutes",
    "mfa_reauthenticate": "behind account_reauthenticate, for those with a second factor",
    "mfa_reauthenticate_webauthn": "behind account_reauthenticate, for those with a passkey",
    "mfa_authenticate": "the second step of signing in",
    "sign_in_code": "the second step of signing in",
    "sign_link": "a signer's own link, sent or shown to them",
    "sign": "a signer's own link leads there",
    "submit": "linked from a form that its applicant found right",
    "request_submit": "linked from a request that its enterprise found right, where it is handed on",
    "stuck_submit": "linked from a draft of what does not get done, where it is handed on",
    "project_submit": "linked from a filing or a change that its enterprise found right, where it is sent",
    "queue_preview": "a part of the queue's page",
    "notices_unread": "a part of a page, for a page that asks for it",
    "cleared": "where clearing a device leads",
    "idle": "where a kiosk's page leads by itself when nobody touches it",
    "done": "where confirming leads",
    "newest": "a part of the desk: what changed meanwhile",
    "recordings": "linked where the operator keeps recordings",
    "zone_logo": "the picture in the masthead where a zone has one",
    "zone_withdraw": "a button on a profile that is to come",
    "mfa_list_webauthn": "linked where there is a passkey",
    "mfa_view_recovery_codes": "linked where there are recovery codes",
    "mfa_download_recovery_codes": "linked where there are recovery codes",
    "mfa_activate_totp": "linked, and the guard leads there, where there is no second factor yet",
    "mfa_deactivate_totp": "linked where there is an authenticator app",
    "mfa_generate_recovery_codes": "linked where there is a second factor",
    "kiosk": "the operator opens it on the device in the hall (docs/operating.md)",
    "signing": "linked from a form that its applicant found right, where it is submitted",
    "joint_what_if": "linked from the plan of a joint licence (joint_plan)",
    "joint_plan": "linked from the matter's page where a joint licence is filled in",
    "rate_by_link": "a link of one's own, sent when a case ends",
    "my_certificate": "a paper of a case that was decided, listed on its page",
    "queue_certificate": "the same on the clerk's page",
    "seal_picture": "the picture on the page of the seal, where there is one",
    "joint_item_preview": "the small copy of a file beside a joint licence",
    "requests_figures_records": "behind each number of the figures, where there is one",
    "requests_figures_records_sheet": "on the page of these records",
    "zone_ladder_records_sheet": "on the page of the records of a number of the ladder",
    "indicator_records": "behind each number that is computed, where there is one",
    "indicator_records_sheet": "on the page of these records",
    "health": "asked by the machine that watches the office (docs/operating.md)",
    "health_ready": "asked by the machine that watches the office",
    "metrics": "read by the machine that watches the office",
}
"""Pages that nobody comes to by links alone, each with how one does."""


OFFICE = Path(gaoxing.office.__file__).parent
SOURCES = "".join(each.read_text(encoding="utf-8") for each in [*OFFICE.rglob("*.html"), *OFFICE.rglob("*.py")])

FILES = (".pdf", ".docx", ".ofd", ".zip", ".csv", ".jsonl")
"""Ends of addresses that lead no further."""


def links(page):
    """The addresses a page links to, and those of its forms that ask (GET), without what is asked."""
    hrefs = re.findall(r'<a\b[^>]*\bhref="([^"#]+)', page) + re.findall(r'<form\b[^>]*method="get"[^>]*action="([^"]+)', page)
    return {urlsplit(each).path for each in hrefs if each.startswith("/")}


def visited(browser):
    """The names of all pages that links lead to, from the start page on."""
    found, ahead, seen = set(), ["/"], set()
    while ahead:
        path = ahead.pop()
        if path in seen:
            continue
        seen.add(path)
        try:
            found.add(resolve(path).url_name)
        except Resolver404:
            continue
        if path.endswith(FILES):
            continue
        answer = browser.get(path)
        if "html" in answer.get("Content-Type", ""):
            ahead += sorted(links(answer.content.decode()) - seen)
        elif answer.status_code in (301, 302):
            ahead.append(urlsplit(answer["Location"]).path)
    return found


def is_for_programs(name):
    """Whether the address answers other systems with data, never a browser with a page; /api says how they are asked."""
    return address(name).startswith("/api/")


@pytest.fixture
def applicant(visitor, statement, now):
    visitor.post("/draft/words", {"words": statement})
    return visitor


@pytest.fixture
def browsers(applicant, staff, signed_in):  # noqa: F811
    person = accounts.applicant_of("13900001234", language="zh-hans", now=timezone.now())
    signed = signed_in(person)
    signed.post("/consent")
    roles = ("window_clerk", "examiner", "leader", "unit_handler", "system_administrator", "security_administrator", "audit_administrator")
    return [applicant, signed, *(signed_in(staff(role.replace("_", "."), role)) for role in roles)]


def is_button(name):
    """Whether the address takes posts alone, as its view says before it looks at anything else."""
    found = resolve(address(name))
    try:
        return found.func(RequestFactory().get("/"), **found.kwargs).status_code == 405
    except Exception:
        return False


def is_named(name):
    """Whether some page has a link or a button to a record of this kind; such an address needs a record."""
    return bool(NEEDS[name]) and re.search(rf"{{% url '{name}'|reverse\(\"{name}\"", SOURCES) is not None


def is_known(name):
    """Whether it is told how one comes to the address without a link to it."""
    return name in OTHERWISE or is_for_programs(name) or is_button(name) or is_named(name)


def test_every_page_is_reached_by_links_or_stands_in_the_list_of_those_that_are_not(browsers):
    reached = set().union(*(visited(browser) for browser in browsers))
    assert [name for name in NAMES if name not in reached and not is_known(name)] == []
