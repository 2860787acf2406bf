"""Conversation tests as clerks write them: read, and every fault of writing told with what to write instead. Persons are made up."""

from datetime import date

import pytest

from gaoxing.cli.conversations import KEYS, Conversation, Misspelt, load_conversations, read_conversations

GOOD = """
[[对话]]
名称 = "全写上"
日期 = 2026-11-24
事项 = "公司设立登记"
说 = ["我想开公司", { 问 = "注册资本", 答 = "一百万" }]
补填 = { 住所 = "前进东路88号" }
应得到 = { 注册资本 = "100万元", "丁大宝的职务" = ["董事"] }
应追问 = "经营范围"
不应有 = ["监事", "房东"]
审查应指出 = ["CAP-01"]
审查不应指出 = "CAP-02"
"""


def told(text):
    with pytest.raises(Misspelt) as fault:
        read_conversations(text, "试题.toml")
    return str(fault.value)


def test_a_conversation_is_read_as_it_is_written():
    (test,) = read_conversations(GOOD, "试题.toml")
    expected = {"注册资本": "100万元", "丁大宝的职务": ["董事"]}
    turns = (("", "我想开公司"), ("注册资本", "一百万"))
    lists = (("经营范围",), ("监事", "房东"), ("CAP-01",), ("CAP-02",))
    assert test == Conversation("全写上", turns, "公司设立登记", date(2026, 11, 24), {"住所": "前进东路88号"}, expected, *lists)


def test_a_file_of_stories_alone_holds_no_conversation():
    assert read_conversations('[base]\nname = "甲"\n[[story]]\nname = "乙"', "a.toml") == ()


def test_the_files_of_a_folder_are_read_in_their_order(tmp_path):
    for name in ("b", "a"):
        (tmp_path / f"{name}.toml").write_text(GOOD.replace("全写上", name), encoding="utf-8")
    assert [each.name for each in load_conversations(tmp_path)] == ["a", "b"]


@pytest.mark.parametrize(
    ("wrong", "right", "sentence"),
    [
        ("应得到 =", "应的到 =", "不认识“应的到”，是不是“应得到”？能写的有：名称、"),
        ('名称 = "全写上"', "", "试题.toml 第 1 段：缺少名称。请加一行"),
        ('名称 = "全写上"', 'nonsense = 1\n名称 = "甲"', "不认识“nonsense”？能写的有"),
        ("日期 = 2026-11-24", 'ignored = "x"', "不认识“ignored”"),
        ("日期 = 2026-11-24", '日期 = "2026-11-24"', "“日期”要写成 2026-11-24 这样，不加引号"),
        ('事项 = "公司设立登记"', "事项 = 3", "“事项”要写事项的名字"),
        ('问 = "注册资本", 答', "答", "“说”里有一句写得不对"),
        ('["我想开公司",', "[3,", "“说”里有一句写得不对"),
        ('补填 = { 住所 = "前进东路88号" }', '补填 = "住所"', "“补填”要写成栏目 = 内容"),
        ('注册资本 = "100万元"', '注册资本 = { amount = "1" }', "“应得到”要写成栏目 = 内容"),
        ('应追问 = "经营范围"', "应追问 = 3", "“应追问”要写成"),
        ('应追问 = "经营范围"', 'ignore = ["a", 3]', "不认识“ignore”"),
        ("[[对话]]", "[对话]", "单独写成一行 [[对话]]"),
        ("[[对话]]", "[[会话]]", "不认识“会话”。每一段对话前面要单独写一行 [[对话]]"),
        ('名称 = "全写上"', "名称 = 全写上", "第 3 行：写法不对。文字要放在一对英文双引号里"),
        ('名称 = "全写上"', '名称 ＝ "全写上"', "第 3 行：用了中文的“＝”，请换成英文等号 ="),
        ('"监事", "房东"]', '"监事"，"房东"]', "用了中文的“，”，请换成英文逗号 ,"),
    ],
)
def test_a_fault_of_writing_is_told_with_its_place_and_what_to_write(wrong, right, sentence):
    assert sentence in told(GOOD.replace(wrong, right, 1))


def test_words_that_are_missing_are_told():
    assert '缺少“说”。请写申请人说的话，例如：说 = "' in told('[[对话]]\n名称 = "甲"\n应追问 = "住所"')
    assert "缺少“说”" in told('[[对话]]\n名称 = "甲"\n说 = []\n应追问 = "住所"')


def test_a_test_that_expects_nothing_is_told():
    assert "没有写应得到、应追问或不应有" in told('[[对话]]\n名称 = "甲"\n说 = "开公司"')


def test_two_tests_of_one_name_are_told():
    assert "有两段都叫“全写上”" in told(GOOD + GOOD)


def test_every_key_is_read_by_some_test_of_this_file():
    assert [key for key in KEYS if key not in GOOD] == []
