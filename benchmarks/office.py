"""The office at scale: lists, deep pages and searches among a million cases, submissions a second, the memory of a worker; on SQLite and PostgreSQL.

python benchmarks/office.py [--cases 1000000] [--drafts 400] [--workers N] [--database sqlite|postgresql] [--folder /tmp] [--keep FOLDER]

The cases are loaded by `office_load.py`, then asked for over HTTP through `gaoxing serve`, as a clerk's browser and another system would: 16 connections,
permissions on. PostgreSQL is a scratch cluster of Debian's packages with its own settings but 512 MB of shared buffers. What was loaded is deleted at the end;
with --keep it stays in a data folder (SQLite), and the next run asks there and loads nothing.
For comparison: Open Zaak publishes 320 to 430 ms for a list of cases on ten CPUs.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlencode

from office_people import AGENT, HOST

CONNECTIONS, EACH, WARM, SEARCHES = 16, 40, 10, 5
"""Searches are few: a clerk's browser may post 300 times a minute."""

OPENS = 60
HERE = Path(__file__).parent
REFERENCE = "Open Zaak publishes 320–430 ms (ten CPUs)"
ALL, SEARCH = "/staff/cases/all", "/staff/cases/search"


@dataclass
class Asked:
    """A request: method, path, headers, fields."""

    path: str
    head: dict[str, str]
    fields: dict[str, str] | None = None


@dataclass
class Row:
    """A line of the table: times in ms, the bar and whether it was kept."""

    name: str
    times: list[float]
    bar: float = 0
    rate: float = 0
    note: str = ""

    def __str__(self) -> str:
        cut = quantiles(self.times, n=100) if len(self.times) > 1 else [self.times[0]] * 99
        kept = "" if not self.bar else ("kept" if median(self.times) <= self.bar else "MISSED")
        bar = f"p50 ≤ {self.bar:.0f}" if self.bar else ""
        speed = f"{self.rate:8.1f}" if self.rate else " " * 8
        return f"{self.name:48}{median(self.times):9.1f}{cut[94]:9.1f}{cut[98]:9.1f}{speed}  {bar:12}{kept:7}{self.note}"


def environment(data: Path, url: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    told = {"GAOXING_DATA": str(data), "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings", **({"DATABASE_URL": url} if url else {})}
    return {**kept, **told}


class Served:
    """The process that leads the server's group."""

    leader = 0


@contextmanager
def served(data: Path, url: str, workers: int) -> Iterator[tuple[int, int]]:
    """The real server on a free port: the port, and the process that leads its group."""
    port = free_port()
    command = [sys.executable, "-m", "django", "serve", "--port", str(port), "--no-browser", "--workers", str(workers)]
    shared = {"GAOXING_CACHE": "database"} if workers > 1 else {}
    process = subprocess.Popen(command, env=environment(data, url) | shared, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        end = time.monotonic() + OPENS
        while socket.socket().connect_ex((HOST, port)):
            if process.poll() is not None or time.monotonic() > end:
                raise SystemExit("the office did not open")
            time.sleep(0.1)
        Served.leader = process.pid
        yield port, process.pid
    finally:
        process.send_signal(2)
        process.wait(timeout=30)


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """A scratch cluster, stopped at the end; its address."""
    tools = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: int(each.parent.name))
    folder.chmod(0o755)
    cluster, other = folder / "cluster", folder / "socket"
    for each in (cluster, other):
        each.mkdir()
        if os.getuid() == 0:
            shutil.chown(each, "postgres", "postgres")
    as_postgres = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] if os.getuid() == 0 else []
    port = free_port()
    subprocess.run([*as_postgres, tools / "initdb", "-D", cluster, "-U", "gaoxing", "-A", "trust", "-E", "UTF8"], check=True, stdout=subprocess.DEVNULL)
    words = f"-p {port} -k {other} -c listen_addresses={HOST} -c shared_buffers=512MB -c max_wal_size=4GB"
    control = [*as_postgres, tools / "pg_ctl", "-D", cluster]
    subprocess.run([*control, "-w", "-l", other / "log", "-o", words, "start"], check=True, stdout=subprocess.DEVNULL)
    try:
        yield f"postgres://gaoxing@{HOST}:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, stdout=subprocess.DEVNULL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def measured(
    name: str, port: int, asked: Callable[[int, int], Asked], *, bar: float = 0, each: int = EACH, lines: int = CONNECTIONS, ok: int = 200, warm: int = WARM
) -> Row:
    """`each` requests on each of so many connections, after some to warm up; `asked` makes the request of a connection and a turn."""
    for turn in range(warm):
        clients(port, [[written(asked(line, turn % each))] for line in range(lines)], ok)
    before = processor(Served.leader)
    told = clients(port, [[written(asked(line, turn)) for turn in range(each)] for line in range(lines)], ok)
    times, seconds = told["times"], told["seconds"]
    note = f"{(processor(Served.leader) - before) / len(times):6.1f}{1000 * told['used'] / len(times):6.2f}"
    return Row(name, times, bar, len(times) / seconds, note)


def clients(port: int, lines: list[list[str]], ok: int) -> dict[str, Any]:
    """What the client of `office_client.py`, a process of its own, measured."""
    told = json.dumps({"port": port, "lines": lines, "ok": ok}).encode()
    heard: dict[str, Any] = json.loads(subprocess.run([sys.executable, HERE / "office_client.py"], input=told, stdout=subprocess.PIPE, check=True).stdout)
    return heard


def written(asked: Asked) -> str:
    """A request as it goes over the line."""
    body = urlencode(asked.fields) if asked.fields else ""
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))} if body else {}
    head = {"Host": HOST, "User-Agent": AGENT, "Accept-Encoding": "gzip", **asked.head, **kind}
    first = f"{'POST' if body else 'GET'} {asked.path} HTTP/1.1"
    return "\r\n".join([first, *(f"{name}: {value}" for name, value in head.items()), "", body])


def browser(cookies: dict[str, str]) -> dict[str, str]:
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}


def reading(port: int, scene: dict) -> Iterator[Row]:
    """The newest hundred, the page deep down, and the searches."""
    bearer = [{"Authorization": f"Bearer {token}"} for token in scene["tokens"]]
    head, deep = browser(scene["cookies"]), scene["deep"]
    first = measured("newest 100, API", port, lambda line, _: Asked("/api/v1/cases?size=100", bearer[line]), bar=60)
    yield first
    path = f"/api/v1/cases?size=100&after={deep['api']}"
    yield measured(f"100 after row {deep['row']:,}, API", port, lambda line, _: Asked(path, bearer[line]), bar=2 * median(first.times))
    listed = measured("newest 100, HTML", port, lambda *_: Asked(ALL, head), bar=120)
    yield listed
    further = f"{ALL}?after={deep['html']}"
    yield measured(f"100 after row {deep['row']:,}, HTML", port, lambda *_: Asked(further, head), bar=2 * median(listed.times))
    for kind, texts in scene["searches"].items():
        fields = [{"q": each, "csrfmiddlewaretoken": scene["cookies"]["csrftoken"]} for each in texts]
        ok = 302 if kind == "number" else 200
        yield measured(
            f"search by {kind}, HTML",
            port,
            lambda line, turn, of=fields: Asked(SEARCH, head, of[(line + turn) % len(of)]),
            bar=200,
            each=SEARCHES,
            ok=ok,
            warm=1,
        )


def submitting(port: int, drafts: list[dict]) -> Iterator[Row]:
    """Submissions with all checks, audit and encryption: one after another, then on every connection at once."""
    made = [Asked("/draft/submit", browser(each["cookies"]), {name: str(value) for name, value in each["fields"].items()}) for each in drafts]
    clients(port, [[written(each) for each in made[:WARM]]], 302)
    alone, rest = made[WARM : len(made) // 5], made[len(made) // 5 :]
    yield measured("submission → receipt, one connection", port, lambda _, turn: alone[turn], each=len(alone), lines=1, ok=302, warm=0)
    share = len(rest) // CONNECTIONS
    shares = [rest[start::CONNECTIONS][:share] for start in range(CONNECTIONS)]
    yield measured(f"submission → receipt, {CONNECTIONS} connections", port, lambda line, turn: shares[line][turn], each=share, ok=302, warm=0)


def processor(leader: int) -> float:
    """Milliseconds of processor that the server's group has used so far, on all cores."""
    spent = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parts = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        spent += sum(map(int, parts[11:13])) if int(parts[2]) == leader else 0
    return spent * 1000 / os.sysconf("SC_CLK_TCK")


def memory(leader: int) -> float:
    """Resident MB of the largest process of the server's group: the worker."""
    found = [0.0]
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            text = status.read_text()
            if os.getpgid(int(status.parent.name)) == leader and "VmRSS" in text:
                found.append(int(text.split("VmRSS:")[1].split()[0]) / 1024)
        except (OSError, ProcessLookupError):
            continue
    return max(found)


def run(vendor: str, data: Path, url: str, chosen: argparse.Namespace) -> None:
    command = [sys.executable, HERE / "office_load.py", str(chosen.cases), str(chosen.drafts)]
    scene = json.loads(subprocess.run(command, env=environment(data, url), stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()[-1])
    print(
        f"\n{vendor}: {scene['seen']:,} cases that a clerk sees, loaded in {scene['seconds']:,.0f} s; {chosen.workers} workers; load {os.getloadavg()[0]:.1f}"
    )
    print(f"{CONNECTIONS} connections, {os.cpu_count()} cores{'':23}p50 ms   p95 ms   p99 ms     /s{'':21}server's and client's processor, ms each")
    with served(data, url, chosen.workers) as (port, leader):
        start = memory(leader)
        for rows in (reading(port, scene), submitting(port, scene["drafts"])):
            for row in rows:
                print(row, flush=True)
        print(f"worker's memory: {start:.0f} MB when opened, {memory(leader):.0f} MB at the end; load average {os.getloadavg()[0]:.1f}; {REFERENCE}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--drafts", type=int, default=400)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default=None)
    parser.add_argument("--folder", default=None)
    parser.add_argument("--keep", type=Path, default=None)
    chosen = parser.parse_args()
    if chosen.keep:
        run("sqlite", chosen.keep, "", chosen)
        return
    for vendor in [chosen.database] if chosen.database else ["sqlite", "postgresql"]:
        with tempfile.TemporaryDirectory(dir=chosen.folder, prefix="gaoxing-office-") as folder:
            place = Path(folder)
            if vendor == "sqlite":
                run(vendor, place / "data", "", chosen)
                continue
            with postgresql(place) as url:
                run(vendor, place / "data", url, chosen)


if __name__ == "__main__":
    main()
