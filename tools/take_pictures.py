"""Take the README's pictures from the running front desk: docs/pictures/{start,front-desk,front-desk-phone,check,papers}.png.

Starts a front desk of its own on a free port with its data in a scratch folder, agrees to the privacy page as a visitor does, says a statement, waits
for the form and takes the pictures. Persons and enterprise are made up.
Run: `.venv/bin/python tools/take_pictures.py` (needs the dev requirements and Debian's Chromium).
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
STATEMENT = (
    "我想注册公司，名字叫昆山启云精密机械有限公司，启动的启，云彩的云。注册资本一百万，我叫丁大宝，占六成，我爱人苏小云占四成，都用现金，五年内缴清。"
    "法人和经理是我，监事是她。地址在昆山高新区元丰路88号3幢201室，做模具，也卖模具。"
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
DESKTOP, PHONE = (1280, 860), (390, 844)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=1):
            return True
    except OSError:
        return False


@contextmanager
def front_desk() -> Iterator[str]:
    """The address of a front desk that runs as long as the pictures are taken."""
    with tempfile.TemporaryDirectory() as scratch:
        address = f"http://127.0.0.1:{(port := free_port())}/"
        command = [str(Path(sys.executable).with_name("gaoxing")), "serve", "--port", str(port), "--no-browser"]
        server = subprocess.Popen(command, env={**os.environ, "GAOXING_DATA": scratch})
        try:
            while not answers(address):
                time.sleep(0.3)
            yield address
        finally:
            server.terminate()
            server.wait()


def opened(browser: Browser, address: str, size: tuple[int, int]) -> Page:
    """The start page in a browser of its own, as somebody sees it who has had the tour."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="zh-CN", color_scheme="light", reduced_motion="reduce")
    context.add_cookies([{"name": "toured", "value": "1", "url": address}])
    page = context.new_page()
    page.goto(address)
    return page


def say(page: Page) -> None:
    """Agree, speak, and wait until the form is filled and stored."""
    page.get_by_role("button", name="同意并开始").click()
    page.locator("#words").fill(STATEMENT)
    page.locator('[data-field="registered_capital"] .value').wait_for()
    page.locator('#saved[data-state="saved"]').wait_for()
    page.wait_for_timeout(600)


def shoot(page: Page, name: str) -> None:
    page.screenshot(path=PICTURES / f"{name}.png")


def shoot_further(page: Page, address: str) -> None:
    """The pages behind the desk; the papers once their pictures have come."""
    page.goto(f"{address}draft/check")
    shoot(page, "check")
    page.goto(f"{address}draft/papers?whole=1")
    page.wait_for_function("[...document.images].every(each => each.complete || each.loading === 'lazy')")
    page.wait_for_timeout(1500)
    shoot(page, "papers")


def take(address: str) -> None:
    chromium = shutil.which("chromium") or sys.exit("Chromium is missing: apt-get install chromium")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        desktop, phone = opened(browser, address, DESKTOP), opened(browser, address, PHONE)
        shoot(desktop, "start")
        for page, name in ((desktop, "front-desk"), (phone, "front-desk-phone")):
            say(page)
            shoot(page, name)
        shoot_further(desktop, address)
        browser.close()


def main() -> None:
    with front_desk() as address:
        take(address)


if __name__ == "__main__":
    main()
