"""Addresses of the office (窗口)."""

from django.urls import include, path

urlpatterns = [
    path("", include("gaoxing.office.health.urls")),
    path("", include("gaoxing.office.walkthrough.urls")),
    path("", include("gaoxing.office.api.urls")),
    path("", include("gaoxing.office.licensing.urls")),
    path("", include("gaoxing.office.frontdesk.urls")),
    path("", include("gaoxing.office.aftercare.urls")),
    path("", include("gaoxing.office.escalations.urls")),
    path("", include("gaoxing.office.projects.urls")),
    path("", include("gaoxing.office.cultivation.zone.urls")),
    path("", include("gaoxing.office.cultivation.urls")),
    path("", include("gaoxing.office.examination.urls")),
    path("", include("gaoxing.office.formalities.urls")),
    path("", include("gaoxing.office.frontdesk.signing_urls")),
    path("", include("gaoxing.office.people.urls")),
    path("", include("gaoxing.office.audit.urls")),
    path("", include("gaoxing.office.zone.urls")),
    path("", include("gaoxing.office.certificates.urls")),
    path("", include("gaoxing.office.notices.urls")),
    path("", include("gaoxing.office.ratings.urls")),
    path("", include("gaoxing.office.importing.urls")),
    path("", include("gaoxing.office.indicators.cockpit.urls")),
    path("", include("gaoxing.office.indicators.urls")),
]

handler400 = "gaoxing.office.frontdesk.errors.unreadable"
handler403 = "gaoxing.office.frontdesk.errors.refused"
handler404 = "gaoxing.office.frontdesk.errors.absent"
handler500 = "gaoxing.office.frontdesk.errors.broken"
