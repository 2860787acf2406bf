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
from gaoxing.matters.enterprise_request.cues import CUES, SIGNS
from gaoxing.matters.enterprise_request.fields import FIELDS
from gaoxing.matters.enterprise_request.reading import read
from gaoxing.matters.enterprise_request.rules import RULES, figures

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
    rules=RULES,
    read=read,
    figures=figures,
    papers=partial(record.papers, TITLE, FIELDS),
    title=lambda form: TITLE,
)
