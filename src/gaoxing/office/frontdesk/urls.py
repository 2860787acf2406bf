"""Addresses of the front desk (前台)."""

from django.urls import path

from gaoxing.office.frontdesk.views import desk, newest, papers, start

urlpatterns = [
    path("", start.start, name="start"),
    path("consent", start.consent, name="consent"),
    path("desk", desk.desk, name="desk"),
    path("draft/words", desk.words, name="words"),
    path("draft/turns/<int:number>", desk.turn, name="turn"),
    path("draft/turns/<int:number>/remove", desk.remove, name="remove"),
    path("draft/newest", newest.newest, name="newest"),
    path("draft/merge", desk.merge, name="merge"),
    path("draft/restart", desk.restart, name="restart"),
    path("draft/papers", papers.overview, name="papers"),
    path("draft/papers.zip", papers.bundle, name="papers_zip"),
    path("draft/papers/<int:number>/pages", papers.previews, name="previews"),
    path("draft/papers/<int:number>/pages/<int:page>.png", papers.page, name="paper_page"),
    path("draft/papers/<int:number>.pdf", papers.paper, {"kind": "pdf"}, name="paper_pdf"),
    path("draft/papers/<int:number>.docx", papers.paper, {"kind": "docx"}, name="paper_docx"),
    path("draft/print", papers.printed, name="print"),
    path("draft/application.pdf", papers.paper, {"number": 0, "kind": "pdf"}, name="application"),
]
