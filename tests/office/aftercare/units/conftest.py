"""Browsers of the units' people, an hour after everything began."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from gaoxing.office.people.models import Person
from gaoxing.standards.expression import expression
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

    known = {}

    def made(who):
        if who in known:
            return known[who]
        Person.objects.filter(pk=cast[who].pk).update(password_due=False)
        known[who] = signed_in(Person.objects.get(pk=cast[who].pk))
        return known[who]

    return made


def where(part, tail=""):
    """The address of a part's page."""
    return f"/staff/parts/{part.request.number}/{part.number}{tail}"


def read(answer):
    return answer.content.decode()


def expressions(pattern, page):
    """What a pattern finds in a page."""
    return expression(pattern).findall(page)


def picture():
    """A photograph as a telephone sends it."""
    made = io.BytesIO()
    Image.new("RGB", (400, 300), "white").save(made, "PNG")
    return SimpleUploadedFile("现场.png", made.getvalue(), "image/png")
