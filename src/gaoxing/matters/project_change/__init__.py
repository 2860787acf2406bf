"""Changing a filed project (备案变更): 《企业投资项目核准和备案管理条例》 (in force 2017-02-01). Recognised, not yet filled in.

>>> MATTER.fillable
False
"""

from __future__ import annotations

from pathlib import Path

from gaoxing.catalogue import Matter

CUES = (
    r"备案(?:信息)?[^，。；]{0,8}(?:变更|跟着变|要变|要改|改一下|调整|更新)|变更备案|(?:之前|原来|原先|前年|去年|当时|已经?)[^，。；]{0,8}(?:备案|备的案)",
    "(?:工商|登记|注册|公司|企业)?变更(?:登记|事项|手续)?",
)
"""How people state that they want this matter."""

SIGNS = (
    "备案|备的案",
    "项目代码|项目名称|项目",
    "总投资|设备投资",
    "建筑面积|用地|亩",
    "开工|竣工|完工",
    "图纸|方案",
)
"""Words of this matter's form, which decide where no intent or a shared one was stated."""

MATTER = Matter(
    id="project_change",
    name="备案变更",
    authority="昆山高新区管理委员会",
    basis="《企业投资项目核准和备案管理条例》第十四条",
    time_limit="在线告知变更信息后即完成（《企业投资项目核准和备案管理条例》第十四条）",
    summary="已备案的项目改了地点、规模、投资或时间，要变更备案。",
    cues=CUES,
    signs=SIGNS,
    folder=Path(__file__).parent,
)
