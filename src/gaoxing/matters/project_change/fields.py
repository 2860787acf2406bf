"""The blanks of changing a filed project (备案变更): which project, and each change with its old and new value.

《企业投资项目核准和备案管理条例》第十四条 (in force 2017-02-01): a larger change is told in time.

>>> [each.id for each in FIELDS]
['enterprise', 'project_name', 'project_code', 'changes']
"""

from __future__ import annotations

from dataclasses import replace

from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Form
from gaoxing.forms.project import CONTACT, ENTERPRISE, ITEMS, PROJECT, blank_of

CONTACT_ITEM = "contact"


def _like(path: str, form: Form) -> Field | None:
    return blank_of(str(form.value(f"{path.rpartition('.')[0]}.item") or ""))


def _of_contact(form: Form) -> bool:
    return bool(form.value("item") == CONTACT_ITEM)


def _of_another(form: Form) -> bool:
    return not _of_contact(form)


def _new_name(form: Form) -> bool:
    """Whether the new contact's name is wanted: not where only the number changes."""
    return _of_contact(form) and (form.value("to.name") is not None or form.value("to.mobile") is None)


def _nested(side: str, label: str, question: str) -> tuple[Field, ...]:
    """The contact's two blanks on one side of a change; only the new ones are asked for."""
    required = side == "to"
    name, mobile = (
        replace(each, id=f"{side}.{each.id.removeprefix('contact.')}", label=f"{label}{each.label}", question=f"{question}{each.question}") for each in CONTACT
    )
    return replace(name, required=required, wanted=_new_name if required else _of_contact), replace(mobile, required=required, wanted=_of_contact)


CHANGES = Field(
    "changes",
    "变更事项",
    Kind.ROWS,
    question="备案的哪些信息要改？原来是什么，改成什么？",
    why="备案的信息有较大变更，要及时告知备案机关。",
    example="总投资从一亿改成一亿两千万",
    required=True,
    columns=(
        Field("item", "变更事项", Kind.CHOICE, question="改的是哪一项？", example="总投资额", required=True, choices=ITEMS),
        Field("from", "备案的内容", Kind.TEXT, question="原来备案的是什么？", example="一亿", wanted=_of_another, like=_like),
        Field("to", "变更后的内容", Kind.TEXT, question="改成什么？", example="一亿两千万", required=True, wanted=_of_another, like=_like),
        *_nested("from", "原", "原来备案的，"),
        *_nested("to", "新", "改了以后，"),
    ),
)

FIELDS = (
    ENTERPRISE,
    replace(PROJECT[1], question="备案的是哪个项目？原来的项目名称叫什么？", why="按备案证上的项目名称找到原来的备案。", label="项目名称（原备案）"),
    Field(
        "project_code",
        "项目代码",
        Kind.TEXT,
        question="备案证上的项目代码是多少？",
        why="平台按项目代码找到这个项目。",
        example="24位，带横杠，慢慢报",
        required=True,
    ),
    CHANGES,
)
