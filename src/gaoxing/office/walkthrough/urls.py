"""Addresses of the guided tour (导览)."""

from django.urls import path

from gaoxing.office.walkthrough import views

urlpatterns = [
    path("demo/tours", views.overview, name="walkthroughs"),
    path("demo/tours/end", views.end, name="walkthrough_end"),
    path("demo/tours/<slug:role>", views.begin, name="walkthrough_begin"),
    path("demo/tours/<slug:role>/<int:number>/on", views.beside, {"step": 1}, name="walkthrough_on"),
    path("demo/tours/<slug:role>/<int:number>/back", views.beside, {"step": -1}, name="walkthrough_back"),
]
