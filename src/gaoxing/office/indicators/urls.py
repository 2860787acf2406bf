"""Addresses of the indicators (指标)."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
