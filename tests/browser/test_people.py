"""Signing in with a real browser: one of the staff with an authenticator app, a passkey, and an applicant whose draft goes along."""

import os
import re
import signal
import subprocess
import sys

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

from tests.browser.conftest import free_port, wait_for

pytestmark = pytest.mark.browser
PASSWORD = "a small tiger runs far"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("people")


@pytest.fixture(scope="module")
def hall(place):
    """An office whose codes go into a file."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    environ = {**kept, "GAOXING_DATA": str(place), "GAOXING_CODES": "file", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    told = [sys.executable, "-m", "django", "people_add", "--account", "clerk.one", "--name", "王某", "--role", "window_clerk"]
    said = subprocess.run(told, env=environ, capture_output=True, text=True, check=True).stdout
    port = free_port()
    command = [sys.executable, "-m", "django", "serve", "--port", str(port), "--no-browser"]
    process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    address = f"http://127.0.0.1:{port}/"
    wait_for(address, process)
    yield address.replace("127.0.0.1", "localhost"), re.search(r"：(\w{4}-\w{4}-\w{4}-\w{4})", said)[1]
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=15) == 0


@pytest.fixture
def page(chromium):
    context = chromium.new_context(locale="zh-CN")
    page, complaints = context.new_page(), []
    page.set_default_timeout(30_000)
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert not complaints


def test_one_of_the_staff_sets_up_an_app_and_a_passkey_and_signs_in_with_either(page, hall):
    address, first = hall
    page.goto(f"{address}sign-in/password?next=/staff")
    sign_in(page, first)
    page.get_by_label("新密码").fill(PASSWORD)
    page.get_by_label("再写一遍").fill(PASSWORD)
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_role("heading", name="设置动态码").wait_for()
    secret = page.locator("code").inner_text()
    page.get_by_label("动态码").fill(code_of(secret))
    page.get_by_role("button", name="设好了").click()
    page.get_by_role("heading", name="恢复码").wait_for()
    authenticator = page.context.new_cdp_session(page)
    authenticator.send("WebAuthn.enable")
    key = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    authenticator.send("WebAuthn.addVirtualAuthenticator", {"options": {**key, "automaticPresenceSimulation": True}})
    page.goto(f"{address}account/two-step/webauthn/add/")
    page.get_by_role("button", name="添加").click()
    page.wait_for_url(re.compile("two-step/(webauthn/)?$|recovery-codes"))
    page.goto(f"{address}account")
    page.get_by_role("button", name="退出登录").click()
    page.get_by_role("link", name="登录", exact=True).wait_for()
    page.goto(f"{address}sign-in/password")
    sign_in(page, PASSWORD)
    page.get_by_role("button", name="用通行密钥").click()
    page.get_by_role("heading", name="王某，您好").wait_for()


def test_an_applicant_signs_in_by_a_code_and_keeps_the_draft(page, hall, place):
    address, _ = hall
    page.goto(address)
    page.get_by_role("button", name="同意并开始").click()
    page.locator("#words").fill("我想注册一家公司，名称叫昆山测试软件有限公司，注册资本一百万元。")
    page.locator(".value", has_text="昆山测试软件有限公司").first.wait_for()
    page.get_by_role("link", name="登录").click()
    page.get_by_label("手机号").fill("139 0000 1234")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="发验证码").click()
    page.get_by_label("6 位数字").wait_for()
    page.get_by_label("6 位数字").fill((place / "codes.txt").read_text().split()[-1])
    page.get_by_role("button", name="登录").click()
    page.locator("#words").wait_for()
    assert "昆山测试软件有限公司" in page.locator("#words").input_value()
    assert page.get_by_role("link", name="我的账号").count() == 1


def sign_in(page, password):
    page.get_by_label("账号或手机号").fill("clerk.one")
    page.get_by_label("密码", exact=True).fill(password)
    page.get_by_role("button", name="登录", exact=True).click()


def code_of(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
