"""The blanks about the licence on paper (申领纸质执照) that both registrations share: 《市场主体登记管理条例》第二十一条, the electronic one comes by itself.

>>> [each.id for each in LICENCE]
['paper_licence', 'licence_copies']
"""

from __future__ import annotations

from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Form

YES_NO = (("yes", "是"), ("no", "否"))


def _on_paper(form: Form) -> bool:
    return bool(form.value("paper_licence") == "yes")


LICENCE = (
    Field(
        "paper_licence",
        "申领纸质执照",
        Kind.CHOICE,
        question="要不要纸质营业执照？",
        why="电子营业执照自动生成；要纸质的才另外申领。",
        example="要一份纸质的",
        required=True,
        contract=False,
        choices=YES_NO,
    ),
    Field("licence_copies", "副本数", Kind.INTEGER, question="纸质执照要几个副本？", example="一个", contract=False, wanted=_on_paper),
)
