"""Filing a project and changing what is filed (备案、备案变更): complete is filed; what a rule sends to somebody is filed too, and looked at.

《企业投资项目核准和备案管理条例》第十三条、第十四条.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.checks.projects.alike import Alike
from gaoxing.checks.projects.alteration import Difference, Weight, classed, differences
from gaoxing.checks.projects.completeness import Lacking, lacking
from gaoxing.checks.projects.unit import beside_the_register
from gaoxing.checks.rule import Finding, Level
from gaoxing.engines.fault import Fault
from gaoxing.forms import Form
from gaoxing.intake import review
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.language import in_english
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import permit
from gaoxing.office.projects import policies
from gaoxing.office.projects.facts import Content, Pressed
from gaoxing.office.projects.firing import fire, life
from gaoxing.office.projects.models import Project
from gaoxing.office.projects.permissions import FILE, may_file_for
from gaoxing.office.projects.queries import current, earlier, figures
from gaoxing.office.refusal import NotAllowed

_LOG = logging.getLogger(__name__)
MATTER, CHANGE = "project_filing", "project_change"


@dataclass(frozen=True)
class Judged:
    """A form about to be filed: what is lacking, what the rules find, and the earlier filings it resembles."""

    form: Form
    lacking: tuple[Lacking, ...]
    findings: tuple[Finding, ...]
    earlier: tuple[Alike, ...] = ()

    @property
    def rejections(self) -> tuple[Finding, ...]:
        """What must be mended first."""
        return tuple(each for each in self.findings if each.level is Level.REJECT)

    @property
    def to_look(self) -> bool:
        """Whether somebody is to look at it once it is filed."""
        return any(each.level is Level.MANUAL for each in self.findings)

    @property
    def blocked(self) -> bool:
        """Whether it cannot be filed as it stands."""
        return bool(self.lacking or self.rejections)


@dataclass(frozen=True)
class Altered:
    """A change about to be filed: field by field, how large it is as a whole, and how the whole is judged then."""

    judged: Judged
    differences: tuple[Difference, ...]
    weight: Weight | None


def judged(form: Form, *, on: date, without: int | None = None) -> Judged:
    """How a filing is judged on a day; `without` leaves the project itself out of the earlier ones. A form with an open question of two readings lacks it."""
    findings = (*review(form, on=on, given=policies.given()).findings, *_of_the_unit(form))
    return Judged(form, lacking(form), findings, earlier(form, on=on, without=without))


def file(judging: Judged, by: Person, *, owner: Person | None, case: int | None = None, another: bool = False, now: datetime) -> Project:
    """File a project; the same draft of the desk filed twice gives the first one again. `another`: somebody said that it is not the one filed before.

    Raises NotAllowed with a sentence where something is lacking, must be mended, was filed before, or is not for this person to file.
    """
    on = localdate(now)
    permit(by, FILE, on=on)
    if not may_file_for(by, owner, on=on):
        raise NotAllowed(_("只能备案自己企业的项目，或者委托了您的企业的项目。"))
    if known := of_draft(case):
        return known
    try:
        return _filed(judging, by, owner, case, another=another, now=now)
    except IntegrityError:
        if known := of_draft(case):
            return known
        raise


def change(row: Project, form: Form, by: Person, *, revision: int | None, note: str = "", now: datetime) -> Project:
    """Change what is filed, the whole form at once; the project as it then stands. Raises NotAllowed with a sentence."""
    found = altered(row, form, on=localdate(now))
    given = {
        "unchanged": not found.differences,
        "another_project": found.weight is Weight.NEW_FILING,
        "incomplete": bool(found.judged.lacking),
        "rejections": len(found.judged.rejections),
    }
    content = Content(form, str(found.weight or ""), row.to_look or found.judged.to_look)
    return fire(row, Pressed("change", (), note, revision, given, {"items": [each.item for each in found.differences]}, content=content), by, now=now)


def altered(row: Project, form: Form, *, on: date) -> Altered:
    """How a change of a project is judged."""
    found = differences(current(row), form, figures(on))
    return Altered(judged(form, on=on, without=row.pk), found, classed(found, figures(on)))


def of_draft(case: int | None) -> Project | None:
    """The project that a draft of the desk became."""
    return Project.objects.filter(case=case).first() if case is not None else None


def sentences(judging: Judged) -> Sequence[str]:
    """What stands in the way of filing, all at once."""
    return [*(each.sentence for each in judging.lacking), *(each.message for each in judging.rejections)]


def _of_the_unit(form: Form) -> tuple[Finding, ...]:
    """What the register says against the unit; nothing where it does not answer, which stops nobody."""
    code = str(form.value("uscc") or "")
    try:
        return beside_the_register(form, OfficeRegister().find(uscc=code)) if code else ()
    except Fault as trouble:
        _LOG.error("the register did not answer: %s", trouble.message)
        return ()


@transaction.atomic
def _filed(judging: Judged, by: Person, owner: Person | None, case: int | None, *, another: bool, now: datetime) -> Project:
    """File it. The earlier ones are looked for once more behind the audit's lock: of two alike that are filed at once, whoever brings them, one is told."""
    made = Project.objects.create(made=now, changed=now, owner=owner, brought_by=by, case=case)
    given = {"incomplete": bool(judging.lacking), "rejections": len(judging.rejections), "filed_twice": not another and _twice(judging, made, now)}
    details = {"findings": [each.to_json() for each in judging.findings]}
    row = fire(made, Pressed("file", given=given, details=details, content=Content(judging.form, to_look=judging.to_look)), by, now=now)
    if not another and _twice(judging, made, now):
        guard = life().guards["not_twice"]
        raise NotAllowed(guard.english if in_english() else guard.sentence)
    return row


def _twice(judging: Judged, made: Project, now: datetime) -> bool:
    """Whether the unit has another filing like this one."""
    return bool(earlier(judging.form, on=localdate(now), without=made.pk))
