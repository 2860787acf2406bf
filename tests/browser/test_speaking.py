"""Speaking at the desk, in a browser whose microphone plays a recorded registration sentence to the real model, and what happens when that fails."""

import csv
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import ARGUMENTS, CHROMIUM, free_port, wait_for
from tests.browser.desk_page import begin, saved, server_words, value

pytestmark = pytest.mark.browser

SHARED = Path(__file__).parents[3] / "shared"
MODEL = SHARED / "models" / "sherpa-onnx-kws-zipformer-wenetspeech-3.3M-2024-01-01-mobile"
CLIPS = SHARED / "audio" / "tts"
with_model = pytest.mark.skipif(not (MODEL.is_dir() and CLIPS.is_dir()), reason="the model and the clips (../shared/models, ../shared/audio) do not lie here")
SERIOUS = {"serious", "critical"}
SOCKET = "ws://127.0.0.1"


@pytest.fixture(scope="module")
def hearing_office(tmp_path_factory):
    """An office of its own, one port further the real model."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    environ = {**kept, "GAOXING_DATA": str(tmp_path_factory.mktemp("data")), "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    command = [sys.executable, "-m", "django", "serve", "--port", str(port), "--no-browser"]
    process = subprocess.Popen(command, env={**environ, "GAOXING_SPEECH_MODEL": str(MODEL)}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    wait_for(f"http://127.0.0.1:{port}/", process)
    yield f"http://127.0.0.1:{port}/"
    process.send_signal(2)
    assert process.wait(timeout=15) == 0


@pytest.fixture
def speak(chromium, hearing_office):
    """A page, at the desk, of a browser whose microphone plays a clip from the moment it is opened."""

    @contextmanager
    def speaking(clip):
        sound = f"--use-file-for-fake-audio-capture={CLIPS / clip}.wav%noloop"
        fake = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", sound]
        browser = chromium.browser_type.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *fake])
        page = browser.new_page(locale="zh-CN")
        begin(page, hearing_office)
        yield page
        browser.close()

    return speaking


def transcript(clip):
    with (CLIPS / "transcripts.tsv").open(encoding="utf-8") as file:
        return next(row["transcript"] for row in csv.DictReader(file, delimiter="\t") if row["file"] == f"{clip}.wav")


def start(page):
    """Press the large button, by keyboard, and agree."""
    page.get_by_role("button", name="点一下，说话").press("Enter")
    page.get_by_role("button", name="同意，开始说").press("Enter")


def stopped(page):
    page.keyboard.press("Escape")
    page.locator('.microphone[data-state="idle"]').wait_for()


def heard(page):
    return page.locator("#words").input_value()


def shows(page, pattern):
    expect(page.locator("#words")).to_have_value(re.compile(pattern), timeout=20_000)


def note(page, text):
    page.locator("#microphone-said").get_by_text(text).wait_for()


def filled(page):
    """What stands in every filled blank of the sheet."""
    found = page.locator(".blank[data-field]:has(.value, .ticked)").all()
    return {each.get_attribute("data-field"): each.locator(".value, .ticked").first.inner_text() for each in found}


def serious_faults(page):
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found if each["impact"] in SERIOUS]


@with_model
def test_a_spoken_sentence_fills_the_form_as_a_reader_of_its_transcript_would(speak, hearing_office):
    with speak("register_company") as page:
        start(page)
        note(page, "正在听")
        shows(page, ".{8}")
        assert serious_faults(page) == []
        value(page, "registered_capital").locator(".value", has_text="500万元").wait_for()
        stopped(page)
        saved(page)
        assert server_words(page, hearing_office) == heard(page)
        spoken = filled(page)
        page.get_by_role("button", name="撤掉刚说的一句").click()
        assert heard(page) == ""
        page.locator("#words").fill(transcript("register_company"))
        value(page, "name").locator(".value", has_text="云启").wait_for()
        read = filled(page)
    name = read.pop("name")
    assert (spoken["name"][:2], spoken.pop("name")[-8:]) == (name[:2], name[-8:])
    assert spoken == read


@with_model
def test_a_line_cut_in_the_middle_of_a_sentence_loses_no_word(speak):
    lines = []
    with speak("company_type") as page:
        page.route_web_socket(f"{SOCKET}:*/**", lambda route: lines.append((route, route.connect_to_server())))
        page.reload()
        start(page)
        shows(page, ".{3}")
        before = heard(page)
        lines[0][0].close(code=1011)
        note(page, "正在重新接上")
        assert heard(page).startswith(before)
        note(page, "接上了")
        shows(page, "股东")
        page.wait_for_timeout(1500)
        stopped(page)
        assert len(lines) == 2
        assert heard(page).count("公司类型") == 1
        assert "有限责任公司" in heard(page)


REFUSING = """
let refusal = "NotAllowedError";
navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", refusal));
document.addEventListener("refuse", (event) => { refusal = event.detail; });
"""


@with_model
def test_without_sound_a_sentence_says_what_to_do_and_typing_goes_on(chromium, hearing_office):
    page = chromium.new_page(locale="zh-CN", viewport={"width": 360, "height": 800})
    page.add_init_script(REFUSING)
    begin(page, hearing_office)
    page.get_by_role("button", name="点一下，说话").press("Enter")
    assert serious_faults(page) == []
    page.keyboard.press("Escape")
    page.locator('.microphone[data-state="idle"]').wait_for()
    start(page)
    note(page, "改成“允许”")
    for refusal, told in {"NotFoundError": "没有找到麦克风", "NotReadableError": "正被别的程序用着"}.items():
        page.evaluate("name => document.dispatchEvent(new CustomEvent('refuse', { detail: name }))", refusal)
        page.get_by_role("button", name="点一下，说话").click()
        note(page, told)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".speak").bounding_box()["height"] >= 44
    page.locator("#words").fill("我想注册一家公司，注册资本一百万元。")
    saved(page)
    assert serious_faults(page) == []
    page.context.close()


def test_without_a_model_the_page_says_so_and_without_javascript_nothing_of_it(open_page):
    page = open_page()
    note(page, "这里还不能听您说，请打字，或者用输入法的语音。")
    assert page.locator("[data-speak]:visible").count() == 0
    plain = open_page(java_script_enabled=False)
    assert not plain.locator("#microphone").is_visible()
