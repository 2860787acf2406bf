"""The mail server as the operator set it (邮件服务器): GAOXING_SMTP, such as smtp+tls://name:password@mail.example:587 or smtps://…:465.

>>> mail_settings("smtp+tls://hall:secret@mail.example:587")["EMAIL_HOST"]
'mail.example'
"""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
_SECONDS = 15


def mail_settings(written: str) -> dict[str, Any]:
    """Django's settings for mail; those that send nothing where nothing is set. Raises ImproperlyConfigured with a sentence."""
    if not written.strip():
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    try:
        parts = urlsplit(written.strip())
        port = parts.port or _PORTS[parts.scheme]
        host = parts.hostname or ""
    except (ValueError, KeyError):
        host, port = "", 0
    if not host:
        raise ImproperlyConfigured("GAOXING_SMTP 要写成 smtp+tls://用户名:密码@主机:587 或 smtps://用户名:密码@主机:465。")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": host,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": _SECONDS,
    }
