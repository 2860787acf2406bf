"""The contract's schema at a blank, complete in itself; numbers of people are placeholders."""

import json

import pytest

from gaoxing.catalogue import matters
from gaoxing.engines.language_model.contract import SCHEMA, at
from gaoxing.forms.field import Kind
from tests.house.source import ROOT

HERE = [(each.id, field.id) for each in matters() for field in each.fields if field.contract and field.kind is not Kind.ROWS]
COLUMNS = [
    (each.id, f"{rows.id}.*.{column.id}") for each in matters() for rows in each.fields if rows.kind is Kind.ROWS for column in rows.columns if column.contract
]


@pytest.mark.parametrize(("matter", "path"), HERE + COLUMNS)
def test_every_blank_of_the_contract_has_a_schema_without_references(matter, path):
    found = at(matter, path)
    assert found is not None or path.startswith("answers.") or "." in path
    assert "$ref" not in json.dumps(found)


def test_a_number_of_a_person_is_asked_for_as_a_placeholder():
    assert "号码" in at("sole_trader_registration", "operator.id_number")["pattern"]
    assert "号码" in at("company_registration", "parties.*.mobile")["pattern"]


@pytest.mark.parametrize(("matter", "path"), [("company_registration", "postcode"), ("no_matter", "name"), ("company_registration", "name.*"), ("", "")])
def test_what_the_contract_has_not_is_none(matter, path):
    assert at(matter, path) is None


def test_the_schema_is_the_shared_one():
    shared = ROOT.parent / "shared" / "contract" / "schema.json"
    if not shared.exists():
        pytest.skip("../shared/contract does not lie beside this project")
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json.loads(shared.read_text(encoding="utf-8"))
