"""Addresses of the API (接口)."""

from django.urls import include, path, re_path

from gaoxing.office.api.views import document, tokens, webhooks
from gaoxing.office.api.views.nowhere import nowhere
from gaoxing.office.api.views.v1 import api

_V1 = [each for each in api.urls[0] if getattr(each, "name", "") != "api-root"]

urlpatterns = [
    path("api", document.page, name="api_document"),
    path("api/v1/openapi.json", document.openapi, name="api_openapi"),
    path("api/v1/", include(_V1)),
    path("account/tokens", tokens.page, name="api_tokens"),
    path("account/tokens/<int:number>/revoke", tokens.revoke, name="api_token_revoke"),
    path("staff/webhooks", webhooks.page, name="webhooks"),
    path("staff/webhooks/<int:number>/end", webhooks.end, name="webhook_end"),
    path("staff/webhooks/<int:number>/resume", webhooks.resume, name="webhook_resume"),
    path("staff/webhooks/deliveries/<int:number>/again", webhooks.again, name="webhook_again"),
    re_path(r"^api/", nowhere, name="api_nowhere"),
]
