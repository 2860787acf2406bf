"""Any words of a zone are usable or told; any values reach their place and no other; many ticks at any time send a notice once."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from gaoxing.office.notices import delivery, queries
from gaoxing.office.notices.actions import Recipient
from gaoxing.office.notices.events import events
from gaoxing.office.notices.models import Channel, Notice
from gaoxing.office.notices.quiet import decent
from gaoxing.office.notices.wording import LONGEST_TEXT, filled, wrong
from gaoxing.office.zone.profile import shipped
from tests.office.conftest import NOW
from tests.office.notices.conftest import MOBILE

PIECES = st.lists(st.sampled_from(["{code}", "{minutes}", "{zone}", "{", "}", "{{", "{name}", "码", " ", "%s", "\n"]), max_size=12).map("".join)
KINDS = st.sampled_from(sorted(events()))


@given(title=PIECES, text=PIECES)
def test_words_that_are_not_refused_can_be_filled(title, text):
    kind = events()["sign_in_code"]
    if wrong(kind, title, text):
        return
    assert "{" not in filled(title, kind.values) + filled(text, kind.values)
    assert kind.values["code"] in filled(text, kind.values)


@given(kind=KINDS, text=st.text(max_size=LONGEST_TEXT + 20))
def test_any_text_is_usable_or_told_with_a_sentence(kind, text):
    told = wrong(events()[kind], "标题", text)
    assert told == "" or told.endswith(("。", "知道。"))


@given(values=st.dictionaries(st.sampled_from(["day", "matter", "zone"]), st.text(max_size=20), min_size=3))
def test_values_reach_their_places_whatever_they_hold(values):
    kind = events()["draft_ending"]
    expected = kind.text["zh-hans"]
    parts = expected.replace("{day}", "\0").replace("{matter}", "\0").replace("{zone}", "\0").split("\0")
    said = filled(expected, values)
    assert all(part in said for part in parts)


@given(minutes=st.integers(min_value=0, max_value=60 * 24 * 3))
def test_no_moment_after_waiting_is_quiet(minutes):
    from django.utils.timezone import get_default_timezone

    begins, ends = shipped().quiet
    moment = NOW + timedelta(minutes=minutes)
    after = decent(moment, begins, ends, get_default_timezone())
    clock = after.astimezone(get_default_timezone()).time()
    assert after >= moment
    assert ends <= clock < begins
    assert after - moment <= timedelta(hours=11)


class ManyTicks(TestCase):
    @given(moments=st.lists(st.integers(min_value=0, max_value=60 * 24), min_size=1, max_size=8))
    def test_ticks_at_any_times_send_a_notice_once_and_never_at_night(self, moments):
        from gaoxing.engines.sending.sender import Outcome
        from gaoxing.office.notices import actions

        sent = []

        class Keeping:
            def send(self, message):
                sent.append(message.token)
                return message.token

            def outcome(self, receipt):
                return Outcome.UNKNOWN

        Notice.objects.all().delete()
        actions.notify("draft_ending", Recipient(addresses={"sms": MOBILE}), {"day": "2026-12-24", "matter": "x"}, now=NOW)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(delivery, "carrier", lambda channel: Keeping())
            for minute in sorted(moments):
                delivery.deliver_due(now=NOW + timedelta(minutes=minute))
        assert len(sent) <= 1
        made = Notice.objects.get()
        assert (made.state == Notice.State.SENT) == bool(sent)


@pytest.mark.django_db
@pytest.mark.parametrize("channel", Channel.values)
def test_each_channel_has_its_words_in_both_languages(channel, now):
    from gaoxing.office.notices.templates_in_force import words

    for kind in events().values():
        for language in ("zh-hans", "en"):
            said = words(kind, channel, language)
            assert said.title
            assert said.text
            assert not said.own


@pytest.mark.django_db
def test_the_troubles_of_longer_ago_than_a_week_are_over(notify, now):
    notify()
    Notice.objects.update(state=Notice.State.GIVEN_UP)
    assert queries.troubles(now=now + timedelta(days=6)) == {"sms": 1}
    assert queries.troubles(now=now + timedelta(days=8)) == {}
