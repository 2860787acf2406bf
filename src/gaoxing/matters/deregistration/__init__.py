"""Closing down (注销登记): 《市场主体登记管理条例》 (in force 2022-03-01). Recognised, not yet filled in.

>>> MATTER.fillable
False
"""

from __future__ import annotations

from pathlib import Path

from gaoxing.catalogue import Matter

CUES = (
    r"注销(?!证明)",
    r"(?:公司|店|执照|个体户)(?:不开了|不干了|关掉|关了|销掉)",
)
"""How people state that they want this matter."""

SIGNS = ("清税|清算|债权债务|解散",)
"""Words of this matter's form, which decide where no intent or a shared one was stated."""

MATTER = Matter(
    id="deregistration",
    name="注销登记",
    authority="昆山市行政审批局",
    basis="《市场主体登记管理条例》第三十一条",
    time_limit="材料齐全的当场登记，否则3个工作日内（《市场主体登记管理条例》第十九条）",
    summary="公司或个体户不做了，注销营业执照。",
    cues=CUES,
    signs=SIGNS,
    folder=Path(__file__).parent,
)
