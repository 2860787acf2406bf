"""What is offered, and beginning one: in the order in which people come for them, each with a button or a page of its own."""

import html
import re

import pytest
from django.test import Client

from gaoxing.catalogue import matters
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import offering

pytestmark = pytest.mark.django_db


@pytest.fixture
def start():
    return Client().get("/").content.decode()


def begun():
    return Case.objects.get().matter


def test_every_matter_is_listed_once_and_setting_up_comes_first():
    listed = [each.id for each in offering.in_order()]
    assert sorted(listed) == [each.id for each in matters()]
    assert listed[:2] == ["company_registration", "sole_trader_registration"]


def test_a_matter_that_nobody_placed_comes_last(monkeypatch):
    monkeypatch.setattr(offering, "_ORDER", ("stuck_matter",))
    assert offering.in_order()[0].id == "stuck_matter"
    assert len(offering.in_order()) == len(matters())


def test_every_matter_on_the_start_page_can_be_begun_there(start):
    buttons = set(re.findall(r'name="matter" value="(\w+)"', start))
    pages = {each.page for each in offering.offers() if each.page}
    assert len(buttons) + len(pages) == len(matters())
    assert all(f'href="{each}"' in start for each in (*pages, "/projects/guidance"))


def test_agreeing_with_a_matter_begins_it(client):
    assert client.post("/consent", {"matter": "joint_licence"})["Location"] == "/desk"
    assert begun() == "joint_licence"
    assert "要办的事：" in html.unescape(client.get("/desk").content.decode())


def test_who_agreed_begins_another_beside_what_is_in_hand(visitor):
    visitor.post("/draft/words", {"words": "我想开公司，注册资本一百万"})
    visitor.post("/draft/example", {"matter": "deregistration"})
    assert sorted(Case.objects.values_list("matter", flat=True)) == ["company_registration", "deregistration"]


def test_a_matter_that_is_none_begins_nothing(visitor):
    assert visitor.post("/draft/example", {"matter": "melting"})["Location"] == "/desk"
    assert not Case.objects.exists()
