"""The kill drill: while one types steadily, the browser or the office is killed at a random moment; nothing older than a second is lost.

The office and the browser are real and are killed with all their children (SIGKILL). What the person sees after opening the desk again counts:
words from the office, or put back from the browser's own copy. Five moments run here, fifty under `make drill`; the seed is printed.
"""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from playwright.sync_api import Error

from tests.browser.conftest import ARGUMENTS, CHROMIUM, free_port, wait_for
from tests.browser.desk_page import begin

pytestmark = pytest.mark.browser

SPOKEN = "我想在昆山开一家做软件开发的公司，名称叫昆山测试软件有限公司，注册资本一百万元，住所在昆山市前进西路188号301室，王小明占六成，李小红占四成。"
SECOND = 1.0


class Office:
    """A running office in a process group of its own."""

    def __init__(self, data, port):
        self.data, self.port, self.address = data, port, f"http://127.0.0.1:{port}/"
        self.open()

    def open(self):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
        environ = {**kept, "GAOXING_DATA": str(self.data), "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
        command = [sys.executable, "-m", "django", "serve", "--port", str(self.port), "--no-browser"]
        self.process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True)
        wait_for(self.address, self.process)

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Browser:
    """Chromium with a profile on disk."""

    def __init__(self, kind, profile):
        self.kind, self.profile = kind, profile
        self.open()

    def open(self):
        for lock in self.profile.glob("Singleton*"):
            lock.unlink()
        self.context = self.kind.launch_persistent_context(str(self.profile), executable_path=CHROMIUM, args=list(ARGUMENTS), locale="zh-CN")
        self.page = self.context.pages[0]
        self.page.set_default_timeout(15_000)

    def kill(self):
        for process in chromium_processes(self.profile):
            os.kill(process, signal.SIGKILL)
        try:
            self.context.close()
        except Error:
            return


def chromium_processes(profile):
    """Every process of the browser with this profile, the children too."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout.splitlines()
    rows = [(int(pid), int(parent), words) for pid, parent, words in (line.split(None, 2) for line in listed)]
    found = {pid for pid, _, words in rows if f"--user-data-dir={profile}" in words}
    while more := {pid for pid, parent, _ in rows if parent in found} - found:
        found |= more
    return found


def type_until(page, moment, dice):
    """Type steadily until the moment, with pauses as people make them; what was typed when, as (time, text so far)."""
    typed, said = [], page.locator("#words").input_value()
    while time.monotonic() < moment:
        letter = SPOKEN[len(said) % len(SPOKEN)]
        page.keyboard.insert_text(letter)
        said += letter
        typed.append((time.monotonic(), said))
        page.wait_for_timeout(dice.choice([25, 40, 60, 60, 90, 350]))
    return typed


def one_moment(browser, office, dice, *, victim):
    """Type, kill, open again; the texts as they must be at least, as they were typed, and as they are shown now."""
    begin(browser.page, office.address)
    browser.page.locator("#words").focus()
    browser.page.keyboard.press("Control+End")
    typed = type_until(browser.page, time.monotonic() + dice.uniform(1.2, 2.2), dice)
    moment = time.monotonic()
    victim.kill()
    if victim is browser:
        browser.open()
        begin(browser.page, office.address)
    else:
        office.open()
        browser.page.reload()
    due = next((said for at, said in reversed(typed) if at < moment - SECOND), "")
    browser.page.locator("#saved").wait_for(state="attached")
    settle(browser.page)
    return due, typed[-1][1], browser.page.locator("#words").input_value()


def settle(page):
    """Until the page has put back what it kept and the office took it."""
    page.locator("#statement[data-restored]").wait_for()
    page.locator('#saved[data-state="saved"], #saved[data-state="new"]').wait_for()


def drill(kind, tmp_path, moments, seed):
    dice, lost = random.Random(seed), []
    office = Office(tmp_path / "data", free_port())
    browser = Browser(kind, tmp_path / "profile")
    for turn in range(moments):
        victim = browser if turn % 2 == 0 else office
        due, typed, shown = one_moment(browser, office, dice, victim=victim)
        if not (shown.startswith(due) and typed.startswith(shown)):
            lost.append((turn, type(victim).__name__, due, typed, shown))
        print(f"moment {turn + 1}: {type(victim).__name__}, {len(typed)} typed, {len(due)} due, {len(shown)} shown")
    browser.kill()
    office.kill()
    assert lost == []


def seed_of():
    seed = int(os.environ.get("GAOXING_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)
    print(f"seed {seed}: GAOXING_SEED={seed} repeats these moments")
    return seed


def test_five_random_kills_lose_nothing_older_than_a_second(chromium, tmp_path):
    drill(chromium.browser_type, tmp_path, 5, seed_of())


@pytest.mark.drill
def test_fifty_random_kills_lose_nothing_older_than_a_second(chromium, tmp_path):
    drill(chromium.browser_type, tmp_path, 50, seed_of())
