import pytest

from gaoxing.facts.statement import hear
from gaoxing.matters.registration_change.wishes import wished
from gaoxing.speech.transcript import Transcript


def items(*turns):
    return {each.item for each in wished(hear(Transcript.of(*turns)))}


@pytest.mark.parametrize(
    ("said", "item"),
    [
        ("我们要换法人", "legal_representative"),
        ("来办个股权转让", "shareholders"),
        ("公司要改名", "name"),
        ("想变更一下注册地址", "domicile"),
        ("要增资", "registered_capital"),
        ("增加经营范围", "business_scope"),
        ("准备股改", "company_type"),
        ("法定代表人也要换", "legal_representative"),
    ],
)
def test_a_wish_names_its_item(said, item):
    assert items(said) == {item}


@pytest.mark.parametrize("said", ["不增资", "没有改名", "股权转让协议签好了", "来办变更登记", "注册资本一百万"])
def test_what_is_denied_or_a_paper_is_no_wish(said):
    assert items(said) == set()
