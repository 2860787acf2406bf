"""What is sent before the licences are split (先传的材料): under which name of the matter's own list a paper of the catalogue may have come in.

The list's two collective rows (各项许可的申请表, 各项许可自己的其他材料) belong to no one permit: what lies there only the window sees.

>>> brought_as("premises_right"), brought_as("water_test")
(('住所（经营场所）使用证明',), ())
"""

from __future__ import annotations

from collections.abc import Mapping

OWN_ROW: Mapping[str, str] = {
    "biz_licence": "营业执照",
    "legal_id": "法定代表人（负责人、经营者）的身份证明",
    "premises_right": "住所（经营场所）使用证明",
    "floor_plan": "经营场所平面布局图",
    "equipment_list": "设施设备清单",
    "articles": "公司章程",
    "staff_list": "从业人员名册及身份、资格证明",
    "safety_systems": "安全管理制度",
    "agent_auth": "授权委托书及经办人的身份证明",
}
"""The papers of the catalogue that have a row of their own in materials.toml."""


def brought_as(material: str) -> tuple[str, ...]:
    """The names of the list under which the applicant may have sent a paper of the catalogue; none for what has no row of its own."""
    return (OWN_ROW[material],) if material in OWN_ROW else ()
