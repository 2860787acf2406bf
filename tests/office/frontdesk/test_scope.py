"""The business scope searched and set right at the desk. Names are made up."""

import html
import re
from datetime import date

import pytest

from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.frontdesk.scope_editing import MOST_ITEMS, pressed, told
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards.business_scope import items

DAY = date(2026, 11, 24)
NAMES = tuple(each.name for each in items(DAY))
SAID = "我想注册一家公司，名称叫昆山测试科技有限公司，注册资本一百万元，开饭店，做软件开发。"
PART = {"hx-request": "true"}


@pytest.fixture
def company(typing):
    typing(words=SAID)


@pytest.fixture
def press(visitor):
    """One press in the editor, as the page sends it."""
    return lambda act, name, **more: visitor.post("/draft/scope", {"path": "business_scope", act: name, **more}, headers=PART)


def scope():
    return form_of(Case.objects.get()).value("business_scope")


def chosen(response):
    """The items as the editor lists them."""
    part = re.search(r'<ol class="scope-chosen".*?</ol>', response.content.decode(), re.DOTALL)[0]
    return re.findall(r'class="scope-name"[^>]*>([^<]+)<', html.unescape(part))


def found(response):
    """What the search offers: name to the text beside it."""
    part = re.search(r'role="listbox".*?</div>', response.content.decode(), re.DOTALL)[0]
    texts = [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", each)).split()) for each in re.findall(r"<button.*?</button>", part, re.DOTALL)]
    return dict(text.split(" ", 1) for text in texts)


def text_of(response):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


@pytest.mark.usefixtures("company")
def test_the_editor_shows_the_items_with_status_licence_and_main_business(visitor):
    page = visitor.get("/draft/blanks/business_scope", headers=PART)
    assert chosen(page) == ["餐饮服务", "软件开发"]
    assert "餐饮服务 主营 许可 后置：先登记后办证 要办：食品经营许可证（市场监督管理局，法定 10个工作日） 未核实" in text_of(page)


@pytest.mark.usefixtures("company")
def test_main_business_and_name_are_held_against_each_other(visitor, press):
    assert "名称里的行业是“科技”" in text_of(visitor.get("/draft/blanks/business_scope", headers=PART))
    page = press("first", "软件开发")
    assert scope() == ("软件开发", "餐饮服务")
    assert "名称里的行业" not in page.content.decode().split('id="scope"')[1]


@pytest.mark.usefixtures("company")
@pytest.mark.parametrize("words", ["mjzz", "模具", "做模具", "mujuzhizao"])
def test_a_search_tells_status_reason_and_count(visitor, words):
    page = visitor.get("/draft/scope/business_scope", {"q": words}, headers=PART)
    assert found(page)["模具制造"].startswith("一般 ")
    assert re.search(r'id="scope-count-business_scope" hx-swap-oob="innerHTML">查到 \d+ 项', page.content.decode())


@pytest.mark.usefixtures("company")
def test_what_decides_is_asked_and_its_answers_are_offered(visitor):
    page = visitor.get("/draft/scope/business_scope", {"q": "卖医疗器械"}, headers=PART)
    assert "第几类医疗器械" in text_of(page)
    assert {"第一类医疗器械销售", "第二类医疗器械销售", "第三类医疗器械经营"} <= set(found(page))


@pytest.mark.usefixtures("company")
def test_an_item_approved_beforehand_says_so_before_it_is_added(visitor):
    page = visitor.get("/draft/scope/business_scope", {"q": "保安服务"}, headers=PART)
    assert "前置：先批准后登记" in found(page)["保安服务"]
    assert "要办：保安服务许可证 未核实" in found(page)["保安服务"]


@pytest.mark.usefixtures("company")
def test_a_code_that_was_seen_is_shown(visitor):
    assert "F3134" in found(visitor.get("/draft/scope/business_scope", {"q": "软件销售"}, headers=PART))["软件销售"]


@pytest.mark.usefixtures("company")
def test_one_press_adds_and_the_search_stays(press):
    page = press("add", "模具制造", q="mjzz")
    assert scope() == ("餐饮服务", "软件开发", "模具制造")
    assert "已在表上" in found(page)["模具制造"]
    assert "已加上“模具制造”，现在 3 项。" in text_of(page)


@pytest.mark.usefixtures("company")
def test_every_press_can_be_taken_back(press, visitor):
    press("add", "模具制造")
    press("first", "模具制造")
    press("remove", "餐饮服务")
    assert scope() == ("模具制造", "软件开发")
    visitor.post("/draft/undo", headers=PART)
    assert scope() == ("模具制造", "餐饮服务", "软件开发")
    visitor.post("/draft/undo", headers=PART)
    assert scope() == ("餐饮服务", "软件开发", "模具制造")


@pytest.mark.usefixtures("company")
def test_what_stands_beside_the_main_business_is_offered(press):
    page = press("first", "软件开发")
    assert "和已选的常一起登记的" in text_of(page)
    assert "信息技术咨询服务" in found(page)


@pytest.mark.usefixtures("company")
def test_the_last_item_taken_out_leaves_the_blank_empty(press):
    press("remove", "餐饮服务")
    page = press("remove", "软件开发")
    assert (scope(), chosen(page)) == (None, [])
    assert "还没有选" in text_of(page)


@pytest.mark.usefixtures("company")
def test_an_unknown_wording_can_be_exchanged_for_the_nearest(visitor, press):
    visitor.post("/draft/correct", {"path": "business_scope", "text": "软件开发\n模具制造加工"}, headers=PART)
    page = visitor.get("/draft/blanks/business_scope", headers=PART)
    assert "目录里没有这样写的。" in text_of(page)
    assert "换成“模具制造”" in text_of(page)
    press("instead", "模具制造加工→模具制造")
    assert scope() == ("软件开发", "模具制造")


@pytest.mark.usefixtures("company")
def test_an_ended_item_is_exchanged_for_what_took_its_place(visitor, press):
    visitor.post("/draft/correct", {"path": "business_scope", "text": "食品经营"}, headers=PART)
    assert "这一项已经停用。 换成“食品销售” 换成“餐饮服务”" in text_of(visitor.get("/draft/blanks/business_scope", headers=PART))
    press("instead", "食品经营→食品销售")
    assert scope() == ("食品销售",)


@pytest.mark.usefixtures("company")
def test_what_the_catalogue_does_not_offer_is_refused_with_a_sentence(press):
    for name in ("月亮石头", "食品经营", ""):
        page = press("add", name)
        assert page.status_code == 409
        assert "目录里没有这一项" in text_of(page)
    assert scope() == ("餐饮服务", "软件开发")


@pytest.mark.usefixtures("company")
def test_without_javascript_a_search_is_a_page_and_a_press_leads_back(visitor):
    page = visitor.get("/draft/blanks/business_scope", {"q": "mjzz"})
    assert "模具制造" in found(page)
    response = visitor.post("/draft/scope", {"path": "business_scope", "add": "模具制造", "kept": "mjzz", "alone": "1"})
    assert (response.status_code, response["Location"]) == (302, "/draft/blanks/business_scope?q=mjzz#scope")
    assert scope()[-1] == "模具制造"


@pytest.mark.usefixtures("company")
def test_a_page_of_its_own_gets_its_editor_back_and_no_parts_of_the_desk(press):
    page = press("add", "模具制造", alone="1").content.decode()
    assert '<div class="editor scope"' in page
    assert 'id="sheet"' not in page


@pytest.mark.usefixtures("company")
def test_on_the_desk_the_other_parts_of_the_page_come_along(press):
    page = press("add", "模具制造").content.decode()
    assert '<dd class="editor scope"' in page
    assert 'id="sheet"' in page


@pytest.mark.usefixtures("company")
def test_from_the_check_page_one_goes_back_there(visitor, press):
    assert 'href="/draft/check"' in visitor.get("/draft/blanks/business_scope", {"next": "check"}).content.decode()
    assert 'href="/draft/check"' in press("add", "模具制造", onward="check", alone="1").content.decode().split('id="scope"')[1]


@pytest.mark.usefixtures("company")
@pytest.mark.parametrize("path", ["registered_capital", "nothing", "parties.9.name"])
def test_another_blank_has_no_scope_to_search_or_change(visitor, path):
    assert visitor.get(f"/draft/scope/{path}", headers=PART).status_code == 404
    assert visitor.post("/draft/scope", {"path": path, "add": "模具制造"}, headers=PART).status_code == 404


@pytest.mark.usefixtures("company")
@pytest.mark.parametrize("words", ["", "<script>alert(1)</script>", "月亮石头", "x" * 5000, "'; drop"])
def test_any_words_are_answered(visitor, words):
    page = visitor.get("/draft/scope/business_scope", {"q": words}, headers=PART)
    assert page.status_code == 200
    assert "<script>" not in page.content.decode()


@pytest.mark.usefixtures("company")
def test_what_is_found_nowhere_is_said_with_what_to_do(visitor):
    assert "没有查到。请换个说法" in text_of(visitor.get("/draft/scope/business_scope", {"q": "月亮石头"}, headers=PART))
    assert "写法最接近" in text_of(visitor.get("/draft/scope/business_scope", {"q": "模具制照"}, headers=PART))


def test_who_did_not_agree_searches_nothing(client):
    assert client.get("/draft/scope/business_scope").status_code == 302


def test_added_items_of_a_change_are_searched_too(typing, visitor):
    typing(words="我们公司叫昆山测试软件有限公司，要变更经营范围，增加模具制造。")
    path = "changes.0.add"
    assert "软件销售" in found(visitor.get(f"/draft/scope/{path}", {"q": "软件"}, headers=PART))
    row = re.search(r'name="row" value="([^"]*)"', visitor.get(f"/draft/blanks/{path}", headers=PART).content.decode())[1]
    visitor.post("/draft/scope", {"path": path, "row": html.unescape(row), "add": "软件销售"}, headers=PART)
    assert form_of(Case.objects.get()).value(path) == ("模具制造", "软件销售")


@pytest.mark.parametrize(
    ("act", "name", "after"),
    [
        ("add", "软件销售", ("餐饮服务", "软件开发", "模具制造", "软件销售")),
        ("add", "软件开发", ("餐饮服务", "软件开发", "模具制造")),
        ("first", "模具制造", ("模具制造", "餐饮服务", "软件开发")),
        ("up", "模具制造", ("餐饮服务", "模具制造", "软件开发")),
        ("up", "餐饮服务", ("餐饮服务", "软件开发", "模具制造")),
        ("down", "餐饮服务", ("软件开发", "餐饮服务", "模具制造")),
        ("down", "模具制造", ("餐饮服务", "软件开发", "模具制造")),
        ("remove", "软件开发", ("餐饮服务", "模具制造")),
        ("remove", "不在表上", ("餐饮服务", "软件开发", "模具制造")),
        ("", "", ("餐饮服务", "软件开发", "模具制造")),
        ("instead", "软件开发→模具制造", ("餐饮服务", "模具制造")),
    ],
)
def test_a_press_makes_this_of_the_list(act, name, after):
    assert pressed(("餐饮服务", "软件开发", "模具制造"), act, name, DAY) == after


def test_two_hundred_items_are_the_most():
    full = NAMES[:MOST_ITEMS]
    with pytest.raises(NotAllowed, match="最多写 200 项"):
        pressed(full, "add", NAMES[MOST_ITEMS], DAY)
    assert pressed(full, "add", full[5], DAY) == full


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (("甲",), ("甲", "乙"), "已加上“乙”，现在 2 项。"),
        (("甲", "乙"), ("乙",), "已去掉“甲”，现在 1 项。"),
        (("甲", "乙"), ("乙", "甲"), "顺序改好了，第一项是“乙”。"),
        (("甲",), ("甲",), "没有变"),
    ],
)
def test_each_press_is_told_to_those_who_hear_the_page(before, after, words):
    assert words in told(before, after)
