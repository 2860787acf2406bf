"""Addresses of the people (人员): signing in, the account, the staff. Of allauth only what is used here: no registration, no reset by mail."""

from allauth.account.views import reauthenticate
from django.urls import include, path

from gaoxing.office.people.views import account, my_data, signing_in, staff, units, verifying

urlpatterns = [
    path("sign-in", signing_in.sign_in, name="sign_in"),
    path("sign-in/code", signing_in.sign_in_code, name="sign_in_code"),
    path("sign-in/password", signing_in.sign_in_password, name="account_login"),
    path("sign-in/closed", signing_in.inactive, name="account_inactive"),
    path("demo/sign-in", signing_in.demo_sign_in, name="demo_sign_in"),
    path("sign-out", signing_in.sign_out, name="account_logout"),
    path("account", account.account, name="account"),
    path("account/password", account.change_password, name="account_change_password"),
    path("account/confirm", reauthenticate, name="account_reauthenticate"),
    path("account/two-step/", include("allauth.mfa.urls")),
    path("account/sign-ins/end", account.end_sign_in, name="end_sign_in"),
    path("account/delegations", account.delegations, name="delegations"),
    path("account/delegations/withdraw", account.withdraw, name="delegation_withdraw"),
    path("account/powers", account.powers, name="powers"),
    path("account/powers/withdraw", account.withdraw, {"power": True}, name="power_withdraw"),
    path("account/identity", verifying.identity, name="identity"),
    path("account/data", my_data.seen, name="my_data"),
    path("account/data/show", my_data.show, name="my_data_show"),
    path("account/data.zip", my_data.export, name="my_data_zip"),
    path("account/data/correct", my_data.correct, name="my_data_correct"),
    path("account/data/delete", my_data.delete, name="my_data_delete"),
    path("staff", staff.staff, name="staff"),
    path("staff/people", staff.people, name="people"),
    path("staff/people/add", staff.add, name="person_add"),
    path("staff/people/<int:number>", staff.person, name="person"),
    path("staff/people/<int:number>/close", staff.close, name="person_close"),
    path("staff/people/<int:number>/roles", staff.assign, name="person_assign"),
    path("staff/people/<int:number>/roles/withdraw", staff.withdraw, name="person_withdraw"),
    path("staff/people/<int:number>/end", staff.end, name="person_end"),
    path("staff/people/<int:number>/reset", staff.reset, name="person_reset"),
    path("staff/people/<int:number>/password", staff.password, name="person_password"),
    path("staff/units", units.units, name="units"),
    path("staff/units/<int:number>/close", units.close, name="unit_close"),
    path("staff/identity", verifying.seen, name="seen"),
]
