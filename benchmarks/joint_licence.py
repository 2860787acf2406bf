"""Joint licensing (证照联办): how long determination, one set of papers and the plan take for every trade, and how many questions are asked beside all.

    python benchmarks/joint_licence.py

The bar: 5 ms for the three together, in processor time (so that a crowded machine tells the same).
Questions: the mean, least and most over all answers when the next one is chosen by what it settles, beside asking all of a
trade's questions and beside asking everybody the catalogue's 25.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from datetime import date

from gaoxing.matters.joint_licence.bundle.papers import papers
from gaoxing.matters.joint_licence.bundle.saving import saving
from gaoxing.matters.joint_licence.determination.asking import next_question, open_ids
from gaoxing.matters.joint_licence.determination.determining import determine
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.planning.gantt import gantt
from gaoxing.matters.joint_licence.planning.plan import plan

DAY = date(2026, 11, 25)
ROUNDS = 200
BAR = 5.0
VALUES = {"area": (100, 500), "fitout": (10, 100)}


def main() -> None:
    """Print a row a trade."""
    shipped()
    every = {"area": 500, "fitout": 100, **{each.id: True for each in shipped().questions.values() if each.kind == "bool"}}
    print(f"{'trade':20} licences  p50 ms  p99 ms  with question and picture  questions: mean (least–most) of the trade's own, of 25")
    worst = 0.0
    means = []
    for trade in shipped().trades:
        bare = sorted(timed(trade, every))
        whole = sorted(timed(trade, every, pictured=True))
        counts = list(asked(trade, {}))
        own = len(open_ids(trade, {}))
        worst, means = max(worst, bare[int(0.99 * ROUNDS)]), [*means, statistics.mean(counts)]
        licences = len(determine(trade, every).ids)
        print(
            f"{trade:20} {licences:8}  {statistics.median(bare):6.2f}  {bare[int(0.99 * ROUNDS)]:6.2f}  {statistics.median(whole):25.2f}  "
            f"{statistics.mean(counts):6.2f} ({min(counts)}–{max(counts)}) of {own}, of {len(shipped().questions)}"
        )
    print(f"worst p99 {worst:.2f} ms ({'within' if worst <= BAR else 'beyond'} {BAR} ms); questions a trade on average {statistics.mean(means):.2f} of 25")


def timed(trade: str, answers: dict[str, float], *, pictured: bool = False) -> Iterator[float]:
    """Milliseconds of each round, all questions answered so that most licences are needed."""
    for _ in range(ROUNDS):
        start = time.thread_time()
        found = determine(trade, answers)
        papers(found.ids, answers)
        saving(found.ids, answers)
        made = plan(found.ids, answers, DAY)
        if pictured:
            next_question(trade, {})
            gantt(made, DAY)
        yield (time.thread_time() - start) * 1000


def asked(trade: str, answers: dict[str, float]) -> Iterator[int]:
    """How many questions are asked, for every way to answer them."""
    question = next_question(trade, answers)
    if question is None:
        yield 0
        return
    for value in VALUES.get(question.id, (True, False)):
        yield from (1 + further for further in asked(trade, {**answers, question.id: value}))


if __name__ == "__main__":
    main()
