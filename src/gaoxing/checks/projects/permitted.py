"""Rules on what may be filed at all (能不能备案): fixed assets, not for approval, not eliminated or restricted, foreign capital, inside the zone.

《企业投资项目核准和备案管理条例》 in force 2017-02-01. What is known by words goes to a clerk; nothing here rejects.

>>> for_approval.id, restricted.level.value
('PRJ-15', 'manual')
"""

from __future__ import annotations

from datetime import date

from gaoxing.checks.project import REGULATION, TOTAL, money
from gaoxing.checks.projects.policy import Hit, hits
from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.forms.form import Form
from gaoxing.standards import region_code

NAME, CONTENT, PLACE, NATURE = "project_name", "content", "location", "nature"
GUIDANCE = date(2024, 2, 1)


@rule("PRJ-14", basis="《企业投资项目核准和备案管理条例》第二条", level=Level.MANUAL, since=REGULATION)
def fixed_assets(form: Form, on: date, figures: Figures) -> Told | None:
    """A project that is filed is an investment in fixed assets, not a purchase of shares, a fee for research or money to run on."""
    text = _words(form)
    word = next((each for each in figures["not_fixed_assets"] if each in text), "")
    if not word or any(each in text for each in figures["fixed_assets"]):
        return None
    return f"内容里写的是“{word}”，看不出要建什么、买什么设备。只有固定资产投资项目才备案。请补上建设内容；不建也不买设备的，不用备案。", _path(form, word)


@rule("PRJ-15", basis="《企业投资项目核准和备案管理条例》第三条、第十五条，《政府核准的投资项目目录（2016年本）》", level=Level.MANUAL, since=REGULATION)
def for_approval(form: Form, on: date, figures: Figures) -> Told | None:
    """A project on the catalogue of those that need approval is approved, not filed."""
    found = _hit(form, on, "approval", figures)
    if found is None:
        return None
    return f"“{found.word}”可能在核准目录里（{found.entry.item}），要办核准，不是备案。请停在这里，由工作人员对照{found.entry.cited}看过再定。", _path(
        form, found.word
    )


@rule("PRJ-16", basis="《企业投资项目核准和备案管理条例》第十五条，《产业结构调整指导目录（2024年本）》", level=Level.MANUAL, since=GUIDANCE)
def eliminated(form: Form, on: date, figures: Figures) -> Told | None:
    """What the guidance catalogue eliminates may not be built; a clerk compares with the text."""
    found = _hit(form, on, "eliminated", figures)
    if found is None:
        return None
    return f"“{found.word}”可能属于{found.entry.item}，这样的项目不能建。请由工作人员对照{found.entry.cited}看过再定；不用这个工艺的，请写明。", _path(
        form, found.word
    )


@rule("PRJ-17", basis="《产业结构调整指导目录（2024年本）》", level=Level.MANUAL, since=GUIDANCE)
def restricted(form: Form, on: date, figures: Figures) -> Told | None:
    """What the guidance catalogue restricts is not built anew; renovating what stands is allowed."""
    found = _hit(form, on, "restricted", figures)
    if found is None or form.value(NATURE) == "technical_renovation":
        return None
    return (
        f"“{found.word}”可能属于{found.entry.item}，新建、扩建这样的产能不行，改造现有的可以。请由工作人员对照{found.entry.cited}看过再定。",
        _path(form, found.word),
        NATURE,
    )


@rule("PRJ-18", basis="《产业结构调整指导目录（2024年本）》", level=Level.INFORM, since=GUIDANCE)
def encouraged(form: Form, on: date, figures: Figures) -> Told | None:
    """What the guidance catalogue encourages may get support; the item's name is wanted for it."""
    found = _hit(form, on, "encouraged", figures)
    if found is None:
        return None
    return f"“{found.word}”可能属于{found.entry.item}，办税收优惠、技改补助时要写条目。请对照{found.entry.cited}确认。", _path(form, found.word)


@rule("PRJ-19", basis="《外商投资准入特别管理措施（负面清单）》（未核实）[K]", level=Level.MANUAL, since=REGULATION)
def closed_to_foreign_money(form: Form, on: date, figures: Figures) -> Told | None:
    """Foreign capital keeps out of what the negative list names; foreign money in the total speaks for foreign capital."""
    total = money(form.value(TOTAL))
    found = _hit(form, on, "foreign", figures)
    if total is None or total[1] == "CNY" or found is None:
        return None
    return (
        f"总投资是外币，“{found.word}”可能在负面清单里（{found.entry.item}），外商不能投资或者有限制。请由工作人员对照{found.entry.cited}看过再定。",
        _path(form, found.word),
        TOTAL,
    )


@rule("PRJ-20", basis="《企业投资项目核准和备案管理条例》第三条（属地），高新区范围（未核实）[K]", level=Level.WARN, since=REGULATION)
def outside_zone(form: Form, on: date, figures: Figures) -> Told | None:
    """A place in another town of the city probably lies outside the zone, whose authority files only its own."""
    place = str(form.value(PLACE) or "")
    town = region_code.town(place) or next((each for each in region_code.towns() if each.name in place), None)
    if not place or town is None or town.name in figures["zone_towns"]:
        return None
    return f"建设地点在{town.name}，可能不在高新区范围里，归别的备案机关办。请核对地址；确实在高新区里的，可以照填。", PLACE


RULES: tuple[Rule, ...] = (fixed_assets, for_approval, eliminated, restricted, encouraged, closed_to_foreign_money, outside_zone)


def _hit(form: Form, on: date, which: str, figures: Figures) -> Hit | None:
    """The first item of a list that the project's name or content hits; the zone's own lists stand in the figures under `policies`."""
    found = hits(_words(form), on=on, entries=figures.get("policies"))
    return next((each for each in found if each.entry.list == which), None)


def _words(form: Form) -> str:
    return "，".join(str(form.value(path) or "") for path in (NAME, CONTENT))


def _path(form: Form, word: str) -> str:
    """The blank in which the word stands."""
    return CONTENT if word in str(form.value(CONTENT) or "") else NAME
