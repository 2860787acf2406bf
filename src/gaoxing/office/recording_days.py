"""For how many days recordings may be kept (录音保存天数), as the operator set it."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ImproperlyConfigured

MOST = 365
"""Days at most."""


def recording_days(environ: Mapping[str, str]) -> int:
    """Days from GAOXING_KEEP_RECORDINGS; 0 where it is empty. Raises ImproperlyConfigured with a sentence for what is no such number.

    >>> recording_days({}), recording_days({"GAOXING_KEEP_RECORDINGS": "7"})
    (0, 7)
    """
    text = environ.get("GAOXING_KEEP_RECORDINGS", "").strip() or "0"
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(MOST)) and int(text) <= MOST):
        raise ImproperlyConfigured(f"GAOXING_KEEP_RECORDINGS 要写 0 到 {MOST} 的整数（天；0 是不存录音），不能写「{text}」。")
    return int(text)
