"""Where a blank is changed (改): the address of its editor, and of its question."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse


def editor(path: str, *, onward: str = "") -> str:
    """Where the blank at this path is filled by hand; `onward` names the page to come back to."""
    found = reverse("blank", kwargs={"path": path})
    return f"{found}?{urlencode({'next': onward})}" if onward else found


def question(path: str, *, onward: str = "") -> str:
    """Where the question about this blank is asked."""
    query = {"ask": path, **({"next": onward} if onward else {})}
    return f"{reverse('desk')}?{urlencode(query)}#question"
