"""Changing a filed project (备案变更): 《企业投资项目核准和备案管理条例》 (in force 2017-02-01). Recognised, not yet filled in.

>>> MATTER.fillable
False
"""

from __future__ import annotations

from pathlib import Path

from gaoxing.catalogue import Matter

CUES = (
    r"备案[^。]{0,6}(?:要|得|跟着|信息)?[^。]{0,6}(?:变更|跟着变|跟着改|改一下|调整)",
    r"变更备案",
    r"(?:之前|原来|原|前年|去年|已经?|当时)[^，。]{0,4}(?:备案|备的案|报的)[^。]{0,200}(?:变更|改|变|降|增|调|换)",
    r"备的案",
)
"""How people say that they want this."""

MATTER = Matter(
    id="project_change",
    name="备案变更",
    authority="昆山高新区管理委员会",
    basis="《企业投资项目核准和备案管理条例》第十四条",
    time_limit="在线告知变更信息后即完成（《企业投资项目核准和备案管理条例》第十四条）",
    summary="已备案的项目改了地点、规模、投资或时间，要变更备案。",
    cues=CUES,
    folder=Path(__file__).parent,
)
