"""Eighty plain phrases for small trades, services, works and shops on the internet, with the items a clerk would choose, or the question a clerk would ask.

Written before the reader was tried on them: 58 of the 80 were read wholly right then.
"""

import csv
from pathlib import Path

import pytest

from gaoxing.facts.activity import scope_facts
from gaoxing.facts.fact import Certainty
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript

ROWS = list(csv.DictReader(Path(__file__).with_name("scope_plain.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"))


def read(said):
    """The items of a turn, and the sets of items it leaves to a question."""
    facts = list(scope_facts(hear(Transcript.of(said))))
    items = {item for fact in facts if fact.certainty is not Certainty.UNSURE for item in fact.value}
    return items, [set(fact.readings) for fact in facts if fact.certainty is Certainty.UNSURE]


@pytest.mark.parametrize("row", ROWS, ids=[row["said"] for row in ROWS])
def test_a_plain_phrase_gives_the_items_of_the_catalogue(row):
    items, asked = read(row["said"])
    assert items == set(filter(None, row["items"].split("|")))
    assert asked == [set(each.split(" / ")) for each in (row["asked"] or "").split("|") if each]


def test_there_are_at_least_sixty_phrases():
    assert len(ROWS) >= 60


@pytest.mark.parametrize(
    "said",
    ["他不会弄手机", "昨天手机修了", "今天去修手机了", "上次说去拍照没拍", "我做财务的，手机没电了", "网上办不了", "用手机办的", "电脑上弄不了"],
)
def test_errands_and_the_speakers_own_things_are_no_trade(said):
    assert read(f"{said}，来办个体户") == (set(), [])


@pytest.mark.parametrize("said", ["卖水果手机13800001111", "卖水果，手机号幺三八零零零零幺二三四", "卖水果我手机一三八零零零零一二三四"])
def test_a_telephone_behind_the_goods_is_not_sold(said):
    assert read(f"个体户{said}") == ({"新鲜水果零售"}, [])


@pytest.mark.parametrize("said", ["卖女装网上也卖", "卖女装，网上也卖", "卖女装，抖音上也卖"])
def test_what_is_sold_online_too_is_both(said):
    assert read(f"办个体户{said}")[0] == {"服装服饰零售", "互联网销售（除销售需要许可的商品）"}


def test_an_agent_speaks_of_the_clients_trade():
    assert read("代账公司的，给客户报设立，他们卖尿不湿")[0] == {"母婴用品销售"}


def test_a_part_struck_out_takes_the_trade_that_it_means():
    facts = scope_facts(hear(Transcript.of("卖电瓶车修电瓶车办个体户", "修车那块不做了，就光卖")))
    assert [fact.value for fact in facts] == [("电动自行车销售",)]


def test_the_words_quoted_hold_the_whole_goods():
    [fact] = scope_facts(hear(Transcript.of("公司做模具")))
    assert [each.words for each in fact.evidence] == ["做模具"]
