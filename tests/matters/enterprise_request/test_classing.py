from __future__ import annotations

from pathlib import Path

import pytest

from gaoxing.matters.enterprise_request import classing
from gaoxing.matters.enterprise_request.categories import categories
from gaoxing.matters.enterprise_request.classing import classed, scored
from gaoxing.matters.enterprise_request.problems import Problem, clauses

HERE = Path(__file__).parent


def of(said: str) -> tuple[str, ...]:
    return classed(Problem(list(clauses(0, said))))


def right(name: str) -> float:
    rows = [line.split("\t") for line in (HERE / name).read_text(encoding="utf-8").splitlines()]
    return sum(of(said)[0] == wanted for wanted, said in rows) / len(rows)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("技改补贴怎么申报", "policy"),
        ("环评批不下来", "construction"),
        ("客户欠我们货款", "finance"),
        ("停车场的充电桩坏了好几个没人修", "amenities"),
        ("客户拖了我们货款八个多月有没有调解的渠道", "finance"),
        ("危废处置单位排期排到后年了，仓库堆不下", "utilities"),
        ("社保断缴了怎么补", "labour"),
        ("门口的路坑坑洼洼", "utilities"),
        ("专利被人抄了", "market"),
        ("夜班没有公交", "amenities"),
        ("想请领导参加周年庆", "other"),
    ],
)
def test_each_class_is_known(said, wanted):
    assert of(said) == (wanted,)


def test_words_of_no_class_are_other():
    assert of("有一件事情想说") == ("other",)


def test_two_classes_too_close_to_choose_are_both_named(monkeypatch):
    monkeypatch.setattr(classing, "chances", lambda text: dict.fromkeys((*(each.id for each in categories()), "other"), 0.125))
    assert set(of("贷款招工")) == {"finance", "labour"}


def test_every_class_has_a_weight():
    assert len(scored(Problem(list(clauses(0, "停电"))))) == 8


def test_sentences_set_aside_before_anything_was_built_are_classed():
    assert right("set_aside.tsv") >= 0.94


def test_oblique_sentences_set_aside_later_are_classed():
    assert right("set_aside_later.tsv") >= 0.85


def test_plain_sentences_set_aside_last_are_classed():
    assert right("set_aside_plain.tsv") >= 0.88
