"""The papers of a form before they are drawn (材料版面), and the digest by which one is told from another."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from gaoxing.catalogue import matter
from gaoxing.documents.distinct import distinct
from gaoxing.documents.document import Layout
from gaoxing.forms import Form


def layouts(form: Form, *, on: date) -> tuple[Layout, ...]:
    """The papers of the form's matter before they are drawn; none where it has none. Raises Undecided where a question of two readings is open."""
    chosen = matter(form.matter)
    return distinct(chosen.papers(form.decided(), on)) if chosen.papers else ()


def digest(layout: Layout) -> str:
    """What tells one paper from another: a digest of its template's place and all values printed on it, 32 hex digits."""
    told = [layout.name, layout.template.as_posix(), layout.values]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:32]
