"""Addresses of the zone's ladder (梯队统计): the numbers, their records, both as spreadsheets, the steward's hints, and judging all anew."""

from django.urls import URLPattern, path

from gaoxing.office.cultivation.zone import views

urlpatterns: list[URLPattern] = [
    path("staff/ladder", views.ladder, name="zone_ladder"),
    path("staff/ladder.xlsx", views.ladder_sheet, name="zone_ladder_sheet"),
    path("staff/ladder/records", views.records, name="zone_ladder_records"),
    path("staff/ladder/records.xlsx", views.records_sheet, name="zone_ladder_records_sheet"),
    path("staff/ladder/hints", views.hints, name="zone_ladder_hints"),
    path("staff/ladder/judge", views.judge, name="zone_ladder_judge"),
]
