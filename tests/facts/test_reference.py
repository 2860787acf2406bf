"""Relations, pronouns and the speaker."""

import pytest

from gaoxing.facts.reference import find_references


def found(text):
    return [(each.kind, each.key) for each in find_references(text)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("我占七成", [("self", "我")]),
        ("我老婆三成", [("relation", "老婆")]),
        ("法人写他", [("pronoun", "他")]),
        ("她的手机是", [("pronoun", "她")]),
        ("剩下都是我的舅舅叫老顾头", [("self", "我"), ("relation", "舅")]),
        ("老顾叫顾大海，我把老顾去掉", [("relation", "老顾"), ("self", "我"), ("relation", "老顾")]),
        ("我们三个人", []),
        ("我家在杭州", []),
    ],
)
def test_each_reference_has_its_kind_and_key(said, expected):
    assert found(said) == expected
