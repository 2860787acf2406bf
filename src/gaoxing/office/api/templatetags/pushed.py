"""The events of webhooks in words (推送的事件), for the page of whoever sets them: `{{ event|event_word }}`."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

register = template.Library()

WORDS: dict[str, str | Promise] = {
    "case.submitted": gettext_lazy("提交了"),
    "case.corrected": gettext_lazy("补正交来了"),
    "case.accepted": gettext_lazy("受理了"),
    "case.correction_asked": gettext_lazy("告知补正了"),
    "case.not_accepted": gettext_lazy("不予受理"),
    "case.decided": gettext_lazy("作出决定（准予或者不予登记）"),
    "case.withdrawn": gettext_lazy("撤回了"),
    "case.reopened": gettext_lazy("重新办理"),
    "case.archived": gettext_lazy("归档了"),
}
"""Every event of the outbox, as the office says it."""


@register.filter
def event_word(event: str) -> str:
    """The event in words; its own name where there are none."""
    return str(WORDS.get(event, event))
