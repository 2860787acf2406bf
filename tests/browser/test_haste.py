"""Who is faster than the line: what is pressed or typed while an answer is under way is neither lost nor moved. Persons and enterprises are made up."""

import pytest

from tests.browser.desk_page import STATEMENT, Line, begin, saved, say, server_words, value

pytestmark = pytest.mark.browser

PERSONS = "两个股东，王小明占百分之六十，李小红占百分之四十。"


@pytest.fixture
def desk(open_page, office):
    page = open_page()
    begin(page, office)
    say(page, STATEMENT + PERSONS)
    return page


def under_way(page):
    """A save that is sent and not answered."""
    line = Line(page, "**/draft/words")
    page.locator("#words").press_sequentially("从业人员五人。")
    line.has()
    return line


def test_a_question_put_off_while_a_save_is_under_way_is_put_off(desk):
    line = under_way(desk)
    desk.get_by_role("button", name="跳过，先问别的").click()
    line.let_go()
    desk.get_by_text("其中 1 项您跳过了").wait_for()


def test_a_choice_tapped_while_a_save_is_under_way_is_taken_once(desk):
    line = under_way(desk)
    desk.locator("#question").get_by_role("button", name="王小明").click(click_count=2)
    desk.locator("#words").focus()
    line.let_go()
    line.let_go()
    desk.locator(".turns li").wait_for()
    saved(desk)
    assert desk.locator(".turns li").all_inner_texts() == [desk.locator(".turns li").first.inner_text()]


def test_a_person_taken_out_while_a_save_is_under_way_is_out(desk):
    line = under_way(desk)
    desk.get_by_role("button", name="删去 李小红").click()
    line.let_go()
    desk.get_by_text("已手工删去：李小红").wait_for()
    value(desk, "employees").get_by_text("5").wait_for()


def test_an_editor_asked_for_before_the_sheet_was_renewed_opens(desk):
    line, opening = under_way(desk), Line(desk, "**/draft/blanks/**")
    desk.get_by_role("link", name="改 注册资本").dblclick()
    line.let_go()
    saved(desk)
    opening.let_go()
    opening.let_go()
    desk.locator(".editor input[name=text]").wait_for()
    assert desk.locator(".editor").count() == 1
    desk.get_by_role("link", name="取消").click()
    value(desk, "employees").get_by_text("5").wait_for()
    assert desk.evaluate("document.activeElement.getAttribute('aria-label')") == "改 注册资本"


def test_of_two_editors_asked_for_the_later_opens_and_takes_no_typing_away(desk):
    opening = Line(desk, "**/draft/blanks/**")
    desk.get_by_role("link", name="改 名称").click()
    desk.get_by_role("link", name="改 注册资本").click()
    desk.locator("#words").focus()
    opening.has(2)
    opening.let_go()
    opening.let_go()
    desk.locator('.editor [data-edits="registered_capital"]').wait_for()
    assert desk.locator(".editor").count() == 1
    assert desk.evaluate("document.activeElement.id") == "words"


def test_an_answer_that_arrives_takes_nobody_out_of_another_field(desk):
    line = Line(desk, "**/draft/words")
    desk.locator("#question").get_by_role("button", name="王小明").click()
    desk.locator("#words").focus()
    line.let_go()
    desk.get_by_role("heading", name="谁当董事？").wait_for()
    assert desk.evaluate("document.activeElement.id") == "words"


def test_an_answer_half_written_to_a_question_of_ones_choice_stays(desk, office):
    desk.goto(f"{office}desk?ask=operating_term#question")
    desk.locator('input[name="answer"]').fill("二十")
    desk.locator("#words").press_sequentially("从业人员五人。")
    value(desk, "employees").get_by_text("5").wait_for()
    assert desk.locator('input[name="answer"]').input_value() == "二十"
    desk.locator('input[name="answer"]').fill("二十年")
    desk.locator('input[name="answer"]').press("Enter")
    value(desk, "operating_term").get_by_text("20年").wait_for()


def test_an_older_answer_that_comes_later_is_not_shown(desk, office):
    other = desk.context.new_page()
    begin(other, office)
    other.locator("#words").press_sequentially("从业人员五人。")
    saved(other)
    late = []
    desk.route("**/draft/newest**", lambda route: late.append((route, route.fetch())), times=1)
    desk.evaluate("window.dispatchEvent(new Event('focus'))")
    while not late:
        desk.wait_for_timeout(50)
    desk.locator("#addition").evaluate("each => { each.closest('details').open = true; }")
    desk.locator("#addition").fill("经营期限二十年")
    desk.locator("#addition").press("Enter")
    value(desk, "operating_term").get_by_text("20年").wait_for()
    late[0][0].fulfill(response=late[0][1])
    saved(desk)
    assert value(desk, "operating_term").get_by_text("20年").is_visible()


def test_words_typed_before_the_scripts_are_there_are_saved(open_page, office):
    page = open_page()
    scripts = Line(page, "**/saving.js")
    page.goto(f"{office}desk", wait_until="commit")
    page.locator("#words").fill("我要开公司")
    scripts.let_go()
    saved(page)
    assert server_words(page, office) == "我要开公司"


def test_what_was_refused_is_told_long_enough_to_be_read(desk):
    line = under_way(desk)
    desk.evaluate("""() => {
        const data = new DataTransfer();
        data.setData('text/plain', '长'.repeat(100_001));
        words.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }""")
    line.let_go()
    saved(desk)
    assert desk.get_by_text("一次最多 10 万字").is_visible()
