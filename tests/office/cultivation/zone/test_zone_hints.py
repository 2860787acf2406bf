"""The steward's hints: who should apply, why and with what; only their own clients; and judging all anew."""

import json
from datetime import timedelta
from decimal import InvalidOperation
from html import unescape
from io import StringIO

import pytest
from django.core.management import call_command

from gaoxing.checks.assessment.hinting import Call
from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.office.cultivation import keeping, ticking
from gaoxing.office.cultivation.assessing import rules_digest
from gaoxing.office.cultivation.models import Assessed, AssessedRung
from gaoxing.office.cultivation.zone import batch, hinted
from tests.office.aftercare.desk.conftest import read

pytestmark = pytest.mark.django_db
AT = "/staff/ladder/hints"


def of(found, name):
    return next((each for each in found.enterprises if name in each.name), None)


def spoken(enterprise, rung):
    return next(each for each in enterprise.hints if each.hint.rung == rung)


def test_a_steward_is_told_of_their_own_clients_alone(several, cast, on):
    assert {each.name for each in hinted.page(cast["steward"], on=on).enterprises} == {"昆山样例Z1有限公司", "昆山样例Z2有限公司"}
    assert hinted.page(cast["window_clerk"], on=on).count == 0


def test_a_certificate_that_ends_is_told_first_with_its_day(several, cast, on):
    first = hinted.page(cast["steward"], on=on).enterprises[0]
    assert (first.name, first.hints[0].urgent) == ("昆山样例Z2有限公司", True)
    assert first.hints[0].reason.startswith("证书有效期至 2026-11-30。")


def test_one_step_is_told_as_people_count_it_with_the_materials(several, cast, on):
    hint = spoken(of(hinted.page(cast["steward"], on=on), "Z1"), "technology_sme")
    assert hint.reason == "只差一步：科技人员还差1人（现有9人，100人里要10人；另外招人的话要招2人）。"
    assert hint.hint.materials
    assert hint.heed == "申报时间以当年的通知为准。"


def test_a_missing_datum_is_asked_for_by_its_name(several, cast, on):
    hint = spoken(of(hinted.page(cast["leader"], on=on), "Z5"), "technology_sme")
    assert (hint.hint.call, hint.call) == (Call.ASK, "补上几个数就知道")
    assert hint.reason == "还缺：居民企业。"


def test_what_is_met_may_be_applied_for(assessed, cast, on):
    assessed("Z1", "steward")
    hint = spoken(hinted.page(cast["steward"], on=on).enterprises[0], "technology_sme")
    assert (hint.call, hint.reason) == ("可以申报", "按现有的数，条件都满足。")


def test_what_stands_in_the_way_of_a_renewal_is_told(assessed, holds, cast, on):
    holds(assessed("Z1", "steward", core_rights=False, resident=False), "high_tech_enterprise", "2023-12-01", "2026-12-31")
    hint = spoken(hinted.page(cast["steward"], on=on).enterprises[0], "high_tech_enterprise")
    assert hint.reason.startswith("证书有效期至 2026-12-31。现在不满足：")


def test_conditions_of_an_earlier_round_are_said_to_be_so(assessed, holds, cast, on):
    holds(assessed("Z1", "steward"), "gazelle", "2023-12-01", "2026-12-31")
    assert spoken(hinted.page(cast["steward"], on=on).enterprises[0], "gazelle").heed == "条件是 2024 年批次的，新的通知出来以后先核对再报。"


def test_figures_that_do_not_open_are_told_and_the_others_are_shown(several, cast, on):
    Assessed.objects.filter(pk=several[0].pk).update(content=b"damaged")
    found = hinted.page(cast["steward"], on=on)
    assert [(each.name, each.closed) for each in found.enterprises] == [("昆山样例Z2有限公司", False), ("昆山样例Z1有限公司", True)]


def test_a_long_list_goes_on_without_losing_anybody(several, cast, on, monkeypatch):
    monkeypatch.setattr(hinted, "PAGE", 2)
    seen, after = 0, ""
    while True:
        found = hinted.page(cast["leader"], on=on, after=after)
        seen, after = seen + found.looked, found.onward
        if not after:
            break
    assert seen == found.count == 5
    assert hinted.page(cast["leader"], on=on, after="x²").looked == 2


@pytest.mark.parametrize(
    ("until", "held"),
    [("2026-11-24", {"gazelle"}), ("2026-11-23", set()), ("2026-12", set()), (None, set())],
)
def test_a_certificate_is_held_to_its_whole_last_day(until, held, on):
    assert hinted.held_until(Inputs({"certificates": [{"kind": "gazelle", "until": until}]}), on).keys() == held
    assert hinted.held_until(Inputs({"holds_certificates": False, "certificates": [{"kind": "gazelle", "until": until}]}), on) == {}


def test_of_two_certificates_the_longer_counts(on):
    rows = [{"kind": "gazelle", "until": "2028-01-31"}, {"kind": "gazelle", "until": "2027-01-31"}]
    assert hinted.held_until(Inputs({"certificates": rows}), on)["gazelle"].year == 2028


def test_the_page_shows_reason_and_materials_and_leads_to_the_client(several, of_steward):
    shown = unescape(read(of_steward.get(AT)))
    assert "这一批该申报的：2 家" in shown
    assert "科技人员还差1人" in shown
    assert f'href="/ladder/{several[0].number}"' in shown
    assert "要准备的材料" in shown
    assert "Z3" not in shown


def test_a_steward_without_enterprises_is_told_so(of_steward):
    assert "现在没有要提醒的" in read(of_steward.get(AT))


def test_the_own_list_of_a_steward_leads_to_the_hints(of_steward):
    assert f'href="{AT}"' in read(of_steward.get("/staff/steward"))


def test_everybody_is_judged_once_a_day(several, on):
    Assessed.objects.update(judged=on - timedelta(days=1))
    done = batch.judge_waiting(on, most=2)
    assert (done.judged, done.closed, done.waiting) == (2, 0, 3)
    assert batch.judge_waiting(on).waiting == 0
    assert batch.judge_waiting(on) == batch.Done(0, 0, 0)


def test_a_certificate_that_ended_is_noticed_by_judging_anew(several, on):
    def held():
        return several[1].rungs.get(rung="high_tech_enterprise").held

    batch.judge_waiting(on + timedelta(days=1))
    assert held()
    batch.judge_waiting(on + timedelta(days=30))
    assert not held()


def test_figures_that_do_not_open_stay_as_they_were_and_are_counted(several, on):
    Assessed.objects.update(judged=on - timedelta(days=1))
    Assessed.objects.filter(pk=several[0].pk).update(content=b"damaged")
    assert batch.judge_waiting(on) == batch.Done(4, 1, 1)
    assert several[0].rungs.count() == 8


@pytest.mark.parametrize("trouble", [InvalidOperation, OverflowError, KeyError])
def test_figures_that_cannot_be_judged_stop_nobody_elses(several, on, monkeypatch, caplog, trouble):
    def judge(row, *, on):
        if row.pk == several[0].pk:
            raise trouble(row.enterprise)
        return keeping.judge(row, on=on)

    Assessed.objects.update(judged=on - timedelta(days=1))
    monkeypatch.setattr(batch, "judge", judge)
    assert batch.judge_waiting(on) == batch.Done(4, 1, 1)
    assert trouble.__name__ in caplog.text
    assert several[0].enterprise not in caplog.text


def test_those_that_do_not_open_keep_nobody_behind_them_waiting(several, on):
    Assessed.objects.update(judged=on - timedelta(days=1))
    Assessed.objects.filter(pk__in=[each.pk for each in several[:3]]).update(content=b"damaged", judged=None)
    assert batch.judge_waiting(on, most=1) == batch.Done(1, 3, 4)


def test_the_tick_judges_who_waits(several, on, now):
    Assessed.objects.update(judged=None)
    assert [run(now) for _name, run in ticking.DUE] == [5]


def test_the_tick_passes_over_those_whose_verdicts_cannot_be_others(several, on, now):
    Assessed.objects.update(judged=on - timedelta(days=1), stands=on + timedelta(days=9), rules=rules_digest())
    assert [run(now) for _name, run in ticking.DUE] == [0]
    assert set(Assessed.objects.values_list("judged", flat=True)) == {on}
    assert set(AssessedRung.objects.values_list("on", flat=True)) == {on}


@pytest.mark.parametrize(
    ("stands", "rules"),
    [
        pytest.param(0, None, id="on its day"),
        pytest.param(9, "", id="by rules of which nothing is known"),
        pytest.param(9, "other", id="by the rules of another version"),
    ],
)
def test_the_tick_judges_who_may_stand_otherwise_by_now(several, on, now, stands, rules):
    told = {"stands": on + timedelta(days=stands), "rules": rules_digest() if rules is None else rules}
    Assessed.objects.update(judged=on - timedelta(days=1), **told)
    assert [run(now) for _name, run in ticking.DUE] == [5]
    assert set(Assessed.objects.values_list("rules", flat=True)) == {rules_digest()}


def test_judging_says_until_when_it_lasts(several, on):
    keeping.judge(several[1], on=on)
    several[1].refresh_from_db()
    assert on < several[1].stands <= on + timedelta(days=366)


def test_the_command_judges_all_and_says_how_many(several, today):
    Assessed.objects.update(judged=None)
    out = StringIO()
    call_command("judge_ladder", stdout=out)
    assert json.loads(out.getvalue()) == {"judged": 5, "closed": 0, "waiting": 0}


def test_a_leader_presses_the_button_and_is_told_how_many(several, of_leader, on):
    Assessed.objects.update(judged=on - timedelta(days=1))
    assert "还有 5 家" in read(of_leader.get("/staff/ladder"))
    assert "重评了 5 家，还有 0 家。" in read(of_leader.post("/staff/ladder/judge"))


def test_a_steward_does_not_judge_all(several, of_steward):
    answer = of_steward.post("/staff/ladder/judge")
    assert answer.status_code == 409
    assert "由领导来按" in read(answer)
