"""What the people's pages post: only what a form names is taken, and each kind of wrong input has its sentence."""

from datetime import timedelta

import pytest

from gaoxing.office.people.forms import (
    CodeForm,
    CorrectionForm,
    DelegationForm,
    MobileForm,
    NewPasswordForm,
    PasswordForm,
    PersonForm,
    PowerForm,
    RealNameForm,
    RoleForm,
    SeenForm,
    UnitForm,
    first_error,
)
from gaoxing.office.people.models import Unit

pytestmark = pytest.mark.django_db
MATTERS = [("company_registration", "公司设立登记")]


@pytest.mark.parametrize("typed", ["13900001234", "139 0000 1234", "１３９００００１２３４", "+86 139-0000-1234", "139-0000-1234"])
def test_a_mobile_number_is_taken_however_it_is_typed(typed):
    form = MobileForm({"who": typed, "agree": "yes"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["who"] == "13900001234"


@pytest.mark.parametrize(
    ("typed", "why"),
    [("", "请先写手机号"), ("1390000", "手机号"), ("0512-57312345", "不能写座机"), ("9" * 41, "太长"), ("中文", ""), ("13900001234; drop table", "")],
)
def test_what_is_no_mobile_number_is_refused_with_a_sentence(typed, why):
    form = MobileForm({"who": typed, "agree": "yes"})
    assert not form.is_valid()
    assert first_error(form)
    assert why in first_error(form)


def test_signing_in_asks_for_the_consent_once():
    assert "隐私说明" in first_error(MobileForm({"who": "13900001234"}))
    assert MobileForm({"who": "13900001234"}, agreed=True).is_valid()


@pytest.mark.parametrize(("typed", "digits"), [("123456", "123456"), (" 123 456 ", "123456"), ("１２３４５６", ""), ("12a34b56", "123456")])
def test_a_code_is_its_digits(typed, digits):
    form = CodeForm({"code": typed})
    assert form.is_valid()
    assert form.cleaned_data["code"] == digits


@pytest.mark.parametrize("form", [CodeForm, PasswordForm, NewPasswordForm, PersonForm, UnitForm, SeenForm, RealNameForm, RoleForm])
def test_an_empty_post_is_told_what_to_fill_in(form):
    made = form({})
    assert not made.is_valid()
    assert first_error(made).endswith("。")


def test_a_password_keeps_its_blanks():
    form = PasswordForm({"who": " some.one ", "password": " a b "})
    assert form.is_valid()
    assert (form.cleaned_data["who"], form.cleaned_data["password"]) == ("some.one", " a b ")


def test_a_new_password_is_written_twice_alike():
    assert NewPasswordForm({"password": "alpha", "again": "alpha"}).is_valid()
    assert "两次写的不一样" in first_error(NewPasswordForm({"password": "alpha", "again": "beta"}))


@pytest.mark.parametrize(("given", "valid"), [({}, True), ({"email": "a@example.cn"}, True), ({"email": "a@"}, False), ({"name": "某" * 31}, False)])
def test_a_correction_takes_name_and_address_alone(given, valid):
    form = CorrectionForm({**given, "mobile": "13911112222", "kind": "staff"})
    assert form.is_valid() is valid
    assert set(form.fields) == {"name", "email"}


@pytest.mark.parametrize(("role", "valid"), [("window_clerk", True), ("applicant", False), ("agent", False), ("king", False)])
def test_only_roles_of_staff_can_be_given(role, valid):
    assert RoleForm({"role": role}).is_valid() is valid


def test_a_closed_unit_can_be_chosen_nowhere(on):
    closed = Unit.objects.create(code="U1", name="某单位", closed=on)
    assert not RoleForm({"role": "unit_handler", "unit": closed.pk}).is_valid()
    assert not UnitForm({"code": "U2", "name": "某科", "parent": closed.pk}).is_valid()


def test_an_office_has_no_offices(on):
    office = Unit.objects.create(code="U2", name="某科", parent=Unit.objects.create(code="U1", name="某单位"))
    assert not UnitForm({"code": "U3", "name": "某组", "parent": office.pk}).is_valid()


@pytest.mark.parametrize(
    ("given", "why"),
    [({"taker": ""}, "同事的账号"), ({"since": "tomorrow"}, "2026-11-25"), ({"until": ""}, "到哪一天止"), ({"kind": "theft"}, ""), ({"acts": ["fly"]}, "")],
)
def test_a_delegation_that_says_too_little_or_something_else_is_refused(on, given, why):
    whole = {"taker": "clerk.two", "kind": "deputy", "acts": ["verify_identity"], "since": f"{on}", "until": f"{on + timedelta(days=1)}"}
    assert DelegationForm(whole).is_valid()
    form = DelegationForm({**whole, **given})
    assert not form.is_valid()
    assert why in first_error(form)


@pytest.mark.parametrize("given", [{"agent": "0512-57312345"}, {"matters": ["robbery"]}, {"until": "2026-13-01"}])
def test_a_power_for_nobody_for_no_matter_or_until_no_day_is_refused(on, given):
    whole = {"agent": "13900005678", "matters": ["company_registration"], "since": f"{on}", "until": f"{on}"}
    assert PowerForm(whole, matters=MATTERS).is_valid()
    assert not PowerForm({**whole, **given}, matters=MATTERS).is_valid()
