"""Addresses of the indicators (指标): the list, one with its series, the records of a figure, entering, settling."""

from django.urls import URLPattern, path

from gaoxing.office.indicators.views import entering, figures

urlpatterns: list[URLPattern] = [
    path("staff/indicators", figures.overview, name="indicators"),
    path("staff/indicators.xlsx", figures.sheet, name="indicators_sheet"),
    path("staff/indicators/<str:indicator>", figures.one, name="indicator"),
    path("staff/indicators/<str:indicator>/records", figures.opened, name="indicator_records"),
    path("staff/indicators/<str:indicator>/records.xlsx", figures.opened_sheet, name="indicator_records_sheet"),
    path("staff/indicators/<str:indicator>/enter", entering.enter, name="indicator_enter"),
    path("staff/indicators/<str:indicator>/settle", entering.settle, name="indicator_settle"),
]
