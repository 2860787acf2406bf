import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.frontdesk.merging import both

TEXTS = st.text(alphabet="甲乙丙。\n", max_size=12)


@pytest.mark.parametrize(
    ("theirs", "mine", "merged"),
    [
        ("甲。乙", "甲。丙", "甲。乙\n丙"),
        ("甲一百万", "甲二百万", "甲一百万\n甲二百万"),
        ("甲。", "甲。乙", "甲。乙"),
        ("甲。乙", "甲。", "甲。乙"),
        ("甲", "", "甲"),
        ("", "乙", "乙"),
        ("甲。资本一百万", "甲。资本二百万", "甲。资本一百万\n资本二百万"),
    ],
)
def test_what_two_texts_share_stands_once_and_no_clause_is_cut(theirs, mine, merged):
    assert both(theirs, mine) == merged


@given(TEXTS, TEXTS)
def test_nothing_of_either_text_is_left_out(theirs, mine):
    merged = both(theirs, mine)
    assert merged.startswith(theirs)
    assert merged.endswith(mine[len(mine) - (len(merged) - len(theirs) - 1) :]) if merged != theirs else theirs.startswith(mine)


@given(TEXTS)
def test_the_same_text_twice_is_that_text(text):
    assert both(text, text) == text
