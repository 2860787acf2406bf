"""Bringing a request and planning its parts: what is taken, what is refused with which sentence, and what is stored of it."""

import pytest

from gaoxing.office.aftercare.actions import MOST_PROBLEMS, MOST_WORDS, Plan, Problem, Told, bring, plan
from gaoxing.office.aftercare.models import CoUnit, Part, Request
from gaoxing.office.aftercare.queries import content_of, said_before
from gaoxing.office.audit.models import Entry
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.conftest import CALL, ENTERPRISE, PROBLEMS, WORDS, acts, again, part

pytestmark = pytest.mark.django_db


@pytest.fixture
def received(brought, press):
    """A request that its steward contacted."""
    return lambda: press(press(brought(), "receive", "steward"), "contact", "steward", **CALL)


@pytest.fixture
def replan(cast, now):
    """Plans a request anew by its steward."""

    def done(request, *plans, who="steward", revision=None):
        request = again(request)
        return plan(request, plans, cast[who], revision=request.revision if revision is None else revision, now=now)

    return done


def test_a_request_gets_a_number_and_a_part_for_every_problem(brought):
    request = brought()
    assert request.number == f"R2026-{request.pk:06}"
    assert [(each.category, each.state, content_of(each)["words"]) for each in request.parts.all()] == [
        ("utilities", "planned", "车间老是跳闸，料都废了"),
        ("amenities", "planned", "员工停车位不够"),
    ]


def test_words_and_contact_lie_sealed(brought):
    request = brought()
    stored = bytes(Request.objects.get(pk=request.pk).content) + b"".join(bytes(each.content) for each in request.parts.all())
    assert "跳闸".encode() not in stored
    assert b"13900001234" not in stored
    assert "跳闸" not in request.said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"problems": ()}, "没有听出要解决的问题"),
        ({"words": " "}, "个字说明碰到的问题"),
        ({"words": "电" * (MOST_WORDS + 1)}, "更长的请分几次提"),
        ({"problems": PROBLEMS * MOST_PROBLEMS}, "一次最多分出"),
        ({"problems": (Problem("weather", "总下雨"),)}, "没有这个类别"),
        ({"problems": (Problem("policy", "  "),)}, "都要写明是什么问题"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_sentence(brought, told, said):
    with pytest.raises(NotAllowed, match=said):
        brought(**told)
    assert not Request.objects.exists()
    assert not Entry.objects.filter(act="request.submit").exists()


def test_a_request_of_no_enterprise_is_refused(owner, now):
    with pytest.raises(NotAllowed, match="哪一家企业"):
        bring(Told("  ", WORDS, PROBLEMS, owner=owner), owner, now=now)


def test_as_many_problems_as_are_allowed_are_taken(brought):
    assert brought(problems=tuple(Problem("policy", f"第{number}件") for number in range(MOST_PROBLEMS))).parts.count() == MOST_PROBLEMS


@pytest.mark.parametrize("words", [WORDS, "车间老是跳闸 料都废了 另外员工停车位不够", WORDS + "！"])
def test_a_repetition_without_new_facts_is_told_how_the_first_one_stands(brought, press, words):
    first = press(brought(), "receive", "steward")
    with pytest.raises(NotAllowed, match=rf"已经提过（{first.number}），现在是“已受理”"):
        brought(words=words)


def test_what_adds_facts_or_comes_after_the_end_is_taken(brought, press):
    first = brought()
    assert brought(words=WORDS + "昨天又停了半天。").pk != first.pk
    press(first, "withdraw", "applicant")
    assert brought().pk != first.pk


def test_the_same_words_of_another_enterprise_are_another_request(brought, other, now):
    brought()
    assert bring(Told("昆山样例邻居有限公司", WORDS, PROBLEMS, owner=other), other, now=now).state == "submitted"
    assert said_before(WORDS, owner=None, enterprise="昆山样例第三有限公司") is None


def test_the_same_draft_brought_twice_gives_the_first_one(brought):
    first = brought(case=41)
    assert brought(case=41).pk == first.pk
    assert acts(first) == ["submit"]


def test_a_window_clerk_and_a_steward_bring_a_request_for_an_enterprise(cast, client_of, now):
    for who, source, words in (("window_clerk", Request.Source.WINDOW, "门口堵车"), ("steward", Request.Source.STEWARD, "食堂排队")):
        made = bring(Told(ENTERPRISE, words, PROBLEMS[:1], client=client_of, source=source), cast[who], now=now)
        assert (made.events.get().role, made.source) == (who, source)


def test_somebody_who_may_not_bring_a_request_leaves_nothing(cast, now):
    with pytest.raises(NotAllowed, match="由企业、代理人、服务专员、窗口人员来办"):
        bring(Told(ENTERPRISE, WORDS, PROBLEMS), cast["power"], now=now)
    assert not Request.objects.exists()


def test_a_steward_changes_adds_and_drops_parts(received, replan, units):
    request = replan(received(), Plan(2, "amenities", "停车位差二十个", "complex", units["city"].pk), Plan(0, "market", "找配套厂"))
    assert [(each.number, each.category, each.grade, content_of(each)["words"]) for each in request.parts.all()] == [
        (2, "amenities", "complex", "停车位差二十个"),
        (3, "market", "", "找配套厂"),
    ]
    assert Entry.objects.filter(act="request.planned", subject=request.pk).count() == 1


def test_a_part_has_one_lead_and_any_number_of_others_to_help(received, replan, units):
    wanted = (units["city"].pk, units["police"].pk, units["power"].pk)
    request = replan(received(), Plan(1, "utilities", "跳闸", "", units["power"].pk, wanted))
    assert {each.unit.code for each in part(request, 1).co_units.all()} == {"city", "police"}
    replan(request, Plan(1, "utilities", "跳闸", "", units["power"].pk, (units["police"].pk,)))
    assert CoUnit.objects.get().unit == units["police"]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Plan(9, "policy", "没有这件"), "没有第 9 件"),
        (Plan(0, "weather", "总下雨"), "没有这个类别"),
        (Plan(0, "policy", "补贴", "hard"), "没有这个类别或者难易程度"),
        (Plan(0, "policy", ""), "都要写明"),
        (Plan(0, "policy", "补贴", "", 987654), "没有这个单位"),
        (Plan(0, "policy", "补贴", "", 0, (987654,)), "没有这个单位"),
    ],
)
def test_a_plan_that_cannot_be_changes_nothing(received, replan, wanted, said):
    request = received()
    with pytest.raises(NotAllowed, match=said):
        replan(request, wanted)
    assert list(request.parts.values_list("number", flat=True)) == [1, 2]
    assert again(request).revision == request.revision


def test_a_part_named_twice_is_refused(received, replan):
    with pytest.raises(NotAllowed, match="写了两次"):
        replan(received(), Plan(1, "policy", "一"), Plan(1, "policy", "又一"))


def test_a_unit_that_was_closed_leads_nothing(received, replan, units, now):
    units["power"].closed = now.date()
    units["power"].save()
    with pytest.raises(NotAllowed, match="已经撤销"):
        replan(received(), Plan(1, "utilities", "跳闸", "", units["power"].pk))


def test_whoever_planned_on_an_old_page_is_told_so(received, replan):
    request = received()
    replan(request, Plan(1, "utilities", "跳闸"))
    with pytest.raises(NotAllowed, match="已经有人改过"):
        replan(request, Plan(2, "amenities", "停车"), revision=request.revision)


@pytest.mark.parametrize("who", ["applicant", "colleague", "power", "window_clerk"])
def test_only_its_steward_or_a_leader_plans(received, replan, who):
    with pytest.raises(NotAllowed, match="服务专员或者领导"):
        replan(received(), Plan(1, "utilities", "跳闸"), who=who)


def test_parts_are_not_planned_while_the_units_have_them(sent, replan):
    with pytest.raises(NotAllowed, match="现在是“部门办理中”"):
        replan(sent(), Plan(1, "utilities", "跳闸"))


def test_what_was_answered_keeps_its_words_and_may_go_to_another_unit(answered, press, replan, units):
    request = press(answered(), "reject", "applicant", reason="unsolved")
    request = replan(request, Plan(1, "utilities", "别的话", "", units["police"].pk), Plan(0, "market", "顺便找配套", "", units["city"].pk))
    assert content_of(part(request, 1))["words"] == PROBLEMS[0].words
    assert Part.objects.filter(request=request).count() == 3
    request = press(request, "redo", "leader", parts=[1])
    assert [each.state for each in request.parts.all()] == ["dispatched", "done", "dispatched"]
    assert part(request, 1).lead == units["police"]
