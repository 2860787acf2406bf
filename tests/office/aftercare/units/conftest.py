"""Browsers of the units' people, an hour after everything began."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gaoxing.office.people.models import Person
from tests.office.aftercare.conftest import *  # noqa: F403
from tests.office.people.conftest import signed_in  # noqa: F401

BEGAN = timedelta(hours=1)


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands an hour after the beginning."""
    monkeypatch.setattr(timezone, "now", lambda: now + BEGAN)


@pytest.fixture
def browser(cast, signed_in):  # noqa: F811
    """A browser in which one of the cast is signed in, with a password of their own."""

    def made(who):
        Person.objects.filter(pk=cast[who].pk).update(password_due=False)
        return signed_in(Person.objects.get(pk=cast[who].pk))

    return made


def where(part, tail=""):
    """The address of a part's page."""
    return f"/staff/parts/{part.request.number}/{part.number}{tail}"


def read(answer):
    return answer.content.decode()
