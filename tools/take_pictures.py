"""Take the README's pictures from the running office: docs/pictures/{start,front-desk,front-desk-phone,check,papers}.png.

Starts an office of its own on a free port with its data in a scratch folder, agrees to the privacy page, types a statement, waits for the form and takes
the pictures. Run: `.venv/bin/python tools/take_pictures.py` (needs the dev requirements and Debian's Chromium).
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
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
STATEMENT = (
    "我想注册公司，名字叫昆山启云精密机械有限公司，启动的启，云彩的云。注册资本一百万，我叫丁大宝，占六成，我爱人苏小云占四成，都用现金，五年内缴清。"
    "法人和经理是我，监事是她。地址在昆山高新区元丰路88号3幢201室，做模具，也卖模具。"
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
DESK, PHONE = (1280, 860), (390, 844)
PAGES = {"check": "draft/check", "papers": "draft/papers"}
"""Further pages of the same draft, taken at the desk's size."""


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


def take(address: str) -> None:
    chromium = shutil.which("chromium") or sys.exit("Chromium is missing: apt-get install chromium")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, (width, height) in {"front-desk": DESK, "front-desk-phone": PHONE}.items():
            page = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN").new_page()
            page.goto(address)
            if name == "front-desk":
                page.screenshot(path=PICTURES / "start.png")
            page.get_by_role("button", name="同意并开始").click()
            page.locator("#words").fill(STATEMENT)
            page.wait_for_timeout(2500)
            page.screenshot(path=PICTURES / f"{name}.png")
            if name == "front-desk":
                take_pages(page, address)
        browser.close()


def take_pages(page: Page, address: str) -> None:
    for name, path in PAGES.items():
        page.goto(address + path)
        page.wait_for_timeout(2500)
        page.screenshot(path=PICTURES / f"{name}.png")


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        port = free_port()
        address = f"http://127.0.0.1:{port}/"
        command = [str(Path(sys.executable).with_name("gaoxing")), "serve", "--port", str(port), "--no-browser"]
        server = subprocess.Popen(command, env={**os.environ, "GAOXING_DATA": scratch})
        try:
            while not answers(address):
                time.sleep(0.3)
            take(address)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
