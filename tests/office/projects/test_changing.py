"""Changing what is filed: versions, how large a change is, the notice issued anew, and what is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gaoxing.office.projects import filing, queries
from gaoxing.office.projects.typed import standing, typed
from gaoxing.office.refusal import NotAllowed
from tests.checks.projects.filings import cny
from tests.checks.projects.filings import filed as form
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db


def test_a_change_makes_a_new_version_and_moves_the_columns(file, alter, now):
    row = alter(file(), total_investment=cny("150000000"), at=now + timedelta(days=3))
    assert [each.weight for each in row.versions.all()] == ["", "major"]
    assert (row.total, row.filing_number, row.filed.isoformat()) == (150_000_000, "高投备〔2026〕1号", "2026-11-24")
    assert queries.form_of(row.versions.get(number=1)).value("total_investment") == cny("120000000")


@pytest.mark.parametrize(("blanks", "weight"), [({"start": "2027-05"}, "minor"), ({"content": "购置压合设备三十台，年产高密度线路板五万平方米"}, "major")])
def test_a_change_is_weighed(file, alter, blanks, weight):
    assert queries.newest(alter(file(), **blanks)).weight == weight


def test_nothing_changed_is_refused(file, alter):
    with pytest.raises(NotAllowed, match="没有一项"):
        alter(file())


def test_another_project_is_sent_to_be_filed_anew(file, alter):
    with pytest.raises(NotAllowed, match="重新备案"):
        alter(file(), project_name="仓库新建项目", content="新建仓库一座")


@pytest.mark.parametrize(("blanks", "told"), [({"content": None}, "四项信息"), ({"finish": "2026-12"}, "必须改")])
def test_a_change_for_the_worse_is_refused(file, alter, blanks, told):
    with pytest.raises(NotAllowed, match=told):
        alter(file(), **blanks)


def test_a_completed_project_is_not_changed(file, alter, owner, now):
    row = press(file(), "report_start", owner, now, day="2026-11-24")
    row = press(row, "report_completion", owner, now, day="2026-11-24")
    with pytest.raises(NotAllowed, match="竣工"):
        alter(row, start="2027-05")


def test_a_stale_page_is_refused(file, alter):
    row = file()
    first = row.revision
    alter(row, start="2027-05")
    with pytest.raises(NotAllowed, match="已经有人办了“备案变更”"):
        alter(row, start="2027-06", revision=first)


def test_a_change_does_not_count_itself_as_filed_twice(file, now):
    row = file()
    assert filing.altered(row, form(start="2027-05"), on=now.date()).judged.earlier == ()


def test_the_blanks_are_read_back_to_what_stands():
    shown = standing(form())
    again = typed(form(), {each.field.id: each.text for each in shown.blanks})
    assert again.form == form()
    assert not again.wrong


def test_what_is_typed_is_read_by_its_kind():
    given = typed(form(), {"total_investment": "1.5亿元", "start": "2027年5月", "land_area": "20亩", "contact.name": "丁小白"})
    assert given.form.value("total_investment") == cny("150000000")
    assert given.form.value("start") == "2027-05"
    assert given.form.value("land_area") == "13333.4"
    assert given.form.value("contact.name") == "丁小白"


@pytest.mark.parametrize(("blank", "text"), [("total_investment", "15000"), ("start", "明年"), ("floor_area", "很大"), ("nature", "翻新")])
def test_what_cannot_be_read_is_said_and_kept(blank, text):
    given = typed(form(), {blank: text})
    assert len(given.wrong) == 1
    assert next(each.text for each in given.blanks if each.field.id == blank) == text


def test_an_emptied_blank_is_empty():
    assert typed(form(), {"floor_area": ""}).form.value("floor_area") is None


def test_the_declaration_is_not_typed():
    assert "policy_conformity" not in {each.field.id for each in standing(form()).blanks}
