"""The audit: a million entries written in bulk with their real chain, verified, and one entry written beside an act.

python benchmarks/audit.py [ENTRIES]

Verified in the same run: SM3 alone over the same bytes (hashlib, OpenSSL), and SM3 by `cryptography`, the fallback: what the machine allows at most.
DATABASE_URL names a PostgreSQL; else an SQLite of its own in a temporary folder.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta

ENTRIES = 1_000_000
AIM = 30.0
SINGLE = 2_000
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
ACTS = ("draft.made", "draft.changed", "draft.changed", "draft.confirmed", "papers.taken", "draft.deleted")


def row(label: str, seconds: float, count: int) -> None:
    print(f"{label:52}{seconds:9.2f} s{seconds / count * 1e6:10.2f} µs each")


def timed(act, *given):
    start = time.perf_counter()
    result = act(*given)
    return time.perf_counter() - start, result


def write(count: int) -> None:
    from django.db import transaction

    from gaoxing.office.audit import actions
    from gaoxing.office.audit.entry import Actor, Subject

    actor = Actor(7, "window_clerk")
    for start in range(0, count, 20_000):
        told = [actions.Told(ACTS[n % 6], actor, Subject("cases.case", n // 6), reason="counter") for n in range(start, min(start + 20_000, count))]
        with transaction.atomic():
            actions.write_all(told, now=BEGAN + timedelta(seconds=start))


def check(count: int) -> None:
    from gaoxing.office.audit import queries
    from gaoxing.office.audit.verifying import verify

    verdict = verify(queries.rows(queries.Wanted()), queries.head())
    if verdict.checked != count or verdict.broken:
        raise SystemExit(f"not whole: {verdict}")


def single(count: int, *, audited: bool) -> None:
    """Acts of one small change each, with and without their entry, each in a transaction of its own."""
    from django.db import transaction

    from gaoxing.office.audit import actions
    from gaoxing.office.audit.entry import Actor
    from gaoxing.office.cases.models import Case

    actor = Actor(7, "window_clerk")
    case = Case.objects.get_or_create(reference="bench", defaults={"created": BEGAN, "changed": BEGAN, "words": b"", "form": b""})[0]
    for number in range(count):
        with transaction.atomic():
            Case.objects.filter(pk=case.pk).update(revision=number)
            if audited:
                actions.write("draft.changed", actor=actor, subject=case, now=BEGAN, details={"revision": number})


def alone(data: list[bytes], make) -> None:
    for each in data:
        make(each)


def by_cryptography(data: bytes) -> bytes:
    from cryptography.hazmat.primitives import hashes

    digest = hashes.Hash(hashes.SM3())
    digest.update(data)
    return digest.finalize()


def canonical_forms() -> list[bytes]:
    from gaoxing.office.audit import queries
    from gaoxing.office.audit.chain import canonical

    return [canonical(each[:-1]) for each in queries.rows(queries.Wanted())]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    with tempfile.TemporaryDirectory() as data:
        os.environ |= {"GAOXING_DATA": data, "GAOXING_KEY": "00" * 16, "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
        import django
        from django.core.management import call_command
        from django.db import connection

        django.setup()
        call_command("migrate", verbosity=0)
        print(f"{count:,} entries, {connection.vendor}")
        row("written in bulk, with their chain", timed(write, count)[0], count)
        seconds, _ = timed(check, count)
        row(f"verified (aim ≤ {AIM:.0f} s for a million)", seconds, count)
        forms = canonical_forms()
        row("SM3 alone by hashlib, the same bytes", timed(alone, forms, lambda each: hashlib.new("sm3", each).hexdigest())[0], count)
        row("SM3 alone by cryptography, the same bytes", timed(alone, forms, by_cryptography)[0], count)
        row("one change each, no entry", timed(lambda: single(SINGLE, audited=False))[0], SINGLE)
        row("one change each, with its entry", timed(lambda: single(SINGLE, audited=True))[0], SINGLE)


if __name__ == "__main__":
    main()
