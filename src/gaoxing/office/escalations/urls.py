"""Addresses of what does not get done (办不成事): saying it, one's own, and the office's desk."""

from django.urls import URLPattern, path

from gaoxing.office.escalations.views import stuck

urlpatterns: list[URLPattern] = [
    path("stuck/new", stuck.new, name="stuck_new"),
    path("stuck/<str:number>", stuck.one, name="stuck_one"),
    path("staff/stuck", stuck.overview, name="stuck_desk"),
    path("staff/stuck/<str:number>", stuck.in_hand, name="stuck_in_hand"),
]
