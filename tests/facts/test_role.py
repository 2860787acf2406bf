"""Posts by the words people use."""

import pytest

from gaoxing.facts.role import find_roles


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("法人", ["legal_representative"]),
        ("执行董事", ["director"]),
        ("董事长", ["chair"]),
        ("总经理和监事", ["manager", "supervisor"]),
        ("财务写我老婆", ["finance_officer"]),
        ("登记联络员", ["liaison"]),
        ("委托代理人", ["agent"]),
        ("老板、负责人和会计", []),
        ("我以前是项目经理", []),
        ("董事会开会", []),
    ],
)
def test_a_word_means_its_post(said, roles):
    assert [each.role for each in find_roles(said)] == roles
