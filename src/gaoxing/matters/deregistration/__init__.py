"""Closing down (注销登记): 《市场主体登记管理条例》 (in force 2022-03-01), 《公司法》 (2023, in force 2024-07-01).

>>> MATTER.edition(date(2026, 11, 24)).id
'2026'
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from gaoxing.catalogue import Edition, Matter
from gaoxing.documents.applying import title
from gaoxing.facts.intent import Embrace
from gaoxing.matters.deregistration.fields import FIELDS
from gaoxing.matters.deregistration.needs import needs
from gaoxing.matters.deregistration.papers import TITLE, papers
from gaoxing.matters.deregistration.reading import read
from gaoxing.matters.deregistration.rules import RULES, figures

CUES = (
    r"注销(?!证明)",
    r"(?:想|要|准备|打算|决定)(?:把[^，。；]{0,8})?(?:关掉|关了|关门|停掉|注掉|销掉|销户)|(?:来|去|给我|帮我)销(?:掉|户)",
    r"(?:公司|店|厂|执照|个体户)(?:也|都|就|准备|打算|想|要)*(?:不开了|不干了|关掉|关门|关了|关停|销掉|吊掉)|关(?:掉|脱|停|了)(?:我们|这|那|只|个|家"
    r"|一家)*(?:公司|店|厂)",
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
    embraces=Embrace(("project_filing", "project_change")),
    folder=Path(__file__).parent,
    editions=(Edition("2022", date(2022, 3, 1), date(2026, 5, 1)), Edition("2026", date(2026, 5, 1))),
    fields=FIELDS,
    rules=RULES,
    read=read,
    figures=figures,
    papers=papers,
    title=partial(title, companys=TITLE),
    registered=True,
    needs=needs,
)
