"""The papers of a draft (材料), drawn when they are opened."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from django.utils.timezone import localdate

from gaoxing.documents.document import Document, Renderer
from gaoxing.engines.typst import TypstRenderer
from gaoxing.forms import Form
from gaoxing.intake import papers


@cache
def renderer() -> Renderer:
    """The engine that draws, made once; it starts with the first drawing."""
    return TypstRenderer()


def application_form(form: Form, *, now: datetime) -> Document | None:
    """The official application form, the first of the matter's papers; None where the matter has none. Raises a Fault where drawing fails."""
    return next(iter(papers(form, on=localdate(now), renderer=renderer())), None)
