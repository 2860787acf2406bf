"""What is sent before the licences are split (先传的材料): under which name of the matter's own list a paper of the catalogue may have come in.

The list's two collective rows (各项许可的申请表, 各项许可自己的其他材料) belong to no one permit. Once the trade is known the papers of this application's own
permits stand in their place, so that each permit's unit sees what was sent for it; what still lies there only the window sees, until it is placed.

>>> brought_as("premises_right"), brought_as("water_test")
(('住所（经营场所）使用证明',), ())
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gaoxing.matters.joint_licence.bundle.papers import Paper, Way

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

COLLECTIVE = ("各项许可的申请表", "各项许可自己的其他材料")
"""The rows that stand for many papers."""

SENT = frozenset({Way.UPLOAD, Way.GENERATED})
"""What may be sent: what the applicant brings, and what the system wrote and the applicant signed."""


def brought_as(material: str) -> tuple[str, ...]:
    """The names of the list under which the applicant may have sent a paper of the catalogue; none for what has no row of its own."""
    return (OWN_ROW[material],) if material in OWN_ROW else ()


def own_papers(found: Iterable[Paper]) -> tuple[Paper, ...]:
    """Those of a set's papers that stand in place of the collective rows: what may be sent and has no row of its own, what the applicant brings first."""
    rest = [each for each in found if each.way in SENT and each.material.id not in OWN_ROW]
    return tuple(sorted(rest, key=lambda each: each.way is not Way.UPLOAD))
