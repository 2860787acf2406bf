"""Browsers of the staff who handle requests, and how they press what a page offers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gaoxing.office.people.models import Person
from tests.office.aftercare.conftest import *  # noqa: F403
from tests.office.aftercare.conftest import CALL, again
from tests.office.people.conftest import signed_in  # noqa: F401


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands an hour after the beginning."""
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=1))


@pytest.fixture
def staff_in(cast, signed_in):  # noqa: F811
    """A browser in which one of the staff is signed in, with a password of their own."""

    def made(who):
        Person.objects.filter(pk=cast[who].pk).update(password_due=False)
        return signed_in(Person.objects.get(pk=cast[who].pk))

    return made


def desk(request):
    """The address of a request at the desk."""
    return f"/staff/requests/{request.number}"


def read(answer):
    return answer.content.decode()


def post(browser, request, act, **fields):
    """Press a button by the page as it stands now."""
    return browser.post(f"{desk(request)}/act", {"act": act, "revision": again(request).revision, **fields})


def called(**fields):
    """The blanks of a call."""
    return {**CALL, **fields}
