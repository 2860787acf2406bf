"""Addresses of the requests (企业诉求): the enterprise's own, the steward's, the units', the clients and the figures."""

from django.urls import URLPattern, path

from gaoxing.office.aftercare.views import mine

urlpatterns: list[URLPattern] = [
    path("requests", mine.overview, name="mine_requests"),
    path("requests/new", mine.begin, name="request_new"),
    path("requests/<str:number>", mine.one, name="mine_request"),
    path("requests/<str:number>/act", mine.act, name="mine_request_act"),
    path("requests/<str:number>/files/<int:file>", mine.file, name="mine_request_file"),
    path("requests/<str:number>/files/<int:file>/preview.jpg", mine.preview, name="mine_request_preview"),
]
