"""Keeping figures: sealed, judged at once, one row a rung; certificates of lists beside those that are told."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from gaoxing.office.cultivation import keeping, kept
from gaoxing.office.cultivation.content import content_of
from gaoxing.office.cultivation.holding import HOLDING
from gaoxing.office.cultivation.models import Assessed, GrowthYear, Qualification
from gaoxing.office.cultivation.permissions import visible_to
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db


def test_figures_lie_sealed(row, told):
    told(row)
    row.refresh_from_db()
    assert b"80000000" not in bytes(row.content)
    assert content_of(row).keyed.answers["revenue@2025"].value == "80000000"


def test_every_rung_has_a_row_the_next_first(row, told):
    told(row)
    assert [each.place for each in row.rungs.all()] == list(range(8))
    assert row.rungs.filter(rung="technology_sme").get().mark == 60


def test_judging_again_replaces_the_rows(row, told):
    told(row)
    keeping.judge(row, on=row.judged + timedelta(days=1))
    assert (row.rungs.count(), row.judged) == (8, row.rungs.first().on)


def test_what_was_kept_since_it_was_read_is_what_is_judged(row, told):
    stale = Assessed.objects.get(pk=row.pk)
    told(row)
    keeping.judge(stale, on=row.judged)
    assert Assessed.objects.get(pk=row.pk).year == 2025


def test_a_record_deleted_meanwhile_is_not_judged(row, now):
    stale = Assessed.objects.get(pk=row.pk)
    row.delete()
    assert keeping.judge(stale, on=now.date()) == ()


def test_a_gap_is_kept_as_a_sentence(row, told):
    told(row, **{"staff@2025": 600, "technical_staff@2025": 20})
    assert "人" in row.rungs.get(rung="technology_sme").gap


def test_what_an_enterprise_has_does_not_lie_in_clear_beside_its_seal(row, told):
    told(row, **{"staff@2025": 110, "technical_staff@2025": 7, "revenue@2025": "80000000", "research@2025": "520000"})
    kept = [text for each in row.rungs.all() for text in (each.gap, each.step) if text]
    assert any("还差" in each for each in kept)
    assert not [each for each in kept if "现有" in each]


def test_a_bracket_of_a_label_stays_in_a_kept_sentence():
    assert keeping._clear("高新技术产品（服务）收入还差3万元（现有2万元）") == "高新技术产品（服务）收入还差3万元"


def test_nothing_that_is_missing_is_called_met(row, told):
    told(row)
    assert not row.rungs.filter(verdict="met").exists()


def test_a_certificate_that_is_told_is_counted(row, told):
    told(row, **{"certificates.0.kind": "high_tech_enterprise", "certificates.0.until": "2027-11-30"})
    assert [(each.rung, each.until, each.origin) for each in row.qualifications.all()] == [("high_tech_enterprise", date(2027, 11, 30), "enterprise")]
    assert row.rungs.get(rung="high_tech_enterprise").held


def test_a_certificate_is_not_counted_where_the_enterprise_says_it_has_none(row, told):
    certificate = {"certificates.0.kind": "gazelle", "certificates.0.until": "2027-11-30"}
    told(row, **certificate, holds_certificates=True)
    assert row.qualifications.count() == 1
    told(row, **certificate, holds_certificates=False)
    assert (row.qualifications.count(), row.rungs.get(rung="gazelle").held) == (0, False)


def test_a_certificate_of_a_list_counts_and_stays_when_figures_change(row, told, now):
    Qualification.objects.create(assessed=row, rung="innovative_sme", until=date(2028, 1, 31), origin="list", at=now)
    told(row)
    assert row.rungs.get(rung="innovative_sme").held
    assert row.qualifications.count() == 1


def test_a_certificate_without_its_last_day_is_held_by_nobody(row, told):
    told(row, **{"certificates.0.kind": "gazelle"})
    assert not row.qualifications.exists()


def test_figures_that_a_leader_mends_stay_those_of_the_window_that_entered_them(clerk, leader, told, now):
    begun = keeping.begin("昆山样例装备有限公司", "", clerk, now=now)
    told(begun, leader)
    assert visible_to(clerk, on=now.date()).get().entered_by == clerk
    assert told(begun, clerk).revision == 2


def test_beginning_twice_leads_to_the_same(row, owner, now):
    assert keeping.begin(row.enterprise, "", owner, now=now) == row


def test_a_client_has_one_set_of_figures(client_of, steward, now):
    found = client_of()
    assert keeping.begin_for(found, steward, now=now) == keeping.begin_for(found, None, now=now)


def test_a_code_with_a_wrong_check_digit_is_refused(owner, now):
    with pytest.raises(NotAllowed, match="统一社会信用代码不对"):
        keeping.begin("昆山样例有限公司", "91320583MA0000007X", owner, now=now)


def test_an_account_enters_no_end_of_enterprises(owner, now, monkeypatch):
    monkeypatch.setattr(keeping, "MOST", 1)
    keeping.begin("昆山样例一有限公司", "", owner, now=now)
    with pytest.raises(NotAllowed, match="最多填 1 家"):
        keeping.begin("昆山样例二有限公司", "", owner, now=now)


def test_the_actual_figure_of_a_plan_follows_the_figures(row, told, owner, now):
    keeping.plan(row, 2025, Decimal(100_000_000), owner, now=now)
    told(row)
    assert GrowthYear.objects.get().actual == 80_000_000


def test_an_empty_plan_takes_the_year_out(row, owner, now):
    keeping.plan(row, 2026, Decimal(1), owner, now=now)
    keeping.plan(row, 2026, None, owner, now=now)
    assert not GrowthYear.objects.exists()


def test_a_year_that_is_none_has_no_plan(row, owner, now):
    with pytest.raises(NotAllowed, match="四位数字"):
        keeping.plan(row, 26, Decimal(1), owner, now=now)


def test_a_person_takes_their_figures_along_and_has_them_deleted(row, told, owner, now):
    told(row)
    assert HOLDING.rows(owner)[0]["figures"]["years"][0]["staff"] == 110
    assert (HOLDING.numbers(owner), HOLDING.delete(owner, now)) == ([row.pk], 1)
    assert not Assessed.objects.exists()


def test_a_clients_figures_stay_when_its_account_goes(client_of, owner, steward, now):
    row = keeping.begin_for(client_of(person=owner), steward, now=now)
    HOLDING.delete(owner, now)
    assert Assessed.objects.get() == row


def test_figures_that_nobody_changed_for_years_are_deleted(row, now):
    [only] = kept.KEPT
    later = now + timedelta(days=kept.DAYS + 1)
    assert (only.due(now), only.due(later), only.delete(later)) == (0, 1, 1)
