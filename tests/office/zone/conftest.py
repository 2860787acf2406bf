"""A zone's profile as somebody would write it, and who may publish it."""

import pytest

from gaoxing.office.audit.entry import Actor
from gaoxing.office.zone.profile import read, shipped

ADMINISTRATOR = Actor(5, "system_administrator")


@pytest.fixture
def written():
    """The shipped profile as JSON values, with what a test changes."""

    def values(**changed):
        return {**shipped().to_json(), **changed}

    return values


@pytest.fixture
def profile(written):
    """A profile that differs from the shipped one as told."""

    def made(**changed):
        found, wrong = read(written(**changed))
        assert wrong == {}
        return found

    return made
