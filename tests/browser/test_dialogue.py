"""One question at a time, undo, and checking the answers, as a person does it in a browser. Persons and enterprises are made up."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

STATEMENT = "我想注册一家公司，名称叫昆山测试软件有限公司，注册资本一百万元，住所在昆山市前进西路188号301室。股东王小明占六成，李小红占四成。"
SERIOUS = {"serious", "critical"}


def say(page):
    page.locator("#words").press_sequentially(STATEMENT[:4])
    page.locator("#words").fill(STATEMENT)
    page.locator('[data-field="registered_capital"] .value').wait_for()


def question(page):
    return page.locator("#question h2")


def serious_faults(page):
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found if each["impact"] in SERIOUS]


def test_a_choice_is_tapped_and_the_next_question_waits_with_the_focus(open_page):
    page = open_page()
    say(page)
    assert question(page).inner_text() == "谁当法定代表人？"
    page.locator("#question").get_by_role("button", name="王小明").click()
    page.get_by_role("heading", name="谁当董事？").wait_for()
    page.wait_for_function("document.activeElement.name === 'answer'")
    assert "请问：谁当董事" in page.locator("#told").inner_text()


def test_a_question_is_put_off_and_the_one_before_is_reached_again(open_page):
    page = open_page()
    say(page)
    page.locator("#question").get_by_role("button", name="王小明").click()
    page.get_by_role("heading", name="谁当董事？").wait_for()
    page.get_by_role("button", name="跳过，先问别的").click()
    page.get_by_text("其中 1 项您跳过了").wait_for()
    assert question(page).inner_text() != "谁当董事？"
    page.get_by_role("link", name="回到上一题").click()
    page.get_by_role("heading", name="谁当法定代表人？").wait_for()
    assert question(page).inner_text() == "谁当法定代表人？"


def test_ctrl_z_outside_of_a_field_undoes_and_inside_it_is_the_fields_own(open_page):
    page = open_page()
    say(page)
    page.locator("#question").get_by_role("button", name="王小明").click()
    page.get_by_role("button", name="撤销：回答 法定代表人").wait_for()
    page.locator('input[name="answer"]').press_sequentially("x")
    page.locator('input[name="answer"]').press("Control+z")
    assert page.locator('input[name="answer"]').input_value() == ""
    page.locator("#main").focus()
    with page.expect_navigation():
        page.keyboard.press("Control+z")
    page.get_by_role("button", name="重做：回答 法定代表人").wait_for()
    assert question(page).inner_text() == "谁当法定代表人？"
    assert page.locator("#words").input_value() == STATEMENT


@pytest.mark.parametrize("width", [360, 1440])
def test_the_answers_are_checked_by_keyboard_and_every_state_is_without_a_serious_fault(open_page, width):
    page = open_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    say(page)
    page.get_by_role("link", name="核对", exact=True).press("Enter")
    page.wait_for_function("document.activeElement.id === 'summary'")
    assert serious_faults(page) == []
    page.locator("#addition").fill("不对，注册资本改成两百万元")
    page.locator("#addition").press("Enter")
    page.get_by_text("200万元（人民币）").wait_for()
    page.get_by_role("button", name="都对").press("Enter")
    page.get_by_role("heading", name="记下了：都对。").wait_for()
    assert serious_faults(page) == []
    page.go_back()
    page.goto(page.url.partition("/draft")[0] + "/draft/history")
    assert page.locator(".step").count() == 3
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert serious_faults(page) == []


def test_without_javascript_answers_are_put_off_checked_and_found_right(open_page):
    page = open_page(java_script_enabled=False)
    page.locator("#words").fill(STATEMENT)
    page.get_by_role("button", name="填表").click()
    page.get_by_role("button", name="跳过，先问别的").click()
    page.locator("#question").get_by_role("button", name="王小明").click()
    page.get_by_role("link", name="核对", exact=True).click()
    page.get_by_role("button", name="都对").click()
    assert page.get_by_role("heading", name="记下了：都对。").is_visible()


VOICES = """
const spoken = [];
const local = { localService: true, lang: "zh-CN", name: "local" };
Object.defineProperty(window, "SpeechSynthesisUtterance", { value: class extends EventTarget { constructor(text) { super(); this.text = text; } } });
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ ...local, localService: false }, local],
  cancel: () => {},
  addEventListener: () => {},
  speak: (words) => { spoken.push([words.text, words.voice.localService]); setTimeout(() => words.dispatchEvent(new Event("end"))); },
} });
window.spoken = spoken;
"""


def test_two_readings_are_settled_aloud_and_a_blank_is_asked_again_on_command(open_page):
    page = open_page()
    page.locator("#words").fill("我想注册一家公司，注册资本五百，股东王小明占六成，李小红占四成。")
    page.get_by_role("heading", name="注册资本是500万元，还是500元？").wait_for()
    assert page.get_by_role("link", name="先选定，再下载").is_visible()
    page.locator('#question input[name="answer"]').fill("前一个")
    page.locator('#question input[name="answer"]').press("Enter")
    page.get_by_role("link", name="下载申请书（PDF）").wait_for()
    page.locator('#question input[name="answer"]').fill("改一下注册资本")
    page.locator('#question input[name="answer"]').press("Enter")
    page.get_by_text("现在填的是：500万元").wait_for()
    page.locator('#question input[name="answer"]').fill("上一条不对")
    page.locator('#question input[name="answer"]').press("Enter")
    page.get_by_text("上一条收回了，请再说一次。", exact=True).wait_for()
    assert serious_faults(page) == []


@pytest.mark.parametrize("width", [360, 1440])
def test_the_form_is_read_aloud_by_a_voice_of_the_device_only(open_page, width):
    page = open_page(viewport={"width": width, "height": 800})
    say(page)
    page.context.add_init_script(VOICES)
    page.goto(page.url.partition("/desk")[0] + "/draft/check?aloud=cut")
    page.get_by_role("button", name="念给我听").press("Enter")
    page.get_by_text("念完了").wait_for(state="attached")
    spoken = page.evaluate("spoken")
    assert ["注册资本：一百万元。", True] in spoken
    assert all(local for _, local in spoken)
    assert page.get_by_role("button", name="念给我听").is_visible()
    assert not page.get_by_role("button", name="停", exact=True).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert serious_faults(page) == []
