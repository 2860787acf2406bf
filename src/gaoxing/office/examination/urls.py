"""Addresses of the examination at once (自动审查)."""

from django.urls import path

from gaoxing.office.examination.views import asking, reviewing

urlpatterns = [
    path("cases/<str:number>/review", asking.ask, name="examination_ask"),
    path("staff/examinations", reviewing.overview, name="examinations"),
    path("staff/examinations/<int:number>", reviewing.review, name="examination_review"),
]
