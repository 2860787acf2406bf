"""What a new version would change, and where people would see it (改动预览)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_noop

from gaoxing.office.zone.profile import OFF, ON, Profile

LABELS = {
    "name": gettext_noop("园区名称"),
    "authority": gettext_noop("登记机关"),
    "authority_english": gettext_noop("登记机关的英文名"),
    "region": gettext_noop("行政区划代码"),
    "units": gettext_noop("单位和窗口"),
    "towns": gettext_noop("另外的镇、街道"),
    "roads": gettext_noop("另外的路名"),
    "attachment_megabytes": gettext_noop("附件大小上限（MB）"),
    "quiet_from": gettext_noop("免打扰从"),
    "quiet_until": gettext_noop("免打扰到"),
    "automatic": gettext_noop("自动审查（秒批）"),
    "automatic_sample": gettext_noop("自动审查的抽查比例（%）"),
    "promised": gettext_noop("承诺时限"),
    "logo": gettext_noop("标志"),
}

WHERE = {
    "name": gettext_noop("通知里的落款"),
    "authority": gettext_noop("首页、事项卡、核对页的“办理机关”"),
    "authority_english": gettext_noop("英文页面的办理机关"),
    "region": gettext_noop("名称查重的范围（前四位是设区市）"),
    "units": gettext_noop("“去哪里问”页面"),
    "towns": gettext_noop("“去哪里问”页面；填表时认地名仍按国家标准的表"),
    "roads": gettext_noop("“去哪里问”页面；填表时认地名仍按国家标准的表"),
    "attachment_megabytes": gettext_noop("上传材料的页面"),
    "quiet_from": gettext_noop("短信、企业微信、邮件提醒的时间"),
    "quiet_until": gettext_noop("短信、企业微信、邮件提醒的时间"),
    "automatic": gettext_noop("提交以后：条件都符合的马上登记，其余照常由工作人员办"),
    "automatic_sample": gettext_noop("“自动审查”页面：抽出来复核的份数"),
    "promised": gettext_noop("首页、事项卡的“多久办好”"),
    "logo": gettext_noop("每一页左上角"),
}


@dataclass(frozen=True)
class Change:
    """One blank that would change: what it is, what stands there now and then, and where it is seen."""

    label: str
    before: str
    after: str
    where: str


def changes(before: Profile, after: Profile, names: Mapping[str, str], *, logo: bool = False) -> tuple[Change, ...]:
    """Every change. `names` gives matters their names; `logo` that the logo changes too."""
    old, new = before.to_json(), after.to_json()
    other = [each for each in new if old[each] != new[each]]
    found = [Change(translated(LABELS[each]), _shown(old[each], names), _shown(new[each], names), translated(WHERE[each])) for each in other]
    return (*found, Change(translated(LABELS["logo"]), "", _("换成新的图片"), translated(WHERE["logo"]))) if logo else tuple(found)


def _shown(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, dict):
        return "；".join(f"{names.get(matter, matter)}：{text}" for matter, text in sorted(value.items()))
    if isinstance(value, bool):
        return ON if value else OFF
    return "、".join(value) if isinstance(value, list) else str(value)
