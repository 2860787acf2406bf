"""Triggers that let nobody change or delete an entry of the audit, nor turn back its head (只增不改): on SQLite and on PostgreSQL."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSED = "audit entries are never changed or deleted"

_SQLITE = {
    "audit_no_update": "BEFORE UPDATE ON audit_entry",
    "audit_no_delete": "BEFORE DELETE ON audit_entry",
    "audit_no_replace": "BEFORE INSERT ON audit_entry WHEN EXISTS (SELECT 1 FROM audit_entry WHERE number = NEW.number)",
    "audit_head_stays": "BEFORE DELETE ON audit_head",
    "audit_head_forward": "BEFORE UPDATE ON audit_head WHEN NEW.number <= OLD.number",
}
_POSTGRESQL = {
    "audit_no_update": "BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW",
    "audit_no_truncate": "BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT",
    "audit_head_stays": "BEFORE DELETE ON audit_head FOR EACH ROW",
    "audit_head_no_truncate": "BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT",
    "audit_head_forward": "BEFORE UPDATE ON audit_head FOR EACH ROW WHEN (NEW.number <= OLD.number)",
}
_FUNCTION = f"""CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'integrity_constraint_violation'; END $$ LANGUAGE plpgsql"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger in place. Raises DatabaseError where one stands already."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
            for name, when in _POSTGRESQL.items():
                cursor.execute(f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION audit_refuse()")
        else:
            for name, when in _SQLITE.items():
                cursor.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for a migration backwards, and around a flush in tests."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION IF EXISTS audit_refuse() CASCADE")
        else:
            for name in _SQLITE:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


def standing(connection: BaseDatabaseWrapper) -> bool:
    """Whether every trigger is in place."""
    wanted = _POSTGRESQL if connection.vendor == "postgresql" else _SQLITE
    asked = "SELECT tgname FROM pg_trigger" if connection.vendor == "postgresql" else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return wanted.keys() <= {name for (name,) in cursor.fetchall()}
