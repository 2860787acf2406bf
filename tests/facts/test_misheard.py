"""Form words that a recogniser mis-hears: put right by sound or by list, in place, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.misheard import LONG, mended


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("注册自本一百万", "注册资本一百万"),
        ("注册子本五十万", "注册资本五十万"),
        ("注册字本五十万", "注册资本五十万"),
        ("注册资金八十万", "注册资金八十万"),
        ("懂事是丁大宝", "董事是丁大宝"),
        ("执行懂事丁大宝", "执行董事丁大宝"),
        ("懂事长苏小云", "董事长苏小云"),
        ("发人是何苗", "法人是何苗"),
        ("罚人写我", "法人写我"),
        ("见识写鲁大卫", "监事写鲁大卫"),
        ("兼事是鲁大卫", "监事是鲁大卫"),
        ("监视一个", "监事一个"),
        ("古东两个", "股东两个"),
        ("股东就两个", "股东就两个"),
        ("鼓动是丁大宝", "股东是丁大宝"),
        ("两个古董", "两个股东"),
        ("三位古董", "三位股东"),
        ("任缴五十万", "认缴五十万"),
        ("人缴五十万", "认缴五十万"),
        ("认交五十万", "认缴五十万"),
        ("实交十万", "实缴十万"),
        ("十缴十万", "实缴十万"),
        ("营业直照", "营业执照"),
        ("职照要两本", "执照要两本"),
        ("注所在虹祺路", "住所在虹祺路"),
        ("主所是虹祺路", "住所是虹祺路"),
        ("自然人毒资", "自然人独资"),
        ("活币出资", "货币出资"),
        ("建筑面机八千平", "建筑面积八千平"),
        ("总头资一个亿", "总投资一个亿"),
        ("俊工时间", "竣工时间"),
        ("像木代码", "项目代码"),
        ("来办备按", "来办备案"),
        ("计该类的", "技改类的"),
        ("货比出资", "货币出资"),
        ("有线公司", "有限公司"),
        ("有线责任公司", "有限责任公司"),
        ("坤山启云软件有限公司", "昆山启云软件有限公司"),
        ("困山市玉山镇", "昆山市玉山镇"),
        ("子号启云", "字号启云"),
        ("字好叫启云", "字号叫启云"),
        ("证照连办", "证照联办"),
        ("俊工验收", "竣工验收"),
        ("面机三百平", "面积三百平"),
        ("总精理苏小云", "总经理苏小云"),
        ("法定代表仁丁大宝", "法定代表人丁大宝"),
        ("经营范为软件开发", "经营范围软件开发"),
        ("营业其限二十年", "营业期限二十年"),
        ("从业人原六个", "从业人员六个"),
        ("联络圆何苗", "联络员何苗"),
        ("财务付责人梅小雪", "财务负责人梅小雪"),
        ("个体公商户", "个体工商户"),
        ("委托代里人梅小雪", "委托代理人梅小雪"),
        ("经营者姓苏", "经营者姓苏"),
    ],
)
def test_a_form_word_is_put_right(heard, meant):
    assert mended(heard) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "孩子懂事了",
        "他很懂事的",
        "长见识",
        "没见识",
        "见识过",
        "见识一下",
        "监视到",
        "见识广",
        "卖古董的",
        "收古董",
        "鼓动他来",
        "发人深省",
        "研发人员十五个",
        "我叫丁大宝",
        "苏小云出三十万",
        "卖有线耳机",
        "手机幺三八零零零零幺二三四",
        "主所",
        "活着",
        "昆山启云软件有限公司",
        "隔壁那家面馆",
    ],
)
def test_words_of_daily_talk_stay(text):
    assert mended(text) == text


@pytest.mark.parametrize("word", LONG)
def test_a_form_word_heard_right_stays(word):
    assert mended(f"我说{word}") == f"我说{word}"


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("注册自本一百万懂事是他见识写何苗", "注册资本一百万董事是他监事写何苗"),
        ("古东两个，任缴五年，活币出资", "股东两个，认缴五年，货币出资"),
        ("发人和懂事都是我，直照要一本", "法人和董事都是我，执照要一本"),
    ],
)
def test_every_mishearing_of_a_sentence_is_put_right(heard, meant):
    assert mended(heard) == meant


@given(st.text(alphabet="注册自本懂事见识发人古东任缴直照的是了他我一百万，。", max_size=30))
def test_the_length_never_changes(text):
    assert len(mended(text)) == len(text)


@given(st.text(alphabet="注册自本懂事见识发人古东任缴直照的是了他我一百万，。", max_size=30))
def test_what_is_not_misheard_stays_in_its_place(text):
    untouched = set("的了他我一百万，。")
    assert all(now == before for before, now in zip(text, mended(text), strict=True) if before in untouched)


@given(st.text(alphabet="abcdefg0123456789 ,.", max_size=30))
def test_latin_text_stays(text):
    assert mended(text) == text


@given(st.sampled_from(LONG), st.sampled_from(LONG))
def test_two_form_words_side_by_side_stay_apart(one, other):
    assert mended(f"{one}，{other}") == f"{one}，{other}"


@pytest.mark.parametrize(
    ("heard", "meant"), [("找牌要挂", "招牌要挂"), ("开个期修厂", "开个汽修厂"), ("办拖育园", "办托育园"), ("老务派遣", "劳务派遣"), ("排下水到", "排下水道")]
)
def test_words_of_shops_are_put_right(heard, meant):
    assert mended(heard) == meant


@pytest.mark.parametrize("words", ["车照牌要挂", "寻找牌子", "教育园区"])
def test_other_words_of_that_sound_stay(words):
    assert mended(words) == words


@pytest.mark.parametrize("said", ["股东是张伟", "董事张勇", "董事章小岚", "我经营着一家店", "经营这家店"])
def test_a_surname_or_a_word_of_grammar_ends_no_form_word(said):
    assert mended(said) == said
