"""Addresses of the audit (审计)."""

from django.urls import path

from gaoxing.office.audit import views

urlpatterns = [
    path("audit", views.entries, name="audit"),
    path("audit/entries.<str:kind>", views.export, name="audit_export"),
]
