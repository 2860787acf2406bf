"""Train the small linear model that classes a problem (归类) and write it to src/gaoxing/matters/enterprise_request/model.tsv.

Read are tools/request_sentences.toml, from whose templates sentences are made with a fixed seed, and the plain words of the reader's topics.toml, each put
into a bare complaint. Pairs and triples of characters are the features; eight classes are learnt by logistic regression in plain Python. The same files and
seed give the same model.

Run with `python tools/build_request_model.py`; `--measure` trains on four fifths of the templates and tells how the last fifth is classed.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
SENTENCES = Path(__file__).with_name("request_sentences.toml")
TOPICS = ROOT / "src" / "gaoxing" / "matters" / "enterprise_request" / "topics.toml"
MODEL = ROOT / "src" / "gaoxing" / "matters" / "enterprise_request" / "model.tsv"
SEED = 20261125
EACH = 1500
"""Sentences made for each class."""

PLAIN = 900
"""Bare complaints made of listed words for each class."""

EPOCHS, RATE, SHRINK = 8, 0.25, 2e-5
SELDOM = 3
"""Features seen in fewer sentences are left out."""

KEPT = 7000
"""Features written, the weightiest first."""

SCALE = 20
"""Weights are written as whole numbers of this fraction."""

TROUBLES = ("{}不够", "{}有问题", "{}怎么办", "{}太贵了", "{}一直没解决", "关于{}的事", "我们的{}", "想问{}", "没有{}", "{}出了状况", "缺{}", "{}这块很头疼")
CHOICE = re.compile(r"\{([^{}]*)\}")
WORD = re.compile(r"[一-龥A-Za-z0-9]+")
NOT_WORDS = re.compile(r"[^一-龥A-Za-z0-9]+")

Sentence = tuple[str, str]


def templates() -> dict[str, list[str]]:
    told = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))
    return {name: [each for topic in topics.values() for each in topic] for name, topics in told.items() if name != "frames"}


def words() -> dict[str, list[str]]:
    """The plain words of every class that the reader's topics list."""
    told = tomllib.loads(TOPICS.read_text(encoding="utf-8"))["topic"]
    found: dict[str, list[str]] = defaultdict(list)
    for topic in told:
        found[topic["category"]] += [each for each in (*topic["only"], *topic.get("often", ())) if WORD.fullmatch(each)]
    return found


def frames() -> dict[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))["frames"]
    return found


def made(template: str, frame: dict[str, list[str]], chance: random.Random) -> str:
    words = chance.choice(frame["opening"]) + template + chance.choice(frame["filler"]) + chance.choice(frame["closing"])
    return CHOICE.sub(lambda match: chance.choice(match[1].split("|")), words)


def sentences(by_class: dict[str, list[str]], chance: random.Random) -> list[Sentence]:
    """As many of each class, every template equally often."""
    frame = frames()
    found = [(name, made(every[number % len(every)], frame, chance)) for name, every in by_class.items() for number in range(EACH)]
    listed = words()
    found += [(name, chance.choice(TROUBLES).format(chance.choice(listed[name]))) for name in by_class for _ in range(PLAIN)]
    chance.shuffle(found)
    return found


def features(text: str) -> tuple[str, ...]:
    """The pairs and triples of characters of a sentence, each once."""
    plain = NOT_WORDS.sub(" ", text)
    return tuple(sorted({plain[place : place + size] for size in (2, 3) for place in range(len(plain) - size + 1) if " " not in plain[place : place + size]}))


class Model:
    """Weights of every feature for every class."""

    def __init__(self, classes: Sequence[str]) -> None:
        self.classes = tuple(classes)
        self.weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(self.classes))

    def chances(self, seen: Sequence[str]) -> list[float]:
        known = [self.weights[each] for each in seen if each in self.weights]
        sums = [sum(row[place] for row in known) for place in range(len(self.classes))]
        most = max(sums)
        raised = [math.exp(each - most) for each in sums]
        return [each / sum(raised) for each in raised]

    def learn(self, told: Sequence[Sentence], chance: random.Random) -> None:
        rows = [(self.classes.index(name), features(text)) for name, text in told]
        often = Counter(feature for _, seen in rows for feature in seen)
        rows = [(wanted, tuple(each for each in seen if often[each] >= SELDOM)) for wanted, seen in rows]
        for each in sorted(often):
            if often[each] >= SELDOM:
                self.weights[each] = [0.0] * len(self.classes)
        for epoch in range(EPOCHS):
            chance.shuffle(rows)
            for wanted, seen in rows:
                self._step(wanted, seen, RATE / (1 + epoch) / math.sqrt(len(seen) or 1))

    def _step(self, wanted: int, seen: Sequence[str], rate: float) -> None:
        wrong = [chance - (place == wanted) for place, chance in enumerate(self.chances(seen))]
        for each in seen:
            row = self.weights[each]
            for place, amount in enumerate(wrong):
                row[place] -= rate * (amount + SHRINK * row[place])

    def rows(self) -> Iterator[str]:
        """The weightiest features, a line each: the characters and a whole number for each class."""
        ranked = sorted(self.weights.items(), key=lambda pair: (-max(map(abs, pair[1])), pair[0]))[:KEPT]
        for feature, row in sorted(ranked):
            whole = [round(each * SCALE) for each in row]
            if any(whole):
                yield f"{feature}\t{' '.join(map(str, whole))}"


def trained(by_class: dict[str, list[str]]) -> Model:
    chance = random.Random(SEED)
    model = Model(list(by_class))
    model.learn(sentences(by_class, chance), chance)
    return model


def measure() -> None:
    """How templates that the model never saw are classed."""
    every, chance = templates(), random.Random(SEED)
    aside = {name: set(chance.sample(each, len(each) // 5)) for name, each in every.items()}
    model = trained({name: [one for one in each if one not in aside[name]] for name, each in every.items()})
    right = total = 0
    for name, held in aside.items():
        for template in sorted(held):
            chances = model.chances(features(made(template, frames(), chance)))
            right += model.classes[chances.index(max(chances))] == name
            total += 1
    print(f"templates set aside: {right} of {total} classed right ({100 * right / total:.1f} %)")


def build() -> None:
    model = trained(templates())
    head = f"# classes: {' '.join(model.classes)}; made by tools/build_request_model.py from invented sentences; whole numbers of 1/{SCALE}\n"
    MODEL.write_text(head + "\n".join(model.rows()) + "\n", encoding="utf-8")
    print(f"{MODEL.name}: {MODEL.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Train the model that classes a problem.")
    parser.add_argument("--measure", action="store_true", help="class templates that were set aside instead of writing the model")
    measure() if parser.parse_args().measure else build()
