"""The blanks of a request (企业诉求登记): what is asked for, by whom, whom to reach, how soon; the most useful question first.

>>> [each.id for each in FIELDS]
['requests', 'enterprise', 'contact.name', 'contact.mobile', 'urgent']
"""

from __future__ import annotations

from gaoxing.forms.field import TRUE_FALSE, Field, Kind
from gaoxing.matters.enterprise_request.categories import OTHER, categories

KINDS = (*((each.id, each.name) for each in categories()), (OTHER, "其他"))
"""The classes of requests, and what is none of them."""

FIELDS = (
    Field(
        "requests",
        "诉求事项",
        Kind.ROWS,
        question="您想反映什么困难？一件一件说。",
        why="每一件事分给管这件事的部门，分开答复。",
        example="车间老是跳闸；另外员工停车位不够",
        required=True,
        columns=(
            Field("category", "诉求类别", Kind.CHOICE, question="这一件属于哪一类？", example="要素保障", required=True, choices=KINDS),
            Field("content", "诉求内容", Kind.TEXT, question="这一件具体是什么情况？", example="车间老是跳闸，料都废了", required=True, contract=False),
        ),
    ),
    Field(
        "enterprise",
        "企业名称",
        Kind.TEXT,
        question="是哪一家企业反映的？请说全称。",
        why="要按企业登记，也方便服务专员找到您。",
        example="昆山某某科技有限公司",
        required=True,
    ),
    Field(
        "contact.name",
        "联系人",
        Kind.TEXT,
        question="办的时候跟谁联系？叫什么名字？",
        why="部门要找得到人问情况、回答复。",
        example="张三，弓长张，一二三的三",
        required=True,
    ),
    Field(
        "contact.mobile",
        "联系电话",
        Kind.TELEPHONE,
        question="联系人的电话是多少？",
        why="处理的进展打这个电话告诉您。",
        example="十一位手机号，或者带区号的座机",
        required=True,
        private=True,
    ),
    Field("urgent", "是否紧急", Kind.BOOLEAN, question="这件事急不急？", why="急的先派单。", example="很急", choices=TRUE_FALSE),
)
