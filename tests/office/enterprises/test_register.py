"""The office's register: enterprises are recorded sealed, found by code or name, and an outage is never an empty answer."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError

from gaoxing.engines.fault import Fault
from gaoxing.office.enterprises import queries
from gaoxing.office.enterprises.actions import record, record_all
from gaoxing.office.enterprises.models import Enterprise
from gaoxing.office.enterprises.queries import OfficeRegister, count

pytestmark = pytest.mark.django_db


def test_an_enterprise_comes_back_as_it_was_recorded(company, now):
    record(company, now=now)
    assert OfficeRegister().find(uscc=company.uscc) == (company,)
    assert OfficeRegister().find(name=company.name) == (company,)


def test_a_narrow_bracket_finds_the_same_name(company, now):
    record(company, now=now)
    assert OfficeRegister().find(name="昆山样例五金(昆山)有限公司") == (company,)


def test_the_code_and_the_persons_do_not_stand_in_the_clear(company, now):
    row = record(company, now=now)
    stored = f"{row.code} {row.name} {row.status}".encode() + bytes(row.record)
    assert company.uscc.encode() not in stored
    assert "丁大宝".encode() not in stored


def test_what_is_recorded_again_replaces_what_was(company, now):
    first = record(company, now=now)
    moved = replace(company, domicile="昆山市玉山镇晨丰路22号", name="昆山样例科技有限公司", status="dormant")
    second = record(moved, now=now + timedelta(days=1))
    assert (second.pk, count()) == (first.pk, 1)
    assert OfficeRegister().find(uscc=company.uscc) == (moved,)
    assert OfficeRegister().find(name=company.name) == ()


def test_of_two_with_one_code_the_last_counts(company, now):
    record_all([company, replace(company, status="cancelled")], now=now)
    assert Enterprise.objects.get().status == "cancelled"


def test_two_of_one_name_are_both_found(company, now):
    record_all([company, replace(company, uscc="92320583MA0000007N")], now=now)
    assert len(OfficeRegister().find(name=company.name)) == 2


def test_nobody_is_found_without_a_code_or_a_name(company, now):
    record(company, now=now)
    assert OfficeRegister().find() == ()


def test_an_enterprise_is_still_found_after_the_key_was_exchanged(company, now, settings):
    settings.GAOXING_KEY = "00" * 16
    row = record(company, now=now)
    settings.GAOXING_KEY = f"{'11' * 16},{'00' * 16}"
    assert OfficeRegister().find(uscc=company.uscc) == (company,)
    assert record(company, now=now).pk == row.pk


def test_a_register_that_does_not_answer_is_a_fault(monkeypatch):
    def down(*_):
        raise DatabaseError("gone")

    monkeypatch.setattr(queries, "_rows", down)
    with pytest.raises(Fault, match="登记簿暂时查不了") as trouble:
        OfficeRegister().find(name="昆山样例五金有限公司")
    assert not trouble.value.permanent


def test_a_record_moved_to_another_name_does_not_open(company, now):
    record(company, now=now)
    Enterprise.objects.update(name="昆山别家有限公司")
    with pytest.raises(Fault):
        OfficeRegister().find(uscc=company.uscc)


def test_an_enterprise_shows_as_its_name_and_state(company, now):
    assert str(record(company, now=now)) == "昆山样例五金（昆山）有限公司 active"
