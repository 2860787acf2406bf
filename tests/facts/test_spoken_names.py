"""Generated names in many frames of speech: nobody stands in the form who was not said, and few who were said are missing.

The generator knows nothing of the reader: the names are put together from surnames and given names, the posts are known from the frame.
"""

import random
from functools import cache

import pytest

from tests.facts.talk import parties

SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任"
    "沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔向汤"
)
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛超秀霞刚桂英华玉兰红玲建国志文燕春梅永新云飞雪晓东林辉鹏宇浩博思雨涵欣怡梓轩俊熙若曦诗语佳琪家豪诚德福宝凤银顺才乐宁"
ROLES = {
    "L": "legal_representative",
    "D": "director",
    "C": "chair",
    "S": "supervisor",
    "M": "manager",
    "F": "finance_officer",
    "A": "agent",
    "H": "shareholder",
}
FRAMES = (
    ("我叫{a}占六成{b}占四成法人我监事{b}", "LH SH"),
    ("股东{a}和{b}各一半法人{a}监事{b}注册资本五十万", "LH SH"),
    ("股东是{a}、{b}和{c}，{a}五十万，{b}三十万，{c}二十万，注册资本一百万，法人{b}。", "H LH H"),
    ("法定代表人{a}执行董事{a}监事{b}财务负责人{c}注册资本三百万{a}一个人出资", "LDH S F"),
    ("我是代办，客户叫{a}，他全资，法人也是他，监事是他老婆{b}，代理人写我，{c}。", "LH S A"),
    ("我和老公开公司我叫{a}他叫{b}各一半注册资本二十万法人是他监事是我", "SH LH"),
    ("董事长{a}，董事{b}、{c}，总经理{b}，注册资本一千万。", "C DM D"),
    ("法人{a}，监事{b} // 监事换{c}", "L - S"),
    ("{a}六十万，{b}四十万，注册资本一百万 // {b}退出了，他那四十万{c}来出", "H - H"),
    ("就我一个股东，{a}，注册资本十万，法人经理都是我，监事我妹妹{b}", "LMH S"),
    ("我出七十万我表哥出三十万注册资本一百万我叫{a}表哥叫{b}法人写我表哥监事写我", "SH LH"),
)


@cache
def drawn(seed):
    """Statements with the posts they give, and what is read: (turns, said, read)."""
    random_ = random.Random(seed)
    cases = []
    for frame, posts in FRAMES * 20:
        people = list(dict.fromkeys(_name(random_) for _ in range(9)))[:3]
        turns = frame.format(**dict(zip("abc", people, strict=True))).split(" // ")
        said = {name: {ROLES[each] for each in held} for name, held in zip(people, posts.split(), strict=False) if held != "-"}
        cases.append((turns, said, {name: set(row["roles"]) for name, row in parties(*turns).items()}))
    return cases


def _name(random_):
    return random_.choice(SURNAMES) + "".join(random_.choice(GIVEN) for _ in range(random_.choice((1, 2, 2))))


@pytest.mark.parametrize("seed", [1, 2])
def test_nobody_stands_in_a_form_who_was_not_said(seed):
    assert [(turns, read) for turns, said, read in drawn(seed) if set(read) - set(said)] == []


@pytest.mark.parametrize("seed", [1, 2])
def test_nobody_gets_a_post_that_was_not_said(seed):
    assert [(turns, read) for turns, said, read in drawn(seed) if any(read[name] - said.get(name, set()) for name in read)] == []


@pytest.mark.parametrize("seed", [1, 2])
def test_few_forms_lack_somebody(seed):
    lacking = [turns for turns, said, read in drawn(seed) if said != read]
    assert len(lacking) <= len(drawn(seed)) // 30, lacking
