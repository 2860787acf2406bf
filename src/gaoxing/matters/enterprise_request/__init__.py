"""A request or complaint by an enterprise (企业诉求): 《优化营商环境条例》 (in force 2020-01-01). Recognised, not yet filled in.

>>> MATTER.fillable
False
"""

from __future__ import annotations

from pathlib import Path

from gaoxing.catalogue import Matter

CUES = (
    r"诉求|想?反映|急事|困难(?:一)?是|说困难|请你们[^，。]{0,4}协调|想请园区",
    r"(?s)^(?!.*(?:注册|登记|设立|开公司|执照|许可|备案|变更|注销|个体|联办|办不)).*(?:招不到|找不到|跳闸|限行|学位|没有医院|怎么参保|仲裁|宿舍|停电|降压|堵|户口|得有人来查|能不能(?:帮|牵|设)|(?:搞|弄)得我们|欠我们|排队|指导)",
)
"""How people say that they want this."""

MATTER = Matter(
    id="enterprise_request",
    name="企业诉求",
    authority="昆山高新区企业服务中心",
    basis="《优化营商环境条例》第四十八条、第四十九条",
    time_limit="受理后按诉求类别限时答复",
    summary="用电、招工、场地、欠款等难处，请有关部门协调解决。",
    cues=CUES,
    folder=Path(__file__).parent,
)
