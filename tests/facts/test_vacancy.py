"""Posts given up, refused, passed on and swapped."""

import pytest

from tests.facts.talk import posts

LEGAL, WATCH, MANAGER = "legal_representative", "supervisor", "manager"


@pytest.mark.parametrize(
    ("turns", "held"),
    [
        (("法人丁大宝，监事何苗", "何苗不做监事了，换苏小云"), {LEGAL: ["丁大宝"], WATCH: ["苏小云"]}),
        (("法人丁大宝，监事何苗", "监事换人，换成我舅舅，鲁大卫"), {LEGAL: ["丁大宝"], WATCH: ["鲁大卫"]}),
        (("法人丁大宝，监事写我表妹何苗", "我表妹不做监事了，那监事就空着"), {LEGAL: ["丁大宝"]}),
        (("法人丁大宝，监事何苗", "法人和监事对调一下"), {LEGAL: ["何苗"], WATCH: ["丁大宝"]}),
        (("法人丁大宝，监事何苗", "搞反了，法人是何苗，监事是丁大宝"), {LEGAL: ["何苗"], WATCH: ["丁大宝"]}),
        (("我叫丁大宝，法人写我", "法人别写我了，写我儿子丁小宝"), {LEGAL: ["丁小宝"]}),
        (("我叫丁大宝，法人本来想写我们司机老程，他不肯，那还是写我自己",), {LEGAL: ["丁大宝"]}),
        (("何苗原来写的监事，现在改成经理，监事由丁大宝担任",), {MANAGER: ["何苗"], WATCH: ["丁大宝"]}),
        (("监事不设，法人丁大宝",), {LEGAL: ["丁大宝"]}),
        (("老婆能不能当监事，能的话就写她，她叫何苗",), {WATCH: ["何苗"]}),
        (("老婆能不能当监事，她叫何苗",), {}),
    ],
)
def test_a_post_passes_on_as_said(turns, held):
    assert posts(*turns) == held


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("法人丁大宝，何苗挂名监事", {LEGAL: ["丁大宝"], WATCH: ["何苗"]}),
        ("我叫何苗，我不占股，就挂个监事", {WATCH: ["何苗"]}),
        ("执行董事让何苗当", {"director": ["何苗"]}),
        ("经理人选是鲁大卫", {MANAGER: ["鲁大卫"]}),
        ("监事那块就写何苗", {WATCH: ["何苗"]}),
        ("管财务的是何苗", {"finance_officer": ["何苗"]}),
        ("何苗管财务", {"finance_officer": ["何苗"]}),
        ("财务负责人由我司会计何苗兼任", {"finance_officer": ["何苗"]}),
        ("财务负责人是外聘的，何苗", {"finance_officer": ["何苗"]}),
        ("财务负责人找的代账公司的何苗", {"finance_officer": ["何苗"]}),
        ("经理丁大宝为法定代表人", {MANAGER: ["丁大宝"], LEGAL: ["丁大宝"]}),
        ("监事由母公司派，叫何苗", {WATCH: ["何苗"]}),
        ("执行董事有丁大宝和何苗", {"director": ["丁大宝", "何苗"]}),
    ],
)
def test_posts_are_given_in_many_words(said, held):
    assert posts(said) == held
