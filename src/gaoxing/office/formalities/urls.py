"""Addresses of what follows the licence (开办后续事项)."""

from django.urls import path

from gaoxing.office.formalities.views import beginning

urlpatterns = [path("cases/<str:number>/formalities", beginning.begin, name="formalities_begin")]
