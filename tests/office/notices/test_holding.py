"""What the notices hold of a person is shown, handed out and deleted with the rest of their data."""

import pytest

from gaoxing.office.notices.actions import Recipient, notify
from gaoxing.office.notices.models import Notice
from gaoxing.office.people import accounts, my_data

pytestmark = pytest.mark.django_db
ENDING = {"day": "2026-12-24", "matter": "公司设立登记"}


@pytest.fixture
def told(now):
    """An applicant who was told something, in page and by e-mail; and somebody else who was, too."""
    person = accounts.applicant_of("13900001234", language="zh-hans", now=now)
    notify("draft_ending", Recipient(person.pk, addresses={"email": "tiger@example.org"}), ENDING, now=now)
    notify("draft_ending", Recipient(person.pk + 1), ENDING, now=now)
    return person


def test_notices_are_handed_out_with_their_words_and_addresses(told, now):
    rows = my_data.collected(told, now=now)["notices.notice"]
    assert [(each["channel"], each["address"]) for each in rows] == [("page", ""), ("email", "tiger@example.org")]
    assert all("2026-12-24" in each["text"] for each in rows)


def test_notices_go_when_a_person_has_everything_deleted_and_nobody_elses_do(told, now):
    assert my_data.delete(told, now=now)["通知"] == 2
    assert list(Notice.objects.values_list("person", flat=True)) == [told.pk + 1]
