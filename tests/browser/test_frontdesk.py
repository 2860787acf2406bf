"""The main path as an applicant walks it: words, form, question, paper. Persons and enterprises are made up."""

from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

pytestmark = pytest.mark.browser

STATEMENT = "我想注册一家公司，名称叫昆山测试软件有限公司，注册资本一百万元，住所在昆山市前进西路188号301室，做软件开发。"
PERSONS = "两个股东，王小明占百分之六十，李小红占百分之四十。"
IDENTITY = "320583199003070025"
SERIOUS = {"serious", "critical"}


def value(page, path):
    return page.locator(f'[data-field="{path}"] .value')


def say(page, words=STATEMENT):
    page.locator("#words").press_sequentially(words[:6])
    page.locator("#words").fill(words)
    value(page, "registered_capital").wait_for()


def answer(page, question, words):
    page.locator(".others summary").click()
    page.locator(".others a", has_text=question).first.click()
    page.locator("h2", has_text=question).wait_for()
    page.wait_for_load_state()
    page.locator('input[name="answer"]').fill(words)
    page.locator('input[name="answer"]').press("Enter")


def paper_text(page):
    with page.expect_download() as waiting:
        page.get_by_role("link", name="下载申请书（PDF）").click()
    reader = PdfReader(BytesIO(Path(waiting.value.path()).read_bytes()))
    return "".join("".join(sheet.extract_text() for sheet in reader.pages).split())


def serious_faults(page):
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found if each["impact"] in SERIOUS]


def test_from_a_blank_page_to_the_downloaded_form(open_page):
    page = open_page()
    say(page, STATEMENT + PERSONS)
    assert value(page, "name").inner_text() == "昆山测试软件有限公司"
    assert value(page, "registered_capital").inner_text() == "100万元（人民币）"
    answer(page, "王小明的身份证号码", f"王小明的身份证号是{IDENTITY}")
    value(page, "parties.0.id_number").wait_for()
    assert value(page, "parties.0.id_number").inner_text() == "3205**********" + IDENTITY[-4:]
    page.locator(".more summary").click()
    page.locator("#addition").fill("不对，注册资本改成两百万元")
    page.locator("#addition").press("Enter")
    page.get_by_text("200万元（人民币）").wait_for()
    text = paper_text(page)
    for piece in ("昆山测试软件有限公司", "前进西路188号301室", "200", "软件开发", "王小明", "李小红", IDENTITY):
        assert piece in text


def test_the_question_is_answered_and_the_next_one_waits_for_typing(open_page):
    page = open_page()
    say(page)
    answer(page, "经营多少年", "二十年")
    value(page, "operating_term").wait_for()
    assert value(page, "operating_term").inner_text() == "20年"
    page.wait_for_function("document.activeElement.name === 'answer' && document.activeElement.value === ''")
    assert page.locator(".turns li").count() == 1


def test_a_half_written_answer_survives_the_page_filling_beside_it(open_page):
    page = open_page()
    say(page)
    page.locator("#words").fill(STATEMENT + "从业人员五人。")
    page.locator('input[name="answer"]').press_sequentially("还没写")
    value(page, "employees").wait_for()
    assert page.locator('input[name="answer"]').input_value() == "还没写"


def test_words_in_an_input_method_are_sent_only_when_they_are_whole(open_page):
    page = open_page()
    posts = []
    page.on("request", lambda request: posts.append(request.post_data) if request.method == "POST" else None)
    page.locator("#words").focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "gongsi", "selectionStart": 6, "selectionEnd": 6})
    page.wait_for_timeout(700)
    assert posts == []
    session.send("Input.insertText", {"text": "公司"})
    page.locator('#saved[data-state="saved"]').wait_for()
    assert len(posts) == 1
    assert "%E5%85%AC%E5%8F%B8" in posts[0]


def test_an_entry_is_amended_and_taken_back(open_page):
    page = open_page()
    say(page)
    page.locator(".more summary").click()
    page.locator("#addition").fill("注册资本改成三百万元")
    page.get_by_role("button", name="加上").click()
    page.get_by_text("300万元（人民币）").wait_for()
    page.locator(".amend summary").click()
    page.get_by_role("button", name="删去这句").click()
    page.get_by_text("100万元（人民币）").wait_for()


def test_beginning_again_asks_once_and_empties_the_page(open_page):
    page = open_page()
    say(page)
    page.get_by_text("重新开始").click()
    page.get_by_role("button", name="确定，全部删去").click()
    page.get_by_text("您说，我填。").wait_for()
    assert page.locator("#words").input_value() == ""


def test_without_javascript_the_journey_works(open_page):
    page = open_page(java_script_enabled=False)
    page.locator("#words").fill(STATEMENT)
    page.get_by_role("button", name="填表").click()
    assert value(page, "registered_capital").inner_text() == "100万元（人民币）"
    page.locator(".more summary").click()
    page.locator("#addition").fill("注册资本改成三百万元")
    page.get_by_role("button", name="加上").click()
    assert value(page, "registered_capital").inner_text() == "300万元（人民币）"
    assert "昆山测试软件有限公司" in paper_text(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(open_page, scheme):
    page = open_page(color_scheme=scheme, reduced_motion="reduce")
    assert serious_faults(page) == []
    say(page, STATEMENT + PERSONS)
    for summary in page.locator("main summary").all():
        summary.click()
    assert serious_faults(page) == []


def test_axe_finds_no_serious_fault_where_nothing_is_understood(open_page):
    page = open_page(reduced_motion="reduce")
    page.locator("#words").fill("今天天气不错")
    page.get_by_text("还没听出您要办哪件事").wait_for()
    assert serious_faults(page) == []


def test_a_phone_of_360_pixels_never_scrolls_sideways(open_page):
    page = open_page(viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    say(page, STATEMENT + PERSONS + "长" * 300 + "w" * 300)
    for summary in page.locator("main summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_whatever_is_touched_is_large_enough(open_page):
    page = open_page(viewport={"width": 360, "height": 740})
    say(page)
    small = page.evaluate(
        """[...document.querySelectorAll('button, input:not([type=hidden]), textarea, summary, a:not(.skip)')]
        .filter(each => each.offsetParent).filter(each => each.getBoundingClientRect().height < 44).map(each => each.outerHTML)"""
    )
    assert small == []


def test_markup_in_a_name_is_text_on_the_page(open_page):
    page = open_page()
    page.locator("#words").fill("我要开公司，注册资本一百万元，名称叫<img src=x onerror=alert(1)>有限公司")
    value(page, "registered_capital").wait_for()
    assert page.locator("main img").count() == 0
    assert "<img" in page.locator("#lit").text_content()


def test_a_server_that_is_gone_is_told_and_the_words_stay(open_page):
    page = open_page()
    say(page)
    page.route("**/draft/words", lambda route: route.fulfill(status=500, body="gone"))
    page.locator("#words").press_sequentially("再说")
    page.get_by_text("您写的话还在框里").wait_for()
    assert page.locator("#words").input_value().endswith("再说")
    assert any("500" in complaint for complaint in open_page.complaints)
    open_page.expected = ("500",)
