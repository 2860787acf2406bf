"""Holding, releasing and loading names stand in the audit, by the number of the row; never the name."""

from datetime import UTC, date, datetime

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.names.actions import free_over, hold, release
from gaoxing.office.names.loading import load
from gaoxing.office.names.models import NameKey, NameLoad, RegisteredName
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db

ON = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
NAME = "昆山星野智能科技有限公司"


def written():
    return list(Entry.objects.values_list("act", "role", "reason"))


def test_a_name_is_held_and_released_with_its_entries():
    number = hold(NAME, 3205, ON, now=NOW).pk
    release(NAME, 3205, now=NOW)
    assert written() == [("name.held", "operator", ""), ("name.released", "operator", "held")]
    assert set(Entry.objects.values_list("subject", flat=True)) == {number}
    assert "星野" not in str(list(Entry.objects.values()))


def test_what_is_refused_is_no_act():
    with pytest.raises(NotAllowed):
        release(NAME, 3205, now=NOW)
    assert written() == []


def test_a_file_that_was_taken_in_is_an_entry(written_file, tmp_path):
    load(written_file, 3205, NOW, report=tmp_path / "report.csv")
    entry = Entry.objects.get()
    assert (entry.act, entry.subject) == ("names.loaded", NameLoad.objects.get().pk)


@pytest.fixture
def written_file(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text(f"名称,状态,日期\n{NAME},active,2024-05-06\n", encoding="utf-8")
    return path


def test_a_hold_is_given_free_the_day_after_its_last():
    hold(NAME, 3205, ON, now=NOW, until=date(2026, 12, 1))
    hold("昆山兴业科技有限公司", 3205, ON, now=NOW)
    assert free_over(on=date(2026, 12, 1), now=NOW) == 0
    assert free_over(on=date(2026, 12, 2), now=NOW) == 1
    assert free_over(on=date(2026, 12, 2), now=NOW) == 0
    assert written()[-1] == ("name.released", "clock", "expired")
    assert RegisteredName.objects.get().name == "昆山兴业科技有限公司"
    assert set(NameKey.objects.values_list("name_id", flat=True)) == {RegisteredName.objects.get().pk}
