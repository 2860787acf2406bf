"""What the microphone on the page needs to know (页面标签): who hears, and whether that was agreed to."""

from __future__ import annotations

from typing import Any

from django import template

from gaoxing.office.frontdesk import microphone, recordings

register = template.Library()


@register.simple_tag(takes_context=True)
def who_hears(context: dict[str, Any]) -> dict[str, Any]:
    """`way`, `version`, `agreed`, and `elsewhere`, the host of the socket where it is not the office's own.

    `days` for which recordings may be kept (0: not offered), `keeps` where that was agreed to, and `keep_version` of its sentences.
    """
    request = context["request"]
    told = {"way": microphone.way(request), "version": microphone.version(request), "agreed": microphone.agreed(request)}
    keeping = {"days": recordings.offered(request), "keeps": recordings.agreed(request), "keep_version": recordings.version(request)}
    return {**told, **keeping, "elsewhere": microphone.elsewhere(request)}
