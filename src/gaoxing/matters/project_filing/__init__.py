"""Filing an investment project (企业投资项目备案): 《企业投资项目核准和备案管理条例》 (in force 2017-02-01). Recognised, not yet filled in.

>>> MATTER.fillable
False
"""

from __future__ import annotations

from pathlib import Path

from gaoxing.catalogue import Matter

CUES = (
    r"(?:项目|投资|走|办|来|申报|先把|办理|做)[^，。]{0,4}备案(?!变更|信息|[^，。]{0,3}(?:要|得)[^，。]{0,4}(?:变|改))",
    r"备案的事|备案办了|申报备案|立项备案",
    r"(?:扩建|新建|技改|技术改造|迁建)[^，。]{0,8}备案",
    r"总投资(?![^，。]{0,6}(?:改|降|增|调))[^。]{0,24}设备",
)
"""How people say that they want this."""

MATTER = Matter(
    id="project_filing",
    name="企业投资项目备案",
    authority="昆山高新区管理委员会",
    basis="《企业投资项目核准和备案管理条例》第十三条",
    time_limit="企业在线告知信息后即完成备案（《企业投资项目核准和备案管理条例》第十三条）",
    summary="新建、扩建或技术改造项目，开工前在线备案。",
    cues=CUES,
    folder=Path(__file__).parent,
)
