"""The front desk in a real browser and under load: from the pause to the filled form, the weight of the page, requests a second.

python benchmarks/frontdesk.py [ROUNDS]

Pause: the moment the page decides that the person paused (300 ms after the last key) and posts. Filled: the answer's parts stand in the page.
Beside it, in the same run, a bare Django view that answers as many bytes on the same server: what the machine allows at most.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

from playwright.sync_api import Page, sync_playwright

ROUNDS = 100
AIM_MS, AIM_KB = 150, 150
CONNECTIONS, GETS, POSTS = 8, 60, 40
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
STATEMENT = (
    "我想注册一家公司，名称叫昆山测试软件有限公司，注册资本{}万元，住所在昆山市前进西路188号301室，做软件开发，经营二十年，从业人员五人。"
    "两个股东，王小明占百分之六十，李小红占百分之四十，王小明当法定代表人，李小红当监事，都用现金，五年内缴清。"
)
WATCH = """() => {
    window.times = [];
    let key = 0, pause = 0;
    document.addEventListener('input', () => { key = performance.now(); }, true);
    document.addEventListener('said', () => { pause = performance.now(); }, true);
    document.addEventListener('htmx:afterRequest', (event) => {
        if (event.detail.elt.id !== 'words') return;
        const filled = performance.now();
        requestAnimationFrame(() => setTimeout(() => window.times.push([filled - pause, performance.now() - pause, filled - key])));
    });
}"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(command: list[str], port: int, **environ: str) -> Iterator[str]:
    """A server in a process of its own, stopped at the end."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    process = subprocess.Popen(command, env={**kept, **environ}, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.send_signal(2)
        process.wait(timeout=20)


@contextmanager
def office() -> Iterator[str]:
    port = free_port()
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-m", "django", "serve", "--port", str(port), "--no-browser"]
        with served(command, port, GAOXING_DATA=data, DJANGO_SETTINGS_MODULE="gaoxing.office.settings") as address:
            yield address


@contextmanager
def bare(size: int) -> Iterator[str]:
    port = free_port()
    with served([sys.executable, str(Path(__file__).with_name("bare.py")), str(port), str(size)], port) as address:
        yield address


def begin(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="同意").first.click()
    page.locator("#words").wait_for()


def typed(page: Page, rounds: int) -> list[list[float]]:
    """Times in ms, each round another capital: pause → filled, pause → painted, last key → filled."""
    page.locator("#words").fill(STATEMENT.format(100))
    page.locator('#saved[data-state="saved"]').wait_for()
    page.evaluate(WATCH)
    for number in range(rounds):
        page.locator("#words").fill(STATEMENT.format(101 + number))
        page.wait_for_function("count => window.times.length > count", arg=number)
    return page.evaluate("window.times")


def weight(page: Page) -> list[tuple[str, int, int]]:
    """Every file of the filled desk with a cold cache: address, bytes on the line, bytes unpacked."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    names: dict[str, str] = {}
    unpacked: dict[str, int] = {}
    sent: dict[str, int] = {}
    session.on("Network.responseReceived", lambda event: names.__setitem__(event["requestId"], event["response"]["url"]))
    session.on("Network.dataReceived", lambda event: unpacked.__setitem__(event["requestId"], unpacked.get(event["requestId"], 0) + event["dataLength"]))
    session.on("Network.loadingFinished", lambda event: sent.__setitem__(event["requestId"], int(event["encodedDataLength"])))
    page.reload(wait_until="networkidle")
    return [(name, sent.get(key, 0), unpacked.get(key, 0)) for key, name in names.items()]


def connection(number: int, address: str) -> http.client.HTTPConnection:
    """One connection from an address of its own: posts are limited by draft and by address."""
    host, port = re.findall(r"//([\d.]+):(\d+)", address)[0]
    return http.client.HTTPConnection(host, int(port), source_address=(f"127.0.0.{number + 2}", 0))


def asked(line: http.client.HTTPConnection, method: str, path: str, cookies: dict[str, str], fields: dict[str, str] | None = None) -> bytes:
    head = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    if fields is not None:
        head |= {"Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true"}
    line.request(method, path, urlencode(fields) if fields is not None else None, head)
    answer = line.getresponse()
    body = answer.read()
    for each in answer.headers.get_all("Set-Cookie") or []:
        name, value = re.findall(r"([^=]+)=([^;]*)", each)[0]
        cookies[name] = value
    if answer.status >= 400:
        raise SystemExit(f"{method} {path}: {answer.status}")
    return body


def visit(number: int, address: str) -> tuple[http.client.HTTPConnection, dict[str, str], str]:
    """Somebody who agreed and said something: connection, cookies, token."""
    line, cookies = connection(number, address), {}
    secret = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', asked(line, "GET", "/", cookies).decode())[0]
    asked(line, "POST", "/consent", cookies, {"csrfmiddlewaretoken": secret, "agree": "on"})
    asked(line, "POST", "/draft/words", cookies, {"csrfmiddlewaretoken": secret, "words": STATEMENT.format(100), "page": f"bench-{number:04}", "step": "1"})
    return line, cookies, secret


def rate(work: Callable[[int], object], each: int) -> tuple[float, float, float]:
    """Requests a second over all connections, p50 and p95 in ms."""
    start = time.perf_counter()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        times = [one for listed in pool.map(work, range(CONNECTIONS)) for one in listed]
    spent = time.perf_counter() - start
    return CONNECTIONS * each / spent, median(times), quantiles(times, n=20)[-1]


def timed(work: Callable[[int], object], each: int) -> list[float]:
    times = []
    for number in range(each):
        start = time.perf_counter()
        work(number)
        times.append((time.perf_counter() - start) * 1000)
    return times


def load(address: str) -> None:
    people = [visit(number, address) for number in range(CONNECTIONS)]
    size = len(asked(people[0][0], "GET", "/desk", people[0][1]))

    def read(number: int) -> list[float]:
        line, cookies, _ = people[number]
        return timed(lambda _: asked(line, "GET", "/desk", cookies), GETS)

    def write(number: int) -> list[float]:
        line, cookies, secret = people[number]
        step = lambda at: {"csrfmiddlewaretoken": secret, "words": STATEMENT.format(200 + at), "page": f"bench-{number:04}", "step": str(at + 2)}  # noqa: E731
        return timed(lambda at: asked(line, "POST", "/draft/words", cookies, step(at)), POSTS)

    rows = [("GET /desk", *rate(read, GETS)), ("POST /draft/words", *rate(write, POSTS))]
    with bare(size) as other:
        lines = [connection(number, other) for number in range(CONNECTIONS)]
        asked(lines[0], "GET", "/", {})
        rows.append((f"bare Django view, {size // 1000} kB", *rate(lambda number: timed(lambda _: asked(lines[number], "GET", "/", {}), 200), 200)))
    print(f"\n{CONNECTIONS} connections{'':24}requests/s    p50 ms    p95 ms")
    for name, speed, middle, high in rows:
        print(f"{name:38}{speed:8.0f}{middle:10.1f}{high:10.1f}")


def browse(address: str, rounds: int) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox", "--disable-gpu"])
        page = browser.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900}).new_page()
        begin(page, address)
        times = typed(page, rounds)
        print(f"{rounds} pauses in a real browser{'':14}p50 ms    p95 ms")
        for name, column in zip(("pause → form filled", "pause → form painted", "last key → form filled"), zip(*times, strict=True), strict=True):
            print(f"{name:36}{median(column):10.0f}{quantiles(column, n=20)[-1]:10.0f}")
        print(f"aim: pause → form filled p95 ≤ {AIM_MS} ms")
        parts = weight(page)
        print(f"\nthe filled desk, cache empty{'':14}on the line  unpacked (bytes)")
        for name, sent, unpacked in sorted(parts, key=lambda each: -each[2]):
            print(f"{name.split('/', 3)[-1][:36]:40}{sent:12}{unpacked:12}")
        print(f"{'together (aim ≤ ' + str(AIM_KB) + ' kB)':40}{sum(each[1] for each in parts):12}{sum(each[2] for each in parts):12}")
        browser.close()


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with office() as address:
        browse(address, rounds)
        load(address)


if __name__ == "__main__":
    main()
