"""A request or complaint by an enterprise (企业诉求): 《优化营商环境条例》 (in force 2020-01-01): each separate problem, classed.

>>> [each.id for each in MATTER.fields]
['requests', 'enterprise', 'contact.name', 'contact.mobile', 'urgent']
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from gaoxing.catalogue import Edition, Matter
from gaoxing.documents import record
from gaoxing.matters.enterprise_request.fields import FIELDS
from gaoxing.matters.enterprise_request.reading import read

CUES = (r"反映|诉求|求助|请[^，。；]{0,6}协调|急事|几个困难|说困难|困难是|想请(?:园区|政府|你们)",)
"""How people state that they want this matter."""

SIGNS = (
    r"招工|招不到|用工|缺人|宿舍|食堂|停车|学位|上学|公交|跳闸|停电|变压器|供电|燃气|天然气|限行|贷款|融资|欠款|货款|仲裁|社保|户口|供应商|订单|厂房|土地指标|补贴|政策",
    r"能不能|希望|盼望|帮忙|协调",
    r"我们公司|我们厂|我是[^，。]{0,12}的",
)
"""Words of this matter's form, which decide where no intent or a shared one was stated."""

TITLE = "企业诉求登记表"

MATTER = Matter(
    id="enterprise_request",
    name="企业诉求",
    authority="昆山高新区企业服务中心",
    basis="《优化营商环境条例》第四十八条、第四十九条",
    time_limit="受理后按诉求类别限时答复",
    summary="用电、招工、场地、欠款等难处，请有关部门协调解决。",
    cues=CUES,
    signs=SIGNS,
    folder=Path(__file__).parent,
    editions=(Edition("2026", date(2026, 1, 1)),),
    fields=FIELDS,
    read=read,
    papers=partial(record.papers, TITLE, FIELDS),
)
