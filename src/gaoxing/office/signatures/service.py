"""Which provider of electronic signatures is connected (电子签名服务)."""

from __future__ import annotations

from django.conf import settings

from gaoxing.engines.signing.provider import Provider
from gaoxing.engines.signing.setting import chosen


def provider() -> Provider | None:
    """The provider that the operator set; None where none is. Raises a permanent Fault that names the setting that cannot be read."""
    return chosen(settings.SIGNING)
