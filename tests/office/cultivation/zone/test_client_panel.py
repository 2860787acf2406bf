"""Where a client stands on the ladder, on its page among the clients: rung by rung with what can be counted, for whoever may see its figures."""

from __future__ import annotations

import pytest

from gaoxing.office.aftercare.clients import panels
from gaoxing.office.cultivation.client_panel import of_client
from gaoxing.office.cultivation.keeping import begin_for
from gaoxing.office.cultivation.models import Assessed, AssessedRung
from tests.office.aftercare.desk.conftest import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def panel(cast, now):
    return lambda row, who="steward": of_client(row.client, cast[who], now)


def rung(row, name, **columns):
    """One verdict of an enterprise, as it is to be shown."""
    AssessedRung.objects.filter(assessed=row, rung=name).update(**columns)


def test_every_rung_stands_with_its_verdict_and_what_it_lacks(assessed, panel):
    row = assessed("Z1", "steward", technical_staff__2025=9)
    shown = panel(row)
    lacks = {each.title: each.told for each in shown.lines}
    assert len(shown.lines) == row.rungs.count() > 5
    assert "科技人员" in lacks["高新技术企业"]
    assert shown.address == f"/ladder/{row.number}"
    assert "2026-11-24" in shown.told


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"verdict": "unmet", "gap": "科技人员还差3人", "step": "研发占比再高一点"}, "差距：科技人员还差3人"),
        ({"verdict": "expert", "gap": "", "step": "再多一件专利"}, "升一档：再多一件专利"),
        ({"verdict": "missing", "gap": "", "step": "", "wants": 4}, "还缺 4 个数。"),
        ({"verdict": "met", "gap": "", "step": "", "wants": 0, "held": True}, "有证书，在有效期里。"),
        ({"verdict": "met", "gap": "", "step": "", "wants": 0, "held": False}, ""),
    ],
)
def test_a_line_says_what_can_be_counted_and_nothing_else(assessed, panel, columns, told):
    row = assessed("Z1", "steward")
    rung(row, "gazelle", **{"held": False, **columns})
    [line] = [each for each in panel(row).lines if each.title == "瞪羚企业"]
    assert line.told == told


def test_a_client_without_figures_leads_to_where_they_are_begun(listed, panel, now, cast):
    client = listed("Z9", "steward")
    shown = of_client(client, cast["steward"], now)
    assert (shown.lines, shown.address) == ((), f"/ladder/client/{client.pk}")
    row = begin_for(client, cast["steward"], now=now)
    Assessed.objects.filter(pk=row.pk).update(judged=None)
    assert panel(row).address == f"/ladder/{row.number}/figures"


def test_doubts_are_told(assessed, panel):
    row = assessed("Z1", "steward")
    assert "疑点" not in panel(row).told
    Assessed.objects.filter(pk=row.pk).update(doubts=2)
    assert "有 2 处疑点要核对" in panel(row).told


@pytest.mark.parametrize("who", ["colleague", "examiner", "power"])
def test_whoever_does_not_see_its_figures_has_no_panel(assessed, panel, cast, now, who):
    row = assessed("Z1", "steward")
    assert panel(row, who) is None
    assert panels.panels_of(row.client, cast[who], now=now) == ()


def test_the_page_of_the_client_shows_it_to_its_steward(assessed, staff_in):
    row = assessed("Z1", "steward", technical_staff__2025=9)
    shown = read(staff_in("steward").get(f"/staff/clients/{row.client.pk}"))
    assert all(each in shown for each in ("企业培育", "高新技术企业", "差距：", f'href="/ladder/{row.number}"'))
