"""Addresses of what does not get done (办不成事): saying it, one's own, the office's desk, the causes and the yearly report."""

from django.urls import URLPattern, path

from gaoxing.office.escalations.views import bringing, causes, stuck

urlpatterns: list[URLPattern] = [
    path("stuck/new", bringing.new, name="stuck_new"),
    path("stuck/<str:number>", stuck.one, name="stuck_one"),
    path("staff/stuck", stuck.overview, name="stuck_desk"),
    path("staff/stuck/causes", causes.overview, name="stuck_causes"),
    path("staff/stuck/causes/<int:number>", causes.one, name="stuck_cause"),
    path("staff/stuck/report", causes.yearly, name="stuck_report"),
    path("staff/stuck/report.xlsx", causes.yearly_file, name="stuck_report_file"),
    path("staff/stuck/reveals", stuck.reveals, name="stuck_reveals"),
    path("staff/stuck/<str:number>/reveal", stuck.reveal, name="stuck_reveal"),
    path("staff/stuck/<str:number>", stuck.in_hand, name="stuck_in_hand"),
]
