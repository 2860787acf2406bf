"""What hinders reading a photograph (拍照提示), as codes that are stored and sentences that say what to do. A hint never refuses: people see better."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as translated
from django.utils.translation import gettext_noop

from gaoxing.engines.photograph import Photograph

DARK, BLURRED, SMALL = "dark", "blurred", "small"

_SENTENCES = {
    DARK: gettext_noop("这张照片太暗，字可能看不清。请开灯，或者拿到窗边再拍一张；您看着清楚的话，也可以留着。"),
    BLURRED: gettext_noop("这张照片有点糊，字可能看不清。请把手机拿稳，点一下屏幕对好焦再拍一张；您看着清楚的话，也可以留着。"),
    SMALL: gettext_noop("这张照片很小，放大了字可能看不清。请直接拍原件，不要用缩略图或聊天里的小图；您看着清楚的话，也可以留着。"),
}


def codes_of(photograph: Photograph) -> tuple[str, ...]:
    """The codes that fit a photograph."""
    found = ((DARK, photograph.dark), (BLURRED, photograph.blurred), (SMALL, photograph.small))
    return tuple(code for code, holds in found if holds)


def sentences(codes: Iterable[str]) -> tuple[str, ...]:
    """What to tell of stored codes."""
    return tuple(translated(_SENTENCES[code]) for code in codes if code in _SENTENCES)
