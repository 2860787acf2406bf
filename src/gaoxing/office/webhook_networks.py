"""Inner networks to which webhooks may go (推送的内网网段), as the operator set them."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping

from django.core.exceptions import ImproperlyConfigured

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def webhook_networks(environ: Mapping[str, str]) -> tuple[Network, ...]:
    """The networks of GAOXING_WEBHOOK_NETWORKS, parted by commas; none where it is empty. Raises ImproperlyConfigured with a sentence for what is no network.

    >>> webhook_networks({"GAOXING_WEBHOOK_NETWORKS": "10.1.2.0/24"})
    (IPv4Network('10.1.2.0/24'),)
    """
    written = environ.get("GAOXING_WEBHOOK_NETWORKS", "")
    return tuple(_network(each.strip()) for each in written.split(",") if each.strip())


def _network(text: str) -> Network:
    try:
        return ipaddress.ip_network(text)
    except ValueError:
        raise ImproperlyConfigured(f"GAOXING_WEBHOOK_NETWORKS 要写网段，用逗号隔开，例如 10.1.2.0/24，不能写「{text}」。") from None
