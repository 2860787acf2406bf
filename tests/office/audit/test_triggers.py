"""Nobody changes or deletes an entry, whichever way they come."""

import pytest
from django.db import DatabaseError, connection, transaction

from gaoxing.office.audit import triggers
from gaoxing.office.audit.models import Entry, Head

pytestmark = pytest.mark.django_db

ATTEMPTS = (
    "UPDATE audit_entry SET actor = 8 WHERE number = 2",
    "DELETE FROM audit_entry WHERE number = 5",
    "DELETE FROM audit_entry",
    "DELETE FROM audit_head",
    "UPDATE audit_head SET number = 4",
    "UPDATE audit_head SET digest = 'x'",
)


def refused(sql):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("sql", ATTEMPTS)
def test_the_database_refuses_to_change_what_was_written(chain, sql):
    before = list(Entry.objects.values()), list(Head.objects.values())
    refused(sql)
    assert (list(Entry.objects.values()), list(Head.objects.values())) == before


def test_an_entry_is_not_replaced_by_another(chain):
    columns = ", ".join(field.column for field in Entry._meta.fields)
    word = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    refused(f"{word} INTO audit_entry ({columns}) SELECT {columns} FROM audit_entry WHERE number = 2")
    assert Entry.objects.count() == 5


def test_the_tables_are_not_emptied_at_a_stroke(chain):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    for table in ("audit_entry", "audit_head"):
        refused(f"TRUNCATE {table}")
    assert Entry.objects.count() == 5


def test_models_change_nothing_either(chain):
    entry = Entry.objects.get(number=3)
    entry.actor = 9
    for act in (entry.save, entry.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
    assert Entry.objects.get(number=3).actor == 7


def test_the_triggers_stand_after_migrating(db):
    assert triggers.standing(connection)


def test_it_is_told_where_they_do_not_stand(db):
    triggers.remove(connection)
    assert not triggers.standing(connection)
    triggers.install(connection)
    assert triggers.standing(connection)
