"""What auditors take away."""

import csv
import io
import json
from datetime import UTC

import pytest

from gaoxing.office.audit.exporting import HEADING, as_csv, as_json_lines
from gaoxing.office.audit.queries import Wanted, rows

pytestmark = pytest.mark.django_db


def test_a_spreadsheet_has_a_heading_and_every_entry(chain, now):
    text = "".join(as_csv(rows(Wanted())))
    read = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeffnumber,at,")
    assert [row["number"] for row in read] == ["1", "2", "3", "4", "5"]
    assert read[0]["at"] == now.astimezone(UTC).isoformat()


def test_many_entries_are_handed_out_in_pieces(chain, monkeypatch):
    monkeypatch.setattr("gaoxing.office.audit.exporting._AT_ONCE", 2)
    pieces = list(as_csv(rows(Wanted())))
    assert [piece.count("\r\n") for piece in pieces] == [1, 2, 2, 1]


def test_a_line_of_json_holds_one_entry(chain):
    lines = [json.loads(line) for line in as_json_lines(rows(Wanted(act="case.read")))]
    assert [line["number"] for line in lines] == [2, 4]
    assert set(lines[0]) == set(HEADING)
