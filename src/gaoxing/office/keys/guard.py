"""Holds the key against the database (验钥): with a wrong or a lost key nothing starts, and nothing is made that would hide the loss."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.conf import settings
from django.db import connection

from gaoxing.engines.fault import Fault
from gaoxing.engines.sealing import KEY_FILE, Sealer, key_id, make_key
from gaoxing.office.keys.models import Canary
from gaoxing.office.sealed import everything
from gaoxing.office.vault import office_sealer

TEXT = b"gaoxing canary"
PLACE = "keys.canary:{}"


def require() -> Sealer:
    """The sealer, if its keys open this database; a new office gets its key here, and nowhere else.

    Raises a permanent Fault with a sentence where the key is lost or another one. Nothing is written in that case.
    """
    wanted = _wanted()
    if not settings.GAOXING_KEY.strip() and not (settings.DATA / KEY_FILE).exists():
        if wanted:
            raise Fault(_sentence("没有找到密钥", wanted), permanent=True)
        make_key(settings.DATA)
    sealer = office_sealer()
    known = {key_id(key).hex() for key in sealer.keys}
    if missing := sorted(wanted - known):
        raise Fault(_sentence("现在的密钥打不开它", missing), permanent=True)
    if _table_stands():
        for canary in Canary.objects.all():
            sealer.unseal(bytes(canary.blob), place=PLACE.format(canary.key))
    return sealer


def leave_canary() -> None:
    """Seal a canary under the key in use, where it has none. Raises like `require`."""
    sealer = require()
    newest = key_id(sealer.keys[0]).hex()
    if not Canary.objects.filter(key=newest).exists():
        Canary.objects.get_or_create(key=newest, defaults={"blob": sealer.seal(TEXT, place=PLACE.format(newest))})


def release_canaries(keys: Iterable[str]) -> None:
    """Forget the canaries of keys that open nothing any more."""
    Canary.objects.filter(key__in=list(keys)).delete()


def _wanted() -> set[str]:
    """The ids of the keys that this database needs: by its canaries, and where it is older than they are, by what is sealed in it."""
    if not _table_stands():
        return _sealed_under() if "cases_case" in connection.introspection.table_names() else set()
    return set(Canary.objects.values_list("key", flat=True)) or _sealed_under()


def _sealed_under() -> set[str]:
    """By what is sealed. A first start that was broken off left some tables unmade, others without their later columns: what is not there holds nothing."""
    found: set[str] = set()
    standing: dict[str, set[str]] = {}
    for each in everything():
        app, model, column = each.name.split(".")
        options = apps.get_model(app, model)._meta
        if options.db_table not in standing:
            standing[options.db_table] = _columns(options.db_table)
        there, known = standing[options.db_table], {field.column for field in options.concrete_fields}
        if there and (column in there or column not in known):
            found |= {key for key in each.counts() if key}
    return found


def _columns(table: str) -> set[str]:
    """The columns of a table as the database has them now; none where there is no such table."""
    with connection.cursor() as cursor:
        if table not in connection.introspection.table_names(cursor):
            return set()
        return {each.name for each in connection.introspection.get_table_description(cursor, table)}


def _table_stands() -> bool:
    return Canary._meta.db_table in connection.introspection.table_names()


def _sentence(trouble: str, wanted: Iterable[str]) -> str:
    ids = "、".join(wanted)
    return (
        f"数据库里有加密存放的内容，{trouble}，所以没有启动，什么也没有改。"
        f"请把原来的密钥（编号 {ids}）放回数据目录的 {KEY_FILE}，或写进 GAOXING_KEY（几把用逗号隔开，在用的写最前面）。"
    )
