"""Who owns and runs a company, as its unit writes it with the grant."""

import pytest

from gaoxing.office.licensing.owners import MOST, officers, owners, parties, require_whole
from gaoxing.office.refusal import NotAllowed


@pytest.mark.parametrize("text", ["丁大宝 30；戊小样 20", "丁大宝：30万元\n戊小样，20万", "\n丁大宝\t30\n\n 戊小样  20 \n"])
def test_a_row_is_a_name_and_an_amount_however_they_are_parted(text):
    assert [(each["name"], each["contribution.amount"]) for each in owners(text)] == [("丁大宝", "300000"), ("戊小样", "200000")]


@pytest.mark.parametrize("text", ["丁大宝 零", "丁大宝 0", "丁大宝 -3", "30", "丁大宝 500000元", "丁大宝 NaN", "丁" * 61 + " 3"])
def test_what_is_no_name_with_an_amount_is_refused_with_its_row(text):
    with pytest.raises(NotAllowed, match="第 2 位股东看不懂"):
        owners(f"戊小样 5；{text}")


def test_more_shareholders_than_the_law_allows_are_refused():
    with pytest.raises(NotAllowed, match=f"最多 {MOST} 个"):
        owners("；".join(f"股东{number} 1" for number in range(MOST + 1)))


def test_nobody_written_is_nobody():
    assert (owners(""), officers(" \n；")) == ((), ())


def test_a_post_that_is_none_is_refused_with_those_there_are():
    with pytest.raises(NotAllowed, match="董事长、董事、经理、监事、财务负责人"):
        officers("厂长 丁大宝")


def test_everybody_stands_once_with_all_that_they_are():
    found = parties(owners("丁大宝 30"), officers("董事 丁大宝；经理 戊小样"), "丁大宝")
    assert found["parties.0.roles"] == ("shareholder", "director", "legal_representative")
    assert (found["parties.1.name"], found["parties.1.roles"]) == ("戊小样", ("manager",))
    assert "parties.2.name" not in found


def test_the_capital_must_be_made_up_to_the_fen():
    require_whole(owners("丁大宝 30.5；戊小样 19.5"), {"amount": "500000", "currency": "CNY"})
    require_whole(owners("丁大宝 30"), None)
    with pytest.raises(NotAllowed, match="对不上"):
        require_whole(owners("丁大宝 49.9999"), {"amount": "500000", "currency": "CNY"})
