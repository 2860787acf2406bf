"""Addresses of the ratings (好差评)."""

from django.urls import path

from gaoxing.office.ratings.views import leading, rating

urlpatterns = [
    path("rate/<str:token>", rating.by_link, name="rate_by_link"),
    path("ratings/<int:number>", rating.mine, name="rate"),
    path("staff/ratings", leading.overview, name="ratings"),
    path("staff/ratings/<int:number>", leading.one, name="rating"),
    path("staff/ratings/<int:number>/called", leading.called, name="rating_called"),
]
