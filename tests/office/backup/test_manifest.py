"""The manifest of a backup: as it was written, or a sentence."""

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.office.backup.manifest import Manifest

TOLD = Manifest("0.1.0", "2026-11-25T02:00:00+00:00", "sqlite", {"cases_case": 3}, ("cases.0001_initial",), ("ab" * 8,), 7, "0" * 64, 2, with_key=False)


def test_a_manifest_reads_as_it_was_written():
    assert Manifest.from_json(TOLD.to_json()) == TOLD


@pytest.mark.parametrize("change", [{"format": 2}, {"migrations": ["cases.9999_tomorrow"]}, {"migrations": ["horoscopes.0001_initial"]}])
def test_a_newer_version_is_told_by_its_name(change):
    with pytest.raises(Fault, match=r"更新的版本（7\.0"):
        Manifest.from_json({**TOLD.to_json(), "version": "7.0", **change})


@pytest.mark.parametrize("change", [{"keys": None}, {"horoscope": 1}])
def test_what_cannot_be_understood_is_a_sentence(change):
    with pytest.raises(Fault, match="读不懂"):
        Manifest.from_json({**TOLD.to_json(), **change})


def test_what_is_left_out_is_a_sentence():
    told = TOLD.to_json()
    del told["keys"]
    with pytest.raises(Fault, match="读不懂"):
        Manifest.from_json(told)
