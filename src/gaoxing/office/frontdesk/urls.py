"""Addresses of the front desk (前台)."""

from django.urls import path

from gaoxing.office.frontdesk.views import blanks, check, desk, history, newest, papers, start

urlpatterns = [
    path("", start.start, name="start"),
    path("privacy", start.privacy, name="privacy"),
    path("tour", start.tour, name="tour"),
    path("consent", start.consent, name="consent"),
    path("comfort", start.choose_comfort, name="comfort"),
    path("draft/example", start.try_example, name="example"),
    path("desk", desk.desk, name="desk"),
    path("draft/words", desk.words, name="words"),
    path("draft/turns/<int:number>", desk.turn, name="turn"),
    path("draft/turns/<int:number>/remove", desk.remove, name="remove"),
    path("draft/newest", newest.newest, name="newest"),
    path("draft/merge", desk.merge, name="merge"),
    path("draft/restart", desk.restart, name="restart"),
    path("draft/skip", desk.skip, name="skip"),
    path("draft/matter", desk.choose, name="matter"),
    path("draft/undo", history.undo, name="undo"),
    path("draft/redo", history.redo, name="redo"),
    path("draft/history", history.history, name="history"),
    path("draft/history/<int:number>", history.step, name="step"),
    path("draft/check", check.check, name="check"),
    path("draft/confirm", check.confirm, name="confirm"),
    path("draft/done", check.done, name="done"),
    path("draft/blanks/<str:path>", blanks.blank, name="blank"),
    path("draft/correct", blanks.correct, name="correct"),
    path("draft/restore", blanks.restore, name="restore"),
    path("draft/rows", blanks.add_row, name="add_row"),
    path("draft/rows/remove", blanks.remove_row, name="remove_row"),
    path("draft/papers", papers.overview, name="papers"),
    path("draft/papers.zip", papers.bundle, name="papers_zip"),
    path("draft/papers/<int:number>/pages", papers.previews, name="previews"),
    path("draft/papers/<int:number>/pages/<int:page>.png", papers.page, name="paper_page"),
    path("draft/papers/<int:number>.pdf", papers.paper, {"kind": "pdf"}, name="paper_pdf"),
    path("draft/papers/<int:number>.docx", papers.paper, {"kind": "docx"}, name="paper_docx"),
    path("draft/print", papers.printed, name="print"),
    path("draft/application.pdf", papers.paper, {"number": 0, "kind": "pdf"}, name="application"),
]
