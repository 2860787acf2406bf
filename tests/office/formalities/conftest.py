"""A shop that was set up at once, and bodies connected as rehearsals. Names and numbers are invented."""

import pytest

from gaoxing.office.cases.models import Case
from tests.office.examination.conftest import (  # noqa: F401
    cast,
    clean,
    draft_of,
    judged_of,
    owner,
    quick_hashes,
    read,
    sent,
    sent_case,
    signed_in,
    staff,
    switched,
)

PREFIXES = ("SEAL", "TAX", "SOCIAL_INSURANCE", "HOUSING_FUND", "BANK")


@pytest.fixture
def bodies(settings):
    """Connects bodies, each as `rehearsal` or one of its twins."""

    def put(*prefixes, twin="rehearsal"):
        settings.BODIES = {f"GAOXING_{each}_URL": twin for each in prefixes or PREFIXES}

    put()
    return put


@pytest.fixture
def shop(clean, sent, bodies):  # noqa: F811
    """The case that set the shop up."""
    case = sent()
    assert case.state == Case.State.REGISTERED
    return case
