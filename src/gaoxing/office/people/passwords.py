"""What a password must be (密码要求): long, and not all digits."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gaoxing.office.people.models import Person

SHORTEST, SHORTEST_OF_STAFF = 10, 12


class LongEnough:
    """At least ten characters, twelve for staff, and not digits alone."""

    def validate(self, password: str, user: Person | None = None) -> None:
        """Raises ValidationError with a sentence."""
        shortest = SHORTEST_OF_STAFF if user is not None and user.is_staff_member else SHORTEST
        if len(password) < shortest:
            raise ValidationError(_("密码至少 %(shortest)s 个字符，现在只有 %(count)s 个。") % {"shortest": shortest, "count": len(password)})
        if password.isdecimal():
            raise ValidationError(_("密码不能全是数字。"))

    def get_help_text(self) -> str:
        """What the page says beforehand."""
        return _("至少 10 个字符（工作人员 12 个），不能全是数字，也不要用常见的密码。几个词连起来最好记。")
