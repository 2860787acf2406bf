"""Where a client stands on the ladder, on its page among the clients (服务对象页的企业培育): rung by rung with the gap that can be counted, the next first."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.checks.assessment.verdict import Verdict
from gaoxing.office.aftercare.clients.panels import Line, Panel
from gaoxing.office.aftercare.models import Client
from gaoxing.office.cultivation.models import Assessed, AssessedRung
from gaoxing.office.cultivation.permissions import ASSESS, clients
from gaoxing.office.cultivation.wording import ICONS, verdict_word
from gaoxing.office.cultivation.zone.wording import rung_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may


def of_client(client: Client, person: Person, now: datetime) -> Panel | None:
    """The verdicts as they were last judged, where the person may see the client's figures; without figures only the way to begin them."""
    on = localdate(now)
    if not may(person, ASSESS, on=on) or not clients(person, on=on).filter(pk=client.pk).exists():
        return None
    row = Assessed.objects.filter(client=client).first()
    if row is None or row.judged is None:
        begin = reverse("ladder_figures", args=(row.number,)) if row else reverse("ladder_client", args=(client.pk,))
        return Panel(_("企业培育"), (), _("还没有填数，不知道站在哪一级。"), begin, _("去填数"))
    lines = tuple(_line(each) for each in row.rungs.all())
    told = _("%(day)s 评的，按企业自己填的数；不是认定结果。") % {"day": row.judged}
    doubts = _("有 %(count)s 处疑点要核对。") % {"count": row.doubts} if row.doubts else ""
    return Panel(_("企业培育"), lines, told + doubts, reverse("ladder", args=(row.number,)), _("看每一项"))


def _line(rung: AssessedRung) -> Line:
    """One rung: what it holds stands before the verdict; a gap, else the cheapest step, else how much is missing."""
    held = _("有证书，在有效期里。") if rung.held else ""
    verdict = Verdict(rung.verdict)
    wants = _("还缺 %(count)s 个数。") % {"count": rung.wants} if verdict is Verdict.MISSING and rung.wants else ""
    gap = _("差距：%(gap)s") % {"gap": rung.gap} if rung.gap else ""
    step = _("升一档：%(step)s") % {"step": rung.step} if rung.step and not gap else ""
    return Line(rung_of(rung.rung), verdict_word(verdict), ICONS[verdict], " ".join(each for each in (held, wants, gap, step) if each))
