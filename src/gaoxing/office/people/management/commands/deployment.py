"""Looks whether the office may stand in a network (上线体检): one line of JSON a check; exit status 1 where one fails. `gaoxing doctor --deploy`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.test import Client

from gaoxing.engines.sealing import KEY_FILE
from gaoxing.office.people.codes import MOST_AN_HOUR, MOST_WRONG
from gaoxing.office.people.views.careful import PER_ADDRESS
from gaoxing.office.self_check import SelfCheck, Told

_INLINE = re.compile(r"<script(?![^>]*\b(?:src=|type=\"application/json\"))|\s(?:on[a-z]+|style)=\"|<style|javascript:", re.IGNORECASE)
_YEAR = 31_536_000


def _origin() -> Told:
    if settings.SECURE:
        return True, f"{settings.ORIGIN}，只走 https。"
    return False, "没有用 GAOXING_ORIGIN 写明 https 网址。请写，例如 GAOXING_ORIGIN=https://hall.example；https 由前面的反向代理办。"


def _cookies() -> Told:
    secure = settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE
    hidden = settings.SESSION_COOKIE_HTTPONLY and settings.CSRF_COOKIE_HTTPONLY and settings.SESSION_COOKIE_SAMESITE == "Lax"
    if secure and hidden:
        return True, "Cookie 只走 https，脚本读不到，别的网站带不来。"
    return False, "Cookie 还会走明文。写好 https 的 GAOXING_ORIGIN 就会自动改过来。" if hidden else "Cookie 设置被改松了，请恢复 settings.py 里的设置。"


def _hsts() -> Told:
    if settings.SECURE_HSTS_SECONDS < _YEAR:
        return False, "没有 HSTS。写好 https 的 GAOXING_ORIGIN 就会自动打开。"
    asker = str(settings.PROXIES[0].network_address) if settings.PROXIES else "127.0.0.1"
    answer = Client(REMOTE_ADDR=asker).get("/tour", headers={"host": settings.ALLOWED_HOSTS[0]})
    if "Strict-Transport-Security" not in answer.headers:
        return False, "HSTS 送不到浏览器，来的人也都算作同一个地址：不知道前面是哪个反向代理。请用 GAOXING_PROXIES 写明它的地址，例如 127.0.0.1。"
    return True, "浏览器会记住一年只走 https（HSTS）。"


def _headers() -> Told:
    answer = Client().get("/tour", secure=settings.SECURE, headers={"host": settings.ALLOWED_HOSTS[0]})
    wanted = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin"}
    absent = [name for name, value in wanted.items() if answer.headers.get(name) != value]
    return not absent, f"少了或改了这些响应头：{'、'.join(absent)}。请恢复 settings.py 里的设置。" if absent else "响应头都在。"


def _policy() -> Told:
    answer = Client().get("/tour", secure=settings.SECURE, headers={"host": settings.ALLOWED_HOSTS[0]})
    policy = answer.headers.get("Content-Security-Policy", "")
    if "script-src 'self'" not in policy or "unsafe" in policy or "default-src 'none'" not in policy:
        return False, "内容安全策略（CSP）没有，或放行了行内脚本。请恢复 settings.py 里的设置。"
    inline = sorted({page.name for page in _pages() if _INLINE.search(page.read_text(encoding="utf-8"))})
    return not inline, f"这些页面有行内脚本或样式，会被浏览器拦下：{'、'.join(inline)}。" if inline else "内容安全策略不许行内脚本和样式，页面里也没有。"


def _pages() -> Iterator[Path]:
    for app in apps.get_app_configs():
        if app.name.startswith("gaoxing."):
            yield from (Path(app.path) / "templates").rglob("*.html")


def _key() -> Told:
    if settings.GAOXING_KEY or (settings.DATA / KEY_FILE).exists():
        return True, "加密密钥在（请另存一份，丢了就打不开已存的内容）。"
    return False, f"还没有加密密钥。请用 GAOXING_KEY 给出，或先运行一次 gaoxing serve，它会在 {settings.DATA} 里造一把。"


def _limits() -> Told:
    right = bool(getattr(settings, "RATELIMIT_ENABLE", True)) and bool(getattr(settings, "AXES_ENABLED", True)) and 0 < settings.AXES_FAILURE_LIMIT <= 10
    codes, posts = f"验证码每号每小时 {MOST_AN_HOUR} 条、错 {MOST_WRONG} 次锁住", PER_ADDRESS.split("/")[0]
    told = f"密码错 {settings.AXES_FAILURE_LIMIT} 次锁住；{codes}；每个地址每分钟最多提交 {posts} 次。"
    return right, told if right else "限流或锁定被关了。请恢复 settings.py 里的 AXES 和 RATELIMIT 设置。"


def _debug() -> Told:
    return not settings.DEBUG, "调试模式开着，出错页会露出内部情况。请关掉 DEBUG。" if settings.DEBUG else "调试模式关着。"


def _demo() -> Told:
    return not settings.DEMO, "演示模式开着，谁都能以任何身份进来。上线前请去掉 GAOXING_DEMO。" if settings.DEMO else "演示模式关着。"


def _codes() -> Told:
    if settings.CODE_SENDER.endswith("FileSender"):
        return False, "验证码写在文件里，申请人收不到。请去掉 GAOXING_CODES=file，接上短信。"
    return True, "没有接短信：申请人只能不登录填表，或用密码登录。" if settings.CODE_SENDER.endswith("NoSender") else "验证码有发送通道。"


CHECKS: tuple[tuple[str, Callable[[], Told]], ...] = (
    ("origin", _origin),
    ("cookies", _cookies),
    ("hsts", _hsts),
    ("headers", _headers),
    ("policy", _policy),
    ("sealing", _key),
    ("limits", _limits),
    ("debug", _debug),
    ("demo", _demo),
    ("codes", _codes),
)


class Command(SelfCheck):
    """What `gaoxing doctor --deploy` asks of the office."""

    help = "上线前的安全检查，每项输出一行 JSON。"
    checks = CHECKS
    trouble = "没有查成（{}）。请先运行 gaoxing doctor，把那里的问题处理好。"
