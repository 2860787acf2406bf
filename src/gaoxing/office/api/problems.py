"""Every error of the API as a problem document (RFC 9457): type, title, status, detail in the asker's language, and which values are wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

MEDIA_TYPE = "application/problem+json"

_TYPE = "urn:gaoxing:problem:"


@dataclass(frozen=True)
class Wrong:
    """A value that is wrong: its path as the asker wrote it (`answers.name`, `query.after`), a word of the code for why, and a sentence."""

    path: str
    code: str
    detail: str


@dataclass(eq=False)
class Problem(Exception):
    """What is answered instead: the status, a word of the code, a sentence, what is wrong, and headers."""

    status: int
    word: str
    detail: str = ""
    errors: tuple[Wrong, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)


def answer(problem: Problem) -> HttpResponse:
    """The problem as an answer in the language in force."""
    title, usual = _said(problem.word)
    told: dict[str, Any] = {"type": _TYPE + problem.word, "title": title, "status": problem.status, "detail": problem.detail or usual}
    if problem.errors:
        told["errors"] = [{"path": each.path, "code": each.code, "detail": each.detail} for each in problem.errors]
    content = json.dumps(told, ensure_ascii=False).encode(errors="replace")
    return HttpResponse(content, content_type=MEDIA_TYPE, status=problem.status, headers=problem.headers)


def absent() -> Problem:
    """404, the same for what is not there and for what is somebody else's."""
    return Problem(404, "absent")


def unfit(errors: Iterable[Wrong]) -> Problem:
    """422 with everything that is wrong."""
    return Problem(422, "unfit", errors=tuple(errors))


def _said(word: str) -> tuple[str, str]:
    told = {
        "unreadable": (_("请求看不懂"), _("发来的内容不是能读懂的 JSON。请按接口文档核对格式和 UTF-8 编码，再发一次。")),
        "unauthorized": (_("令牌不对"), _("没有带令牌，或者令牌写错了、过期了、停用了。请在“账号—接口令牌”里新建一个，放在 Authorization: Bearer 后面。")),
        "no_factor": (_("还没设两步验证"), ""),
        "out_of_scope": (_("令牌没有这项权限"), _("这个令牌没有给做这件事的权限。需要的话请新建一个勾了这一项的令牌。")),
        "not_permitted": (_("账号没有这项权限"), _("您的账号没有做这件事的权限。需要的话请找安全管理员任命。")),
        "absent": (_("没有这一项"), _("没有找到，或者不是您能看的。请核对编号和网址。")),
        "method": (_("方法不对"), _("这个网址不接受这种方法。请对照接口文档。")),
        "not_acceptable": (_("给不出要的格式"), _("这里只答 JSON。请在 Accept 里写 application/json。")),
        "refused": (_("这一步不能办"), _("现在不能这样办。")),
        "too_large": (_("内容太长"), _("一次发来的内容太多，没有收。请删短一些，或分几次发。")),
        "media_type": (_("格式不收"), _("请用 Content-Type: application/json 发 UTF-8 的 JSON。")),
        "unfit": (_("有的值不对"), _("下面列出的每一处都要改好再发；别的都没有动。")),
        "hurried": (_("请求太快"), _("这一分钟里请求得太多了。请按 Retry-After 等一等再发。")),
        "broken": (_("系统出了故障"), _("系统出了故障，这一次没有办成。请稍后用同一个 Idempotency-Key 再发；还不行，请告诉管理员出错的时间。")),
        "outage": (_("这一步暂时办不成"), _("有一处服务暂时不通，这一步没有办。请稍后用同一个 Idempotency-Key 再发。")),
    }
    return told[word]
