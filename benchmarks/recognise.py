"""How fast and how light reading is: p50/p99 a statement, statements a second on one core, import time and memory of a fresh process.

Statements are those of the worked cases beside the checkout (../shared/contract/cases.jsonl), else the project's own. Money and addresses are timed
beside JioNLP and cn2an in the same run where they are installed (`pip install jionlp cn2an`, for the benchmark only).

Measured 2026-11-25 (Python 3.11, processor time, the 117 worked cases of nine matters): p50 3.1 ms, p99 8.0 ms a statement; by matter p50 1.3 (deregistration)
to 4.2 ms (registration_change). A fresh process: import 0.075 s, with the first statement 0.28 s, 40 MiB, where Python keeps its compiled modules; 0.145 s
and 0.43 s where it may not write them. The import was 0.22 s and 0.30 s before expressions were compiled at their first use (standards/expression.py).

Run: `python benchmarks/recognise.py`.
"""

from __future__ import annotations

import importlib.util
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from gaoxing import intake
from gaoxing.facts.address import find_addresses
from gaoxing.facts.amount import find_money
from gaoxing.speech.transcript import Transcript

ROOT = Path(__file__).parents[1]
WORKED = ROOT.parent / "shared" / "contract" / "cases.jsonl"
OWN = ROOT / "tests" / "cases" / "set_aside.jsonl"
ON = date(2026, 11, 24)
ROUNDS = 5
FRESH = """
import resource, time
start = time.process_time()
import gaoxing.intake
taken = time.process_time() - start
from datetime import date
gaoxing.intake.receive(gaoxing.intake.Transcript.of("注册公司,注册资本一百万"), on=date(2026, 11, 24))
print(taken, time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
AMOUNTS = ("一百二十万", "三百二十万零五千", "两千五", "一点五个亿", "壹佰贰拾万元整", "三千万零五百元", "30万", "两亿三千万")
ADDRESSES = ("昆山高新区晨丰东路88号3栋201室", "昆山市开发区前进东路579号", "苏州工业园区星湖街328号", "玉山镇元丰路一百三十六号四号厂房")


def statements() -> list[tuple[str, Transcript]]:
    path = WORKED if WORKED.exists() else OWN
    cases = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [(str(case["matter"]), Transcript.from_json(case)) for case in cases]


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of processor time: other work on the machine does not count."""
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000


def quantiles(times: Iterable[float]) -> tuple[float, float]:
    cuts = statistics.quantiles(sorted(times), n=100)
    return cuts[49], cuts[98]


def reading() -> None:
    said = statements()
    for _, each in said:
        intake.receive(each, on=ON)
    times = [(name, each, timed(lambda each=each: intake.receive(each, on=ON))) for _ in range(ROUNDS) for name, each in said]
    table(f"{len(said)} statements, all lengths", [taken for _, _, taken in times])
    table("150 to 250 characters", [taken for _, each, taken in times if 150 <= sum(len(turn.said) for turn in each.turns) <= 250])
    for name in sorted({name for name, _ in said}):
        table(name, [taken for each, _, taken in times if each == name])


def table(name: str, times: list[float]) -> None:
    if len(times) > 1:
        p50, p99 = quantiles(times)
        print(f"{name:34} p50 {p50:7.2f} ms   p99 {p99:7.2f} ms   {1000 / statistics.mean(times):6.0f} a second")


def fresh_process() -> None:
    out = [subprocess.run([sys.executable, "-c", FRESH], capture_output=True, text=True, check=True).stdout.split() for _ in range(ROUNDS)]
    taken = statistics.median(float(each[0]) for each in out)
    first = statistics.median(float(each[1]) for each in out)
    memory = max(float(each[2]) for each in out)
    print(f"{'import gaoxing.intake':34} {taken:.3f} s   with the first statement {first:.3f} s   memory after one statement {memory:.0f} MiB")


def beside(name: str, texts: tuple[str, ...], act: Callable[[str], object]) -> None:
    for text in texts:
        act(text)
    times = [timed(lambda text=text: act(text)) for _ in range(200) for text in texts]
    p50, p99 = quantiles(times)
    print(f"{name:34} p50 {p50:7.4f} ms   p99 {p99:7.4f} ms")


def peers() -> None:
    beside("money: gaoxing", AMOUNTS, find_money)
    beside("address: gaoxing", ADDRESSES, find_addresses)
    if importlib.util.find_spec("jionlp"):
        import jionlp

        beside("money: JioNLP", AMOUNTS, lambda text: _quiet(jionlp.parse_money, text))
        beside("address: JioNLP", ADDRESSES, lambda text: _quiet(jionlp.parse_location, text))
    else:
        print("JioNLP is not installed: pip install jionlp")
    if importlib.util.find_spec("cn2an"):
        import cn2an

        beside("numerals: cn2an", AMOUNTS, lambda text: _quiet(cn2an.cn2an, text, "smart"))
    else:
        print("cn2an is not installed: pip install cn2an")


def _quiet(act: Callable[..., object], *words: str) -> object:
    try:
        return act(*words)
    except ValueError:
        return None


if __name__ == "__main__":
    fresh_process()  # first: a child is charged with the memory its parent has grown to
    reading()
    peers()
