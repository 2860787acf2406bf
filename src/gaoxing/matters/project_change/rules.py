"""The rules that a change of a filed project is checked by (备案变更审查规则): 《企业投资项目核准和备案管理条例》第十四条, in force 2017-02-01.

The national text does not say which change is a larger one; Guangdong's yardstick is used for a hint only [K].

>>> larger_change.id, larger_change.level.value
('PRJ-21', 'warn')
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from gaoxing.checks import parameters, project
from gaoxing.checks.deadline import earliest
from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.forms.form import Form
from gaoxing.forms.project import ITEMS

LABELS = dict(ITEMS)
PROVINCE = "《企业投资项目核准和备案管理条例》第十四条，较大变更的口径参考广东省（未核实）[K]"
MAJOR = {"project_name": "换了项目名称", "location": "换了建设地点", "enterprise": "换了项目单位"}


@rule("PRJ-21", basis=PROVINCE, level=Level.WARN, since=project.REGULATION)
def larger_change(form: Form, on: date, figures: Figures) -> Told | None:
    """A larger change of what was filed is told in time: of name, place or enterprise, or of investment or scale by a fifth."""
    most = figures["larger_change_percent"]
    large = [(path, why) for path, row in _rows(form) if (why := MAJOR.get(str(row.get("item"))) or _moved(row, most))]
    if not large:
        return None
    told = "、".join(dict.fromkeys(why for _, why in large))
    return f"{told}，一般算较大变更，要及时在线告知备案机关，不告知的会被责令改正。请尽快办完这次变更。", *(f"{path}.to" for path, _ in large)


@rule("PRJ-22", basis=PROVINCE, level=Level.WARN, since=project.REGULATION)
def another_project(form: Form, on: date, figures: Figures) -> Told | None:
    """Name and place or nature changed together may be a project of its own, to be filed anew."""
    found = {str(row.get("item")): path for path, row in _rows(form)}
    other = next((item for item in ("location", "nature") if item in found), "")
    if "project_name" not in found or not other:
        return None
    return (
        f"项目名称和{LABELS[other]}一起改，可能要当作新项目重新备案。请先问工作人员：是办变更，还是重新备案。",
        f"{found['project_name']}.to",
        f"{found[other]}.to",
    )


@rule("PRJ-23", basis="《企业投资项目核准和备案管理条例》第十四条", level=Level.REJECT, since=project.REGULATION)
def nothing_changes(form: Form, on: date, figures: Figures) -> Told | None:
    """A change has a new value that differs from the old one."""
    same = [(path, row) for path, row in _rows(form) if row.get("to") is not None and row.get("to") == row.get("from")]
    if not same:
        return None
    path, row = same[0]
    return f"{LABELS.get(str(row.get('item')), '这一项')}变更前后是一样的，没有要改的。请核对原来备案的是什么、要改成什么。", f"{path}.to", f"{path}.from"


@rule("PRJ-24", basis="《企业投资项目核准和备案管理条例》第十三条、第十四条", level=Level.REJECT, since=project.REGULATION)
def new_values_agree(form: Form, on: date, figures: Figures) -> Told | None:
    """The new equipment investment stays within the new total, the new finish behind the new start."""
    new = {str(row.get("item")): (path, row.get("to")) for path, row in _rows(form)}
    (total_path, total), (part_path, part) = new.get(project.TOTAL, ("", None)), new.get(project.EQUIPMENT, ("", None))
    whole, share = project.money(total), project.money(part)
    if whole and share and whole[1] == share[1] and share[0] > whole[0]:
        return f"改了以后，设备投资{project.sum_of(share)}比总投资{project.sum_of(whole)}还多。请核对这两个数。", f"{part_path}.to", f"{total_path}.to"
    (start_path, start), (finish_path, finish) = new.get("start", ("", None)), new.get("finish", ("", None))
    first, last = earliest(start), project.latest(finish)
    if first and last and last < first:
        return "改了以后，计划竣工时间比计划开工时间还早。请核对这两个时间。", f"{finish_path}.to", f"{start_path}.to"
    return None


@rule("PRJ-25", basis="《企业投资项目核准和备案管理条例》第十四条、第十六条", level=Level.MANUAL, since=project.REGULATION)
def finished_already(form: Form, on: date, figures: Figures) -> Told | None:
    """What is finished cannot change any more; a clerk looks where the new finish is past."""
    past = [path for path, row in _rows(form) if row.get("item") == "finish" and (last := project.latest(row.get("to"))) and last < on]
    if not past:
        return None
    return "改后的竣工时间已经过了。项目已经完工的，一般报竣工信息，不办变更。请核对时间，或者请工作人员看过再定。", f"{past[0]}.to"


RULES: tuple[Rule, ...] = (nothing_changes, new_values_agree, *project.CODE_RULES, finished_already, larger_change, another_project, project.contact_number)


def figures(on: date) -> Figures:
    """The figures in force on the day."""
    return parameters.merged((project.FIGURES,), on)


def _rows(form: Form) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every change with its path."""
    return ((f"changes.{number}", row) for number, row in enumerate(form.rows("changes")))


def _moved(row: Mapping[str, Any], most: int) -> str:
    """Whether an amount or an area changes by so many percent or more, as words; empty where it does not."""
    old, new = _amount(row.get("from")), _amount(row.get("to"))
    if not old or new is None or abs(new - old) * 100 < old * most:
        return ""
    return f"{LABELS.get(str(row.get('item')), '这一项')}变动{abs(new - old) * 100 / old:.0f}%"


def _amount(value: Any) -> Decimal | None:
    known = project.money(value)
    return known[0] if known else project.number(value)
