from __future__ import annotations

import json
from pathlib import Path

import pytest

from gaoxing.matters.enterprise_request.categories import OTHER, by_category, by_topic, categories, category_of, named, strongest, topics

DOMAIN = Path(__file__).parents[4] / "shared" / "domain" / "request_categories.json"


@pytest.mark.skipif(not DOMAIN.exists(), reason="the facts of the domain do not lie beside this project")
def test_the_classes_are_those_of_the_zone():
    told = json.loads(DOMAIN.read_text(encoding="utf-8"))["categories"]
    assert [(each["id"], each["name"], each["covers"]) for each in told] == [(each.id, each.name, "、".join(each.covers)) for each in categories()]


def test_every_topic_belongs_to_a_class():
    assert {each.category for each in topics()} == {*(each.id for each in categories()), OTHER}


def test_no_topic_stands_twice():
    ids = [each.id for each in topics()]
    assert len(set(ids)) == len(ids)


def test_no_expression_matches_nothing_at_all():
    assert [pattern.pattern for each in topics() for pattern, _ in each.expressions if pattern.search("")] == []


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("人才公寓申请不到", "housing"),
        ("排污许可证延期", "environment_review"),
        ("污水排不出去", "sewage"),
        ("出口退税没退", "tax"),
        ("出口少了一半", "export"),
        ("工伤保险怎么报", "social_insurance"),
        ("跳了三次闸", "electricity"),
        ("参展补贴有没有", "grant"),
    ],
)
def test_the_longest_word_says_what_is_meant(words, topic):
    assert strongest(named(words)) == topic


def test_what_owns_the_thing_says_less_than_the_thing():
    weights = by_topic(named("宿舍楼的自来水"))
    assert weights["water"] > weights["housing"]


def test_a_class_weighs_its_strongest_topic_whole():
    found = by_category(named("食堂和停车位"))
    assert found == {"amenities": 4.5}


def test_words_of_no_trouble_name_nothing():
    assert strongest(named("今天星期二")) is None


def test_the_class_of_a_topic_is_known():
    assert category_of("road") == "utilities"


def test_where_something_fails_weighs_less_than_what_fails():
    assert strongest(named("宿舍楼晚上老是停水")) == "water"
