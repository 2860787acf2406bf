"""The materials to bring and what was sent of each (带材料): the matter's list, every file beside its material, and what its sender is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated

from gaoxing.catalogue import matter
from gaoxing.documents.material import Material
from gaoxing.engines.pdf_page import PDF
from gaoxing.engines.scanning.setting import WITHOUT
from gaoxing.office.attachments import advice, queries
from gaoxing.office.attachments.actions import REASONS
from gaoxing.office.attachments.inspection import ACCEPTED, MEGABYTE, megabytes
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.frontdesk.wording import materials
from gaoxing.office.licensing import local

OTHER = ""
"""What belongs to no material of the list."""

State = Attachment.State


@dataclass(frozen=True)
class Shown:
    """A file as its sender sees it: `level` is the sign beside `status`; `hints` say how to take a better picture, `trouble` what must be done anew."""

    number: int
    name: str
    size: str
    pages: int
    level: str
    status: str
    hints: tuple[str, ...] = ()
    trouble: str = ""
    open: bool = True
    pdf: bool = False


@dataclass(frozen=True)
class Wanted:
    """A material and its files. `key` is its official name, by which files belong to it; `material` is it in the language of the page, None for the rest.

    `sure` where this application calls for it; other papers are wanted in some cases only.
    """

    number: int
    key: str
    material: Material | None
    files: tuple[Shown, ...] = ()
    errors: tuple[str, ...] = ()
    sure: bool = True

    @property
    def first(self) -> bool:
        """Whether it stands among the papers to bring: it is called for, or something was sent."""
        return self.sure or bool(self.files or self.errors)


def wanted(case: Case, errors: Mapping[str, tuple[str, ...]] | None = None, *, on: date) -> tuple[Wanted, ...]:
    """Every material of the draft's matter with its files, the rest last. `errors` are sentences by material. Raises a Fault where a name does not open."""
    files, told, listed = queries.of_case(case.pk), errors or {}, _listed(case, on)
    known = {key for key, _ in listed}
    rest = tuple(_shown(each) for each in files if each.material not in known)
    perhaps = _perhaps(case)
    rows = [replace(_wanted(number, key, each, files, told), sure=key not in perhaps) for number, (key, each) in enumerate(listed, 1)]
    return (*rows, Wanted(0, OTHER, None, rest, told.get(OTHER, ())))


def is_wanted(case: Case, key: str, *, on: date) -> bool:
    """Whether files may be sent to this material of the draft's matter."""
    return key == OTHER or any(name == key for name, _material in _listed(case, on))


def _listed(case: Case, on: date) -> list[tuple[str, Material]]:
    """Each material by its official name, in the language of the page. Of a joint application the papers of its own licences take the place of rows that
    stand for many: so what is sent reaches the unit that asks for it.
    """
    if not case.matter:
        return []
    card = matter(case.matter)
    rows = list(zip((each.name for each in card.materials), materials(card), strict=True))
    form = form_of(case) if card.joint else None
    told = local.joint().own_papers(form, on, **local.given()) if form else {"papers": []}
    if not told["papers"]:
        return rows
    return [*(row for row in rows if row[0] not in told["instead_of"]), *((each["name"], _of_licences(each)) for each in told["papers"])]


def _perhaps(case: Case) -> frozenset[str]:
    """The official names of the papers that only some cases want, without those that this form calls for."""
    if not case.matter:
        return frozenset()
    card, form = matter(case.matter), form_of(case)
    called = {each.name for each, sure in card.needed(form) if sure} if form else set()
    return frozenset(each.name for each in card.materials if each.when and each.name not in called)


def _of_licences(paper: Mapping[str, Any]) -> Material:
    """A paper of the joint catalogue as a row of the list; which licence asks for it was partly read, partly not."""
    told = {"names": "、".join(each["name"] for each in paper["for"]), "sample": paper["sample"]}
    when = _("办%(names)s。样子：%(sample)s") % told if paper["sample"] else _("办%(names)s") % told
    return Material(paper["name"], paper["name"], _("申请人"), "", "LAW K", when=when, form=paper["way"] == "generated")


def limits() -> dict[str, object]:
    """What may be sent, for the page: the kinds, and the largest file in bytes and megabytes."""
    return {"accepted": ACCEPTED, "largest": megabytes() * MEGABYTE, "most": megabytes()}


def _wanted(number: int, key: str, material: Material, files: tuple[Attachment, ...], errors: Mapping[str, tuple[str, ...]]) -> Wanted:
    return Wanted(number, key, material, tuple(_shown(each) for each in files if each.material == key), errors.get(key, ()))


def _shown(attachment: Attachment) -> Shown:
    level, status = _standing(attachment)
    gone = attachment.state == State.INFECTED
    return Shown(
        attachment.pk,
        queries.name_of(attachment),
        filesizeformat(attachment.size),
        attachment.pages,
        level,
        status,
        () if gone else advice.sentences(attachment.advice.split()),
        _trouble(attachment),
        not gone,
        attachment.media_type == PDF,
    )


def _standing(attachment: Attachment) -> tuple[str, str]:
    """The sign and the word of how it stands."""
    if attachment.state == State.WAITING and settings.SCANNER == WITHOUT:
        return "inform", _("已收到（这里不查毒）")
    if attachment.state == State.WAITING:
        return "unsearched", _("已收到，查毒服务还没有答复，会自动再查") if attachment.tries else _("已收到，正在等查毒")
    told = {State.CLEAN: ("free", _("已收到，查过没有病毒")), State.INFECTED: ("forbidden", _("查出病毒，内容已删去"))}
    return told.get(State(attachment.state), ("reject", _("工作人员没有收")))


def _trouble(attachment: Attachment) -> str:
    if attachment.state == State.INFECTED:
        return _("请换一台干净的设备，重新拍照上传。")
    return translated(REASONS[attachment.reason]) if attachment.state == State.REFUSED and attachment.reason in REASONS else ""
