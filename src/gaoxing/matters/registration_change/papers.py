"""The paper that is printed for this matter (申请材料): 公司登记（备案）申请书, the part on changes; its official layout of 2026 was not seen.

>>> from gaoxing.forms.form import Answer, Form, Source
>>> form = Form("registration_change", "2026", {"enterprise": Answer("昆山某某科技有限公司", Source.TYPED)})
>>> papers(form, __import__("datetime").date(2026, 11, 24))[0].title
'公司登记（备案）申请书'
"""

from __future__ import annotations

from functools import partial

from gaoxing.documents import record
from gaoxing.matters.registration_change.fields import FIELDS

TITLE = "公司登记（备案）申请书"

papers = partial(record.papers, TITLE, FIELDS)
