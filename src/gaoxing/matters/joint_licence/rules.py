"""The rules that a joint application is checked by (证照联办审查规则): the shared ones and its own.

>>> [each.id for each in OWN][:5]
['JL-01', 'JL-02', 'JL-03', 'JL-04', 'JL-05']
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.checks import contact, identity, parameters, premises
from gaoxing.checks.rule import Figures, Level, Rule, Told, rule
from gaoxing.forms.form import Form, Source
from gaoxing.matters.joint_licence.derive import BLANK, following
from gaoxing.matters.joint_licence.fields import PREFIX
from gaoxing.matters.joint_licence.limits import LIMITS
from gaoxing.matters.joint_licence.trades import all_licences

LICENSING = date(2004, 7, 1)
FOOD = date(2015, 10, 1)
DISPATCH = date(2013, 7, 1)
REGULATION = date(2022, 3, 1)

PACKED = f"{PREFIX}sells_food_prepacked_only"
UNPACKED = ((f"{PREFIX}cooks_on_site", "现做吃的喝的"), (f"{PREFIX}sells_bulk_food", "卖散装食品或熟食"))


@rule("JL-01", basis="《行政许可法》第三十二条", level=Level.WARN, since=LICENSING)
def other_licences(form: Form, on: date, figures: Figures) -> Told | None:
    """The licences set by hand are those that the trade and the answers lead to; the window tells once what is missing."""
    answer, needed = form.answers.get(BLANK), following(form)
    if answer is None or answer.source is not Source.TYPED or not isinstance(answer.value, tuple) or not needed:
        return None
    lacking, further = [each for each in needed if each not in answer.value], [each for each in answer.value if each not in needed]
    if not (lacking or further):
        return None
    told = [f"还要办{_named(lacking)}"] * bool(lacking) + [f"多出了{_named(further)}"] * bool(further)
    return f"手工填的证照和按行业、回答推出来的不一样：{'；'.join(told)}。请核对上面的回答，或者清空这一栏，由系统重新推算。", BLANK


@rule("JL-02", basis="《市场主体登记管理条例》第十四条", level=Level.WARN, since=REGULATION)
def before_registration(form: Form, on: date, figures: Figures) -> Told | None:
    """What must be approved before registration is approved first; the business licence comes after it."""
    first = [each for each in form.value(BLANK) or () if each in all_licences() and all_licences()[each].stage == "pre"]
    if not first or form.value("entity") == "existing":
        return None
    return (
        f"{_named(first)}要在领营业执照之前批下来，不能和执照同一天拿到。请先向{all_licences()[first[0]].authority}申请，批准后再办登记，其余的一起办。",
        BLANK,
    )


@rule("JL-03", basis="《食品安全法》第三十五条", level=Level.WARN, since=FOOD)
def packed_only_and_more(form: Form, on: date, figures: Figures) -> Told | None:
    """Whoever sells packed food only files; whoever also cooks or sells loose food needs the licence."""
    against = [(path, words) for path, words in UNPACKED if form.value(path) is True]
    if form.value(PACKED) is not True or not against:
        return None
    said = "、".join(words for _, words in against)
    message = f"前面说只卖有包装的食品，后面又说{said}，两样对不上。只卖包装食品的备案就行，{said}的要办食品经营许可，请说清是哪一种。"
    return message, *(PACKED, *[path for path, _ in against])


@rule("JL-04", basis="《劳动合同法》第五十七条 [K]", level=Level.MANUAL, since=DISPATCH)
def dispatch_by_a_company(form: Form, on: date, figures: Figures) -> Told | None:
    """Labour dispatch is registered as a company (that a sole trader is excluded was not read [K])."""
    if form.value("trade") != "dispatch_co" or form.value("entity") != "sole_trader":
        return None
    return "劳务派遣要先取得许可，再办公司登记，个体工商户办不了。请改成公司，或者请工作人员核对。", "entity", "trade"


OWN = (other_licences, before_registration, packed_only_and_more, dispatch_by_a_company, *LIMITS)
PERSONAL = (identity.identity_form, identity.old_identity_number, identity.identity_check_digit, identity.identity_region)

RULES: tuple[Rule, ...] = (*OWN, *PERSONAL, contact.telephone_form, premises.outside_district, premises.without_door)


def figures(on: date) -> Figures:
    """The figures of law in force on the day, shared with the registrations."""
    return parameters.merged((parameters.SHARED, Path(__file__).with_name("parameters.toml")), on)


def _named(ids: list[str]) -> str:
    return "、".join(all_licences()[each].name if each in all_licences() else each for each in ids)
