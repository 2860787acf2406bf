"""The blanks about an investment project (企业投资项目) that filing it and changing what was filed share.

《企业投资项目核准和备案管理条例》第十三条 names what is told: the enterprise; the project's name, place, scale and content; its total investment; that it
conforms with industrial policy. Labels beyond those are from provinces' platforms and were not seen in Jiangsu's [K].

>>> [each.id for each in PROJECT[:3]], dict(NATURES)["new"]
(['enterprise', 'project_name', 'location'], '新建')
"""

from __future__ import annotations

from gaoxing.forms.field import Field, Kind

NATURES = (("new", "新建"), ("expansion", "扩建"), ("technical_renovation", "技术改造"), ("relocation", "迁建"))
"""What kind of building it is (建设性质)."""

ENTERPRISE = Field(
    "enterprise",
    "项目单位名称",
    Kind.TEXT,
    question="是哪家企业的项目？请说全称。",
    why="备案要写企业基本情况，名称要和营业执照一字不差。",
    example="昆山某某科技有限公司",
    required=True,
)
USCC = Field(
    "uscc",
    "统一社会信用代码",
    Kind.ID_NUMBER,
    question="这家企业的统一社会信用代码是多少？",
    why="平台按代码认企业。",
    example="营业执照上18位的那个，慢慢报",
    required=True,
)
CONTENT = Field(
    "content",
    "建设规模及内容",
    Kind.TEXT,
    question="这个项目具体建什么、上什么设备、做出来多少产品？",
    why="备案要写建设规模和建设内容，写清数量和单位。",
    example="新建厂房一栋，购置加工设备二十台，年产零件一百万件",
    required=True,
    contract=False,
)
PROJECT = (
    ENTERPRISE,
    Field(
        "project_name",
        "项目名称",
        Kind.TEXT,
        question="项目名称叫什么？",
        why="备案要写项目名称，以后办手续都用这个名称。",
        example="精密零件生产线扩建项目",
        required=True,
    ),
    Field(
        "location",
        "建设地点",
        Kind.ADDRESS,
        question="项目建在哪里？请说到门牌号，没有门牌的说在哪条路的哪一侧。",
        why="备案要写建设地点，也看归不归这里管。",
        example="玉山镇某某路1号",
        required=True,
    ),
    Field(
        "nature",
        "建设性质",
        Kind.CHOICE,
        question="是新建、扩建、技术改造，还是迁建？",
        why="备案表要选建设性质。",
        example="技术改造",
        required=True,
        verified=False,
        choices=NATURES,
    ),
    Field(
        "total_investment",
        "总投资额",
        Kind.MONEY,
        question="项目总投资多少？请连单位一起说。",
        why="备案要写项目总投资额。",
        example="一亿两千万",
        required=True,
    ),
    Field(
        "equipment_investment",
        "其中：设备投资",
        Kind.MONEY,
        question="总投资里面，设备投资是多少？还没定可以先不说。",
        why="平台把总投资分成几块来填。",
        example="八千万",
        verified=False,
    ),
    Field(
        "floor_area",
        "建筑面积",
        Kind.AREA,
        question="建筑面积一共多少平方米？不盖房子可以不填。",
        why="备案要写建设规模。",
        example="八千平方米",
        verified=False,
    ),
    Field(
        "land_area",
        "新增用地面积",
        Kind.AREA,
        question="要用多少地？说亩或者平方米都行，不占新地可以不填。",
        why="备案表要写用地面积。",
        example="二十亩",
        verified=False,
    ),
    Field(
        "start",
        "计划开工时间",
        Kind.DATE,
        question="打算哪年哪月开工？",
        why="先备案后开工，开工前要备好。",
        example="明年三月",
        required=True,
        verified=False,
    ),
    Field(
        "finish",
        "计划竣工时间",
        Kind.DATE,
        question="打算哪年哪月完工？",
        why="备案表要写计划竣工时间。",
        example="2028年6月",
        required=True,
        verified=False,
    ),
)
CONTACT = (
    Field("contact.name", "联系人", Kind.TEXT, question="这个项目的联系人是谁？", why="有事好找人。", example="张三，弓长张", required=True, verified=False),
    Field(
        "contact.mobile",
        "联系人手机",
        Kind.TELEPHONE,
        question="联系人的手机号是多少？",
        why="有事打这个号码。",
        example="十一位手机号，按三四四报",
        required=True,
        private=True,
        verified=False,
    ),
)
ITEMS = (*((each.id, each.label.removeprefix("其中：")) for each in (ENTERPRISE, USCC, *PROJECT[1:], CONTENT)), ("contact", "联系人"))
"""What of a filed project can change: the blank and its label."""


def blank_of(item: str) -> Field | None:
    """The blank that a change of this item is shaped like; None for the contact, which has blanks of its own."""
    return next((each for each in (*PROJECT, USCC, CONTENT) if each.id == item), None)
