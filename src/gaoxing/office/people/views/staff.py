"""The staff's pages (工作台): where each role begins, and for the administrators accounts, roles, sessions and second factors."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gaoxing.office.people import accounts, resetting, seeing, signing, trail
from gaoxing.office.people.assigning import assign as give
from gaoxing.office.people.assigning import withdraw as take_back
from gaoxing.office.people.forms import PersonForm, RoleForm, first_error
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.people.permissions import may, permit, roles_of
from gaoxing.office.people.roles import OF_STAFF, Role
from gaoxing.office.people.views.careful import careful, person_of
from gaoxing.office.refusal import NotAllowed

PAGE = 50

PLACES = (
    ("cockpit", "see_cockpit", gettext_lazy("驾驶舱"), gettext_lazy("园区怎么样，一页看完：今天要管的、亮灯、登记、诉求、梯队、招商；大屏、打印、月报。")),
    ("queue", "handle_case", gettext_lazy("待办"), gettext_lazy("已经提交的办件：先到期的在前，受理、审查、决定。")),
    ("joint_window", "handle_case", gettext_lazy("联办总览"), gettext_lazy("证照联办：一次告知、约上门、没有单位的证照、请窗口接手的。")),
    ("part_desk", "handle_part", gettext_lazy("单位待办：诉求"), gettext_lazy("企业诉求里由本单位主办、协办的，专班布置的任务；先到期的在前。")),
    ("joint_desk", "handle_item", gettext_lazy("单位待办：联办证照"), gettext_lazy("联办里由本单位办的证照，先到期的在前。")),
    ("stuck_desk", "handle_stuck", gettext_lazy("马上办"), gettext_lazy("办不成的事：一个工作小时内联系本人，跟到底，记下成因。")),
    ("stuck_causes", "mend_cause", gettext_lazy("成因台账"), gettext_lazy("为什么会办不成：交给哪个单位整改、到哪天，整改后还发不发生。")),
    ("stuck_new", "bring_stuck", gettext_lazy("替人提办不成的事"), gettext_lazy("到窗口来说的、没有账号的，由您替他提；提了马上有人接手。")),
    ("projects_desk", "handle_project", gettext_lazy("备案项目"), gettext_lazy("备过案的项目：要人工看的、满两年没动静的；开工、进度、竣工。")),
    ("promotions", "promote_project", gettext_lazy("招商项目"), gettext_lazy("从线索到投产：每一步的凭据，计了多少，每月投了多少。")),
    ("ladders", "assess_enterprise", gettext_lazy("企业培育自评"), gettext_lazy("企业离高企、专精特新、瞪羚、独角兽差多少：替企业填数、看差距、出自评书。")),
    ("workload", "assign_case", gettext_lazy("工作量"), gettext_lazy("谁手上有多少、快到期多少；有人请假，一次转给同事。")),
    ("requests_desk", "handle_request", gettext_lazy("企业诉求"), gettext_lazy("企业提的诉求：先到期的在前，联系、分解、派单、跟到企业验收。")),
    ("my_clients", "handle_request", gettext_lazy("我的企业"), gettext_lazy("手机上看：谁好久没联系、什么超期、今天等您办什么；当场记走访。")),
    ("clients", "handle_request", gettext_lazy("服务对象"), gettext_lazy("重点企业和投资项目：资料、联系人、专员、走访和诉求。")),
    ("coverage", "handle_request", gettext_lazy("服务覆盖"), gettext_lazy("有没有专员、本季度联系过没有、谁沉默、谁有超期。")),
    ("requests_figures", "see_request_figures", gettext_lazy("诉求数字"), gettext_lazy("收到多少、按时没有、解决没有、满不满意；每个数字点开就是那些诉求。")),
    ("indicators", "see_indicators", gettext_lazy("指标"), gettext_lazy("全区的数：怎么定义、从哪里来、比去年多少；算出来的点开就是那些记录。")),
    ("zone_ladder", "see_zone_ladder", gettext_lazy("企业梯队"), gettext_lazy("每一级多少家、谁只差一步、哪些证书快到期、倍增计划完成多少。")),
    ("zone_ladder_hints", "see_zone_ladder", gettext_lazy("这一批该申报的"), gettext_lazy("我服务的企业里哪些该申报，为什么，要准备什么。")),
    ("requests_leading", "name_leaders", gettext_lazy("领导台"), gettext_lazy("当天要定的退回和延期、企业不满意的、红灯和双红、督办。")),
    ("examinations", "review_examination", gettext_lazy("自动审查"), gettext_lazy("当场登记了多少、为什么转人工；抽查到的、申请人要求的，在这里复核。")),
    ("ratings", "see_ratings", gettext_lazy("好差评"), gettext_lazy("申请人怎么评的，谁不满意要回访。")),
    ("resume", "", gettext_lazy("凭取回码接手草稿"), gettext_lazy("申请人把取回码交给您，您帮着填，填的每一项都注明是您填的。")),
    ("seen", "verify_identity", gettext_lazy("当面核对证件"), gettext_lazy("记下申请人本人到场、看的是哪种证件。")),
    ("people", "see_people", gettext_lazy("账号和角色"), gettext_lazy("开设、停用账号；任命、收回角色；让账号退出、解锁。")),
    ("units", "change_units", gettext_lazy("单位和科室"), gettext_lazy("园区里有哪些单位，各有哪些科室。")),
    ("licences", "see_certificates", gettext_lazy("查执照"), gettext_lazy("按代码查发过的执照、通知书；领导可以吊销、撤销。")),
    ("code_ranges", "edit_code_ranges", gettext_lazy("代码号段"), gettext_lazy("统一社会信用代码从哪些号段赋，还剩多少。")),
    ("seal", "set_seal", gettext_lazy("印章图样"), gettext_lazy("执照、通知书上印的印章；没有就是样本。")),
    ("zone", "edit_zone", gettext_lazy("园区资料"), gettext_lazy("机关名称、道路、承诺时限、标志。")),
    ("joint_catalogue", "edit_zone", gettext_lazy("联办目录"), gettext_lazy("本地的天数、材料、条件，哪个部门的事交给哪个单位。")),
    ("policies", "edit_zone", gettext_lazy("产业政策清单"), gettext_lazy("备案项目按哪些条目对照：本区自己的清单，先看改了什么再发布。")),
    ("notice_templates", "edit_zone", gettext_lazy("通知模板"), gettext_lazy("发给申请人的短信、邮件和站内通知怎么写。")),
    ("webhooks", "set_webhooks", gettext_lazy("推送"), gettext_lazy("办件前进时告诉哪些系统；失败了在这里恢复、重推。")),
    ("imports", "import_requests", gettext_lazy("导入名单"), gettext_lazy("12345 工单等名单：上传 Excel 或者 CSV，看过每一行再导入。")),
    ("reveals", "read_reveals", gettext_lazy("显示打码内容的理由"), gettext_lazy("谁看过打了码的证件号码、电话、住址，为什么。")),
    ("requests_reveals", "read_reveals", gettext_lazy("显示诉求打码内容的理由"), gettext_lazy("谁看过诉求里打了码的电话、联系人，为什么。")),
    ("stuck_reveals", "read_reveals", gettext_lazy("显示办不成事联系方式的理由"), gettext_lazy("谁看过办不成事里打了码的联系人、电话，为什么。")),
    ("audit", "read_audit", gettext_lazy("审计记录"), gettext_lazy("谁在什么时候办了什么、看了什么。")),
)
"""Where the staff may go: route, the act it needs (none: the clerks' desk), what it is called, what it is for. A route that is not there is left out."""


@dataclass(frozen=True)
class Place:
    """One thing to do from the landing page."""

    address: str
    name: object
    told: object


@require_GET
@careful
def staff(request: HttpRequest) -> HttpResponse:
    """Where one of the staff begins (GET /staff): only what their roles can do here and now."""
    person, today = person_of(request), timezone.localdate()
    roles = roles_of(person, on=today)
    able = [each for each in PLACES if (may(person, each[1], on=today) if each[1] else Role.WINDOW_CLERK in roles)]
    places = [Place(address, each[2], each[3]) for each in able if (address := _address(each[0]))]
    return render(request, "people/staff.html", {"name": accounts.name_of(person), "roles": [Role(each).label for each in sorted(roles)], "places": places})


@require_GET
@careful
def people(request: HttpRequest) -> HttpResponse:
    """The staff accounts (GET /staff/people; `?q=` searches the account names, `?after=` goes on)."""
    search, after = ("".join(each for each in request.GET.get(name, "") if each.isprintable()).strip().lower()[:40] for name in ("q", "after"))
    found = Person.objects.filter(kind=Person.Kind.STAFF, account__contains=search).order_by("account")
    rows = list(found.filter(account__gt=after).prefetch_related("assignments")[: PAGE + 1])
    listed = [(each, accounts.name_of(each), [Role(role).label for role in sorted(roles_of(each, on=timezone.localdate()))]) for each in rows[:PAGE]]
    onward = rows[PAGE - 1].account if len(rows) > PAGE else ""
    adds = may(person_of(request), "add_person", on=timezone.localdate())
    shown = {"people": listed, "search": search, "onward": onward, "adds": adds, "total": found.count()}
    return render(request, "people/people.html", shown)


@require_http_methods(["GET", "POST"])
@careful
def add(request: HttpRequest) -> HttpResponse:
    """A staff account is opened (POST /staff/people/add); its first password is shown this once."""
    form = PersonForm(request.POST or None)
    if request.method == "GET":
        return render(request, "people/add.html")
    if not form.is_valid():
        return render(request, "people/add.html", {"told": first_error(form), "form": form}, status=HTTPStatus.BAD_REQUEST)
    made, password = accounts.open_staff(form.cleaned_data["account"], form.cleaned_data["name"], by=person_of(request), now=timezone.now())
    return render(request, "people/added.html", {"made": made, "password": password})


@require_GET
@careful
def person(request: HttpRequest, number: int) -> HttpResponse:
    """One of the staff (GET /staff/people/3): roles, sessions, second factors."""
    return _person(request, _staff(number))


@require_POST
@careful
def close(request: HttpRequest, number: int) -> HttpResponse:
    """The account is closed, or opened again (POST /staff/people/3/close, `active` yes)."""
    other, now = _staff(number), timezone.now()
    accounts.set_active(other, active=request.POST.get("active") == "yes", by=person_of(request), now=now)
    if not other.is_active:
        signing.end_all(other, why=signing.ENDED, now=now)
    return redirect("person", number=number)


@require_POST
@careful
def assign(request: HttpRequest, number: int) -> HttpResponse:
    """A role is given (POST /staff/people/3/roles)."""
    form, other = RoleForm(request.POST), _staff(number)
    if not form.is_valid():
        return _person(request, other, first_error(form), status=HTTPStatus.BAD_REQUEST)
    given = form.cleaned_data
    give(other, given["role"], by=person_of(request), now=timezone.now(), unit=given["unit"], since=given["since"], until=given["until"])
    return redirect("person", number=number)


@require_POST
@careful
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """A role is taken back (POST /staff/people/3/roles/withdraw, `role` its number)."""
    other, wanted = _staff(number), request.POST.get("role", "")
    found = next((each for each in other.assignments.all() if str(each.pk) == wanted), None)
    if found is None:
        raise NotAllowed(_("没有这条任命，或它是别人的。"))
    take_back(found, by=person_of(request), now=timezone.now())
    return redirect("person", number=number)


@require_POST
@careful
def end(request: HttpRequest, number: int) -> HttpResponse:
    """Every session of the account ends and its lock is lifted (POST /staff/people/3/end)."""
    other, now, by = _staff(number), timezone.now(), person_of(request)
    permit(by, "end_sign_ins", on=timezone.localdate())
    with transaction.atomic():
        AccessAttempt.objects.filter(username=other.account).delete()
        signing.end_all(other, why=signing.ENDED, now=now)
        trail.record("end_sign_ins", by=by, about=other, now=now)
    return redirect("person", number=number)


@require_POST
@careful
def reset(request: HttpRequest, number: int) -> HttpResponse:
    """The second factors are gone (POST /staff/people/3/reset); never one's own."""
    resetting.reset_factors(_staff(number), by=person_of(request), now=timezone.now())
    return redirect("person", number=number)


@require_POST
@careful
def password(request: HttpRequest, number: int) -> HttpResponse:
    """A new first password, shown this once (POST /staff/people/3/password); never one's own."""
    other = _staff(number)
    given = resetting.reset_password(other, by=person_of(request), now=timezone.now())
    return render(request, "people/added.html", {"made": other, "password": given, "again": True})


def _staff(number: int) -> Person:
    """One of the staff by number; 404 for anybody else, so that nobody learns which numbers are applicants'."""
    found = Person.objects.filter(pk=number, kind=Person.Kind.STAFF).first()
    if found is None:
        raise Http404
    return found


def _person(request: HttpRequest, other: Person, told: str = "", *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    by, today = person_of(request), timezone.localdate()
    able = {act: may(by, act, on=today) for act in ("close_person", "assign_roles", "end_sign_ins", "reset_second_factor", "add_person")}
    shown = {
        "other": other,
        "name": accounts.name_of(other),
        "assignments": other.assignments.select_related("unit").order_by("-since", "-pk"),
        "sign_ins": signing.live(other),
        "factors": Authenticator.objects.filter(user=other).exclude(type=Authenticator.Type.RECOVERY_CODES).count(),
        "locked": AccessAttempt.objects.filter(username=other.account).exists(),
        "roles": [(each.value, each.label) for each in Role if each.value in OF_STAFF],
        "units": Unit.objects.filter(closed=None),
        "seers": seeing.who_sees(other),
        "own": other.pk == by.pk,
        "today": today,
    }
    return render(request, "people/person.html", {**shown, **able, "told": told}, status=status)


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
