"""Single steps of the players of projects: a filing said and sent, what becomes of it, changes, the two years; leads, signings and major projects."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from gaoxing.forms.form import Form
from gaoxing.office.cases import queries as drafts
from gaoxing.office.people.roles import Role
from gaoxing.office.projects.models import Project, ProjectEvent, ProjectVersion, Promotion, PromotionMonth
from gaoxing.office.projects.queries import current
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.growing import cast, filings, promotions
from gaoxing.office.simulation.models import Noted
from gaoxing.office.simulation.players import altering, building, promoting
from gaoxing.office.simulation.players import filings as playing
from tests.office.simulation.growing.conftest import kinds, moment

SAID, LATER = "2024-02-20 10:00", "2024-02-20 10:30"


@pytest.fixture
def flaw(monkeypatch):
    """Lets every filing have one flaw, none unless told."""

    def made(name=""):
        monkeypatch.setattr(playing, "FLAWS", {name: 1.0} if name else {})
        monkeypatch.setattr(playing, "ABANDONED", 0)

    made()
    return made


@pytest.fixture
def filed(do, flaw):
    """Files a project; the row and what follows from it."""

    def made(name="", key="7", at=(SAID, LATER)):
        flaw(name)
        [sent] = [each for each in do("filing.says", at[0], key=f"filing/{key}", filing=key) if each.kind == "filing.sent"]
        followed = do(sent.kind, at[1], key=sent.key, **sent.told)
        return Project.objects.latest("pk"), followed

    return made


def test_filings_are_planned_before_the_run_and_in_it(zone):
    planned = list(playing.OPENING(zone))
    assert len(planned) == zone.size(playing.EARLIER) + zone.count(playing.YEARLY)
    assert min(each.at.date() for each in planned) < zone.begins


def test_what_is_said_becomes_a_draft_of_its_enterprise(do, flaw, zone):
    [sent] = do("filing.says", SAID, key="filing/7", filing="7")
    case = drafts.draft(sent.told["reference"])
    told = filings.meant(zone, "7", date(2024, 2, 20))
    assert case.owner is not None
    assert drafts.form_of(case).value("project_name") == told.name


def test_a_complete_filing_is_filed_when_it_is_sent(filed, zone):
    row, followed = filed()
    told = filings.meant(zone, "7", date(2024, 2, 20))
    assert (row.state, row.name, row.uscc) == (Project.State.FILED, told.name, told.firm.uscc)
    assert row.total == told.total * 10_000
    assert all(each.key.startswith("project/7/") for each in followed)


def test_a_draft_that_is_gone_is_not_sent(do, flaw):
    assert do("filing.sent", LATER, filing="7", reference="gone", on="2024-02-20") == []


def test_a_draft_may_never_be_sent(do, flaw, monkeypatch):
    monkeypatch.setattr(playing, "ABANDONED", 1)
    assert do("filing.says", SAID, filing="7") == []


def test_what_was_read_otherwise_is_noted_and_set_right(do, flaw, zone, monkeypatch):
    told = filings.meant(zone, "7", date(2024, 2, 20))
    monkeypatch.setattr(filings, "otherwise", lambda meant, form: {"project_name": ("别的项目", meant.name)})
    do("filing.says", SAID, filing="7")
    noted = Noted.objects.get(kind="misread").told
    assert (noted["blank"], noted["read"], noted["meant"]) == ("project_name", "别的项目", told.name)
    assert told.firm.name in noted["said"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("outside", "不在昆山市", id="outside the zone"),
        pytest.param("backwards", "竣工时间比计划开工时间还早", id="finished before it begins"),
    ],
)
def test_what_must_be_mended_is_refused_with_a_sentence(do, flaw, name, told):
    flaw(name)
    sent, mended = do("filing.says", SAID, key="filing/7", filing="7")
    with pytest.raises(NotAllowed, match=told):
        do(sent.kind, LATER, key=sent.key, **sent.told)
    assert mended.at == sent.at + timedelta(days=1)


def test_what_was_mended_is_filed(do, flaw):
    flaw("backwards")
    _sent, mended = do("filing.says", SAID, key="filing/7", filing="7")
    [again] = do(mended.kind, "2024-02-21 10:30", key=mended.key, **mended.told)
    do(again.kind, "2024-02-21 10:40", key=again.key, **again.told)
    assert Project.objects.latest("pk").state == Project.State.FILED


@pytest.mark.parametrize("name", ["restricted", "approval", "no_fixed_assets"])
def test_what_stands_on_a_list_is_looked_at_and_mostly_removed(filed, do, name):
    row, followed = filed(name)
    assert row.to_look
    assert {"project.started", "project.changed"}.isdisjoint(kinds(followed))
    do("project.looked", "2024-02-26 11:00", key="project/7/look", project=row.pk, flaw=name)
    row.refresh_from_db()
    assert row.state == Project.State.REMOVED or not row.to_look


def test_a_clerk_enters_the_code_of_the_platform(filed, do):
    row, _followed = filed()
    do("project.coded", "2024-02-26 11:00", key="project/7/code", project=row.pk)
    row.refresh_from_db()
    assert row.code.startswith("2402-320583-89-")


def told_of(row):
    return {"project": row.pk, "filing": "7", "total": 1_000, "months": 2}


def test_a_start_is_reported_and_every_month_from_then_on(filed, do, monkeypatch):
    monkeypatch.setattr(building, "SILENT_MONTH", 0)
    row, _followed = filed()
    [first] = do("project.started", "2024-02-28 11:00", **told_of(row))
    assert (first.told["month"], first.at.month) == ("2024-02", 3)
    do("project.month", "2024-03-05 11:00", key="m1", **first.told)
    row.refresh_from_db()
    assert row.state == Project.State.STARTED
    assert row.progress.get().month == date(2024, 2, 1)


def test_after_its_last_month_a_project_is_completed(filed, do):
    row, _followed = filed()
    [first] = do("project.started", "2024-02-28 11:00", **told_of(row))
    do("project.month", "2024-03-05 11:00", key="m2", **{**first.told, "number": 2})
    row.refresh_from_db()
    assert row.state == Project.State.COMPLETED


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        pytest.param("project.procedure", "report_procedure", id="a procedure is told"),
        pytest.param("project.explained", "explain", id="it is explained that it goes on"),
        pytest.param("project.withdrawn", "withdraw", id="the filing is withdrawn"),
    ],
)
def test_an_enterprise_tells_what_becomes_of_it(filed, do, kind, act):
    row, _followed = filed()
    do(kind, "2024-03-05 11:00", **told_of(row))
    assert ProjectEvent.objects.filter(subject=row, act=act).count() == 1


@pytest.mark.parametrize("kind", ["project.procedure", "project.explained", "project.withdrawn", "project.started", "project.changed", "project.month"])
def test_of_a_project_that_is_over_nothing_more_is_told(filed, do, kind):
    row, _followed = filed()
    do("project.withdrawn", "2024-03-05 11:00", key="over", **told_of(row))
    assert do(kind, "2024-03-06 11:00", key="more", number=1, month="2024-02", **told_of(row)) == []


def test_a_leader_removes_what_was_silent_for_two_years(filed, do, zone):
    row, _followed = filed(at=("2021-12-01 10:00", "2021-12-01 10:30"))
    [removal] = do("project.silent", "2024-03-12 09:30")
    with pytest.raises(NotAllowed, match="还没有提醒过"):
        do(removal.kind, "2024-03-12 09:30", key=removal.key, **removal.told)
    clerk = cast.one_of(Role.WINDOW_CLERK, zone.chance("x"), on=date(2024, 1, 15))
    building.press(row, "remind", clerk, building.Planned(moment("2024-01-15 10:00"), "r", "r"))
    do(removal.kind, "2024-03-12 09:31", key="later", **removal.told)
    row.refresh_from_db()
    assert row.state == Project.State.REMOVED


def changing(row, zone, kind, monkeypatch, *, spoken=0.0):
    monkeypatch.setattr(altering, "_KINDS", (kind,))
    monkeypatch.setattr(altering, "_SHARES", (1,))
    monkeypatch.setattr(altering, "SPOKEN", spoken)
    altering.alter(row, zone, building.Planned(moment("2024-03-05 11:00"), f"change-{kind}", "project.changed"))


@pytest.mark.parametrize(
    ("kind", "blank", "weights"),
    [
        pytest.param("contact", "contact.name", {"minor"}, id="another contact"),
        pytest.param("delay", "finish", {"minor"}, id="finished later"),
        pytest.param("equipment", "equipment_investment", {"minor"}, id="less for machines"),
        pytest.param("total", "total_investment", {"minor", "major"}, id="another total"),
        pytest.param("content", "content", {"major"}, id="other content"),
    ],
)
def test_a_change_is_classed_by_what_it_changes(filed, zone, monkeypatch, kind, blank, weights):
    row, _followed = filed()
    before: Form = current(row)
    changing(row, zone, kind, monkeypatch)
    assert current(row).value(blank) != before.value(blank)
    assert ProjectVersion.objects.get(project=row, number=2).weight in weights


def test_what_is_a_project_of_its_own_is_no_change(filed, zone, monkeypatch):
    row, _followed = filed()
    with pytest.raises(NotAllowed, match="重新备案"):
        changing(row, zone, "another", monkeypatch)


def test_a_change_is_said_at_the_front_desk(filed, zone, monkeypatch):
    row, _followed = filed()
    before = row.total
    changing(row, zone, "total", monkeypatch, spoken=1.0)
    row.refresh_from_db()
    assert row.total > before
    assert row.versions.count() == 2


LEAD = {"lead": 0, "ended": "2024-03-20T15:00:00+08:00", "end": "large"}


@pytest.fixture
def lead(do):
    """A lead entered; what follows from it."""
    return do("lead.entered", "2024-02-05 10:00", key="lead/0", **LEAD)


def test_a_lead_is_entered_talked_about_and_signed(lead, do):
    for each in lead:
        do(each.kind, f"{each.at:%Y-%m-%d %H:%M}", key=each.key, **each.told)
    row = Promotion.objects.get()
    assert row.state == Promotion.State.SIGNED
    assert row.counts.get().amount == row.planned >= 100_000_000


def test_a_lead_comes_to_nothing_with_a_reason(do):
    followed = do("lead.entered", "2024-02-05 10:00", key="lead/1", **{**LEAD, "lead": 2, "end": "lost"})
    do("lead.lost", "2024-03-05 10:00", key="lost", **followed[-1].told)
    assert Promotion.objects.get().state == Promotion.State.DROPPED


def test_a_small_lead_may_be_a_project_that_is_filed(filed, do, monkeypatch):
    row, _followed = filed()
    Project.objects.filter(pk=row.pk).update(total=Decimal(9_000_000))
    monkeypatch.setattr(promoting, "KNOWN", 1)
    monkeypatch.setattr(promotions, "prospect", lambda world, number: promotions.Prospect("名", "投资方", "", 900, "investment", "small"))
    do("lead.entered", "2024-02-26 10:00", key="lead/1", **{**LEAD, "end": "small"})
    found = Promotion.objects.get()
    assert (found.project, found.investor, found.name) == (row, row.enterprise, row.name)


def test_what_was_signed_goes_on_to_its_start(lead, do, zone, monkeypatch):
    zone.run.months = 12
    for name in ("REGISTERED", "FILED", "BEGUN"):
        monkeypatch.setattr(promoting, name, 1.1)
    monkeypatch.setattr(promoting, "GIVEN_UP", 0)
    signed = lead[-1]
    forward = [*do(signed.kind, "2024-02-20 15:00", key=signed.key, **signed.told)]
    for place, act in enumerate(("register", "put_on_file", "begin"), 1):
        months = do("lead.forward", f"2024-03-0{place} 10:00", key=f"f{place}", act=act, **signed.told)
    assert Promotion.objects.get().state == Promotion.State.BEGUN
    assert kinds(months) == ["promotion.month"]
    assert {each.kind for each in forward} == {"lead.forward"}


def test_major_projects_come_as_a_list_and_stand_where_they_stood(do):
    [taken] = do("majors.list", "2024-01-02 14:00", key="majors/list")
    standing = do(taken.kind, "2024-01-02 14:20", key="majors/taken", **taken.told)
    followed = do(standing[0].kind, "2024-01-03 14:20", key="standing", **standing[0].told)
    row = Promotion.objects.get()
    assert (row.state, row.plans.get().year) == (Promotion.State.BEGUN, 2024)
    month = next(each for each in followed if each.kind == "promotion.month")
    do(month.kind, "2024-02-03 10:00", key=month.key, **month.told)
    assert PromotionMonth.objects.get().month == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        pytest.param("majors.increase", 2, id="the investor adds to it"),
        pytest.param("majors.change_investor", 1, id="another investor counts nothing"),
        pytest.param("majors.build", 1, id="it is built"),
    ],
)
def test_what_happens_to_a_major_project(do, kind, count):
    [taken] = do("majors.list", "2024-01-02 14:00", key="majors/list")
    [standing] = do(taken.kind, "2024-01-02 14:20", key="majors/taken", **taken.told)
    do(standing.kind, "2024-01-03 14:20", key="standing", **standing.told)
    do(kind, "2024-03-03 10:00", key="act", **standing.told)
    assert Promotion.objects.get().counts.count() == count
