"""Addresses of the cockpit (驾驶舱): the page, what changed, the licences by light, the monthly report."""

from django.urls import URLPattern, path

from gaoxing.office.indicators.cockpit import views

urlpatterns: list[URLPattern] = [
    path("staff/cockpit", views.cockpit, name="cockpit"),
    path("staff/cockpit/changes", views.changes, name="cockpit_changes"),
    path("staff/cockpit/licences", views.licences, name="cockpit_licences"),
    path("staff/cockpit/report/<str:month>.<str:form>", views.report, name="cockpit_report"),
]
