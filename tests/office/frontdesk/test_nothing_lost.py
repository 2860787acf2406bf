"""Nothing lost: the office is killed with its whole process group amid submissions; every receipt holds, nothing is half done, the chain verifies.

The clients are threads over HTTP and keep their receipts; whoever had no answer posts the same again when the office is open again, as a browser would, and
it is one submission. One round of twenty runs here, ten of two hundred under `make drill`; the seed is printed.
"""

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from threading import Event, Lock, Thread
from urllib.parse import urlencode

import pytest

from tests.office.backup.conftest import Office, database  # noqa: F401

SEEDING, LOOKING = Path("benchmarks/office_people.py").resolve(), Path(__file__).with_name("whole_office.py")
OPENS = 40
"""Seconds within which the office has to open."""


class Killable(Office):
    """An office whose server runs in a process group of its own."""

    def open(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        command = [sys.executable, "-m", "django", "serve", "--port", str(self.port), "--no-browser"]
        environ = self.environ(DJANGO_SETTINGS_MODULE="gaoxing.office.settings")
        self.process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True)
        end = time.monotonic() + OPENS
        while socket.socket().connect_ex(("127.0.0.1", self.port)):
            assert self.process.poll() is None, self.process.stderr.read()
            assert time.monotonic() < end, "the office did not open"
            time.sleep(0.05)

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def drafts(self, count, first):
        done = self.run(sys.executable, str(SEEDING), str(count), str(first), DJANGO_SETTINGS_MODULE="gaoxing.office.settings")
        assert done.returncode == 0, done.stderr[-2000:]
        return [json.loads(line) for line in done.stdout.splitlines()]

    def looked_at(self):
        done = self.run(sys.executable, str(LOOKING), DJANGO_SETTINGS_MODULE="gaoxing.office.settings")
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout)


class Crowd:
    """Clients that all submit at once; what each was answered."""

    def __init__(self, port, drafts):
        self.port, self.drafts = port, drafts
        self.receipts, self.unanswered, self.refused = {}, [], []
        self.lock, self.enough, self.wanted = Lock(), Event(), len(drafts)

    def begin(self, wanted):
        self.wanted = wanted
        self.threads = [Thread(target=self.submit, args=(draft,)) for draft in self.drafts]
        for each in self.threads:
            each.start()

    def end(self):
        for each in self.threads:
            each.join()

    def submit(self, draft):
        try:
            status, where = posted(self.port, draft)
        except (OSError, http.client.HTTPException):
            with self.lock:
                self.unanswered.append(draft)
            return
        with self.lock:
            if status == 302 and where.endswith("/receipt"):
                self.receipts[draft["name"]] = where.split("/")[2]
            else:
                self.refused.append((draft["name"], status, where))
            if len(self.receipts) + len(self.refused) >= self.wanted:
                self.enough.set()


def posted(port, draft):
    head = {"Cookie": "; ".join(f"{name}={value}" for name, value in draft["cookies"].items()), "User-Agent": "Firefox Linux"}
    head["Content-Type"] = "application/x-www-form-urlencoded"
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=120)) as line:
        line.request("POST", "/draft/submit", urlencode(draft["fields"]), head)
        answer = line.getresponse()
        answer.read()
        return answer.status, answer.headers.get("Location", "")


def one_round(office, drafts, dice, receipts):
    """Submit all at once, kill amid it, open again, post again what had no answer; how many were acknowledged, in flight, and whole unanswered."""
    crowd, before = Crowd(office.port, drafts), len(receipts)
    crowd.begin(dice.randint(len(drafts) // 5, len(drafts) * 3 // 5))
    crowd.enough.wait(300)
    office.kill()
    crowd.end()
    acknowledged, flying = dict(crowd.receipts), list(crowd.unanswered)
    stood = whole(office, {**receipts, **acknowledged})["numbers"]
    office.open()
    again = Crowd(office.port, flying)
    for each in flying:
        again.submit(each)
    assert (crowd.refused, again.refused, again.unanswered) == ([], [], [])
    receipts |= {**acknowledged, **again.receipts}
    found = whole(office, receipts)
    assert len(found["numbers"]) == len(receipts) == len(set(receipts.values()))
    return len(acknowledged), len(flying), len(stood) - before - len(acknowledged)


def whole(office, receipts):
    """Every receipt's case stands, nothing is half done, no number was lost, and the chain verifies."""
    found = office.looked_at()
    assert set(receipts.values()) <= set(found["numbers"])
    assert (found["half"], found["strays"], found["serial"], found["broken"]) == ({}, [0, 0], 0, None)
    return found


def drill(folder, url, rounds, crowd):
    seed = int(os.environ.get("GAOXING_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)
    print(f"seed {seed}: GAOXING_SEED={seed} repeats these rounds")
    dice, receipts, office = random.Random(seed), {}, Killable(folder / "data", url)
    drafts = office.drafts(rounds * crowd, 0)
    office.open()
    try:
        for turn in range(rounds):
            acknowledged, flying, silent = one_round(office, drafts[turn * crowd : (turn + 1) * crowd], dice, receipts)
            print(f"round {turn + 1}: {acknowledged} acknowledged, {flying} in flight ({silent} of them whole), {len(receipts)} cases whole")
            assert acknowledged > 0
            assert flying > 0
    finally:
        office.kill()


def test_a_kill_amid_twenty_submissions_loses_no_receipt_and_leaves_nothing_half_done(tmp_path, database):  # noqa: F811
    drill(tmp_path, database(), 1, 20)


@pytest.mark.drill
def test_ten_kills_amid_two_hundred_submissions_lose_nothing(tmp_path, database):  # noqa: F811
    drill(tmp_path, database(), 10, 200)
