"""Every act of the table through the part's page: by those whose it is, refused to all others, from a stale page, and with what was typed kept."""

from datetime import date, timedelta

import pytest

from gaoxing.casework.tables import table
from gaoxing.office.aftercare import files
from gaoxing.office.aftercare.firing import note_of
from gaoxing.office.aftercare.forces.models import ForceMember
from gaoxing.office.aftercare.models import Part
from gaoxing.office.aftercare.units.acts import HERE
from gaoxing.office.people.models import Person
from tests.office.aftercare.conftest import acts, again, part
from tests.office.aftercare.units.conftest import expressions, picture, read, where

pytestmark = pytest.mark.django_db

EVERYBODY = ("power", "city", "police", "task_force_lead", "steward", "leader")
"""The lead unit, its co-unit, a member of the task force, the force's lead, the steward, a leader: all of them see the part."""

UNIT, FORCE = "power", "task_force_lead"

FIELDS = {
    "sign": {},
    "object": {"kind": "wrongly_classed", "words": "这是两件事"},
    "finish": {"note": "换好了变压器", "outcome": "solved"},
    "reply": {"note": "变压器在路上", "next_reply": "2026-11-26"},
    "ask_enterprise": {"kind": "papers", "needs": "配电图\n跳闸时间表", "note": "下午也行"},
    "supply": {"note": "电话里说清楚了"},
    "ask_extension": {"kind": "outside", "words": "等上级批", "note": "要等变压器到货", "days": "2"},
    "decline": {"kind": "policy_none", "words": "查过文件", "note": "现在没有政策"},
    "advise": {"note": "路面可以开挖"},
}
"""What the form of each act holds."""

FROM = {"sign": "dispatched", "object": "dispatched", "supply": "waiting"}
"""In which state an act stands open, where it is not in hand."""

DONE = [
    ("sign", UNIT, "in_hand"),
    ("object", UNIT, "objected"),
    ("finish", UNIT, "done"),
    ("finish", FORCE, "done"),
    ("reply", UNIT, "in_hand"),
    ("reply", FORCE, "in_hand"),
    ("ask_enterprise", UNIT, "waiting"),
    ("supply", UNIT, "in_hand"),
    ("supply", "steward", "in_hand"),
    ("ask_extension", UNIT, "extension_asked"),
    ("decline", UNIT, "impossible"),
    ("decline", FORCE, "impossible"),
    ("advise", "city", "in_hand"),
]
"""Who does what by the page, and where the part stands then."""

STALE = ("finish", "reply", "ask_enterprise", "ask_extension", "decline", "advise")


WRONG = (
    ("object", {"kind": ""}, "该主办的单位"),
    ("object", {"kind": "not_our_duty", "suggested": "999999"}, "该主办的单位"),
    ("object", {"words": "长" * 501}, "最多写 500 个字，现在是 501 个"),
    ("object", {"kind": "nonsense", "suggested": "police"}, "理由"),
    ("finish", {"outcome": ""}, "答复和结果类别"),
    ("finish", {"outcome": "excellent"}, "答复和结果类别"),
    ("finish", {"note": " "}, "答复和结果类别"),
    ("finish", {"tasks_note": "长" * 501}, "最多写 500 个字"),
    ("reply", {"note": ""}, "解释"),
    ("reply", {"next_reply": "2026-11-29"}, "2026-11-29 不上班"),
    ("reply", {"next_reply": "26/11/2026"}, "下次答复的日子"),
    ("ask_enterprise", {"kind": ""}, "请写明要企业补充什么：补充情况"),
    ("ask_enterprise", {"needs": "\n".join(f"第 {each} 样" for each in range(21))}, "1 到 20 样"),
    ("ask_enterprise", {"needs": "长" * 501}, "最多写 500 个字"),
    ("ask_extension", {"note": ""}, "解释"),
    ("ask_extension", {"days": "-1"}, "1 到 3 天"),
    ("ask_extension", {"days": "1.5"}, "1 到 3 天"),
    ("ask_extension", {"kind": ""}, "理由"),
    ("decline", {"note": ""}, "解释"),
    ("decline", {"kind": "policy_none", "words": ""}, "理由"),
    ("advise", {"note": "长" * 2001}, "最多写 2000 个字，现在是 2001 个"),
    ("supply", {"note": " "}, "解释"),
)
"""What a form of an act may hold that it cannot be done with, and what is then said."""


@pytest.fixture
def at(sent, press, cast, units, now):
    """The first part in a state, with a task force that somebody leads and the police belongs to; its co-unit has answered where that is asked."""

    def made(state, *, advised=True):
        found = part(sent(), 1)
        if state != "dispatched":
            found = press(found, "sign", UNIT)
        if state == "waiting":
            found = press(found, "ask_enterprise", UNIT, reason="papers", needs=["配电图"])
        if advised:
            found.co_units.update(advised=now)
        Part.objects.filter(pk=found.pk).update(force_lead=cast[FORCE])
        ForceMember.objects.create(part=found, unit=units["police"], since=now)
        return part(found.request, 1)

    return made


@pytest.fixture
def posted(browser):
    def done(found, who, act, **fields):
        return browser(who).post(where(found, "/act"), {"act": act, "revision": found.revision, **fields})

    return done


def offered(page):
    """The acts for which a page has a form."""
    return set(expressions(r'name="act" value="(\w+)"', page))


def test_every_act_of_the_page_is_one_of_the_table_and_is_tried_here():
    assert set(HERE) == set(FIELDS) == {act for act, _who, _state in DONE}
    assert set(HERE) < set(table("request_part").acts)


def test_what_is_tried_here_is_who_may_do_it_by_the_table():
    known = {"power": "unit_handler", "city": "co_handler"}
    allowed = {(each.act, role) for each in table("request_part").transitions for role in each.roles if each.act in HERE}
    assert {(act, known.get(who, who)) for act, who, _state in DONE} == allowed - {("supply", "applicant"), ("supply", "agent")}


@pytest.mark.parametrize(("act", "who", "state"), DONE)
def test_an_act_is_done_by_its_page_once_and_kept_with_its_role(at, posted, act, who, state):
    found = at(FROM.get(act, "in_hand"))
    before = len(acts(found))
    answer = posted(found, who, act, **FIELDS[act])
    now_it_is = part(found.request, 1)
    assert (answer.status_code, answer["Location"], now_it_is.state) == (302, where(found), state)
    event = now_it_is.events.order_by("number").last()
    role = {"power": "unit_handler", "city": "co_handler"}.get(who, who)
    assert (event.act, event.role, len(acts(found)) - before) == (act, role, 1)
    assert note_of(event).get("note", "") == FIELDS[act].get("note", "")


@pytest.mark.parametrize("state", ["dispatched", "in_hand", "waiting"])
def test_everybody_else_is_refused_by_name_and_nothing_happens(at, posted, state):
    found, may = at(state), {(act, who) for act, who, _state in DONE}
    before = acts(found)
    wrong = [(act, who) for act in HERE for who in EVERYBODY if FROM.get(act, "in_hand") == state and (act, who) not in may]
    for act, who in wrong:
        answer = posted(found, who, act, **FIELDS[act])
        assert (act, who, answer.status_code, 'role="alert"' in read(answer)) == (act, who, 409, True)
    assert (acts(found), part(found.request, 1).revision) == (before, found.revision)


@pytest.mark.parametrize("state", ["in_hand", "waiting"])
def test_an_act_out_of_its_state_is_refused_and_says_when_it_may_be_done(at, posted, state):
    found = at(state)
    for act in HERE:
        if FROM.get(act, "in_hand") != state:
            answer = posted(found, next(whose for each, whose, _state in DONE if each == act), act, **FIELDS[act])
            row = table("request_part").acts[act]
            assert (act, answer.status_code, row.otherwise.split("，")[0].rstrip("。") in read(answer)) == (act, 409, True)
    assert part(found.request, 1).state == state


@pytest.mark.parametrize(
    ("state", "forms"),
    [
        ("dispatched", {UNIT: {"sign", "object", "file"}, "city": {"file"}, FORCE: {"file"}}),
        ("in_hand", {UNIT: {*STALE, "file"} - {"advise"}, "city": {"advise", "file"}, FORCE: {"finish", "reply", "decline", "file"}}),
        ("waiting", {UNIT: {"supply", "file"}, "city": {"file"}, FORCE: {"file"}, "steward": {"supply"}}),
    ],
)
def test_a_page_has_forms_for_what_its_reader_may_do_now_and_for_nothing_else(at, browser, state, forms):
    found = at(state)
    for who in EVERYBODY:
        page, wanted = read(browser(who).get(where(found))), forms.get(who, set())
        assert (who, offered(page)) == (who, wanted)
        assert ("现在没有您要办的" in page) == (not wanted - {"file"})


def test_what_rests_says_why_and_has_no_form(at, browser):
    page = read(browser(UNIT).get(where(at("in_hand", advised=False))))
    assert "finish" not in offered(page)
    assert "还有协办单位没有答复" in page


@pytest.mark.parametrize("act", STALE)
def test_a_stale_page_does_nothing_and_keeps_what_was_typed(at, press, posted, act):
    found = at("in_hand", advised=act != "advise")
    press(found, "reply", UNIT, note="先说一声", next_reply="2026-11-25")
    who = "city" if act == "advise" else UNIT
    answer = posted(found, who, act, **FIELDS[act])
    page = read(answer)
    assert (answer.status_code, "已经有人办了“阶段答复”" in page) == (409, True)
    assert [each for each in FIELDS[act].values() if each not in page] == []
    assert acts(found)[-1] == "reply"


def test_a_stale_page_leaves_no_file_behind(at, press, posted):
    found = at("in_hand")
    press(found, "reply", UNIT, note="先说一声", next_reply="2026-11-25")
    assert posted(found, UNIT, "finish", **FIELDS["finish"], file=picture()).status_code == 409
    assert files.of_part(part(found.request, 1)) == ()


def test_what_was_typed_for_an_act_that_is_gone_is_given_back_to_copy(at, press, posted):
    found = at("in_hand")
    press(found, "finish", FORCE, note="会上定好了", outcome="solved")
    page = read(posted(found, UNIT, "finish", **FIELDS["finish"], tasks_note="绿化下周补种"))
    assert "没有存下来，可以复制" in page
    lost = page.partition('id="lost"')[2].partition("</section>")[0]
    assert ("换好了变压器" in lost, "绿化下周补种" in lost) == (True, True)


@pytest.mark.parametrize("act", [each for each in HERE if each != "sign"])
def test_a_refusal_is_a_sentence_and_keeps_the_rest_of_the_form(at, posted, units, act):
    found = at(FROM.get(act, "in_hand"), advised=act != "advise")
    who = next(whose for each, whose, _state in DONE if each == act)
    for _act, wrong, said in [each for each in WRONG if each[0] == act]:
        typed = FIELDS[act] | {name: units["police"].pk if value == "police" else value for name, value in wrong.items()}
        answer = posted(found, who, act, **typed)
        page = read(answer)
        assert (wrong, answer.status_code, said in page.partition('role="alert"')[2].partition("</p>")[0]) == (wrong, 409, True)
        assert [each for name, each in typed.items() if name in ("words", "note", "needs") and each.strip() and each not in page] == []
    assert part(found.request, 1).revision == found.revision


def test_a_choice_stays_chosen_beside_a_refusal(at, posted):
    found = at("in_hand")
    page = read(posted(found, UNIT, "finish", note="", outcome="partly"))
    assert '<option value="partly" selected>' in page
    page = read(posted(found, UNIT, "decline", kind="law_forbids", words="查过", note=""))
    assert '<option value="law_forbids" selected>' in page


def test_a_return_comes_once_and_within_a_day(at, posted, press, browser, units, now, monkeypatch):
    found = at("dispatched")
    assert posted(found, UNIT, "object", **FIELDS["object"]).status_code == 302
    found = press(found, "redispatch", "leader", later=timedelta(hours=2), unit=units["power"].pk)
    answer = posted(found, UNIT, "object", **FIELDS["object"])
    assert (answer.status_code, "已经退回过一次" in read(answer), "这是两件事" in read(answer)) == (409, True, True)
    assert "object" not in offered(read(browser(UNIT).get(where(found))))


def test_a_designated_unit_does_not_return_it(at, posted):
    found = at("dispatched")
    Part.objects.filter(pk=found.pk).update(designated=True)
    assert "领导已经指定由你们办" in read(posted(found, UNIT, "object", **FIELDS["object"]))


def test_the_unit_that_has_it_is_not_suggested_and_a_closed_one_neither(at, browser, posted, units, now):
    found = at("dispatched")
    form = read(browser(UNIT).get(where(found))).partition('name="suggested"')[2].partition("</select>")[0]
    assert (units["power"].name in form, units["police"].name in form) == (False, True)
    type(units["police"]).objects.filter(pk=units["police"].pk).update(closed=now.date())
    answer = posted(found, UNIT, "object", kind="not_our_duty", words="归别人", suggested=units["police"].pk)
    assert (answer.status_code, "归别人" in read(answer)) == (409, True)


def test_a_post_that_names_no_revision_is_not_from_the_page(at, browser):
    found, power = at("dispatched"), browser(UNIT)
    answers = [power.post(where(found, "/act"), {"act": "sign", "revision": each}) for each in ("", "x", "-1", "1" * 10, "٣")]
    assert [(each.status_code, "这次操作不完整" in read(each)) for each in answers] == [(409, True)] * 5


def test_what_is_done_elsewhere_is_not_done_here(at, posted):
    found = at("in_hand")
    for act in ("", "dispatch", "redispatch", "designate", "grant_extension", "convene", "minute", "redo", "end", "give_up", "nonsense"):
        answer = posted(found, "leader", act, note="x", lead="1")
        assert (act, answer.status_code, "没有这个操作" in read(answer)) == (act, 409, True)
    assert part(found.request, 1).revision == found.revision


def test_nothing_but_a_post_does_anything(at, browser):
    found, power = at("dispatched"), browser(UNIT)
    assert [power.get(where(found, tail)).status_code for tail in ("/act", "/reveal", "/force/convene", "/force/members", "/force/minutes")] == [405] * 5
    assert power.get(f"/staff/parts/{found.request.number}/99").status_code == 404
    assert power.get(f"/staff/parts/{found.request.number}/{10**30}").status_code == 404


def test_a_stranger_and_the_enterprise_do_not_reach_the_page(at, stranger, signed_in, cast):
    found = at("in_hand")
    assert stranger.get(where(found)).status_code in (302, 403, 404)
    assert signed_in(cast["applicant"]).get(where(found)).status_code in (302, 403, 404)
    assert signed_in(cast["applicant"]).post(where(found, "/act"), {"act": "reply", "revision": found.revision}).status_code in (302, 403, 404)
    assert acts(found)[-1] == "sign"


def test_english_readers_are_refused_in_english_and_choose_among_english_outcomes(at, posted, cast, browser):
    found = at("in_hand")
    Person.objects.filter(pk=cast[UNIT].pk).update(language="en")
    power = browser(UNIT)
    power.cookies["language"] = "en"
    page = read(power.get(where(found)))
    assert ">Solved</option>" in page
    answer = power.post(where(found, "/act"), {"act": "finish", "revision": found.revision, "note": "换好了", "outcome": ""})
    assert "choose its outcome" in read(answer)


def test_a_supervision_is_answered_once_by_the_lead_and_by_nobody_else(at, press, browser, cast):
    found = at("in_hand")
    press(again(found.request), "supervise", "leader", reason="overdue", later=timedelta(minutes=30))
    given = {"act": "answer_supervision", "revision": again(found.request).revision, "note": "明天换变压器"}
    assert [browser(who).post(where(found, "/act"), given).status_code for who in ("police", FORCE)] == [409, 409]
    long = browser(UNIT).post(where(found, "/act"), {**given, "note": "长" * 2001})
    assert (long.status_code, "最多写 2000 个字" in read(long)) == (409, True)
    empty = browser(UNIT).post(where(found, "/act"), {**given, "note": " "})
    assert (empty.status_code, again(found.request).supervised_until is None) == (409, False)
    assert [browser(UNIT).post(where(found, "/act"), given).status_code for _ in range(2)] == [302, 409]


def test_the_next_reply_may_be_moved_and_the_due_day_stays(at, posted):
    found = at("in_hand")
    for day in ("2026-11-25", "2026-11-27"):
        assert posted(part(found.request, 1), UNIT, "reply", note="还在等货", next_reply=day).status_code == 302
    now_it_is = part(found.request, 1)
    assert (now_it_is.next_reply, now_it_is.due) == (date(2026, 11, 27), found.due)
