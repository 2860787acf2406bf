"""Addresses of the notices (通知)."""

from django.urls import path

from gaoxing.office.notices.views import editing, inbox

urlpatterns = [
    path("notices", inbox.overview, name="notices"),
    path("notices/unread", inbox.unread, name="notices_unread"),
    path("notices/read", inbox.read_all, name="notices_read"),
    path("notices/<int:number>/read", inbox.read, name="notice_read"),
    path("staff/notices/templates", editing.overview, name="notice_templates"),
    path("staff/notices/templates/<slug:kind>/<slug:channel>/<slug:language>", editing.edit, name="notice_template"),
    path("staff/notices/templates/<slug:kind>/<slug:channel>/<slug:language>/back", editing.put_back, name="notice_template_back"),
]
