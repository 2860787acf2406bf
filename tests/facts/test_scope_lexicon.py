import csv
from pathlib import Path

import pytest

from gaoxing.facts import scope_lexicon
from gaoxing.facts.scope_lexicon import lexicon
from gaoxing.standards.business_scope import items

TABLES = Path(scope_lexicon.__file__).parent
NAMES = {each.name for each in items()}


def rows(name):
    with (TABLES / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_every_item_of_the_phrase_table_is_in_the_catalogue():
    assert {name for row in rows("scope_phrases.tsv") for name in row["item"].split(" / ")} <= NAMES


def test_every_item_of_the_object_table_is_in_the_catalogue():
    parts = [part.split("=") for row in rows("scope_objects.tsv") for part in row["items"].split(";")]
    assert {name for _, names in parts for name in names.split(" / ")} <= NAMES


def test_every_object_has_a_verb_that_the_grammar_knows():
    kinds = {part.split("=")[0] for row in rows("scope_objects.tsv") for part in row["items"].split(";")}
    assert kinds <= {*scope_lexicon.VERBS, "online"}


def test_no_phrase_leads_to_two_rows():
    phrases = [(phrase, row["item"]) for row in rows("scope_phrases.tsv") for phrase in row["phrases"].split("|")]
    assert len({phrase for phrase, _ in phrases}) == len(set(phrases))


def test_there_are_far_more_phrases_than_the_catalogue_brings():
    known = {phrase for each in items() for phrase in each.colloquial}
    own = {phrase for row in rows("scope_phrases.tsv") for phrase in row["phrases"].split("|")} - known
    assert len(own) >= 300


@pytest.mark.parametrize(
    ("word", "kind", "item"),
    [
        ("叉车", "sell", "物料搬运装备销售"),
        ("电动自行车", "repair", "电动自行车维修"),
        ("储能技术", "sell", None),
        ("花店", "open", "礼品花卉销售"),
        ("轴承", "make", "轴承制造"),
        ("金属制品", "develop", "金属制品研发"),
    ],
)
def test_goods_know_their_item_a_verb(word, kind, item):
    term = lexicon().terms.get(word)
    found = term.families.get(kind) if term else None
    assert found == ((item,) if item else None)


def test_an_items_own_name_is_exact():
    assert lexicon().terms["餐饮服务"].exact
    assert lexicon().terms["食品销售仅销售预包装食品"].choices == ("食品销售（仅销售预包装食品）",)
