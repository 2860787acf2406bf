"""What a draft is about (办理主体): the enterprise by its name, else the person who runs it by the identity number; stored as a keyed digest alone.

>>> from gaoxing.forms import Answer, Form, Source
>>> subject_of(Form("company_registration", "2026", {"name": Answer("昆山（测试） 有限公司", Source.SAID)}))
'name:昆山测试有限公司'
"""

from __future__ import annotations

import re
import unicodedata

from gaoxing.forms import Form
from gaoxing.office.cases.vault import digest, digests

_PURPOSE = "subject"
_UNSAID = re.compile(r"[\s()\[\]{}<>〔〕【】〈〉《》「」·]+")
"""What a name is written with or without: blanks and brackets of every kind."""


def subject_of(form: Form | None) -> str:
    """The subject in plain characters: `name:…` or `number:…`; empty where the form names neither."""
    if form is None:
        return ""
    name, number = normal(form.value("name")), normal(_number(form))
    return f"name:{name}" if name else f"number:{number}" if number else ""


def subject_digest(form: Form | None) -> str:
    """The subject as it is stored with a case: a keyed digest, or empty."""
    subject = subject_of(form)
    return digest(subject, purpose=_PURPOSE) if subject else ""


def subject_digests(form: Form | None) -> tuple[str, ...]:
    """The digests under which the same subject may be stored, also from before a change of keys."""
    subject = subject_of(form)
    return digests(subject, purpose=_PURPOSE) if subject else ()


def _number(form: Form) -> object:
    """The identity number of whoever runs the enterprise: the operator, else the legal representative."""
    head = next((row for row in form.rows("parties") if "legal_representative" in row.get("roles", ())), {})
    return form.value("operator.id_number") or head.get("id_number")


def normal(value: object) -> str:
    """A name or number as it is compared: without blanks and brackets, half-width, capital letters."""
    return _UNSAID.sub("", unicodedata.normalize("NFKC", str(value or ""))).upper()
