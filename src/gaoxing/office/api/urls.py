"""Addresses of the API (接口)."""

from django.urls import include, path, re_path

from gaoxing.office.api.views import document
from gaoxing.office.api.views.nowhere import nowhere
from gaoxing.office.api.views.v1 import api

_V1 = [each for each in api.urls[0] if getattr(each, "name", "") != "api-root"]

urlpatterns = [
    path("api", document.page, name="api_document"),
    path("api/v1/openapi.json", document.openapi, name="api_openapi"),
    path("api/v1/", include(_V1)),
    re_path(r"^api/v1/", nowhere, name="api_nowhere"),
]
