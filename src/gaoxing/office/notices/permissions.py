"""Who may see which notice (通知权限): everybody their own in page, and nobody another's. What was sent elsewhere is shown to nobody."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.notices.models import Channel, Notice
from gaoxing.office.people.models import Person
from gaoxing.office.people.seeing import Seer


def visible_to(person: Person) -> QuerySet[Notice]:
    """The person's own notices in page."""
    return Notice.objects.filter(person=person.pk, channel=Channel.PAGE)


def who_sees_own() -> tuple[Seer, ...]:
    """Everybody who sees a notice in page, and why."""
    return (Seer(_("本人"), _("发给谁，谁登录后在“我的通知”里看。")),)


def who_sees(notice: Notice) -> tuple[Seer, ...]:
    """Everybody who sees a notice, and why."""
    elsewhere = (Seer(_("收件的号码或邮箱"), _("发到那里；这里谁也看不到发出的内容。")),)
    return who_sees_own() if notice.channel == Channel.PAGE else elsewhere
