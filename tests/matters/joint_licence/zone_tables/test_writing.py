"""A row is written into a zone's table and the rest stays as the zone wrote it."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from gaoxing.matters.joint_licence.permits.loading import shipped_tables
from gaoxing.matters.joint_licence.zone_tables.writing import remarks_lost, section, value_of, whole, with_row

OURS = """# 高新区自己的目录
region = "320583"

# 食品：按样例通知
[licence.food_operation]
promised = 5   # 五天
materials = [
    "legal_id",
]

# 招牌
[licence.signboard]
promised = 3

[[exempt]]
trades = ["gym"]
licence = "drainage"
words = "样例"
basis = "样例"
verified = false
"""


def row_of(text: str, key: str) -> dict | None:
    return tomllib.loads(text).get("licence", {}).get(key)


def test_a_row_takes_the_place_of_the_one_it_had_and_nothing_else_moves():
    written = with_row(OURS, "licence", "food_operation", {"promised": 7})
    assert written == OURS.replace('promised = 5   # 五天\nmaterials = [\n    "legal_id",\n]\n', "promised = 7\n")


def test_a_row_that_was_not_there_is_put_at_the_end():
    written = with_row(OURS, "licence", "drainage", {"fee": "不收费"})
    assert written == OURS + '\n[licence.drainage]\nfee = "不收费"\n'


def test_an_empty_row_is_taken_out_and_the_next_ones_remark_stays():
    written = with_row(OURS, "licence", "food_operation", {})
    assert row_of(written, "food_operation") is None
    assert "# 招牌\n[licence.signboard]\npromised = 3" in written


def test_the_last_row_taken_out_leaves_no_empty_table():
    assert tomllib.loads(with_row("[licence.signboard]\npromised = 3\n", "licence", "signboard", {})) == {}


def test_a_row_begun_from_nothing_is_a_whole_table():
    assert with_row("", "licence", "signboard", {"promised": 2}) == "[licence.signboard]\npromised = 2\n"


def test_a_row_with_tables_below_it_is_replaced_with_them():
    text = '[licence.signboard.contact]\nwindow = "旧窗口"\n[licence.signboard]\npromised = 3\n[licence.drainage]\npromised = 9\n'
    written = with_row(text, "licence", "signboard", {"contact": {"window": "新窗口"}})
    assert tomllib.loads(written)["licence"] == {"signboard": {"contact": {"window": "新窗口"}}, "drainage": {"promised": 9}}
    assert "旧窗口" not in written


@pytest.mark.parametrize(
    "text",
    [
        "licence.signboard.promised = 3\n# 样例\n",
        "[licence]\nsignboard = { promised = 3 }\ndrainage = { promised = 9 }\n",
        "[licence]\nsignboard.promised = 3\n",
        '[licence."signboard"]\npromised = 3\n',
        '[licence.drainage]\nnote = """\n[licence.signboard]\n"""\n',
        'licence = { signboard = { promised = 3 } }\nregion = "3205"\n',
    ],
)
def test_however_the_zone_wrote_it_the_table_says_exactly_what_is_wanted(text: str):
    wanted = {**tomllib.loads(text)}
    wanted["licence"] = {**wanted.get("licence", {}), "signboard": {"promised": 1}}
    assert tomllib.loads(with_row(text, "licence", "signboard", {"promised": 1})) == wanted


def test_remarks_that_could_not_be_kept_are_counted():
    text = "# 一\n[licence]\n# 二\nsignboard.promised = 3\n"
    assert remarks_lost(text, with_row(text, "licence", "signboard", {"promised": 1})) == 2
    assert remarks_lost(OURS, with_row(OURS, "licence", "drainage", {"promised": 1})) == 0


def test_the_whole_shipped_catalogue_can_be_written_and_read_again():
    assert tomllib.loads(whole(shipped_tables())) == shipped_tables()


@pytest.mark.parametrize("value", ['引号“"”和\\反斜杠\n第二行\t\x7f', True, False, 0, 12, 2.5, date(2027, 1, 4), [], ["a", 1], {}, {"a b": {"c": [True]}}])
def test_every_value_comes_back_as_it_was(value: object):
    assert tomllib.loads(f"v = {value_of(value)}") == {"v": value}


def test_a_long_list_has_a_line_for_each_so_that_a_fault_has_its_line():
    written = section(("licence", "signboard"), {"materials": [f"paper_number_{each}" for each in range(12)]})
    assert written.count("\n") == 15
    assert tomllib.loads(written)["licence"]["signboard"]["materials"][11] == "paper_number_11"


def test_a_text_that_is_no_toml_is_not_written_into():
    with pytest.raises(tomllib.TOMLDecodeError):
        with_row("这不是", "licence", "signboard", {})
