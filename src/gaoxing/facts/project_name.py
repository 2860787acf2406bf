"""The name of an investment project (项目名称): «项目名称叫…项目», «项目就叫…», «“…项目”», without its quoting marks.

A name ends at the word 项目 or, behind a naming cue that says 名, where the talk stops. 这个项目, 一个技改项目 and 投资项目 are no names.

>>> [each.name for each in find_project_names("项目名称嘛就写智能冷链物流中心项目项目地址在城北路")]
['智能冷链物流中心项目']
>>> find_project_names("我们这个项目要备案")
()
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gaoxing.facts.enterprise import find_enterprises
from gaoxing.facts.statement import Statement
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

LONGEST = 60
NAMING = expression(
    r"(?:项目|工程)(?:的|它)?(?:备案)?(?:名称|名字|全称|全名|名)(?:[，]?(?:你|您|帮我|给我|我们|咱们|按|这边|这个|那个|呢|嘛))*"
    r"(?:就|还是|先|暂时|暂|也|拟|最终|最后|正式|现在|统一|一律|直接)*(?:叫做|叫作|叫(?!号|醒)|是|为|定名为|定名|命名为|命名|定为|定的是|定了|定(?!制|位|向|量|影|型|子)|"
    r"写成|写(?!字|真)|填(?!料|埋|充)|用(?!电|水|地|药)|取名|取(?!暖|水|样|证)|报的是|报(?!废|警|刊)|改成|改为|换成|：)*[，：]?(?:那个|这个|是|叫)?"
)
CALLED = expression(
    r"(?:项目|工程)(?:呢|嘛|的话)?(?:就|先|暂时|暂|也|拟|我们)*(?:叫做|叫作|叫|写(?=[^，。；！？]{3,50}项目)|取名叫?|定名为?|命名为?|名为|起名叫?|：)[，：]?(?:那个|这个)?"
    r"|(?:^|[，。；])(?:那|还是|现在|以后)?(?:就|应该|改|得)叫(?=[^，。；！？]{3,50}项目)"
    r"|(?:取名叫?|起名叫?|命名为|定名为?|(?:名称|名字)(?:就|先|暂时|我们|想|也)*(?:暂定|定为|定的是|定了|是|叫做?|为|用|写|改成|改为|改叫|换成|从|由|：)+)"
    r"|(?<=项目)(?:改成|改为|变更为|换成|更名为|改叫|变成|调整为)(?=[^，。；！？]{3,50}项目)"
)
IS = expression(r"(?:项目)(?:就)?是(?=[^，。；！？是]{3,36}项目)")
QUOTED = expression(r"[“\"「『《](?P<name>[^”\"」』》“。；]{2,60})[”\"」』》]")
ENDED = expression(
    r"(?P<name>[一-龥A-Za-z0-9（）()·、\-—~+/.]{2,56}?(?:项目|技改工程|建设工程|改造工程|扩建工程|"
    r"新建工程))(?P<phase>[（(]?[一二三四][期]工?程?[）)]?(?![投的用要总建]))?(?!的?(?:名|地|总投|代码|备案|负责|联系|性质|编))?"
)
OPEN_END = expression(r"(?P<name>[一-龥A-Za-z0-9（）()·、\-—~+/.]{3,40}?)(?=$|[，。；！？])")
NO_NAME_HEAD = expression(
    r"还没|还未|没[有想定起取]|未定|待定|暂时?[不没未]|先[空不]|不(?!锈|饱|粘)|啥|什么|怎么|你|我|他|这|那|就是|随便|以后|再[说议想]|等[会一我下]|空着|一[个下]|可以"
    r"|是|的|[打写填报录登]错|应[该当]|错|有(?![机色源线])|要|想|跟|原来|改[成为一叫]|换[成为]|变[更成]|准备|打算|计划|为了|因为|所以|今年|明年|去年|前年|现在|目前|公司|厂里|来|给|把|做|搞"
    r"|上[一了个新]|办(?!公)|报(?!警)|申请|主要|首先|然后|另外|还|而且|但|如果|关于|都|也|只|说|属于|该|本(?!安|体)|此|每|各|名称|代码|地[址点]|总投|性质"
)
TALK = expression(
    "项目项目|我们|咱们|这个|那个|一个|总投资|投资额|投资总额|地址|地点|位于|开工|动工|完工|竣工|平方|平米|联系人|电话|手机|备案|性质|企业(?!级)|"
    "有限公司|要办|想办|说错|不对|万元|亿元|信用代码|占地|用地|建筑面积|不是|名称|改成|改为|换成"
)
GENERIC = expression(
    "^(?:(?:的|是|有|一?个|这个?|那个?|本|该|新|老|大|小|原|整个?|企业|投资|固定资产|技改|技术改造|扩建|新建|迁建|改扩建|改造|建设|备案|工业|"
    "产业|我们?|咱们?|他们|公司|厂里|厂|好|几个|两个|要|想|做|上|搞|办|来|去|报|为|给|把|对|在|和|跟|之前|原来|已|过|了|说|申请|立项|重点|重大|"
    "外资|内资|"
    "政府|工程|子|大型|小型|同一|此|每|多|第[一二三]|[一二三]期))*(?:项目)$"
)
KIND = "(?:新建|扩建|改扩建|技改|技术改造|迁建)"
LEFT_EDGE = expression(
    r"(?:^|[，。；：！？]|有限公司的?|股份公司的?|备(?:过|了)?的?案?的|报(?:过|了)?的|(?:之前|前年|去年|今年|当时|原来|已经?)备(?:案|的案)的?"
    r"|叫做|叫作|(?<![大小])叫(?!号|醒)|就是|应该(?:是|叫|为)|名为|[称将对]其"
    rf"|(?:[做搞弄上报建办备]|新增)(?:了|的是)?(?:一个|个|一项)(?:{KIND}(?:类|的)?项目)?|(?:是|属于|一个|个)(?:一个|个)?{KIND}(?:类|的)?项目"
    r"|[那这]个(?:项目)?|申请(?:办理)?|投资建设|(?:[写打填报录登]|改)(?:成|为)了?|变更为|换成|更名为|改叫|来着)$"
)
"""What stands right before a name that no word for it led to."""
FIGURES = expression(
    r"占(?!地)|建设期|工期|月|贷|银行|一共|总共|要投|钱|[零一二三四五六七八九幺0-9]{7}|[万亿](?![吨套件台只支片个米平立公千瓦条辆颗芯头达向能象])"
)
"""Sums and telephones stand in no name that nothing led to."""
NAME_END = expression(
    r"项目(?!名(?![字称](?:要|得|也|想|需要)*[改变换])|代(?!码[0-9二])|号|编|备(?!案(?:的?(?:变更|申请|请示)|[后时，。]|$))|负|部|经|公司(?!是|叫|名|呢))"
)
STOPS = "，。；：！？“”"
LEAD = expression("(?:那个|这个|就是|项目(?=.{3,}项目)|从|由|原名|原来|就|先|那|暂时|我们|它|名称|名字|项目名称|叫做|叫作|叫|是|写|填|用|定为|取名|：)*")
DENIED, BUT_IS = expression("不是(?:叫)?$|不叫$"), expression("[”」]?[，]?(?:哦|呃)?(?:不对|说错了?|错了|写错了?|不是)(?:，|是|叫|应该|改)")
DISMISSED = expression("(?:项目|工程)?(?:名称|名字|名)(?:先|暂时|还|也)*(?:空着|不填|不写|没定|没想好|没起|未定|待定|没有|取消|不要)")


@dataclass(frozen=True)
class ProjectName:
    """A project's name at `text[start:end]` (its quoting marks outside); `cued`: a word for the name led to it."""

    start: int
    end: int
    name: str
    cued: bool = True


@lru_cache(maxsize=8)
def find_project_names(text: str, *, answering: bool = False) -> tuple[ProjectName, ...]:
    """Every project named, in order, without overlaps. `answering`: the name was asked for, so the bare words may be it."""
    found = list(_quoted(text))
    for pattern in (NAMING, CALLED, IS):
        for cue in pattern.finditer(text):
            name = _behind(text, cue.end(), open_end=pattern is NAMING)
            if name is not None and _free(name, found):
                found.append(name)
    found += [each for each in _standing_alone(text) if _free(each, found)]
    if answering and not found:
        found += _bare(text)
    return tuple(sorted(found, key=lambda each: each.start))


def _quoted(text: str) -> Iterable[ProjectName]:
    for match in QUOTED.finditer(text):
        cued = NAMING.search(text[max(0, match.start() - 14) : match.start()]) or CALLED.search(text[max(0, match.start() - 10) : match.start()])
        if not GENERIC.match(match["name"]) and (cued or re.search(r"(?:项目|工程)(?:（?[一二三四]期）?)?$", match["name"])):
            yield ProjectName(*match.span("name"), match["name"])


def _behind(text: str, at: int, *, open_end: bool) -> ProjectName | None:
    """The name that begins right behind a cue."""
    if NO_NAME_HEAD.match(text, at):
        return None
    ended = ENDED.match(text, at)
    if ended and not TALK.search(ended["name"]):
        end = ended.end("phase") if ended["phase"] else ended.end("name")
        return None if GENERIC.match(ended["name"]) else ProjectName(at, end, text[at:end])
    rest = OPEN_END.match(text, at) if open_end else None
    if rest and not TALK.search(rest["name"]):
        return ProjectName(*rest.span("name"), rest["name"])
    return None


def _standing_alone(text: str) -> Iterable[ProjectName]:
    """«昆山某某有限公司，伺服电机扩产项目，…»: a clause that is a name, or one right behind the enterprise or 备案的."""
    ends = {each.end for each in find_enterprises(text)}
    for match in NAME_END.finditer(text):
        start = _left_edge(text, match.start(), ends)
        if start is None:
            continue
        start += len(LEAD.match(text[start : match.end()])[0])  # type: ignore[index]
        name = text[start : match.end()]
        if len(name) >= 6 and not GENERIC.match(name) and not TALK.search(name) and not FIGURES.search(name) and not NO_NAME_HEAD.match(name):
            yield ProjectName(start, match.end(), name, cued=False)


def _left_edge(text: str, end: int, enterprises: set[int]) -> int | None:
    """Where a name that ends at `end` begins: behind the nearest enterprise or word that leads to a name; None where a stop comes first."""
    for start in range(end - 1, max(-1, end - 40), -1):
        if end - start >= 4 and (start in enterprises or LEFT_EDGE.search(text[max(0, start - 12) : start])):
            return start
        if text[start] in STOPS:
            return None
    return None


def _bare(text: str) -> Iterable[ProjectName]:
    match = re.match(
        (
            r"(?:那|就|先|暂时|我们|嗯|呃|它|这个|那个)*(?:叫做|叫作|叫|是|写|填|用|定为|名称是|名字是)*(?P<name>[^，。；！？]{3,50}?)(?:吧|啊|呀|"
            r"哦|好了|这样)?[，。]?$"
        ),
        text,
    )
    if match and not NO_NAME_HEAD.match(match["name"]) and not TALK.search(match["name"]):
        yield ProjectName(*match.span("name"), match["name"])


def _free(each: ProjectName | Token, found: Iterable[ProjectName]) -> bool:
    return not any(other.start < each.end and each.start < other.end for other in found)


def in_project_names(statement: Statement) -> frozenset[tuple[int, int]]:
    """Where (turn, start) an enterprise seems to stand within a project's name: a works or a workshop in it is none."""
    return frozenset(
        (heard.turn, token.start)
        for heard in statement.turns
        for token in heard.tokens
        if token.kind == "enterprise" and token.mention.kind != "company" and not _free(token, find_project_names(heard.text))
    )


def named_project(turns: Sequence[tuple[str, bool]], without: Collection[tuple[int, int]] = ()) -> tuple[int, ProjectName | None]:
    """The name that stands when all turns (text, whether the name was asked for) are heard, and its turn; None where there is none or it was taken back.

    A name that a cue led to goes before one that only stands there; a later one before an earlier one; `without`: turn and start of names that are not it.

    >>> named_project([("项目叫示例零件项目", False), ("名字改一下，项目叫示例轴承项目", False)])[1].name
    '示例轴承项目'
    """
    turn, found = 0, None
    for number, (text, asked) in enumerate(turns):
        for each in find_project_names(text, answering=asked):
            if (number, each.start) in without:
                continue
            if DENIED.search(text[max(0, each.start - 5) : each.start].strip("“")) or BUT_IS.match(text, each.end):
                continue
            if found is None or each.cued or asked or not found.cued:
                turn, found = number, each
        dismissed = next(iter(DISMISSED.finditer(text)), None)
        if found is not None and dismissed and (turn < number or found.end <= dismissed.start()):
            found = None
    return turn, found
