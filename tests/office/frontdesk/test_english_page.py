"""The pages in English: every string has its English, compiled; and the tool that sees to it sees what is wrong."""

import gettext
import io
import runpy
import subprocess
import sys

import pytest

from tests.house.source import ROOT
from tests.office.frontdesk.shown_chinese import chinese_left

DOUBTFUL = "我叫丁大宝，占六成，苏小云占四成，法人是我，监事也是我，电话1380000123，邮编21530。"
"""Words that give rows, findings and things still to be asked. The persons are made up."""

NAMES = ("丁大宝", "苏小云", "昆山测试软件有限公司")

PATH = ROOT / "tools" / "build_english.py"


@pytest.fixture(scope="module")
def tool():
    return runpy.run_path(str(PATH))


def test_every_string_of_the_pages_has_compiled_english():
    outcome = subprocess.run([sys.executable, PATH, "--check"], capture_output=True, text=True, cwd=ROOT)
    assert outcome.stderr == ""
    assert outcome.returncode == 0


def test_the_strings_of_a_page_are_found_however_they_are_marked(tool):
    page = """{% load i18n %}{% translate "好" %}{% translate '"是"' as yes %}{{ x|default:_("无") }}
        {% blocktranslate trimmed with a=b %} 还差 {{ a }} 项，
        占 5% {% endblocktranslate %}"""
    assert tool["in_page"](page, "a.html") == ["好", '"是"', "无", "还差 %(a)s 项， 占 5%%"]


def test_the_strings_of_a_module_are_found_and_others_are_left(tool):
    assert tool["in_code"]('TITLE = "表"\nx = _("请核对") + gettext_lazy("推算")', "a.py") == ["请核对", "推算"]


@pytest.mark.parametrize("source", ['_(f"第{n}位")', 'pgettext("动", "见")', "_(word)"])
def test_a_string_that_no_catalogue_can_hold_stops_the_tool_by_name(tool, source):
    with pytest.raises(SystemExit, match=r"a\.py"):
        tool["in_code"](source, "a.py")


def test_a_page_with_a_context_stops_the_tool(tool):
    with pytest.raises(SystemExit, match=r"a\.html"):
        tool["in_page"]('{% load i18n %}{% translate "见" context "动" %}', "a.html")


def test_both_forms_of_a_plural_are_found(tool):
    page = "{% load i18n %}{% blocktranslate count n=x %}{{ n }} 份{% plural %}{{ n }} 份材料{% endblocktranslate %}"
    assert tool["in_page"](page, "a.html") == ["%(n)s 份\0%(n)s 份材料"]
    assert tool["in_code"]('ngettext("一份", "几份", n)', "a.py") == ["一份\0几份"]


def test_chinese_that_is_not_marked_is_told_and_chinese_that_says_so_is_not(tool):
    page = '<p>中文</p>\n<p lang="zh-Hans">中文</p>\n{% translate "好" %}{# 注 #}'
    assert tool["unmarked"](page) == ["<p>中文</p>"]


def test_a_catalogue_reads_as_it_was_written(tool):
    english = {'说“%(x)s”\\n "好"\n再来': "a\tb", "空": "", "一\0多": "one\0many", "一\0二": ""}
    assert tool["read"](tool["written"](english, {key: {"a.html"} for key in english})) == english


def test_gettext_reads_what_was_compiled_and_keeps_what_has_no_english(tool):
    known = gettext.GNUTranslations(io.BytesIO(tool["compiled"]({"好": "good", "空": "", "第二": "two – three"})))
    assert [known.gettext(text) for text in ("好", "第二", "空", "别的")] == ["good", "two – three", "空", "别的"]


def test_gettext_chooses_between_one_and_many(tool):
    known = gettext.GNUTranslations(io.BytesIO(tool["compiled"]({"%d 份\0%d 份": "%d paper\0%d papers"})))
    assert [known.ngettext("%d 份", "%d 份", count) for count in (1, 2)] == ["%d paper", "%d papers"]


def test_english_must_have_the_places_for_values_that_the_chinese_has(tool):
    assert tool["places"]("{name}占%(share)s") == tool["places"]("%(share)s by {name}")
    assert tool["places"]("%(a)s") != tool["places"]("%(b)s")


@pytest.fixture
def foreigner(visitor):
    """A visitor who chose English."""
    visitor.cookies["language"] = "en"
    return visitor


@pytest.fixture
def told(foreigner, statement):
    """The same after saying something."""
    foreigner.post("/draft/words", {"words": statement + DOUBTFUL})
    return foreigner


EMPTY = ["/", "/desk", "/privacy", "/tour", "/no-such-page", "/drafts", "/resume", "/code", "/hand-over", "/kiosk", "/clear", "/cleared", "/draft/papers"]
FILLED = [
    "/",
    "/desk",
    "/desk?ask=parties",
    "/draft/check",
    "/draft/done",
    "/draft/history",
    "/draft/print",
    "/draft/papers",
    "/draft/blanks/registered_capital",
    "/draft/blanks/parties.0.roles",
    "/drafts",
    "/code",
    "/hand-over",
    "/clear",
]


@pytest.mark.parametrize("address", EMPTY)
def test_a_page_before_anything_was_said_is_english(foreigner, address):
    assert chinese_left(foreigner.get(address).content.decode()) == []


@pytest.mark.parametrize("address", FILLED)
def test_a_page_of_a_draft_is_english_but_for_official_terms_and_what_was_said(told, address):
    assert chinese_left(told.get(address).content.decode(), *NAMES) == []


@pytest.mark.parametrize("words", ["公司不做了，来办注销", "今天天气很好"])
def test_a_matter_told_where_to_go_and_words_that_say_none_are_answered_in_english(foreigner, words):
    foreigner.post("/draft/words", {"words": words})
    assert chinese_left(foreigner.get("/desk").content.decode()) == []


def test_a_question_with_two_readings_is_english_on_the_desk_and_the_check_page(foreigner):
    foreigner.post("/draft/words", {"words": "我要办个体户，资金三百"})
    pages = [foreigner.get(address).content.decode() for address in ("/desk", "/draft/check")]
    assert "How much do you plan to invest?" in pages[0]
    assert [chinese_left(page) for page in pages] == [[], []]


def test_the_parts_that_change_while_one_types_are_english(foreigner, statement):
    page = foreigner.post("/draft/words", {"words": statement + DOUBTFUL}, headers={"hx-request": "true"}).content.decode()
    assert "Still missing" in page
    assert chinese_left(page, *NAMES) == []


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/draft/turns/0", {"said": ""}),
        ("/draft/words", {"words": "说" * 100_001}),
        ("/draft/correct", {"path": "registered_capital", "text": "很多"}),
        ("/draft/correct", {"path": "nowhere", "text": "很多"}),
        ("/draft/rows", {"path": "parties", "text": ""}),
        ("/draft/matter", {"matter": "nothing"}),
        ("/resume", {"code": "0O1I"}),
    ],
)
def test_what_is_refused_is_refused_in_english(told, address, fields):
    assert chinese_left(told.post(address, fields).content.decode(), *NAMES) == []


def test_the_page_says_which_language_it_speaks(visitor):
    assert '<html lang="zh' in visitor.get("/desk").content.decode()
    visitor.cookies["language"] = "en"
    assert '<html lang="en"' in visitor.get("/desk").content.decode()


def test_choosing_english_speaks_english_and_choosing_chinese_chinese(visitor):
    visitor.post("/comfort", {"language": "en", "next": "/desk"})
    assert "Say what you want to do" in visitor.get("/desk").content.decode()
    visitor.post("/comfort", {"language": "zh-hans", "next": "/desk"})
    assert "说出您要办的事" in visitor.get("/desk").content.decode()


def test_what_is_left_chinese_is_seen_and_what_may_be_is_not():
    page = '<p>看 Capital (注册资本（认缴）) 《公司法》第四十七条</p><p lang="zh-Hans">中</p><img alt="图"><textarea>话</textarea>'
    assert chinese_left(page) == ["看 Capital (注册资本（认缴）) 《公司法》第四十七条", "图"]
