"""Addresses of how the office does (运行状况)."""

from django.urls import path

from gaoxing.office.health.views import pages

urlpatterns = [
    path("health", pages.health, name="health"),
    path("health/ready", pages.ready, name="health_ready"),
    path("metrics", pages.metrics, name="metrics"),
]
