"""Addresses of the front desk (前台)."""

from django.urls import path

from gaoxing.office.frontdesk import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("draft/words", views.words, name="words"),
    path("draft/turns/<int:number>", views.turn, name="turn"),
    path("draft/turns/<int:number>/remove", views.remove, name="remove"),
    path("draft/restart", views.restart, name="restart"),
    path("draft/application.pdf", views.application, name="application"),
]
