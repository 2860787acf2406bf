"""Addresses of the front desk (前台)."""

from django.urls import path

from gaoxing.office.frontdesk.views import desk, papers, start

urlpatterns = [
    path("", start.start, name="start"),
    path("consent", start.consent, name="consent"),
    path("desk", desk.desk, name="desk"),
    path("draft/words", desk.words, name="words"),
    path("draft/turns/<int:number>", desk.turn, name="turn"),
    path("draft/turns/<int:number>/remove", desk.remove, name="remove"),
    path("draft/merge", desk.merge, name="merge"),
    path("draft/restart", desk.restart, name="restart"),
    path("draft/application.pdf", papers.application, name="application"),
]
