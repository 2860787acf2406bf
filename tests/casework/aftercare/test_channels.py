"""Hints at the channel that is right: told for what a court, a commission or a review decides, and for nothing else."""

import pytest

from gaoxing.casework.aftercare.channels import channels, hints, load

BARE = '[[channel]]\nid = "court"\nterm = "诉讼"\nenglish = "A lawsuit"\nhint = "问法院"\nhint_english = "Ask the court"\nbasis = "法"\n'
ROW = BARE + "verified = false\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("客户欠我们尾款，已经起诉了，等开庭", ["court"]),
        ("法院上个月判了，对方一直不给，想申请强制执行", ["court"]),
        ("员工去劳动仲裁了，裁决下来我们不服", ["labour_arbitration"]),
        ("环保罚款五万，我们不服", ["review"]),
        ("已经申请行政复议，还没有结果", ["review"]),
        ("我们到信访局去过两回", ["petition"]),
        ("工人告到劳动仲裁，法院也立案了", ["court", "labour_arbitration"]),
    ],
)
def test_what_belongs_elsewhere_is_hinted_at(said, expected):
    assert [each.id for each in hints(said)] == expected


@pytest.mark.parametrize(
    "said",
    [
        "车间老是跳闸，料都废了",
        "客户欠钱，不想起诉，请帮忙协调",
        "怕被工人告劳动仲裁，想问社保怎么补",
        "法院门口那条路天天堵车",
        "合同里有仲裁条款",
        "招不到焊工",
    ],
)
def test_an_ordinary_trouble_gets_no_hint(said):
    assert hints(said) == ()


def test_every_channel_says_what_next_in_both_languages_with_its_basis():
    for each in channels():
        assert all((each.term, each.english, each.hint, each.hint_english, each.basis.startswith("《")))
        assert each.hint_english[0].isascii()


@pytest.mark.parametrize(
    "text", [ROW, ROW + 'words = ["("]\n', ROW + 'words = ["起诉"]\nother = 1\n', "nothing = 1", ROW.replace('basis = "法"\n', "") + 'words = ["起"]\n']
)
def test_a_table_that_is_written_wrongly_is_refused(text):
    with pytest.raises(ValueError, match="channels"):
        load(text)


def test_no_basis_was_compared_with_its_text_yet_so_all_of_them_only_inform():
    """Whoever compares one sets `verified` in the file, and here."""
    assert {each.id: each.verified for each in channels()} == dict.fromkeys(("court", "labour_arbitration", "review", "petition"), False)


@pytest.mark.parametrize("verified", ["", "verified = 1\n", 'verified = "no"\n'])
def test_a_channel_must_say_whether_its_basis_was_compared(verified):
    with pytest.raises(ValueError, match="verified"):
        load(f"{BARE}{verified}words = ['起诉']\n")
