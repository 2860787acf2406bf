"""Addresses of the zone profile (园区资料)."""

from django.urls import path

from gaoxing.office.zone.views import editing, shown

urlpatterns = [
    path("zone/logo.png", shown.logo, name="zone_logo"),
    path("where-to-ask", shown.where_to_ask, name="where_to_ask"),
    path("staff/zone", editing.overview, name="zone"),
    path("staff/zone/preview", editing.preview, name="zone_preview"),
    path("staff/zone/publish", editing.publish, name="zone_publish"),
    path("staff/zone/versions/<int:number>/restore", editing.restore, name="zone_restore"),
    path("staff/zone/versions/<int:number>/withdraw", editing.withdraw, name="zone_withdraw"),
]
