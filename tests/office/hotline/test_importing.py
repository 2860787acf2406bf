"""The hotline's tickets become requests, each once, taken apart by the recogniser; what it cannot read is asked. Names and words are invented."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps

from gaoxing.office.aftercare.actions import Problem, Told, bring
from gaoxing.office.aftercare.models import Client, Request, Stewardship
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.hotline.importing import COLUMNS, TICKETS
from gaoxing.office.hotline.models import HotlineTicket
from gaoxing.office.importing import actions, queries
from gaoxing.office.importing.models import ImportBatch, ImportLine
from gaoxing.office.importing.registry import importer
from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign

pytestmark = pytest.mark.django_db

HEAD = "工单号,企业名称,诉求内容,来电人,来电号码,来电时间\n"
SOUND = HEAD + "T1,昆山样例甲有限公司,车间老是跳闸，料都废了；另外员工停车位不够。,联系人甲,13900001234,2026-11-24 09:30\n"
Verdict = ImportLine.Verdict


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def clerk(db, now):
    person, _ = accounts.open_staff("window.clerk", "王某", by=None, now=now)
    assign(person, "window_clerk", by=None, now=now, since=now.date())
    return person


@pytest.fixture
def imported(clerk, now):
    """A list, judged, and taken in where it was confirmed."""

    def made(text=SOUND, *, confirm=True):
        batch = actions.upload(TICKETS, actions.Sent("工单.csv", text.encode()), clerk, now=now)
        on_and_on(batch, now)
        if confirm:
            on_and_on(actions.confirm(batch, clerk, now=now), now)
        return ImportBatch.objects.get(pk=batch.pk)

    return made


def on_and_on(batch, now):
    while actions.go_on(batch, now=now):
        pass


def told(batch):
    return [(row.verdict, " ".join(row.told)) for row in queries.rows(batch)]


def test_the_list_is_entered_among_those_that_can_be_imported():
    assert importer("requests-12345") is TICKETS


def test_a_ticket_becomes_a_request_with_its_problems_apart(imported, clerk):
    batch = imported()
    made = Request.objects.get()
    assert [each.category for each in made.parts.all()] == ["utilities", "amenities"]
    assert content_of(made)["contact"] == "联系人甲"
    assert (made.state, made.brought_by, made.hotline_ticket.number) == ("submitted", clerk, "T1")
    assert queries.rows(batch)[0].told[0].startswith("分出 2 件。要素保障：车间老是跳闸")


def test_a_request_of_a_ticket_says_that_the_hotline_brought_it(imported):
    imported()
    assert Request.objects.get().source == Request.Source.HOTLINE


def test_requests_of_earlier_tickets_say_it_too_and_others_do_not(imported, clerk, now):
    """By the update that gave the list a source of its own."""
    imported()
    bring(Told("昆山样例丙有限公司", "招不到焊工", (Problem("labour", "招不到焊工"),), source=Request.Source.WINDOW), clerk, now=now)
    update = import_module("gaoxing.office.hotline.migrations.0002_requests_of_tickets_say_their_source")
    update.say_window(apps, None)
    assert set(Request.objects.values_list("source", flat=True)) == {"window"}
    update.say_hotline(apps, None)
    assert list(Request.objects.order_by("pk").values_list("source", flat=True)) == ["hotline", "window"]


def test_the_time_of_the_call_is_kept(imported, now):
    imported()
    assert HotlineTicket.objects.get().received == now.replace(hour=9, minute=30)


def test_a_list_imported_twice_makes_no_request_twice(imported):
    imported()
    again = imported(SOUND + "T2,昆山样例乙有限公司,焊工招不到。,,,\n")
    assert [each for each, _ in told(again)] == [Verdict.UNCHANGED, Verdict.NEW]
    assert "已经导入过（R2026-" in told(again)[0][1]
    assert (Request.objects.count(), HotlineTicket.objects.count()) == (2, 2)


def test_a_ticket_that_somebody_else_imported_meanwhile_is_brought_once(imported, clerk, now):
    first, second = imported(confirm=False), imported(confirm=False)
    for each in (first, second):
        on_and_on(actions.confirm(each, clerk, now=now), now)
    assert Request.objects.count() == 1
    assert told(second)[0][0] == Verdict.WRONG


def test_a_ticket_without_a_problem_is_asked_and_not_dropped(imported):
    batch = imported(HEAD + "T3,昆山样例丙有限公司,谢谢你们，事情都解决了。,,,\n", confirm=False)
    assert told(batch)[0][0] == Verdict.ASKED
    assert "没有听出要解决的问题" in told(batch)[0][1]


def test_the_same_words_of_the_same_enterprise_are_asked_under_another_number(imported):
    imported()
    batch = imported(SOUND.replace("T1", "T9"), confirm=False)
    assert (told(batch)[0][0], "同样的诉求已经提过" in told(batch)[0][1]) == (Verdict.ASKED, True)


def test_a_ticket_of_a_client_goes_to_its_steward_and_one_of_two_of_a_name_to_all(imported, clerk, now):
    client = Client.objects.create(kind="enterprise", code="E1", name="昆山样例甲有限公司", since=now.date())
    Stewardship.objects.create(client=client, steward=clerk, since=now.date())
    imported()
    assert Request.objects.get().client == client
    Client.objects.create(kind="project", code="P1", name="昆山样例甲有限公司", since=now.date())
    batch = imported(HEAD + "T5,昆山样例甲有限公司,焊工招不到。,,,\n")
    assert "不在服务对象名单里" in told(batch)[0][1]
    assert Request.objects.get(hotline_ticket__number="T5").client is None


def test_a_client_that_left_the_list_is_none(imported, now):
    Client.objects.create(kind="enterprise", code="E1", name="昆山样例甲有限公司", since=now.date() - timedelta(days=9), until=now.date() - timedelta(days=1))
    imported()
    assert Request.objects.get().client is None


def test_a_row_without_its_enterprise_is_wrong(imported):
    batch = imported(HEAD + "T6,,焊工招不到。,,,\n", confirm=False)
    assert told(batch) == [(Verdict.WRONG, "“企业名称”没有填。")]


def test_forty_one_problems_are_asked(imported, monkeypatch):
    from gaoxing.office.hotline import importing

    monkeypatch.setattr(importing, "MOST_PROBLEMS", 1)
    assert "分出了 2 件事" in told(imported(confirm=False))[0][1]


def test_the_sample_row_is_one_that_would_be_taken_in(imported):
    text = ",".join(each.label for each in COLUMNS) + "\n" + ",".join(each.example for each in COLUMNS) + "\n"
    assert told(imported(text, confirm=False))[0][0] == Verdict.NEW
