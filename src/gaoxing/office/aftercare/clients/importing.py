"""Imports the zone's lists (导入重点企业、投资项目): the list's own number says which client a row is; what a row leaves empty stays as it is known.

The columns are those that such lists usually have; no list of the zone's own has been seen yet [K]. Nobody is taken off a list by an import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.engines.workbook import Column, Kind
from gaoxing.office.aftercare.clients import choosing, serving
from gaoxing.office.aftercare.clients.contacts import LONGEST as LONGEST_NAME
from gaoxing.office.aftercare.clients.profiles import MOST_STAFF, Profile
from gaoxing.office.aftercare.models import Client, Stewardship
from gaoxing.office.aftercare.sealed import contact_place
from gaoxing.office.aftercare.stewards import ASSIGN, Listed, enlist, entrust
from gaoxing.office.aftercare.vault import unseal
from gaoxing.office.importing.registry import Given, Importer, Judged, Verdict
from gaoxing.office.people.models import Person
from gaoxing.standards import credit_code, telephone
from gaoxing.standards.invalid import Invalid

_REVENUES = {str(value): (str(label),) for value, label in Client.Revenue.choices}
_STEWARD = Column("steward", "服务专员", ("专员", "服务专员姓名", "挂钩专员", "联络员", "保姆", "服务保姆"), longest=40, example="")
_CONTACT = (
    Column("contact", "联系人", ("联系人姓名", "企业联系人", "项目联系人"), longest=LONGEST_NAME, example="张三"),
    Column("post", "职务", ("联系人职务",), longest=LONGEST_NAME, example="总经理助理"),
    Column("mobile", "联系电话", ("电话", "联系方式", "手机号", "手机", "联系人电话"), longest=40, example="13900000000"),
)
_USCC = Column("uscc", "统一社会信用代码", ("信用代码", "社会信用代码", "单位统一社会信用代码"), longest=30, example="91320583MA00000A9A")
_TOWN = Column("town", "镇、片区", ("所在镇", "区镇", "镇", "街道", "片区", "所在片区", "所在地"), longest=60, example="样例一镇")
_REMARK = Column("remark", "备注", longest=200, example="")

ENTERPRISES = (
    Column("code", "编号", ("企业编号", "重点企业编号"), required=True, longest=32, example="E0001"),
    Column("name", "企业名称", ("名称", "单位名称"), required=True, longest=200, example="昆山样例制造有限公司"),
    _USCC,
    Column("industry", "行业", ("所属行业", "行业类别"), longest=100, example="电子元件制造"),
    _TOWN,
    *_CONTACT,
    _STEWARD,
    Column("staff", "职工人数", ("员工人数", "从业人数", "职工人数（人）", "员工人数（人）", "从业人数（人）"), kind=Kind.WHOLE, example="120"),
    Column("revenue", "年营业收入", ("营业收入规模", "营收规模"), choices=_REVENUES, example="2000 万元到 1 亿元"),
    _REMARK,
)
PROJECTS = (
    Column("code", "编号", ("项目编号",), required=True, longest=32, example="P0001"),
    Column("name", "项目名称", ("名称",), required=True, longest=200, example="样例精密零部件扩建项目"),
    replace(_USCC, label="建设单位信用代码", others=("统一社会信用代码", "信用代码", "建设单位统一社会信用代码")),
    Column("industry", "行业", ("所属行业", "行业类别"), longest=100, example="金属制品"),
    _TOWN,
    *_CONTACT,
    _STEWARD,
    _REMARK,
)

_PROFILE = ("uscc", "industry", "town", "staff", "revenue", "remark")
_REACH = ("contact", "post", "mobile")


@dataclass(frozen=True, repr=False)
class Known:
    """What judging rows needs of what there is: clients by code, by credit code and by name, their stewards, the stewards by account and by name."""

    clients: Mapping[str, Client]
    holders: Mapping[str, tuple[Client, ...]]
    called: Mapping[str, tuple[Client, ...]]
    terms: Mapping[int, int]
    accounts: Mapping[str, Person]
    names: Mapping[str, tuple[Person, ...]]


def judge_for(kind: Client.Kind) -> Callable[[Sequence[Given], Person, datetime], list[Judged]]:
    """The judge of the list of a kind."""

    def judge(rows: Sequence[Given], by: Person, now: datetime) -> list[Judged]:
        known = _known(kind, rows, on=localdate(now))
        return [_judged(each, kind, known) for each in rows]

    return judge


def apply_for(kind: Client.Kind) -> Callable[[Given, Person, datetime], int]:
    """What takes a row of the list of a kind in."""

    def apply(given: Given, by: Person, now: datetime) -> int:
        """Put the client of a row on the list, or bring it up to date, and give it to its steward. Raises NotAllowed as `enlist` and `entrust` do."""
        old = Client.objects.filter(kind=kind, code=given.text("code")).first()
        reach = {**(_reach_of(old) if old else {}), **_told(given, _REACH, given.kept)}
        listed = Listed(kind, given.text("code"), given.text("name"), reach.get("contact", ""), reach.get("mobile", ""), reach.get("post", ""))
        made = enlist(listed, by, now=now, profile=_profile(given, old))
        steward = Person.objects.filter(pk=given.kept.get("steward") or 0).first()
        if steward is not None and not _served_by(made, steward, on=localdate(now)):
            entrust(made, steward, by, now=now)
        return made.pk

    return apply


def _judged(given: Given, kind: Client.Kind, known: Known) -> Judged:
    """What a row would do. Everything that is to be asked about it is told at once."""
    kept: dict[str, object] = {}
    old = known.clients.get(given.text("code"))
    asked = [*_code(given, kept), *_mobile(given, kept), *_staff(given), *_duplicate(given, kind, kept, known), *_renamed(given, old, kept)]
    steward, doubt = _steward(given, known)
    if asked or doubt:
        return Judged(Verdict.ASKED, (*asked, *doubt), subject=old.pk if old else None)
    kept["steward"] = steward.pk if steward else 0
    told = () if steward or (old and known.terms.get(old.pk)) else (_("没有写服务专员，导入以后还没有人服务。"),)
    if old is None:
        return Judged(Verdict.NEW, told, kept)
    changed = _changes(given, old, kept, known)
    if not changed:
        return Judged(Verdict.UNCHANGED, subject=old.pk)
    return Judged(Verdict.CHANGED, (_("改：%(what)s") % {"what": "、".join(changed)}, *told), kept, old.pk)


def _code(given: Given, kept: dict[str, object]) -> list[str]:
    """What is to be asked about the credit code; a sound one is kept as it is written."""
    if not given.text("uscc"):
        return []
    try:
        kept["uscc"] = credit_code.validate(given.text("uscc"))
    except Invalid as wrong:
        return [_("统一社会信用代码要核对：%(why)s。") % {"why": wrong}]
    return []


def _mobile(given: Given, kept: dict[str, object]) -> list[str]:
    if not given.text("mobile"):
        return []
    try:
        kept["mobile"] = telephone.validate(given.text("mobile"))
    except Invalid as wrong:
        return [_("联系电话要核对：%(why)s。") % {"why": wrong}]
    return []


def _staff(given: Given) -> list[str]:
    count = given.values.get("staff")
    return [_("职工人数不对，请核对。")] if isinstance(count, int | Decimal) and not 0 <= count <= MOST_STAFF else []


def _duplicate(given: Given, kind: Client.Kind, kept: Mapping[str, object], known: Known) -> list[str]:
    """Another enterprise of the list with the same credit code or name; several projects may be one builder's, or be called alike."""
    if kind != Client.Kind.ENTERPRISE:
        return []
    found = {each.pk: each for each in (*known.holders.get(str(kept.get("uscc", "")), ()), *known.called.get(given.text("name").strip(), ()))}
    told = _("名单上的 %(code)s %(name)s 和这一行同名，或者用着同一个统一社会信用代码。是同一家的话请用原来的编号。")
    return [told % {"code": each.code, "name": each.name} for each in found.values() if each.code != given.text("code")]


def _renamed(given: Given, old: Client | None, kept: Mapping[str, object]) -> list[str]:
    """A number that stood for another name: the same client under a new name only where the credit code says so."""
    name = given.text("name").strip()
    if old is None or name == old.name or (old.uscc and kept.get("uscc") == old.uscc):
        return []
    told = _("编号 %(code)s 原来是“%(old)s”。同一家改了名，请把统一社会信用代码写成和原来的一样；不是同一家，请另用一个编号。")
    return [told % {"code": old.code, "old": old.name}]


def _steward(given: Given, known: Known) -> tuple[Person | None, list[str]]:
    """The steward whom a row names by account or name, and what is to be asked where it names none or several."""
    wanted = given.text("steward").strip()
    if not wanted:
        return None, []
    by_account = known.accounts.get(wanted.lower())
    found = (by_account,) if by_account else known.names.get(wanted, ())
    if len(found) == 1:
        return found[0], []
    if not found:
        return None, [_("没有叫“%(name)s”的服务专员。请核对，或者请安全管理员先任命。") % {"name": wanted}]
    accounts = "、".join(each.account for each in found)
    return None, [_("叫“%(name)s”的服务专员有 %(count)s 位，请改写账号：%(accounts)s。") % {"name": wanted, "count": len(found), "accounts": accounts}]


def _changes(given: Given, old: Client, kept: Mapping[str, object], known: Known) -> list[str]:
    """What of a known client a row changes, by the labels of its columns."""
    labels = {each.id: each.label for each in ENTERPRISES}
    profile = _profile(replace(given, kept=kept), old)
    found = [labels["name"]] if given.text("name").strip() != old.name else []
    found += [labels[name] for name in _PROFILE if getattr(profile, name) != getattr(old, name)]
    reach = _reach_of(old)
    found += [labels[name] for name, value in _told(given, _REACH, kept).items() if value != reach[name]]
    if kept["steward"] and kept["steward"] != known.terms.get(old.pk, 0):
        found.append(labels["steward"])
    return [*found, *([_("重新列入名单")] if old.until else [])]


def _profile(given: Given, old: Client | None) -> Profile:
    """What is known of the client after a row: its own cells, where they are empty what was known."""
    before = asdict(Profile(**{name: getattr(old, name) for name in _PROFILE})) if old else {}
    staff = given.values.get("staff")
    own: dict[str, object] = {**_told(given, ("uscc", "industry", "town", "revenue", "remark"), given.kept)}
    if isinstance(staff, int | Decimal):
        own["staff"] = int(staff)
    return Profile(**{**before, **own})


def _told(given: Given, columns: Sequence[str], kept: Mapping[str, object]) -> dict[str, str]:
    """The cells of a row that are not empty; a code or a number as judging it wrote it."""
    cells = {each: str(kept.get(each) or " ".join(given.text(each).split())) for each in columns}
    return {name: value for name, value in cells.items() if value}


def _reach_of(client: Client) -> dict[str, str]:
    listed = unseal(client.contact, contact_place(client))
    return {"contact": str(listed.get("name", "")), "post": str(listed.get("post", "")), "mobile": str(listed.get("mobile", ""))}


def _known(kind: Client.Kind, rows: Sequence[Given], *, on: date) -> Known:
    codes, listed = {each.text("code") for each in rows}, Client.objects.filter(kind=kind, until=None)
    uscc = {credit_code.compact(each.text("uscc")) for each in rows if each.text("uscc")}
    clients = {each.code: each for each in Client.objects.filter(kind=kind, code__in=codes)}
    holders = _by("uscc", listed.filter(uscc__in=uscc))
    called = _by("name", listed.filter(name__in={each.text("name").strip() for each in rows}))
    running = Stewardship.objects.filter(Q(until=None) | Q(until__gte=on), client__in=[each.pk for each in clients.values()], since__lte=on)
    terms = dict(running.order_by("since", "pk").values_list("client", "steward"))
    names: dict[str, tuple[Person, ...]] = {}
    chosen = choosing.stewards(on=on)
    for one in chosen:
        names[one.name] = (*names.get(one.name, ()), one.person)
    return Known(clients, holders, called, terms, {each.person.account: each.person for each in chosen}, names)


def _served_by(client: Client, steward: Person, *, on: date) -> bool:
    """Whether the client is the steward's on a day; a hand-over that is planned for later then stands."""
    term = serving.term_of(client, on=on)
    return term is not None and term.steward_id == steward.pk


def _by(column: str, clients: Iterable[Client]) -> dict[str, tuple[Client, ...]]:
    found: dict[str, tuple[Client, ...]] = {}
    for each in clients:
        found[getattr(each, column)] = (*found.get(getattr(each, column), ()), each)
    return found


def _importer(kind: Client.Kind, word: str, title: object, told: object, columns: tuple[Column, ...], alone: tuple[str, ...]) -> Importer:
    judge, apply = judge_for(kind), apply_for(kind)
    return Importer(word, title, told, columns, ASSIGN, judge, apply, key=("code",), alone=alone, most=5_000, after="coverage", masked=("mobile",))


LISTS = (
    _importer(
        Client.Kind.ENTERPRISE,
        "clients",
        gettext_lazy("重点企业名单"),
        gettext_lazy(
            "园区的重点企业：资料、联系人、服务专员（写姓名或者账号）。编号一样的就是同一家，没有编号的可以拿统一社会信用代码当编号；空着的格子不改原来的。"
        ),
        ENTERPRISES,
        ("uscc", "name"),
    ),
    _importer(
        Client.Kind.PROJECT,
        "projects",
        gettext_lazy("投资项目名单"),
        gettext_lazy("园区的投资项目：资料、联系人、服务专员（写姓名或者账号）。编号一样的就是同一个；空着的格子不改原来的。"),
        PROJECTS,
        (),
    ),
)
"""What this app enters among the lists that can be imported."""
