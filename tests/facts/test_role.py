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


def test_those_of_whom_a_board_is_made_are_directors():
    assert [each.role for each in find_roles("董事会由丁大宝、何苗组成，监事会主席不设")] == ["director"]


def test_a_board_that_decides_names_no_post():
    assert find_roles("董事会决议通过") == ()
