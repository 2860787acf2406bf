"""Pages for when something is not possible (出错页面): what, why, and what to do next, in plain Chinese; never a trace."""

from __future__ import annotations

import sys
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent
from django.db import DatabaseError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gaoxing.engines.fault import Fault
from gaoxing.office.frontdesk import wording
from gaoxing.office.people.views import held
from gaoxing.office.refusal import NotAllowed

_WRITTEN = ("words", "answer", "addition", "said", "value", "mine", "theirs")
"""What a person writes, of all that a page posts."""


def problem(request: HttpRequest, status: HTTPStatus, title: str, text: str, *, original: str = "", restart: bool = False, onward: str = "") -> HttpResponse:
    """A page of its own, or, where a part of the page had asked, a notice on that page.

    `original` is the Chinese that an English text stands for; `restart` offers to give the draft up; `onward` names the page where it is mended.
    """
    partly = bool(getattr(request, "htmx", False))
    template = "frontdesk/notice.html" if partly else "frontdesk/problem.html"
    return render(
        request, template, {"title": title, "text": text, "original": original, "restart": restart, "onward": onward, "partly": partly}, status=status
    )


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, and 413 where the post was too big."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return oversized(request)
    text = _("发来的内容看不懂。请返回首页再试一次。")
    if isinstance(exception, SuspiciousOperation):
        text = _("这个网址不在本机的许可名单里，或发来的内容看不懂。请从首页重新进入；管理员可用 GAOXING_ORIGIN 设置网址。")
    return problem(request, HTTPStatus.BAD_REQUEST, _("没有看懂这次请求"), text)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return problem(request, HTTPStatus.FORBIDDEN, _("不能这样操作"), _("您没有做这一步的权限。请返回首页。"))


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a post whose token does not match; what came from a page of ours stays there and can be sent again."""
    if held.from_our_own_page(request) and (again := held.kept(request, signed_out=False)):
        return again
    text = _("页面放得太久，或浏览器不让保存 Cookie。请刷新页面再试一次；您写的话可以先复制下来。")
    return problem(request, HTTPStatus.FORBIDDEN, _("页面已过期"), text)


def absent(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return problem(request, HTTPStatus.NOT_FOUND, _("没有这个页面"), _("网址可能写错了，或内容已经删去。请从首页重新开始。"))


def only_pressed(request: HttpRequest) -> HttpResponse:
    """405: a button sends to this address; opened by itself it shows nothing."""
    text = _("这个网址是按钮用的，直接打开没有内容，也没有改动什么。请回到原来的页面，再点一次按钮。")
    return problem(request, HTTPStatus.METHOD_NOT_ALLOWED, _("这里要从按钮进来"), text)


def no_such_blank(request: HttpRequest) -> HttpResponse:
    """404 for a blank that the form has not, or has no longer."""
    text = _("表上没有这一栏，或这份表已经变了。请回到表上，从最新的栏目里点“改”。")
    return problem(request, HTTPStatus.NOT_FOUND, _("没有这一栏"), text)


def nothing_yet(request: HttpRequest) -> HttpResponse:
    """409: there is no form to print."""
    return problem(request, HTTPStatus.CONFLICT, _("还没有可以下载的申请书"), _("请先在首页说出您要办的事，右边的表填上之后就能下载。"))


def undecided(request: HttpRequest) -> HttpResponse:
    """409: something was heard in two ways, and no paper is drawn before one is chosen."""
    text = _("有的话听着有两种意思，材料不能替您猜。请先到核对页各选一个，再来下载；实在定不下来，可以把那一栏改成空着。")
    return problem(request, HTTPStatus.CONFLICT, _("先选定，再做材料"), text, onward="check")


def declined(request: HttpRequest, refusal: NotAllowed) -> HttpResponse:
    """409: the draft as it stands does not allow it."""
    return problem(request, HTTPStatus.CONFLICT, _("这一步不能办"), refusal.reason)


def oversized(request: HttpRequest, text: str = "") -> HttpResponse:
    """413."""
    return problem(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _("内容太长"), text or _("一次发来的内容太多，没有保存。请删短一些，或分几次说。"))


def unusable(request: HttpRequest, form: Form) -> HttpResponse:
    """413 where a text is too long, else 400; the form's own sentence says what to do."""
    errors = [error for listed in form.errors.as_data().values() for error in listed]
    text = str(errors[0].messages[0]) if errors else ""
    if any(error.code == "max_length" for error in errors):
        return oversized(request, text)
    return problem(request, HTTPStatus.BAD_REQUEST, _("还不能保存"), text)


def hurried(request: HttpRequest) -> HttpResponse:
    """429."""
    response = problem(request, HTTPStatus.TOO_MANY_REQUESTS, _("操作太快"), _("这一分钟里提交得太多了。请等一分钟再继续，写的话还在框里。"))
    response["Retry-After"] = "60"
    return response


def broken(request: HttpRequest) -> HttpResponse:
    """500, and 503 where the database could not do its part: a full disk, say."""
    if isinstance(sys.exception(), DatabaseError):
        text = _("数据库现在读写不了（也许磁盘满了），所以这一步没有办，以前存的都还在。请稍后再试；管理员请看磁盘空间，并运行 gaoxing doctor。")
        return problem(request, HTTPStatus.SERVICE_UNAVAILABLE, _("这一步暂时办不成"), text)
    text = _("系统出了故障，这一次没有办成。请稍后再试；如果还不行，请告诉管理员出错的时间。")
    return problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, _("系统出了故障"), text)


def faulty(request: HttpRequest, fault: Fault) -> HttpResponse:
    """503: an engine failed; its own sentence says what and what next, on an English page below one that says so in English."""
    told = wording.fault(fault.message)
    original = fault.message if told != fault.message else ""
    return problem(request, HTTPStatus.SERVICE_UNAVAILABLE, _("这一步暂时办不成"), told, original=original, restart=fault.permanent)


def not_agreed(request: HttpRequest) -> HttpResponse:
    """403: nothing is stored before the privacy page was agreed to; a page of its own keeps what was sent and offers to go on."""
    if not getattr(request, "htmx", False):
        posted = [(name, value) for name, value in request.POST.items() if name not in {"csrfmiddlewaretoken", "agreeing"}]
        told = {"title": _("还没有同意隐私说明"), "posted": posted, "shown": _WRITTEN}
        return render(request, "frontdesk/not_agreed.html", told, status=HTTPStatus.FORBIDDEN)
    text = _("存您的话之前，要先请您看一眼隐私说明并点“同意”。这一次没有保存；请回首页点“同意并开始”，您写的话可以先复制下来。")
    return problem(request, HTTPStatus.FORBIDDEN, _("还没有同意隐私说明"), text)


def elsewhere(request: HttpRequest, *, theirs: str, mine: str) -> HttpResponse:
    """409: the statement was changed on another page; both texts are shown, and the applicant chooses."""
    partly = bool(getattr(request, "htmx", False))
    template = "frontdesk/elsewhere_notice.html" if partly else "frontdesk/elsewhere.html"
    return render(request, template, {"theirs": theirs, "mine": mine, "partly": partly}, status=HTTPStatus.CONFLICT)
