"""The account page (我的账号): who one is here, one's sessions and second factors, the password, what one passed on."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gaoxing.catalogue import Matter, matters
from gaoxing.office.language import in_english
from gaoxing.office.people import accounts, delegating, identity, policy, signing
from gaoxing.office.people.delegating import Span
from gaoxing.office.people.forms import DelegationForm, NewPasswordForm, PowerForm, first_error
from gaoxing.office.people.models import Delegation, Person, PowerOfAttorney
from gaoxing.office.people.permissions import assignments, may, roles_of
from gaoxing.office.people.roles import Role
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import telephone


@require_GET
@careful
def account(request: HttpRequest) -> HttpResponse:
    """The account (GET /account)."""
    person, today = person_of(request), timezone.localdate()
    told = {
        "name": accounts.name_of(person),
        "mobile": telephone.mask(accounts.own(person, "mobile")),
        "assignments": assignments(person, on=today).select_related("unit"),
        "roles": [Role(each).label for each in sorted(roles_of(person, on=today))],
        "sign_ins": signing.live(person),
        "this": signing.number_of(request),
        "factors": Authenticator.objects.filter(user=person).exclude(type=Authenticator.Type.RECOVERY_CODES).count(),
        "verified": identity.verified(person),
        "delegates": may(person, "delegate", on=today),
    }
    return render(request, "people/account.html", told)


@require_http_methods(["GET", "POST"])
@careful
def change_password(request: HttpRequest) -> HttpResponse:
    """Another password (GET and POST /account/password); every other session of the person ends."""
    person, told, status = person_of(request), "", HTTPStatus.OK
    if request.method == "POST":
        form, now = NewPasswordForm(request.POST), timezone.now()
        told, status = first_error(form), HTTPStatus.BAD_REQUEST
        if not told:
            try:
                accounts.change_password(person, form.cleaned_data["password"], now=now)
            except NotAllowed as refusal:
                told = refusal.reason
            else:
                signing.stay(request, person)
                signing.end_all(person, why=signing.ENDED, now=now, but=signing.number_of(request))
                return redirect("staff" if person.is_staff_member else "account")
    return render(request, "people/password.html", {"told": told, "due": person.password_due, "has": person.has_usable_password()}, status=status)


@require_POST
@careful
def end_sign_in(request: HttpRequest) -> HttpResponse:
    """One of the person's own sessions ends, or all but this one (POST /account/sign-ins/end, `number` or nothing)."""
    person, now, number = person_of(request), timezone.now(), request.POST.get("number", "")
    if not number:
        signing.end_all(person, why=signing.ENDED, now=now, but=signing.number_of(request))
        return redirect("account")
    mine = next((each for each in signing.live(person) if str(each.pk) == number), None)
    if mine is None:
        raise NotAllowed(_("没有这次登录，或它已经结束了。"))
    signing.end(mine, why=signing.ENDED, now=now)
    return redirect("account")


@require_http_methods(["GET", "POST"])
@careful
def delegations(request: HttpRequest) -> HttpResponse:
    """What one passed on and was given (GET /account/delegations); another delegation or deputy (POST)."""
    person, told = person_of(request), ""
    if request.method == "POST":
        form, now = DelegationForm(request.POST), timezone.now()
        told = first_error(form)
        if not told:
            given = form.cleaned_data
            taker = Person.objects.filter(account=given["taker"].strip().lower()).first()
            delegating.delegate(person, taker, kind=given["kind"], acts=given["acts"], span=Span(given["since"], given["until"]), now=now)
            return redirect("delegations")
    today = timezone.localdate()
    able = [each for each in policy.delegable() if may(person, each.name, on=today)]
    shown = {"able": able, "kinds": Delegation.Kind.choices, "today": today, "told": told, "terms": {act.name: act.spoken for act in policy.delegable()}}
    lists = {"given": [_listed(each) for each in person.given.order_by("-pk")[:50]], "taken": [_listed(each) for each in person.taken.order_by("-pk")[:50]]}
    return render(request, "people/delegations.html", {**shown, **lists}, status=HTTPStatus.BAD_REQUEST if told else HTTPStatus.OK)


@require_http_methods(["GET", "POST"])
@careful
def powers(request: HttpRequest) -> HttpResponse:
    """The powers of attorney that an applicant gave and holds (GET /account/powers); another one (POST)."""
    person, told, choices = person_of(request), "", [(each.id, _named(each)) for each in matters() if each.fillable]
    if request.method == "POST":
        form, now = PowerForm(request.POST, matters=choices), timezone.now()
        told = first_error(form)
        if not told:
            given = form.cleaned_data
            acts = ["see_case", *(["change_case"] if given["change"] else []), *(["submit_case"] if given["submit"] else [])]
            agent = accounts.find_applicant(given["agent"])
            delegating.empower(person, agent, acts=acts, matters=given["matters"], span=Span(given["since"], given["until"]), now=now)
            return redirect("powers")
    names = dict(choices)
    lists = {"given": [_power(each, names) for each in person.powers_given.order_by("-pk")[:50]], "held": [_power(each, names) for each in person.powers.all()]}
    shown = {"matters": choices, "today": timezone.localdate(), "told": told}
    return render(request, "people/powers.html", {**shown, **lists}, status=HTTPStatus.BAD_REQUEST if told else HTTPStatus.OK)


@require_POST
@careful
def withdraw(request: HttpRequest, *, power: bool = False) -> HttpResponse:
    """Something passed on is taken back (POST /account/delegations/withdraw, /account/powers/withdraw, `number`); only one's own is found."""
    person, number = person_of(request), request.POST.get("number", "")
    wanted = int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else 0
    found: Delegation | PowerOfAttorney | None
    found = person.powers_given.filter(pk=wanted, withdrawn=None).first() if power else person.given.filter(pk=wanted, withdrawn=None).first()
    if found is None:
        raise NotAllowed(_("没有这一条，或它已经收回了。"))
    delegating.withdraw(found, by=person, now=timezone.now())
    return redirect("powers" if power else "delegations")


def _listed(each: Delegation) -> dict[str, Any]:
    terms = {act.name: act.spoken for act in policy.delegable()}
    names = {"giver": accounts.name_of(each.giver), "taker": accounts.name_of(each.taker)}
    return {"row": each, "acts": [terms.get(act, act) for act in each.acts], **names}


def _named(matter: Matter) -> str:
    """A matter in the language of the page."""
    return matter.english.card("name", matter.name) if in_english() else matter.name


def _power(each: PowerOfAttorney, names: dict[str, str]) -> dict[str, Any]:
    who = {"agent": accounts.name_of(each.agent), "principal": accounts.name_of(each.principal)}
    able = {"changes": "change_case" in each.acts, "submits": "submit_case" in each.acts}
    return {"row": each, "matters": [names.get(matter, matter) for matter in each.matters], **able, **who}
