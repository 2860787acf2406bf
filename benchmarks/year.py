"""A simulated year: how long it takes at scale 1 on both databases, and how it grows with three months at 2x and 5x on SQLite.

python benchmarks/year.py [--scale 1] [--months 12] [--database sqlite|postgresql] [--growth] [--seed 1]

`--database` one of them alone; PostgreSQL is that of DATABASE_URL, which must be empty and is left as it is. `--growth` plays the three months too.
Prints wall and processor seconds, steps, steps a second, the kinds of step that took longest, and the size of the database. No peer publishes such a year.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

WIDEST, SHOWN, MEBIBYTE = 34, 14, 1 << 20
GROWTH = ((1, 3), (2, 3), (5, 3))


def main() -> None:
    """Play what is asked, each in a process of its own, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--months", type=int, default=12)
    parser.add_argument("--database", choices=("sqlite", "postgresql"))
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(played(options)))
        return
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for database in [options.database] if options.database else ["sqlite", *(["postgresql"] if os.environ.get("DATABASE_URL") else [])]:
        show(f"{database} {options.scale}x, {options.months} months", apart(options.seed, options.scale, options.months, database))
    for scale, months in GROWTH if options.growth else ():
        show(f"sqlite {scale}x, {months} months", apart(options.seed, str(scale), months, "sqlite"))


def apart(seed: int, scale: str, months: int, database: str) -> dict[str, Any]:
    """A run in a process and a data folder of its own."""
    with tempfile.TemporaryDirectory(prefix="gaoxing-year-") as folder:
        environ = {**os.environ, "GAOXING_DATA": folder, "GAOXING_DEMO": "1", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
        if database == "sqlite":
            environ.pop("DATABASE_URL", None)
        words = [sys.executable, __file__, "--one", "--seed", str(seed), "--scale", scale, "--months", str(months)]
        done = subprocess.run(words, env=environ, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(done.stderr[-2000:])
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        found["bytes"] = found["bytes"] or sum(each.stat().st_size for each in Path(folder).glob("*sqlite3*"))
        return found


def played(options: argparse.Namespace) -> dict[str, Any]:
    """Play it here; seconds, steps, seconds by kind of step, and PostgreSQL's size."""
    import time
    from datetime import date
    from decimal import Decimal

    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from gaoxing.office.simulation.conducting import Wanted, conduct

    call_command("migrate", interactive=False, verbosity=0)
    spent: dict[str, list[float]] = {}
    began = last = time.process_time()
    wall = time.monotonic()

    def told(_run: object, step: Any) -> None:
        nonlocal last
        now = time.process_time()
        spent.setdefault(step.kind, []).append(now - last)
        last = now

    report = conduct(Wanted(options.seed, Decimal(options.scale), date(2024, 1, 1), options.months), told)
    size = 0
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            size = cursor.fetchone()[0]
    kinds = {kind: (len(each), sum(each)) for kind, each in spent.items()}
    broken = sum(each["broken"] for each in report["invariants"].values())
    told_of = {"wall": time.monotonic() - wall, "worked": time.process_time() - began, "steps": report["steps"], "kinds": kinds, "bytes": size}
    return {**told_of, "broken": broken, "misread": report["reading"]["读得和意思不一样"]}


def show(name: str, found: dict[str, Any]) -> None:
    """One run as lines."""
    rate, size = found["steps"] / found["wall"], found["bytes"] / MEBIBYTE
    print(f"\n{name}: {found['wall']:.0f} s ({found['worked']:.0f} s of processor), {found['steps']} steps, {rate:.0f} a second, {size:.0f} MiB")
    print(f"  invariants broken {found['broken']}, words read otherwise than meant {found['misread']}")
    for kind, (count, seconds) in sorted(found["kinds"].items(), key=lambda each: -each[1][1])[:SHOWN]:
        print(f"  {kind:{WIDEST}} {count:7} {seconds:8.1f} s {1000 * seconds / count:8.1f} ms")


if __name__ == "__main__":
    main()
