"""A year of clients, projects, promotion and the ladder, played through the actions at a hundredth: what is there at its end, and what must hold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import Count

from gaoxing.office.aftercare.models import Client, ClientVisit, Stewardship
from gaoxing.office.audit.models import Entry
from gaoxing.office.cultivation.models import Assessed, AssessedRung, GrowthYear, Qualification
from gaoxing.office.importing.models import ImportBatch
from gaoxing.office.people import demo
from gaoxing.office.people.accounts import find_applicant
from gaoxing.office.projects.models import Project, ProjectEvent, Promotion, PromotionCount, PromotionMonth, PromotionPlan
from gaoxing.office.simulation.growing import firms, promotions, proofs
from gaoxing.office.simulation.growing.telling import growth
from gaoxing.office.simulation.invariants import INVARIANTS
from gaoxing.office.simulation.models import Run, Step
from gaoxing.office.simulation.players import players
from gaoxing.office.simulation.world import World

PROOFS = {each.id: each for each in proofs.PROOFS}
LAST = date(2024, 12, 31)

pytestmark = pytest.mark.django_db


def broken(run, proof):
    """What a proof tells, in one text."""
    return "\n".join(PROOFS[proof].check(run)[1])


@pytest.mark.parametrize("proof", sorted(PROOFS))
def test_what_must_hold_holds_and_something_was_looked_at(played, proof):
    count, told = PROOFS[proof].check(played)
    assert (count > 0, told) == (True, [])


def test_every_proof_is_entered_among_the_invariants():
    assert set(PROOFS) <= {each.id for each in INVARIANTS}


def test_every_kind_of_step_that_was_played_has_a_player(played):
    _openings, handlers = players()
    assert set(Step.objects.filter(run=played).values_list("kind", flat=True)) <= set(handlers)


def test_all_steps_are_played(played):
    assert not Step.objects.filter(run=played, done=False).exists()
    assert played.played == Step.objects.filter(run=played).count()


def test_every_client_of_the_scale_is_on_the_list(played):
    counted = dict(Client.objects.values_list("kind").annotate(count=Count("pk")))
    assert counted == {str(kind): count for kind, count in firms.counts(World(played)).items()}


def test_the_list_came_by_the_import_with_its_preview(played):
    batches = ImportBatch.objects.filter(kind__in=("clients", "projects"))
    assert {each.state for each in batches} == {ImportBatch.State.DONE}
    assert Entry.objects.filter(act="import.confirmed").count() >= 2


def test_the_demonstrations_applicant_signs_in_for_the_first_enterprise(played):
    first = Client.objects.get(kind="enterprise", code="E0001")
    assert first.person == find_applicant(demo.MOBILES[0])


def test_every_client_is_visited_about_once_a_quarter(played):
    visits = ClientVisit.objects.filter(struck=None).count()
    assert 3 <= visits / Client.objects.count() <= 4


def test_the_notes_of_visits_are_not_all_alike(played):
    assert ClientVisit.objects.values("how").distinct().count() > 1


def test_what_was_filed_before_the_year_is_there_and_what_was_filed_in_it(played):
    years = set(Project.objects.exclude(number=None).values_list("year", flat=True))
    assert 2024 in years


def test_filings_follow_from_words(played):
    said = Step.objects.filter(run=played, kind="filing.says")
    filed = ProjectEvent.objects.filter(act="file").count()
    assert 0 < filed <= said.count()


def test_the_large_signings_come_to_the_published_sum_at_their_share(played):
    world = World(played)
    large = PromotionCount.objects.filter(kind="first", day__year=2024, amount__gte=100_000_000)
    wanted = world.count(promotions.LARGE)
    assert large.count() == wanted
    assert sum(each.amount for each in large) == promotions.SIGNED * wanted // promotions.LARGE * 10_000


def test_the_major_projects_tell_every_month_and_come_to_the_sum_of_the_year(played):
    world = World(played)
    majors = Promotion.objects.exclude(listed="")
    assert majors.count() == len(promotions.levels(world))
    told = PromotionMonth.objects.filter(promotion__in=majors)
    assert told.count() == 12 * majors.count()
    assert sum(each.invested for each in told) == 10_000 * sum(promotions.of_year(world, number) for number in range(majors.count()))
    assert PromotionPlan.objects.filter(promotion__in=majors, year=2024).count() == majors.count()


def test_some_enterprises_told_figures_and_every_one_of_them_stands_before_every_rung(played):
    told = Assessed.objects.exclude(year=None)
    assert told.exists()
    assert AssessedRung.objects.filter(assessed__in=told).exclude(verdict="missing").exists()


def test_certificates_came_by_lists_alone(played):
    assert set(Qualification.objects.values_list("origin", flat=True)) == {Qualification.Origin.LIST}
    assert not Qualification.objects.filter(since__gt=LAST).exists()


def test_plans_to_double_have_what_came_of_the_year_before(played):
    for each in GrowthYear.objects.filter(year=2023):
        assert each.planned is not None
        assert each.actual is not None


def test_the_end_leaves_something_open_for_every_desk(played):
    assert Project.objects.filter(state=Project.State.FILED).exists()
    assert Promotion.objects.exclude(state__in=("dropped", "producing")).exists()
    assert Qualification.objects.filter(until__gte=LAST, until__lte=LAST + timedelta(days=366)).exists()


def test_the_report_tells_what_the_records_hold(played):
    told = growth(played)
    assert told["服务对象"]["重点企业"] == Client.objects.filter(kind="enterprise").count()
    assert sum(count for state, count in told["备案"].items() if "变更" not in state) == Project.objects.exclude(number=None).count()
    assert told["招商"]["亿元以上签约"] == World(played).count(promotions.LARGE)
    assert told["培育"]["填过数的企业"] == Assessed.objects.exclude(year=None).count()


def test_a_day_without_a_steward_is_told(played):
    term = Stewardship.objects.filter(until=None).first()
    Stewardship.objects.filter(pk=term.pk).update(since=term.since + timedelta(days=3))
    told = broken(played, "served_daily")
    assert term.client.code in told
    assert "0 位" in told


def test_a_day_with_two_stewards_is_told(played):
    term = Stewardship.objects.filter(until=None).first()
    Stewardship.objects.create(client=term.client, steward=term.steward, since=term.since, until=term.since)
    assert "2 位" in broken(played, "served_daily")


def test_a_client_that_nobody_visited_is_told(played):
    client = Client.objects.first()
    numbers = list(client.visits.filter(struck=None).values_list("pk", flat=True))
    ClientVisit.objects.filter(pk__in=numbers).update(struck=played.at)
    assert client.code in broken(played, "visited")


def test_of_less_than_a_year_nobody_asks_for_visits(played):
    assert PROOFS["visited"].check(Run(begins=played.begins, months=11, at=played.at)) == (0, [])


def test_a_project_that_stands_where_no_act_left_it_is_told(played):
    row = Project.objects.filter(state=Project.State.FILED).first()
    Project.objects.filter(pk=row.pk).update(state=Project.State.COMPLETED)
    assert f"{row.number}：状态是 completed" in broken(played, "projects_lawful")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        pytest.param("target", "completed", id="to where the act does not lead"),
        pytest.param("source", "started", id="from where it did not stand"),
        pytest.param("role", "leader", id="by whoever may not"),
    ],
)
def test_an_act_that_its_table_does_not_know_is_told(played, column, value):
    event = ProjectEvent.objects.filter(act="file").select_related("subject").first()
    ProjectEvent.objects.filter(pk=event.pk).update(**{column: value})
    assert f"备案项目 {event.subject.number}：第 {event.number} 步 file" in broken(played, "projects_lawful")


def test_a_project_in_promotion_that_skipped_a_stage_is_told(played):
    row = Promotion.objects.exclude(state="producing").first()
    Promotion.objects.filter(pk=row.pk).update(state="producing")
    assert f"招商项目 {row.number}：状态是 producing" in broken(played, "projects_lawful")


def test_a_sum_that_its_events_do_not_tell_is_told(played):
    row = PromotionCount.objects.select_related("promotion").first()
    PromotionCount.objects.filter(pk=row.pk).update(amount=row.amount + 1)
    told = broken(played, "funnel")
    assert f"招商项目 {row.promotion.number}" in told
    assert "一共计了" in told


def test_a_sum_that_is_counted_nowhere_is_told(played):
    row = PromotionCount.objects.select_related("promotion").first()
    PromotionCount.objects.filter(pk=row.pk).delete()
    assert f"招商项目 {row.promotion.number}：计了 0 元" in broken(played, "funnel")


def test_a_verdict_that_the_figures_do_not_give_is_told(played):
    row = AssessedRung.objects.select_related("assessed").filter(verdict="missing").first()
    AssessedRung.objects.filter(pk=row.pk).update(verdict="met")
    assert f"{row.assessed.number} {row.rung}：存的是 ('met'" in broken(played, "ladder")


def test_figures_that_do_not_open_are_told(played):
    row = Assessed.objects.exclude(judged=None).first()
    Assessed.objects.filter(pk=row.pk).update(content=b"damaged")
    assert f"{row.number}：打不开" in broken(played, "ladder")
