"""No silent error: values spoken in sentences with distractors, by kind: right, asked about, left out, wrong; bare amounts and days beside two peers.

    python benchmarks/words.py /tmp/peers/bin/python

The utterances are those of `tests/cases/spoken_values.py`, which takes nothing from the house, at three fixed seeds. Through the window a value
is `asked` where a question offers it, `absent` where the blank stays among the missing ones. JioNLP and cn2an read no sentence of this kind: they
are given the bare words of an amount or a day (see `amounts.py` for how to install them).
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from amounts import Answers, our_day, our_money, peers, show, timed

from gaoxing.intake import answer_json, receive
from gaoxing.speech.transcript import Transcript
from tests.cases.spoken import ON, Said, judge
from tests.cases.spoken_numbers import spoken_day
from tests.cases.spoken_sums import amount_of_money, in_words
from tests.cases.spoken_values import SEED, every

SEEDS = (SEED, SEED + 1, SEED + 2)
VERDICTS = ("right", "asked", "absent", "wrong")
BARE = 300


def verdict(said: Said) -> str:
    """What became of one utterance; a matter not told apart counts as wrong."""
    answer = answer_json(receive(Transcript.from_json({"id": said.kind, "turns": list(said.turns)}), on=ON))
    return judge(said, answer) if answer["matter"] == said.matter else "wrong"


def through_the_window() -> None:
    """Print the verdicts by kind, and every wrong utterance."""
    told = [(said, verdict(said)) for seed in SEEDS for said in every(seed)]
    print(f"{len(told)} utterances, seeds {', '.join(map(str, SEEDS))}\n{'':20}" + "".join(f"{each:>8}" for each in VERDICTS))
    for kind in (*dict.fromkeys(said.kind for said, _ in told), "all"):
        counts = Counter(each for said, each in told if kind in (said.kind, "all"))
        print(f"{kind:20}" + "".join(f"{counts[each]:8}" for each in VERDICTS))
    for said, each in told:
        if each == "wrong":
            print("   ", " / ".join(turn["said"] for turn in said.turns))


def bare_words() -> tuple[Answers, Answers]:
    """Amounts and days as they are said, each with its value."""
    draw = Random(SEED)
    sums = (amount_of_money(draw) for _ in range(BARE))
    days = (spoken_day(draw) for _ in range(BARE // 3))
    return {in_words(amount, draw): str(amount) for amount in sums}, dict(days)


def beside_peers(peer_python: str | None) -> None:
    """Print what each program makes of bare amounts and days."""
    money, dates = bare_words()
    results = {"Gaoxing": {"money": timed(our_money, money), "dates": timed(our_day, dates)}, **peers(peer_python, money, dates)}
    for title, wanted, kind in (("bare amounts", money, "money"), ("bare days", dates, "dates")):
        print(f"\n{title}: {len(wanted)}\n{'':10}{'exact':>7}{'open':>7}{'wrong':>7}{'ms':>9}")
        for name, result in results.items():
            if kind in result:
                show(name, wanted, result[kind], most=5)


if __name__ == "__main__":
    through_the_window()
    beside_peers(sys.argv[1] if len(sys.argv) > 1 else None)
