"""The demonstration's zone: a founder's case is decided at once in it, signatures and all, and building it again changes nothing."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from gaoxing.office.audit.entry import OPERATOR, Actor
from gaoxing.office.cases import signing
from gaoxing.office.cases.models import Case, Submission
from gaoxing.office.cases.queries import form_of
from gaoxing.office.cases.submitting import Sent, submit
from gaoxing.office.certificates import ranges
from gaoxing.office.certificates.models import Certificate, CodeRange
from gaoxing.office.examination import demo, queries
from gaoxing.office.examination.actions import examine
from gaoxing.office.names.models import NameLoad, RegisteredName
from gaoxing.office.people.identity import Rehearsal
from gaoxing.office.signatures import actions, links, proving
from gaoxing.office.signatures.service import provider
from gaoxing.office.zone import queries as zone
from gaoxing.office.zone.models import ZoneVersion
from tests.office.cases.conftest import NAME, TYPED
from tests.office.examination.conftest import CLEAN

pytestmark = pytest.mark.django_db
ME = Actor(7, "applicant")


@pytest.fixture
def shown(now, settings):
    """The demonstration's zone and its rehearsed provider of signatures."""
    settings.SIGNING = {"GAOXING_SIGNING_URL": "rehearsal"}
    demo.build(now=now)
    yield
    zone.forget()


def sign(case, now):
    """Everybody who must sign signs by a link, and proves who they are by it."""
    for person in signing.needed(form_of(case), on=now.date()).people:
        signer = links.opened(links.ask(case.pk, person, actor=ME, now=now), now=now)
        proving.prove(signer, person, person.number, service=Rehearsal(), now=now)
        actions.sign(signer, person, actions.shown(person.papers), provider=provider(), now=now)


@pytest.fixture
def filed(draft_of, judged_of, owner, now):
    """A founder's case of the demonstration, signed and submitted, with its examination."""

    def handed(said=CLEAN, *, signed=True):
        case = draft_of(said, TYPED)
        if signed:
            sign(case, now)
        made = submit(case, judged_of(said, TYPED), Sent("page", case.revision), owner, now=now + timedelta(minutes=5))
        examine(Submission.objects.get(pk=made.pk), now=now + timedelta(minutes=5))
        return Case.objects.get(pk=case.pk)

    return handed


def test_a_founder_who_signs_by_a_link_is_registered_and_has_a_licence(shown, filed):
    case = filed()
    assert queries.of_case(case).unmet == ""
    assert case.state == Case.State.REGISTERED
    assert Certificate.objects.filter(case=case.pk).exists()


def test_an_address_that_is_not_standard_goes_to_a_clerk(shown, filed):
    case = filed(CLEAN.replace("前进西路188号101室", "老市场旁边"))
    assert case.state == Case.State.SUBMITTED
    assert "address" in queries.of_case(case).unmet.split()


def test_who_signs_on_paper_goes_to_a_clerk(shown, filed):
    assert queries.of_case(filed(signed=False)).unmet.split() == ["identities", "signed"]


def test_an_agent_s_submission_goes_to_a_clerk_who_sees_the_power_of_attorney(shown, filed, monkeypatch):
    monkeypatch.setattr("gaoxing.office.cases.submitting.role_for", lambda *given, **more: "agent")
    assert "signed" in queries.of_case(filed()).unmet.split()


def test_a_name_close_to_one_of_the_demonstration_s_is_found(shown, filed):
    case = filed(CLEAN.replace(NAME, "昆山市演示样板面馆"))
    assert "name" in queries.of_case(case).unmet.split()


def test_built_again_nothing_is_there_twice(shown, now):
    demo.build(now=now + timedelta(days=1))
    counts = [each.objects.count() for each in (ZoneVersion, CodeRange, NameLoad, RegisteredName)]
    assert counts == [1, 1, 1, len(demo.NAMES)]


def test_what_somebody_changed_stays(db, now):
    ranges.add("MA00000A", "MA00000A", zone.profile().region, actor=OPERATOR, now=now)
    demo.build(now=now)
    assert CodeRange.objects.get().last == "MA00000A"
    assert zone.profile().automatic
    zone.forget()


def test_it_is_made_in_the_demonstration_alone(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="gaoxing demo"):
        call_command("demo_zone")
    assert not ZoneVersion.objects.exists()


def test_the_command_makes_it_and_says_what_it_does(settings, capsys):
    settings.DEMO = True
    call_command("demo_zone")
    assert "当场登记" in capsys.readouterr().out
    assert zone.profile().automatic
    zone.forget()
