"""Addresses of the ladder (企业培育): one's enterprises, one with its rungs, its figures, what if, year on year, the letter."""

from django.urls import URLPattern, path

from gaoxing.office.cultivation.views import comparing, figures, ladders

urlpatterns: list[URLPattern] = [
    path("ladder", ladders.mine, name="ladders"),
    path("ladder/client/<int:client>", ladders.client, name="ladder_client"),
    path("ladder/<str:number>", ladders.one, name="ladder"),
    path("ladder/<str:number>/figures", figures.figures, name="ladder_figures"),
    path("ladder/<str:number>/if", comparing.what_if, name="ladder_if"),
    path("ladder/<str:number>/years", comparing.years, name="ladder_years"),
    path("ladder/<str:number>/letter.<str:kind>", ladders.letter, name="ladder_letter"),
]
