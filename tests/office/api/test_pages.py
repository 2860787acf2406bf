"""The pages of tokens and webhooks, and the command: shown once, one's own alone, and a sentence where something is wrong."""

import io

import pytest
from django.core.management import CommandError, call_command

from gaoxing.cli import main
from gaoxing.office.api import holding, outbox
from gaoxing.office.api.models import Delivery, Subscription, Token
from gaoxing.office.api.templatetags.pushed import WORDS, event_word
from gaoxing.office.people import my_data
from gaoxing.office.people.models import Person
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


def test_every_event_of_a_webhook_is_offered_in_words(system_page):
    page = text(system_page.get("/staff/webhooks"))
    assert set(WORDS) == set(outbox.EVENTS)
    assert [word for word in WORDS.values() if str(word) not in page] == []
    assert (event_word("case.decided"), event_word("case.unheard")) == ("作出决定（准予或者不予登记）", "case.unheard")


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


def test_what_was_typed_stands_there_again_after_a_refusal(mine, system_page):
    page = text(mine.post("/account/tokens", {"label": "政务平台", "scope": ["submit"], "days": "9999"}))
    assert 'value="政务平台"' in page
    assert 'value="submit" checked' in page
    page = text(system_page.post("/staff/webhooks", {"owner": "nobody", "url": "https://hooks.example/in", "event": ["case.decided"]}))
    assert 'value="https://hooks.example/in"' in page
    assert 'value="case.decided" checked' in page


@pytest.mark.parametrize("label", ["\x00", "对接\x00系统", "<b>对接</b>", "\u202e对接"])
def test_a_strange_label_is_kept_harmless_or_refused_on_either_database(mine, label):
    answer = mine.post("/account/tokens", {**FORM, "label": label})
    assert (answer.status_code, Token.objects.count()) == ((409, 0) if label == "\x00" else (200, 1))
    assert "<b>对接" not in text(answer)


@pytest.mark.parametrize("path", ["/account/tokens/99999999999999999999/revoke", "/account/tokens/0/revoke"])
def test_a_token_that_never_was_is_absent(mine, path):
    assert mine.post(path).status_code == 404


@pytest.mark.parametrize("act", ["webhooks/0/end", "webhooks/99999999999999999999/resume", "webhooks/deliveries/99999999999999999999/again"])
def test_a_webhook_that_never_was_is_absent(system_page, act):
    assert system_page.post(f"/staff/{act}").status_code == 404


def test_an_owner_with_a_nul_is_nobody(system_page, owner):
    assert system_page.post("/staff/webhooks", {**HOOK, "owner": "\x00"}).status_code == 409


def test_an_ended_webhook_is_neither_shown_nor_ended_again(system_page, owner, now):
    made, _secret = outbox.subscribe(owner, HOOK["url"], ["case.submitted"], now=now, by=None)
    outbox.end(made, now=now, by=None)
    assert HOOK["url"] not in text(system_page.get("/staff/webhooks"))
    assert [system_page.post(f"/staff/webhooks/{made.pk}/{act}").status_code for act in ("end", "resume")] == [404, 404]


def test_a_closed_account_gets_no_token_at_the_machine(owner):
    Person.objects.filter(pk=owner.pk).update(is_active=False)
    with pytest.raises(CommandError, match="停用了"):
        call_command("token_add", account=owner.account, label="测试", scope=["names"], days=1)


def test_ones_own_data_tells_of_tokens_and_webhooks_and_of_no_secret(owner, token_of, now):
    made = token_of(owner)
    _hook, secret = outbox.subscribe(owner, HOOK["url"], HOOK["event"], now=now, by=None)
    told = my_data.collected(owner, now=now)
    assert [each["start"] for each in told["api.token"]] == [made.token.start]
    assert [each["url"] for each in told["api.subscription"]] == [HOOK["url"]]
    assert not [each for each in (made.text, made.token.digest, secret) if each in str(told)]


def test_with_the_account_its_tokens_and_webhooks_are_deleted_and_nobody_elses(owner, token_of, staff, now):
    made, others = token_of(owner), token_of(staff("leader"), ("names",))
    outbox.subscribe(owner, HOOK["url"], HOOK["event"], now=now, by=None)
    assert [each.delete(owner, now) for each in (holding.TOKENS, holding.SUBSCRIPTIONS)] == [1, 1]
    assert [each.numbers(owner) for each in (holding.TOKENS, holding.SUBSCRIPTIONS)] == [[], []]
    assert System(made.text).get("/cases").status_code == 401
    assert Token.objects.get() == others.token
