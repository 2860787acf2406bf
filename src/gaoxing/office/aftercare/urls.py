"""Addresses of the requests (企业诉求): the enterprise's own, the steward's, the units', the clients and the figures."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
