"""A real server of its own, started as people start it, and Debian's Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LISTENING = "ws://127.0.0.1:9/"
"""Where the demonstration's speech socket is said to stand: a test answers for it."""

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


OPENS = 120
"""Seconds within which an office makes its tables and opens, on a machine whose cores all run tests."""


def wait_for(address, process):
    end = time.monotonic() + OPENS
    while time.monotonic() < end:
        if process.poll() is not None:
            pytest.fail(f"the office ended before it opened: {process.stderr.read()}")
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the office did not open within {OPENS} s")


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """The address of a running office with an empty data folder; it stops as with Ctrl-C."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    environ = {**kept, "GAOXING_DATA": str(tmp_path_factory.mktemp("data")), "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    command = [sys.executable, "-m", "django", "serve", "--port", str(port), "--no-browser"]
    process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    address = f"http://127.0.0.1:{port}/"
    wait_for(address, process)
    yield address
    process.send_signal(2)
    assert process.wait(timeout=15) == 0


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """The address and data folder of a running demonstration, one for all tests that take it: somebody for every role, codes in a file, signatures rehearsed.

    Its tables are made once, which on two busy cores takes longer than any of its tests: each brings an applicant of its own.
    """
    folder, port = tmp_path_factory.mktemp("demonstration"), free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    environ = {**kept, "GAOXING_DATA": str(folder), "GAOXING_DEMO": "1", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings", "GAOXING_LISTENING": LISTENING}
    subprocess.run([sys.executable, "-m", "django", "demo_people"], env=environ, capture_output=True, check=True)
    command = [sys.executable, "-m", "django", "serve", "--port", str(port), "--no-browser"]
    process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_for(f"http://127.0.0.1:{port}/", process)
    yield f"http://127.0.0.1:{port}/", folder
    process.send_signal(2)
    assert process.wait(timeout=15) == 0


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        pytest.skip("no Chromium here; Debian's package is chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, office):
    """Opens the front desk in a browser of its own, whose owner agrees to the privacy page unless told; an unexpected complaint of the page fails the test."""
    contexts, complaints = [], []

    def opened(*, agree=True, **how):
        context = chromium.new_context(accept_downloads=True, locale="zh-CN", **how)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(office)
        if agree:
            page.get_by_role("button", name="同意并开始").click()
            page.locator("#words").wait_for()
            page.wait_for_load_state()
        return page

    opened.complaints, opened.expected = complaints, ()
    yield opened
    for context in contexts:
        context.close()
    assert [each for each in complaints if not any(word in each for word in opened.expected)] == []


def pytest_collection_modifyitems(items):
    """A step that a real browser did not reach in time on a loaded machine is tried once more; the report counts it as rerun."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=["TimeoutError"]))
