"""Nothing typed is lost: saved while one types, sent again by itself, kept in the browser till then; two pages never swallow each other's words."""

import random

import pytest

from tests.browser.desk_page import STATEMENT, Line, begin, saved, say, server_words, until_server_words_end, value

pytestmark = pytest.mark.browser

RECORDS = """() => new Promise(done => {
    const opening = indexedDB.open('gaoxing', 1);
    opening.onsuccess = () => {
        const asking = opening.result.transaction('words').objectStore('words').getAll();
        asking.onsuccess = () => { opening.result.close(); done(asking.result); };
    };
})"""
PASTE = """([html, text]) => {
    const data = new DataTransfer();
    if (html) data.setData('text/html', html);
    if (text) data.setData('text/plain', text);
    words.focus();
    words.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}"""
LINE = {"offline": False, "latency": 120, "downloadThroughput": 3e6 / 8, "uploadThroughput": 3e6 / 8}
"""3 Mbit/s."""


EXPECTED = ("Failed to load resource", "htmx:", "Response Status Error Code 409")
"""What a browser says of a line that fails on purpose."""


@pytest.fixture
def desk(open_page, office):
    def opened(**how):
        page = open_page(**how)
        begin(page, office)
        return page

    open_page.expected = EXPECTED
    return opened


def posts_of(page):
    times = []
    page.on("request", lambda request: times.append(request) if request.method == "POST" and request.url.endswith("/draft/words") else None)
    return times


def kept(page, words):
    """Wait until the browser's own copy has these words."""
    for _ in range(100):
        if any(each["text"].endswith(words) for each in page.evaluate(RECORDS)):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"the browser never kept {words}")


def test_a_pause_saves_within_a_second(desk, office):
    page = desk()
    page.clock.install()
    page.locator("#words").fill("我要开公司")
    with page.expect_request("**/draft/words"):
        page.clock.run_for(1000)
    saved(page)
    assert server_words(page, office) == "我要开公司"


def test_a_stroke_taken_back_at_once_is_saved_too(desk):
    page = desk()
    say(page)
    page.locator("#words").press_sequentially("a")
    page.keyboard.press("Backspace")
    saved(page)


def test_who_types_without_a_pause_is_saved_all_the_while(desk, office):
    page = desk()
    posts = posts_of(page)
    typed = ""
    while len(posts) < 2 and len(typed) < 200:
        typed += "我要开公司做软件"[len(typed) % 8]
        page.locator("#words").press_sequentially(typed[-1], delay=110)
    assert len(posts) >= 2
    saved(page)
    assert server_words(page, office) == typed


def test_a_line_that_fails_is_told_and_saving_goes_on_by_itself(desk, office):
    page = desk()
    say(page)
    line = Line(page, "**/draft/words")
    page.locator("#words").press_sequentially("再说")
    line.fail()
    page.get_by_text("没连上，先存在这台设备里").first.wait_for()
    line.fail()
    page.get_by_text("正在重试（第2次）").first.wait_for()
    line.let_go()
    saved(page)
    assert server_words(page, office).endswith("再说")


def test_an_answer_whose_reply_was_lost_is_sent_again_and_taken_once(desk):
    page = desk()
    say(page)
    lost = []

    def lose(route):
        lost.append(route.fetch())
        route.abort()

    page.route("**/draft/words", lose, times=1)
    page.locator("#more > summary").click()
    page.locator("#addition").fill("经营期限二十年")
    page.locator("#addition").press("Enter")
    page.locator(".turns li").wait_for()
    saved(page)
    page.reload()
    assert len(lost) == 1
    assert page.locator(".turns li").count() == 1


def test_words_that_never_got_through_come_back_and_are_saved(desk, office):
    page = desk()
    say(page)
    page.context.set_offline(True)
    page.locator("#words").press_sequentially("关掉之前写的")
    kept(page, "关掉之前写的")
    page.close()
    page.context.set_offline(False)
    again = page.context.new_page()
    again.set_default_timeout(10_000)
    again.goto(f"{office}desk")
    again.get_by_text("已经从这台设备里放回来了").wait_for()
    saved(again)
    assert again.get_by_text("已经从这台设备里放回来了").is_visible()
    assert server_words(again, office) == STATEMENT + "关掉之前写的"


def test_a_half_written_answer_comes_back_unsent(desk, office):
    page = desk()
    say(page)
    page.locator('input[name="answer"]').press_sequentially("还没写完")
    kept(page, "还没写完")
    page.reload()
    page.wait_for_function("() => document.querySelector('input[name=answer]').value === '还没写完'")
    assert page.locator(".turns li").count() == 0


def test_beginning_again_leaves_nothing_in_the_browser(desk):
    page = desk()
    say(page)
    kept(page, STATEMENT)
    page.get_by_text("重新开始", exact=True).click()
    page.get_by_role("button", name="确定，全部删去").click()
    page.get_by_text("您说，我填。").first.wait_for()
    assert page.evaluate(RECORDS) == []
    assert page.locator("#words").input_value() == ""


def test_a_kiosk_keeps_nothing_in_the_browser(desk, office):
    page = desk()
    page.context.add_cookies([{"name": "kiosk", "value": "1", "url": office}])
    page.reload()
    assert page.evaluate("() => document.documentElement.dataset.kiosk") == ""
    say(page)
    page.context.set_offline(True)
    page.locator("#words").press_sequentially("再说")
    page.get_by_text("请不要关闭这个页面").first.wait_for()
    page.context.set_offline(False)
    saved(page)
    assert page.evaluate(RECORDS) == []


def test_pasted_text_is_plain_and_keeps_its_lines(desk):
    page = desk()
    page.evaluate(PASTE, ["<ul><li><b>x</b></li></ul>", "• 我要开公司\r\n•\t注册资本\u00a0一百万\u200b\n\n\n\n做软件  "])
    assert page.locator("#words").input_value() == "我要开公司\n注册资本 一百万\n\n做软件"
    page.keyboard.press("Control+z")
    assert page.locator("#words").input_value() == ""


def test_rich_text_is_pasted_as_text_and_too_much_is_told_before_it_is_sent(desk):
    page = desk()
    posts = posts_of(page)
    page.evaluate(PASTE, ["", "长" * 100_001])
    page.get_by_text("100,001 字，一次最多 10 万字").wait_for()
    assert page.locator("#words").input_value() == ""
    assert posts == []
    page.evaluate(PASTE, ["<p>我要<b>开公司</b><img src=x></p>", ""])
    assert page.locator("#words").input_value() == "我要开公司"


def test_two_pages_with_two_texts_ask_which_stands_and_lose_neither(desk, office):
    page = desk()
    say(page)
    other = page.context.new_page()
    other.set_default_timeout(10_000)
    other.goto(f"{office}desk")
    other.locator("#words").fill(STATEMENT + "另一页加的。")
    saved(other)
    page.locator("#words").fill(STATEMENT + "这一页加的。")
    page.get_by_role("button", name="两段都留").click()
    page.wait_for_function("() => words.value.includes('另一页加的') && words.value.includes('这一页加的')")
    saved(page)
    assert server_words(page, office) == page.locator("#words").input_value()


def test_a_page_that_comes_to_the_front_shows_what_another_changed(desk, office):
    page = desk()
    say(page)
    other = page.context.new_page()
    other.set_default_timeout(10_000)
    other.goto(f"{office}desk")
    other.locator("#words").fill(STATEMENT + "从业人员五人。")
    saved(other)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.wait_for_function("() => words.value.endsWith('从业人员五人。')")
    value(page, "employees").get_by_text("5").wait_for()


def test_a_page_with_unsent_words_is_not_refreshed(desk, office):
    page = desk()
    say(page)
    page.route("**/draft/words", lambda route: route.abort())
    page.locator("#words").press_sequentially("没存上的")
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.wait_for_timeout(400)
    assert page.locator("#words").input_value().endswith("没存上的")


def test_the_back_button_shows_the_newest_words(desk, office):
    page = desk()
    say(page)
    page.locator("#words").press_sequentially("离开前一刻写的")
    page.goto(office)
    page.go_back()
    page.wait_for_function("() => document.getElementById('words')?.value.endsWith('离开前一刻写的')")
    saved(page)
    until_server_words_end(page, office, "离开前一刻写的")
    assert page.locator(".elsewhere").count() == 0


def test_a_slow_line_that_loses_every_third_post_loses_no_word(desk, office):
    page = desk()
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", LINE)
    dice = random.Random(20261124)
    page.route("**/draft/words", lambda route: route.abort() if dice.random() < 1 / 3 else route.continue_())
    page.locator("#words").press_sequentially(STATEMENT, delay=40)
    saved(page)
    assert server_words(page, office) == STATEMENT


def test_a_wait_of_more_than_a_second_is_shown(desk):
    page = desk()
    page.route("**/draft/words", lambda route: None)
    page.locator("#words").fill("我要开公司")
    page.get_by_text("正在保存…").first.wait_for()
    page.locator("#busy").wait_for()


def test_the_words_of_a_draft_that_is_gone_do_not_come_into_the_next(desk, office):
    page = desk()
    say(page)
    page.goto(f"{office}drafts")
    page.locator("summary", has_text="删去").click()
    page.get_by_role("button", name="确定，删去这份").click()
    page.get_by_text("还没有草稿").wait_for()
    page.goto(f"{office}desk")
    page.locator("#statement[data-restored]").wait_for()
    assert page.locator("#words").input_value() == ""
    assert all(each["text"] != STATEMENT for each in page.evaluate(RECORDS))
