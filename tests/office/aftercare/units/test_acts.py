"""The acts of a unit on its part: which stand open to whom, how far an extension may go, and what each form posted, taken or refused with a sentence."""

from datetime import date

import pytest

from gaoxing.casework.acting import Reason
from gaoxing.office.aftercare.models import Part
from gaoxing.office.aftercare.units.acts import MOST_NEEDS, MOST_NOTES, MOST_WORDS, buttons, extension_of, pressed
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.conftest import part

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_to(cast, now):
    return lambda row, who: [each.act for each in buttons(row, cast[who], now=now) if not each.rests]


@pytest.fixture
def posted(now):
    """What a form of a part is read as."""
    return lambda row, act, **fields: pressed({"act": act, "revision": "3", **fields}, row, now=now)


def test_a_part_that_was_just_sent_is_signed_for_or_returned_by_its_lead_unit_alone(sent, open_to):
    found = part(sent(), 1)
    assert open_to(found, "power") == ["sign", "object"]
    assert [open_to(found, who) for who in ("police", "colleague", "examiner")] == [[], [], []]


def test_in_hand_the_lead_unit_answers_and_the_co_unit_advises(in_hand, open_to):
    found = in_hand()
    assert {"reply", "ask_enterprise", "ask_extension", "decline"} <= set(open_to(found, "power"))
    assert open_to(found, "city") == ["advise"]


def test_a_part_is_not_finished_before_its_co_unit_answered(in_hand, cast, press, now):
    found = in_hand()
    [rests] = [each.rests for each in buttons(found, cast["power"], now=now) if each.act == "finish"]
    assert "协办单位" in rests[0]
    press(found, "advise", "city", note="可以开挖")
    assert [each.rests for each in buttons(part(found.request, 1), cast["power"], now=now) if each.act == "finish"] == [()]


def test_an_act_that_demands_a_reason_offers_its_choices(sent, cast, now):
    [found] = [each for each in buttons(part(sent(), 1), cast["power"], now=now) if each.act == "object"]
    assert "not_our_duty" in dict(found.reasons)
    assert found.reason


@pytest.mark.parametrize(("number", "days", "until"), [(1, 3, "2026-12-02"), (2, 5, "2026-12-08")])
def test_an_extension_goes_as_far_as_the_grade_allows_and_counts_working_days(sent, number, days, until):
    found = extension_of(part(sent(), number))
    assert (found.days, found.until) == (days, date.fromisoformat(until))


def test_an_urgent_part_is_extended_as_an_urgent_one(sent):
    assert extension_of(part(sent(urgent=True), 2)).days == 3


def test_a_part_whose_clock_does_not_run_is_not_extended(planned):
    assert extension_of(part(planned(), 1)) is None


@pytest.mark.parametrize("days", ["1", "3"])
def test_an_extension_is_told_with_its_last_day(in_hand, posted, days):
    told = posted(in_hand(), "ask_extension", days=days, kind="outside", words="要等变压器")
    assert told.details == {"days": int(days), "until": {"1": "2026-11-30", "3": "2026-12-02"}[days]}
    assert told.reasons == (Reason("outside", "要等变压器"),)


@pytest.mark.parametrize("days", ["", "0", "4", "-1", "1.5", "３", "9999"])
def test_an_extension_of_other_days_is_refused_with_what_is_allowed(in_hand, posted, days):
    with pytest.raises(NotAllowed, match="1 到 3 天"):
        posted(in_hand(), "ask_extension", days=days, kind="outside", words="要等变压器")


def test_a_return_names_an_open_unit_that_is_not_its_own(sent, posted, units):
    found = part(sent(), 1)
    told = posted(found, "object", suggested=str(units["city"].pk), kind="not_our_duty", words="归城管")
    assert told.details == {"suggested": units["city"].pk, "suggested_name": units["city"].name}
    with pytest.raises(NotAllowed, match="就是现在的主办单位"):
        posted(found, "object", suggested=str(units["power"].pk), kind="not_our_duty", words="归别家")


@pytest.mark.parametrize("suggested", ["", "0", "x", "999999"])
def test_a_return_that_names_no_unit_is_refused_but_where_it_was_wrongly_classed(sent, posted, suggested):
    found = part(sent(), 1)
    with pytest.raises(NotAllowed, match="请选一个您认为该主办的单位"):
        posted(found, "object", suggested=suggested, kind="not_our_duty", words="归别家")
    assert posted(found, "object", suggested=suggested, kind="wrongly_classed", words="分错了").details == {}


def test_a_unit_that_was_closed_is_no_suggestion(sent, posted, units, now):
    found = part(sent(), 1)
    units["police"].closed = now.date()
    units["police"].save()
    with pytest.raises(NotAllowed, match="请选一个"):
        posted(found, "object", suggested=str(units["police"].pk), kind="not_our_duty", words="归交警")


def test_what_an_enterprise_is_to_send_is_a_line_each(in_hand, posted):
    told = posted(in_hand(), "ask_enterprise", needs=" 照片 \r\n\n用电合同\n", kind="papers")
    assert (told.details, told.reasons) == ({"needs": ["照片", "用电合同"]}, (Reason("papers", "照片；用电合同"),))


@pytest.mark.parametrize("needs", ["", " \n ", "\n".join(f"第 {number} 样" for number in range(MOST_NEEDS + 1))])
def test_nothing_or_too_much_to_send_is_refused(in_hand, posted, needs):
    with pytest.raises(NotAllowed, match="一行一样"):
        posted(in_hand(), "ask_enterprise", needs=needs, kind="papers")


@pytest.mark.parametrize("day", ["2026-11-28", "2026-11-29"])
def test_the_next_reply_is_on_a_working_day(in_hand, posted, day):
    with pytest.raises(NotAllowed, match="不上班"):
        posted(in_hand(), "reply", next_reply=day, note="正在订设备")


@pytest.mark.parametrize(("day", "kept"), [("2026-11-30", "2026-11-30"), ("", ""), ("30.11.", "")])
def test_the_next_reply_is_told_as_a_day_or_not_at_all(in_hand, posted, day, kept):
    assert posted(in_hand(), "reply", next_reply=day, note="正在订设备").details == {"next_reply": kept}


def test_an_answer_is_told_with_its_outcome_and_why_a_task_is_open(in_hand, posted):
    found = in_hand()
    assert posted(found, "finish", outcome="solved").details == {"outcome": "solved"}
    assert posted(found, "finish", outcome="solved", tasks_note=" 改到明年 ").details == {"outcome": "solved", "tasks_note": "改到明年"}


@pytest.mark.parametrize("fields", [{"note": "长" * (MOST_NOTES + 1)}, {"kind": "outside", "words": "长" * (MOST_WORDS + 1)}])
def test_what_is_too_long_is_refused_with_both_figures(in_hand, posted, fields):
    with pytest.raises(NotAllowed, match=f"现在是 {len(fields.get('words', fields.get('note', '')))} 个"):
        posted(in_hand(), "decline", **fields)


@pytest.mark.parametrize("act", ["", "grant_extension", "convene", "end", "dispatch"])
def test_what_is_no_act_of_this_page_is_refused(in_hand, posted, act):
    with pytest.raises(NotAllowed, match="没有这个操作"):
        posted(in_hand(), act)


@pytest.mark.parametrize("revision", ["", "x", "-1", "３", "9" * 10])
def test_a_post_without_a_revision_is_refused(in_hand, posted, revision):
    with pytest.raises(NotAllowed, match="这次操作不完整"):
        posted(in_hand(), "sign", revision=revision)


def test_a_part_that_is_over_offers_nothing(answered, open_to):
    request = answered()
    assert [open_to(each, who) for each in Part.objects.filter(request=request) for who in ("power", "city")] == [[]] * 4
