"""The microphone's page without a model: a socket and a voice made up by the test, so that every trouble can be brought about."""

import json
import os
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import free_port, wait_for
from tests.browser.desk_page import begin, saved, server_words

pytestmark = pytest.mark.browser

OPENING, WRONG, RIGHT = "我要注册公司，注册资本一百万", "身份证三四零零零零一九九零零一零一零零一五", "身份证三四零零零零一九九零零一零一零零一六"

SOUND = """
window.loud = 0.2;
navigator.mediaDevices.getUserMedia = async () => {
  const context = new AudioContext();
  const [tone, gain, out] = [new OscillatorNode(context), new GainNode(context, { gain: window.loud }), context.createMediaStreamDestination()];
  tone.connect(gain).connect(out);
  tone.start();
  return out.stream;
};
"""

VOICE = """
window.spoken = [];
const made = { localService: true, lang: "zh-CN", name: "test" };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [made], cancel: () => window.spoken.push("cancel"), speak: (words) => window.spoken.push(words.text), addEventListener: () => {},
} });
window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
"""

RECOGNITION = """
window.heard = [];
window.SpeechRecognition = window.webkitSpeechRecognition = class {
  start() { window.heard.push("start"); window.ear = this; setTimeout(() => this.onstart()); }
  stop() { setTimeout(() => this.onend()); }
  abort() { this.onend(); }
};
window.says = (...ways) => ear.onresult({ resultIndex: 0, results: [Object.assign(ways.map(transcript => ({ transcript })), { isFinal: true })] });
window.saying = (transcript) => ear.onresult({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal: false })] });
window.fails = (error) => { ear.onerror({ error }); ear.onend(); };
"""


def opened(folder, **more):
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    environ = {**kept, "GAOXING_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings", **more}
    command = [sys.executable, "-m", "django", "serve", "--port", str(port), "--no-browser"]
    process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    wait_for(f"http://127.0.0.1:{port}/", process)
    return f"http://127.0.0.1:{port}/", process


@pytest.fixture(scope="module")
def listening(tmp_path_factory):
    """An office whose socket is said to stand elsewhere: the test answers for it. Recordings may be kept for a week."""
    address, process = opened(tmp_path_factory.mktemp("data"), GAOXING_LISTENING="ws://127.0.0.1:9/", GAOXING_KEEP_RECORDINGS="7")
    yield address
    process.send_signal(2)
    process.wait(timeout=15)


@pytest.fixture(scope="module")
def heard_by_browser(tmp_path_factory):
    """An office without a model, whose operator lets the browser's maker hear."""
    address, process = opened(tmp_path_factory.mktemp("data"), GAOXING_BROWSER_SPEECH="1", GAOXING_SPEECH_MODEL="")
    yield address
    process.send_signal(2)
    process.wait(timeout=15)


class Socket:
    """The test's end of the line; each connection says that it is ready."""

    def __init__(self, page, first=None):
        self.page, self.lines, self.sent, self.first = page, [], [], first or {"type": "ready"}
        page.route_web_socket("ws://127.0.0.1:9/**", self.answer)
        page.reload()

    def answer(self, route):
        self.lines.append(route)
        route.on_message(lambda message: self.sent.append(message))
        route.send(json.dumps(self.first))

    def until(self, true):
        for _ in range(240):
            if true():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{len(self.lines)} lines, {len(self.sent)} messages, the last {self.sent[-1:]}")

    def tell(self, kind, text, *alternatives):
        self.lines[-1].send(json.dumps({"type": kind, "text": text, "heard": 0, "alternatives": alternatives}))

    def hang_up(self):
        self.lines[-1].close(code=1000)


@pytest.fixture
def desk(chromium, listening):
    """A page at the desk of a browser with a made-up microphone; consent is yet to be given."""
    contexts = []

    def made(*scripts, office=listening, **how):
        contexts.append(chromium.new_context(locale="zh-CN", **how))
        page = contexts[-1].new_page()
        for script in scripts or (SOUND,):
            page.add_init_script(script)
        begin(page, office)
        return page

    yield made
    for context in contexts:
        context.close()


def start(page, socket):
    page.locator(".speak").press("Enter")
    page.get_by_role("button", name="同意，开始说").press("Enter")
    note(page, "正在听")
    # The page listens before the line stands.
    socket.until(lambda: socket.lines)


def note(page, text):
    expect(page.locator("#microphone-said")).to_contain_text(text, timeout=12_000)


def words(page, text):
    expect(page.locator("#words")).to_have_value(text, timeout=12_000)


def finish(page, socket):
    page.keyboard.press("Escape")
    page.locator('.microphone[data-state="working"]').wait_for()
    # Hung up before its end was sent, the page would call again.
    socket.until(lambda: "end" in socket.sent)
    socket.hang_up()
    page.locator('.microphone[data-state="idle"]').wait_for()


def test_what_the_facts_chose_stands_in_the_words_and_is_taken_back(desk, listening):
    page = desk()
    socket = Socket(page)
    start(page, socket)
    socket.tell("final", OPENING)
    socket.tell("partial", WRONG)
    socket.tell("final", WRONG, RIGHT)
    words(page, f"{OPENING}，{RIGHT}")
    expect(page.locator("#lit mark.rewritten")).to_have_text("六")
    note(page, "按意思换了写法")
    page.get_by_role("button", name=re.compile("换回来")).click()
    words(page, f"{OPENING}，{WRONG}")
    socket.tell("final", "法人是我")
    words(page, f"{OPENING}，{WRONG}，法人是我")
    finish(page, socket)
    saved(page)
    assert server_words(page, listening) == f"{OPENING}，{WRONG}，法人是我"


def test_a_sentence_edited_by_hand_loses_its_other_ways_and_undo_finds_the_chosen_one(desk):
    page = desk()
    socket = Socket(page)
    start(page, socket)
    socket.tell("final", OPENING, f"{OPENING}元")
    words(page, OPENING)
    assert json.loads(page.locator("#heard-words").input_value()) == [[OPENING, [f"{OPENING}元"]]]
    page.locator("#words").fill(f"{OPENING}整")
    assert page.locator("#heard-words").input_value() == ""
    socket.tell("final", WRONG, RIGHT)
    words(page, f"{OPENING}整，{RIGHT}")
    page.get_by_role("button", name="撤掉刚说的一句").click()
    words(page, f"{OPENING}整")


def test_a_recording_is_kept_after_its_own_consent_and_goes_with_it(desk, listening):
    page = desk()
    socket = Socket(page)
    page.locator("#keep-recordings").click()
    page.get_by_role("button", name="同意存").click()
    expect(page.locator("#recordings-said")).to_contain_text("从下一段起")
    start(page, socket)
    page.wait_for_timeout(800)
    socket.tell("final", OPENING)
    finish(page, socket)
    expect(page.locator("#recordings-said")).to_contain_text("存好了", timeout=12_000)
    page.goto(f"{listening}draft/recordings")
    page.locator("audio").evaluate("each => each.play().then(() => new Promise(done => setTimeout(done, 300)))")
    assert page.locator("audio").evaluate("each => each.duration") >= 0.5
    page.goto(f"{listening}desk")
    page.locator("#keep-recordings").click()
    expect(page.locator("#recordings-said")).to_contain_text("存着的 1 段已经删去")


def test_every_trouble_of_the_line_is_a_sentence_and_words_stay(desk):
    page = desk()
    page.add_init_script("window.loud = 0")
    socket = Socket(page)
    start(page, socket)
    socket.tell("partial", OPENING)
    words(page, OPENING)
    socket.lines[-1].close(code=1011)
    note(page, "接上了")
    assert len(socket.lines) == 2
    words(page, OPENING)
    socket.lines[-1].send(json.dumps({"type": "stop", "reason": "full", "message": ""}))
    note(page, "现在说话的人多")
    page.locator("#words").fill(f"{OPENING}元")
    saved(page)


def test_a_dead_microphone_is_told_while_it_listens_on(desk):
    page = desk(SOUND.replace("0.2", "0"))
    start(page, Socket(page))
    note(page, "还没有听到声音")
    assert page.locator('.microphone[data-state="listening"]').count() == 1
    page.locator(".speak").press("Space")
    page.locator('.microphone[data-state="working"]').wait_for()


def test_fields_fill_from_partials_without_flicker_at_phone_width_in_large_text(desk):
    page = desk(viewport={"width": 360, "height": 800})
    page.get_by_role("button", name="长者模式").click()
    socket = Socket(page)
    start(page, socket)
    socket.tell("partial", OPENING)
    page.locator('#lit mark[data-for~="registered_capital"]').first.wait_for(state="attached")
    page.evaluate("""() => { window.gone = 0; new MutationObserver(() => {
      if (!document.querySelector('.blank[data-field="registered_capital"] .value')) window.gone += 1;
    }).observe(document.body, { childList: true, subtree: true }); }""")
    for more in ("，法", "，法人", "，法人是我"):
        socket.tell("partial", OPENING + more)
        page.wait_for_timeout(700)
    assert page.evaluate("window.gone") == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if folder := os.environ.get("SCREENSHOTS"):
        page.screenshot(path=f"{folder}/listening.png", full_page=True)


def test_questions_are_spoken_only_when_turned_on_and_never_while_it_listens(desk):
    page = desk(SOUND, VOICE)
    socket = Socket(page)
    page.locator("#words").fill("我要注册公司")
    page.locator("#question .card h2").wait_for()
    assert page.evaluate("window.spoken.filter(each => each !== 'cancel')") == []
    page.get_by_label("把问题念给我听").check()
    assert len(page.evaluate("window.spoken.filter(each => each !== 'cancel')")) == 1
    start(page, socket)
    assert page.evaluate("window.spoken.at(-1)") == "cancel"
    socket.tell("final", "名称叫昆山测试软件有限公司")
    expect(page.locator("#lit mark").first).to_be_attached()
    saved(page)
    assert page.evaluate("window.spoken.at(-1)") == "cancel"
    finish(page, socket)
    page.wait_for_function("window.spoken.at(-1) !== 'cancel'")


def test_the_browsers_own_recognition_hears_after_its_maker_was_named(desk, heard_by_browser):
    page = desk(RECOGNITION, office=heard_by_browser)
    page.locator(".speak").click()
    expect(page.locator("#microphone-consent")).to_contain_text("Chrome 传给谷歌")
    assert page.evaluate("window.heard") == []
    page.get_by_role("button", name="同意，开始说").click()
    note(page, "正在听")
    page.evaluate("text => says(text, text + '元')", OPENING)
    words(page, OPENING)
    page.evaluate("text => { saying(text); ear.onend(); }", "法人是我")
    words(page, f"{OPENING}，法人是我")
    page.evaluate("fails('no-speech')")
    note(page, "还没有听到声音")
    for error, told in {"network": "听写接不上", "not-allowed": "没有准许用麦克风", "audio-capture": "没有找到麦克风"}.items():
        page.evaluate("error => fails(error)", error)
        note(page, told)
        page.locator(".speak").click()
        note(page, "正在听")
    words(page, f"{OPENING}，法人是我")
