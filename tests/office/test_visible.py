"""Every model that holds something of people says who sees its rows; whoever is not named there sees none, whatever their role."""

from datetime import date

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from gaoxing.office.aftercare import permissions as aftercare
from gaoxing.office.aftercare.clients import serving
from gaoxing.office.aftercare.models import Client as Served
from gaoxing.office.aftercare.models import ClientVisit, Part, Request
from gaoxing.office.api import outbox, tokens
from gaoxing.office.api import permissions as api
from gaoxing.office.attachments import permissions as attachments
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.cases import actions, hearing, owning
from gaoxing.office.cases import permissions as cases
from gaoxing.office.cases.models import Case, Recording
from gaoxing.office.certificates import permissions as certificates
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.cultivation import permissions as cultivation
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.enterprises import permissions as enterprises
from gaoxing.office.enterprises.models import Enterprise
from gaoxing.office.escalations import permissions as escalations
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.importing import permissions as importing
from gaoxing.office.licensing import permissions as licensing
from gaoxing.office.licensing.models import Item
from gaoxing.office.names import permissions as names
from gaoxing.office.names.models import RegisteredName
from gaoxing.office.notices import permissions as notices
from gaoxing.office.notices.models import Channel, Notice
from gaoxing.office.people import accounts, consents, seeing, signing
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.delegating import Span, empower
from gaoxing.office.people.models import IdentityCheck, Person, PowerOfAttorney, Unit
from gaoxing.office.people.roles import OF_STAFF, Role
from gaoxing.office.projects import permissions as projects
from gaoxing.office.projects.models import Project, Promotion
from gaoxing.office.ratings import permissions as ratings
from gaoxing.office.ratings.models import Rating
from gaoxing.office.signatures import permissions as signatures
from gaoxing.office.signatures.models import Signer

pytestmark = pytest.mark.django_db

SAYS = {
    "people.person": seeing.visible_to,
    "people.consent": lambda person, *, on: seeing.consents_visible_to(person),
    "people.identitycheck": lambda person, *, on: seeing.checks_visible_to(person),
    "people.signin": lambda person, *, on: seeing.sign_ins_visible_to(person),
    "people.powerofattorney": lambda person, *, on: seeing.powers_visible_to(person),
    "cases.case": cases.visible_to,
    "cases.recording": lambda person, *, on: hearing.visible_to(person),
    "attachments.attachment": lambda person, *, on: attachments.visible_to(cases.visible_to(person, on=on)),
    "signatures.signer": lambda person, *, on: signatures.visible_to(cases.visible_to(person, on=on)),
    "licensing.item": licensing.visible_to,
    "aftercare.client": aftercare.clients_visible_to,
    "aftercare.clientvisit": serving.visits_visible_to,
    "aftercare.request": aftercare.visible_to,
    "aftercare.part": aftercare.parts_visible_to,
    "escalations.escalation": escalations.visible_to,
    "escalations.cause": escalations.causes_visible_to,
    "projects.project": projects.visible_to,
    "projects.promotion": projects.promotions_visible_to,
    "cultivation.assessed": cultivation.visible_to,
    "notices.notice": lambda person, *, on: notices.visible_to(person) if person else Notice.objects.none(),
    "names.registeredname": names.visible_to,
    "ratings.rating": ratings.visible_to,
    "api.token": lambda person, *, on: api.visible_to(person),
    "api.subscription": api.subscriptions_visible_to,
    "enterprises.enterprise": enterprises.visible_to,
    "certificates.certificate": certificates.visible_to,
    "importing.importbatch": importing.visible_to,
}
"""Who sees the rows of each model, as every one of them says."""

WITH_ANOTHER = {
    "people.roleassignment": "shown with its account",
    "people.delegation": "shown to its giver and its taker",
    "signatures.signature": "part of a signer, who hangs on a case",
    "cases.help": "tells who helps with a case",
    "cases.step": "part of a case",
    "licensing.jointcase": "part of a joint case",
    "licensing.visit": "part of a joint case",
    "licensing.openingduty": "part of a joint case",
    "licensing.itemevent": "part of a licence of a joint case",
    "licensing.defect": "part of a licence of a joint case",
    "licensing.helpasked": "tells which draft waits for a clerk",
    "cases.submission": "part of a case",
    "aftercare.stewardship": "part of a client",
    "hotline.hotlineticket": "part of a request",
    "importing.importline": "part of an import",
    "aftercare.clientcontact": "part of a client",
    "aftercare.counit": "part of a part of a request",
    "aftercare.forcemember": "part of a part of a request",
    "aftercare.forcetask": "part of a part of a request (forces/tasks.py: visible_to)",
    "aftercare.requestevent": "part of a request",
    "escalations.escalationevent": "part of a stuck matter",
    "escalations.causeevent": "part of a cause",
    "projects.projectversion": "part of a project",
    "projects.projectevent": "part of a project",
    "projects.projectprogress": "part of a project",
    "projects.projectreminder": "part of a project",
    "projects.formerinvestor": "part of a project in promotion",
    "projects.promotionstage": "part of a project in promotion",
    "projects.promotioncount": "part of a project in promotion",
    "projects.promotionplan": "part of a project in promotion",
    "projects.promotionmonth": "part of a project in promotion",
    "projects.promotionevent": "part of a project in promotion",
    "cultivation.assessedrung": "part of an enterprise on the ladder",
    "cultivation.qualification": "part of an enterprise on the ladder",
    "cultivation.growthyear": "part of an enterprise on the ladder",
    "aftercare.partevent": "part of a part of a request",
    "escalations.escalationreveal": "part of what does not get done; the person reads it among who looked",
    "aftercare.requestreveal": "part of a request; its enterprise reads it among who looked",
    "aftercare.namedleader": "who of the staff is told of what is late",
    "cases.caseevent": "part of a case",
    "ratings.callback": "part of a rating",
    "cases.casenote": "part of a case; no applicant reads it",
    "cases.searchkey": "leads to a case; digests alone",
    "api.replay": "part of a token; sealed, and shown to nobody but the system that asks again",
    "api.delivery": "part of a webhook; numbers and states alone",
    "cases.unlisted": "tells which case still lacks its search keys",
    "cases.reveal": "part of a case; its applicant reads it among who looked",
}
"""Models that are seen with the record they hang on."""

NOTHING_OF_PEOPLE = {
    "people.unit",
    "people.signincode",
    "cases.serial",
    "names.namekey",
    "names.nameload",
    "notices.template",
    "zone.zoneversion",
    "licensing.desk",
    "licensing.localcatalogue",
    "projects.policylists",
    "certificates.coderange",
    "certificates.seal",
    "audit.entry",
    "audit.head",
    "keys.canary",
    "health.beat",
    "retention.deletion",
}
"""Models that hold words of the office, digests and numbers alone; the audit's own page is the auditors'."""

APPS = {"people", "cases", "licensing", "attachments", "notices", "names", "ratings", "enterprises", "certificates", "zone", "audit", "keys", "retention"}
APPS |= {"signatures", "health", "api", "aftercare", "importing", "hotline", "escalations", "projects", "cultivation"}


@pytest.fixture
def owner(now):
    return accounts.applicant_of("13900001234", language="zh-hans", now=now)


@pytest.fixture
def other(now):
    return accounts.applicant_of("13900005678", language="zh-hans", now=now)


@pytest.fixture
def rows(owner, now, on):
    """One row of every model, the owner's where it can be anybody's."""
    case = actions.open_draft(now=now)
    owning.adopt([case.reference], owner, now=now)
    Recording.objects.create(case=case, token="t", sound=b"", milliseconds=1, consent="1", made=now, until=now)
    served = Served.objects.create(kind="project", code="P1", name="昆山登记测试有限公司", person=owner, since=on)
    visitor, _ = accounts.open_staff("visitor", "赵某", by=None, now=now, demo=True)
    ClientVisit.objects.create(client=served, steward=visitor, how="on_site", at=now, made=now)
    asked = {"client": served, "enterprise": served.name, "owner": owner, "source": "enterprise", "made": now, "changed": now}
    Part.objects.create(request=Request.objects.create(said="", **asked), number=1, category="policy", changed=now)
    Escalation.objects.create(owner=owner, cause=Cause.objects.create(kind="rule", name="样例", made=now, changed=now), made=now, changed=now)
    Project.objects.create(owner=owner, made=now, changed=now)
    Assessed.objects.create(owner=owner, made=now, changed=now)
    Promotion.objects.create(name="示例项目", investor="样例", made=now, changed=now)
    Item.objects.create(case=case, licence="signboard", name="店招", document="备案", authority="城市管理局", basis="条例", days=5)
    Attachment.objects.create(case=case.pk, token="a", name=b"", media_type="image/png", size=1, added=now)
    Signer.objects.create(token="s", case=case.pk, key="k", who=b"", touched=now)
    Notice.objects.create(token="n", person=owner.pk, event="draft_ending", channel=Channel.PAGE, language="zh-hans", content=b"", due=now, made=now)
    tokens.make(owner, "对接", ["names"], days=1, now=now)
    outbox.subscribe(owner, "https://hooks.example/in", ["case.decided"], now=now, by=None)
    Rating.objects.create(kind="cases.case", subject=case.pk, reference="1", person=owner, asked=now)
    consents.give("privacy", "2026-11", now=now, person=owner)
    IdentityCheck.objects.create(person=owner, way="seen", document="passport", on=on, at=now, passed=True)
    owner.sign_ins.create(session="s", began=now, seen=now)
    RegisteredName.objects.create(prefecture=3205, name="昆山占用测试有限公司", state="held", since=on)
    Enterprise.objects.create(code="c", name="昆山登记测试有限公司", status="active", record=b"", changed=now)
    told = {"year": 2026, "serial": 1, "version": 1, "content": {}, "case": case.pk, "case_number": "n", "issued": now}
    Certificate.objects.create(token="t", kind="licence", number="1", code="c", name="昆山登记测试有限公司", **told)
    empower(owner, accounts.applicant_of("13900009999", language="zh-hans", now=now), acts=["change_case"], matters=[], span=Span(on, on), now=now)
    return case


@pytest.fixture
def on(now) -> date:
    return now.date()


def one_of(role, now):
    person, _ = accounts.open_staff(role.replace("_", "."), "王某", by=None, now=now, demo=True)
    assign(person, role, by=None, now=now, unit=Unit.objects.create(code="U1", name="某单位") if role == "unit_handler" else None)
    return person


def seen_by(person, on):
    """The models of which a person sees a row that is not their own account."""
    return {model for model, says in SAYS.items() if (says(person, on=on).exclude(pk=person.pk if person and model == "people.person" else 0)).exists()}


def test_every_model_says_who_sees_it_or_holds_nothing_of_people():
    every = {model._meta.label_lower for model in apps.get_models() if model._meta.app_label in APPS and model.__module__.startswith("gaoxing.")}
    assert sorted(every - set(SAYS) - set(WITH_ANOTHER) - NOTHING_OF_PEOPLE) == []


def test_the_owner_sees_all_that_is_theirs_and_nothing_of_the_office(owner, rows, on):
    assert set(SAYS) - seen_by(owner, on) == {
        "people.person",
        "names.registeredname",
        "enterprises.enterprise",
        "certificates.certificate",
        "importing.importbatch",
        "aftercare.clientvisit",
        "escalations.cause",
        "projects.promotion",
    }


def test_another_applicant_sees_nothing(other, rows, on):
    assert seen_by(other, on) == set()


def test_a_stranger_sees_nothing(rows, on):
    assert seen_by(None, on) == set()


@pytest.mark.parametrize("role", sorted(OF_STAFF))
def test_a_role_sees_what_the_policy_table_names_and_nothing_of_an_applicant(rows, role, now, on):
    stuck, filed = {"escalations.escalation", "escalations.cause"}, {"projects.project"}
    promoted = {"projects.promotion"}
    named = {
        "examiner": {"names.registeredname", "enterprises.enterprise", "certificates.certificate"} | filed,
        "window_clerk": {"enterprises.enterprise", "certificates.certificate"} | filed,
        "leader": {"certificates.certificate", "ratings.rating", "aftercare.client", "aftercare.clientvisit", "aftercare.request", "aftercare.part"}
        | stuck
        | filed
        | promoted
        | {"cultivation.assessed"},
        "steward": {"aftercare.request", "aftercare.part"} | stuck | filed | promoted,
        "unit_handler": promoted,
        "system_administrator": {"people.person", "api.subscription"},
        "security_administrator": {"people.person"},
    }
    accounts.open_staff("some.body", "李某", by=None, now=now)
    assert seen_by(one_of(role, now), on) == named.get(role, set())


def test_administrators_of_accounts_see_staff_and_no_applicant(owner, now, on):
    seen = seeing.visible_to(one_of("system_administrator", now), on=on)
    assert set(seen.values_list("kind", flat=True)) == {Person.Kind.STAFF}


def test_an_agent_hears_no_recording_though_they_may_see_the_case(owner, other, rows, now, on):
    empower(owner, other, acts=["see_case"], matters=[], span=Span(on, on), now=now)
    assert cases.visible_to(other, on=on).exists()
    assert not hearing.visible_to(other).exists()
    assert attachments.visible_to(cases.visible_to(other, on=on)).exists()
    assert PowerOfAttorney.objects.count() == seeing.powers_visible_to(owner).count() == 2


def test_a_registered_name_is_everybodys_to_see_and_a_held_one_the_examiners(rows, now, on):
    RegisteredName.objects.create(prefecture=3205, name="昆山公开测试有限公司", state="active", since=on)
    assert [each.name for each in names.visible_to(None, on=on)] == ["昆山公开测试有限公司"]
    assert names.visible_to(one_of("examiner", now), on=on).count() == 2


@pytest.mark.parametrize("kind", ["applicant", "staff"])
def test_every_account_says_who_sees_it_and_why(owner, now, kind):
    person = owner if kind == "applicant" else one_of("leader", now)
    told = seeing.who_sees(person)
    assert told[0].who == "本人"
    assert all(each.why.endswith("。") for each in told)
    assert (str(Role.SECURITY_ADMINISTRATOR.label) in [each.who for each in told]) == (kind == "staff")


def test_every_other_record_says_it_too(rows, owner):
    name, notice = RegisteredName.objects.get(), Notice.objects.get()
    told = [*names.who_sees(name), *enterprises.who_sees(), *notices.who_sees(notice), *hearing.who_hears(rows)]
    told += attachments.who_sees(cases.who_sees(rows, on=date(2026, 11, 24)))
    told += escalations.who_sees(Escalation.objects.get())
    told += projects.who_sees(Project.objects.get())
    told += [*api.who_sees(), *api.who_sees_subscription()]
    told += signatures.who_sees(cases.who_sees(rows, on=date(2026, 11, 24)))
    assert all(each.who and each.why.endswith("。") for each in told)
    assert [each.who for each in enterprises.who_sees()][1:] == ["窗口人员", "审核人员"]


def test_a_notice_sent_elsewhere_is_shown_to_nobody(rows):
    notice = Notice(channel=Channel.SMS)
    assert "谁也看不到" in notices.who_sees(notice)[0].why


def test_the_page_of_a_draft_tells_of_its_recordings_too(visitor, statement, now):
    visitor.post("/draft/words", {"words": statement})
    assert "录音只在这份草稿里" not in visitor.get("/draft/who").content.decode()
    Recording.objects.create(case=Case.objects.get(), token="t", sound=b"", milliseconds=1, consent="1", made=now, until=now)
    assert "录音只在这份草稿里" in visitor.get("/draft/who").content.decode()


@pytest.mark.parametrize("path", ["/account/data", "/notices"])
def test_a_page_of_ones_own_says_who_sees_it(owner, path):
    client = Client()
    client.force_login(owner)
    session = client.session
    client.cookies[signing.COOKIE] = signing.bind(session, "", number=owner.sign_ins.get().pk, now=timezone.now())
    session.save()
    assert "谁能看，为什么" in client.get(path).content.decode()
