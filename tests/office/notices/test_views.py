"""The inbox shows one's own; a system administrator writes words by way of a preview."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from gaoxing.office.notices import queries, templates_in_force
from gaoxing.office.notices.actions import Recipient
from gaoxing.office.notices.events import event, events
from gaoxing.office.notices.models import Notice, Template
from gaoxing.office.notices.views import editing, inbox
from gaoxing.office.people.models import Person

pytestmark = pytest.mark.django_db

PLACE = {"kind": "draft_ending", "channel": "sms", "language": "zh-hans"}


@pytest.fixture
def ask():
    """Asks a view as the person with the number 7."""

    def asked(view, *, posted=None, **parts):
        request = RequestFactory().get("/") if posted is None else RequestFactory().post("/", posted)
        request.user, request.htmx = Person(pk=7, account="somebody"), False
        return view(request, **parts)

    return asked


def text(response):
    return response.content.decode()


def test_the_inbox_shows_ones_own_and_how_many_are_unread(ask, notify):
    notify(to=Recipient(7))
    notify(to=Recipient(8), values={"day": "2027-01-01", "matter": "别人的事"})
    page = text(ask(inbox.overview))
    assert "1 条未读" in page
    assert "2026-12-24" in page
    assert "别人的事" not in page


def test_an_empty_inbox_says_so(ask):
    assert "还没有通知" in text(ask(inbox.overview))


def test_the_fragment_tells_how_many_are_unread(ask, notify):
    assert "未读" not in text(ask(inbox.unread))
    notify(to=Recipient(7))
    assert "1 条未读" in text(ask(inbox.unread))


def test_one_is_read_and_anothers_is_not_there(ask, notify):
    (own,), (other,) = notify(to=Recipient(7)), notify(to=Recipient(8))
    assert ask(inbox.read, posted={}, number=own.pk)["Location"] == "/notices"
    with pytest.raises(Http404):
        ask(inbox.read, posted={}, number=other.pk)
    assert (queries.unread(7), queries.unread(8)) == (0, 1)


def test_all_are_read(ask, notify):
    notify(to=Recipient(7))
    ask(inbox.read_all, posted={})
    assert queries.unread(7) == 0


def test_words_that_somebody_wrote_run_no_script(ask, notify):
    notify(to=Recipient(7), values={"day": "<script>", "matter": "x"})
    assert "<script>，" not in text(ask(inbox.overview))
    assert "&lt;script&gt;" in text(ask(inbox.overview))


def test_every_kind_is_listed_and_where_sending_is_in_trouble(ask, notify):
    notify()
    Notice.objects.update(state="given_up")
    Notice.objects.update(made=editing.timezone.now())
    page = text(ask(editing.overview))
    assert "草稿快到期" in page
    assert "有 1 条短信没有发成" in page


def test_the_kinds_are_folded_and_one_that_was_changed_says_so(ask):
    assert "已改" not in text(ask(editing.overview))
    ask(editing.edit, posted={"title": "快到期", "text": "{day} 就没了"}, kind="draft_ending", channel="sms", language="zh-hans")
    page = text(ask(editing.overview))
    assert (page.count('<details class="notice-kind"'), page.count("已改")) == (len(events()), 2)


def test_the_preview_shows_example_values_and_stores_nothing(ask):
    page = text(ask(editing.edit, posted={"title": "快点", "text": "{day} 就没了", "preview": "yes"}, **PLACE))
    assert "2026-12-24 就没了" in page
    assert not Template.objects.exists()


def test_what_is_stored_is_in_force(ask):
    assert ask(editing.edit, posted={"title": "快点", "text": "{day} 就没了"}, **PLACE).status_code == 302
    assert templates_in_force.words(event("draft_ending"), "sms", "zh-hans").text == "{day} 就没了"
    ask(editing.put_back, posted={}, **PLACE)
    assert not Template.objects.exists()


def test_what_cannot_be_used_is_told_and_stays_to_be_mended(ask):
    response = ask(editing.edit, posted={"title": "快点", "text": "{name} 没了"}, **PLACE)
    assert response.status_code == 400
    assert "没有 {name} 这一项" in text(response)
    assert "{name} 没了" in text(response)


@pytest.mark.parametrize("place", [{**PLACE, "kind": "x"}, {**PLACE, "channel": "fax"}, {**PLACE, "language": "fr"}])
def test_a_place_that_is_not_there_is_not_found(ask, place):
    with pytest.raises(Http404):
        ask(editing.edit, **place)
