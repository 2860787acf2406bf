"""Who may see tokens and webhooks (接口权限): a token its person alone; a webhook its person, and the system administrators, who set it."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.api.models import Subscription, Token
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may
from gaoxing.office.people.policy import table
from gaoxing.office.people.roles import Role
from gaoxing.office.people.seeing import Seer

SET = "set_webhooks"


def visible_to(person: Person | None) -> QuerySet[Token]:
    """The tokens that a person sees: their own."""
    return Token.objects.filter(person=person) if person else Token.objects.none()


def subscriptions_visible_to(person: Person | None, *, on: date) -> QuerySet[Subscription]:
    """The webhooks that a person sees on a day: those that tell of their own cases, and all where the policy table lets them set webhooks."""
    if person is None:
        return Subscription.objects.none()
    return Subscription.objects.all() if may(person, SET, on=on) else Subscription.objects.filter(person=person)


def who_sees() -> tuple[Seer, ...]:
    """Everybody who sees a token, and why; of its text nobody sees more than the beginning once it was shown."""
    return (Seer(_("本人"), _("令牌替自己办事，只有自己看得到有哪些、能停用；令牌全文连自己也只看得到一次。")),)


def who_sees_subscription() -> tuple[Seer, ...]:
    """Everybody who sees a webhook, and why."""
    own = Seer(_("本人"), _("推送的是自己办件的进度，在“我的资料”里看得到推到哪里。"))
    return own, *(Seer(str(Role(role).label), _("要设置、恢复和停用推送；推送里只有编号和状态。")) for role in table()[SET].conditions)
