"""The pages of tokens and webhooks, and the command: shown once, one's own alone, and a sentence where something is wrong."""

import io

import pytest
from django.core.management import CommandError, call_command

from gaoxing.cli import main
from gaoxing.office.api import outbox
from gaoxing.office.api.models import Delivery, Subscription, Token
from tests.office.api.conftest import System
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
FORM = {"label": "政务平台", "scope": ["read_cases", "submit"], "days": "30"}
HOOK = {"url": "https://hooks.example/in", "event": ["case.decided"]}


@pytest.fixture
def mine(owner, signed_in):  # noqa: F811
    return signed_in(owner)


@pytest.fixture
def system_page(staff, signed_in):  # noqa: F811
    return signed_in(staff("system_administrator"))


def text(answer):
    return answer.content.decode()


def test_a_token_is_shown_once_and_works(mine):
    page = text(mine.post("/account/tokens", FORM))
    token = page.partition('<code id="token">')[2].partition("<")[0]
    assert System(token).get("/cases").status_code == 200
    assert token not in text(mine.get("/account/tokens"))


def test_only_what_the_person_may_do_is_offered(mine):
    page = text(mine.get("/account/tokens"))
    assert ('value="submit"' in page, 'value="handle"' in page) == (True, False)


@pytest.mark.parametrize("wrong", [{"label": ""}, {"scope": []}, {"scope": ["handle"]}, {"days": "x"}, {"days": "9999"}, {"days": "-1"}])
def test_a_wrong_form_makes_no_token_and_says_why(mine, wrong):
    answer = mine.post("/account/tokens", {**FORM, **wrong})
    assert (answer.status_code, Token.objects.count()) == (409, 0)
    assert 'id="told-why"' in text(answer)


def test_a_token_is_revoked_by_its_person_alone(mine, owner, token_of, staff):
    own, others = token_of(owner), token_of(staff("leader"), ("read_cases",))
    assert mine.post(f"/account/tokens/{own.token.pk}/revoke").status_code == 302
    assert mine.post(f"/account/tokens/{others.token.pk}/revoke").status_code == 404
    assert [Token.objects.get(pk=each.token.pk).ended is None for each in (own, others)] == [False, True]


def test_the_administrator_sets_a_webhook_and_sees_its_secret_once(system_page, owner):
    page = text(system_page.post("/staff/webhooks", {**HOOK, "owner": owner.account}))
    secret = page.partition('<code id="secret">')[2].partition("<")[0]
    assert outbox.secret_of(Subscription.objects.get()) == secret
    assert secret not in text(system_page.get("/staff/webhooks"))


@pytest.mark.parametrize("wrong", [{"owner": "nobody"}, {"url": "http://x"}, {"event": []}])
def test_a_wrong_webhook_is_refused_with_a_sentence(system_page, owner, wrong):
    answer = system_page.post("/staff/webhooks", {**HOOK, "owner": owner.account, **wrong})
    assert (answer.status_code, Subscription.objects.count()) == (409, 0)


def test_a_webhook_is_resumed_a_delivery_sent_again_and_it_is_ended(system_page, owner, sent_case, now):
    made, _secret = outbox.subscribe(owner, HOOK["url"], ["case.submitted"], now=now, by=None)
    sent_case()
    delivery = Delivery.objects.get()
    Subscription.objects.update(paused=now, failures=20)
    Delivery.objects.update(state="given_up", tries=7)
    system_page.post(f"/staff/webhooks/{made.pk}/resume")
    system_page.post(f"/staff/webhooks/deliveries/{delivery.pk}/again")
    delivery.refresh_from_db()
    assert (Subscription.objects.get().paused, delivery.state, delivery.tries) == (None, "queued", 0)
    system_page.post(f"/staff/webhooks/{made.pk}/end")
    assert system_page.post(f"/staff/webhooks/deliveries/{delivery.pk}/again").status_code == 404


def test_the_pages_lead_to_one_another(mine, system_page):
    assert 'href="/account/tokens"' in text(mine.get("/account"))
    assert 'href="/staff/webhooks"' in text(system_page.get("/staff"))


def test_a_token_is_made_at_the_machine(owner):
    out = io.StringIO()
    call_command("token_add", account=owner.account, label="测试", scope=["read_cases"], days=1, stdout=out)
    assert System(out.getvalue().split()[-1]).get("/cases").status_code == 200


@pytest.mark.parametrize("given", [{"account": "nobody"}, {"scope": ["x"]}, {"days": 0}])
def test_at_the_machine_too_it_is_said_what_is_wrong(owner, given):
    with pytest.raises(CommandError):
        call_command("token_add", **{"account": owner.account, "label": "测试", "scope": ["names"], "days": 1, **given})


def test_the_terminal_knows_the_command(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["token", "add", "--help"])
    assert ended.value.code == 0
    assert "--scope" in capsys.readouterr().out
