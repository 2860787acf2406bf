"""What verdicts, parts and rules of names are called on the page (名称用语), in the language of the visitor."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.names.judgement import Verdict
from gaoxing.names.name import Kind

TITLES = {
    "EMPTY": gettext_lazy("名称是空的"),
    "LONG": gettext_lazy("名称太长"),
    "LETTERS": gettext_lazy("有字母、数字或者符号"),
    "TRADITIONAL": gettext_lazy("有繁体字"),
    "RARE": gettext_lazy("有生僻字"),
    "RARE_UNPRINTABLE": gettext_lazy("有打不出来的字"),
    "BRACKET": gettext_lazy("括号的写法"),
    "NO_REGION": gettext_lazy("没有行政区划"),
    "ZONE_ALONE": gettext_lazy("开发区不能单独作行政区划"),
    "DISTRICT_ALONE": gettext_lazy("市辖区要和设区市连用"),
    "ZONE": gettext_lazy("行政区划里带开发区"),
    "PROVINCIAL": gettext_lazy("冠省名"),
    "NO_TRADE_NAME": gettext_lazy("没有字号"),
    "NO_TRADE_NAME_SHOP": gettext_lazy("没有字号"),
    "SHORT_TRADE_NAME": gettext_lazy("字号太短"),
    "PLACE_AS_TRADE_NAME": gettext_lazy("拿地名作字号"),
    "TRADE_AS_TRADE_NAME": gettext_lazy("拿行业用语作字号"),
    "NO_TRADE": gettext_lazy("没有行业"),
    "NO_FORM": gettext_lazy("没有组织形式"),
    "BARE_COMPANY": gettext_lazy("没有写明公司的种类"),
    "PARTNERSHIP_FORM": gettext_lazy("合伙类型的写法"),
    "GROUP": gettext_lazy("集团"),
    "SHOP_FORM": gettext_lazy("组织形式和主体对不上"),
    "BRANCH": gettext_lazy("分支机构"),
    "OTHERS_NAME": gettext_lazy("含有别家企业的名称"),
    "STATE_HEAD": gettext_lazy("冠“中国”等字样"),
    "STATE_MIDDLE": gettext_lazy("中间有“中国”等字样"),
    "SUPERLATIVE": gettext_lazy("最高级的说法"),
    "DIGNITY": gettext_lazy("损害国家尊严或者公共秩序"),
    "DIGNITY_WHOLE": gettext_lazy("损害国家尊严或者公共秩序"),
    "VICE": gettext_lazy("含有淫秽、赌博、迷信等内容"),
    "AUTHORITY": gettext_lazy("党政军、群团组织的名称"),
    "FOREIGN": gettext_lazy("外国或者国际组织的名称"),
    "FOREIGN_HEAD": gettext_lazy("外国或者国际组织的名称"),
    "PERSONS": gettext_lazy("特定人物的姓名"),
    "NON_PROFIT": gettext_lazy("让人以为不是为了营利"),
    "STRATEGY": gettext_lazy("和国家战略相连的字样"),
    "LICENSED": gettext_lazy("须经批准的行业"),
    "FAMOUS": gettext_lazy("知名的商标或者字号"),
    "WORLD": gettext_lazy("“国际”“世界”等字样"),
    "E1": gettext_lazy("名称完全相同"),
    "E2": gettext_lazy("只是先后不同"),
    "E3": gettext_lazy("字号和行业相同，只有区划或者组织形式不同"),
    "B1": gettext_lazy("字号相同，行业相同"),
    "B2": gettext_lazy("字号相同，有一方没有行业"),
    "N1": gettext_lazy("字号相同，行业相近"),
    "N2": gettext_lazy("字号读音相同"),
    "N3": gettext_lazy("字号互相包含"),
    "N4": gettext_lazy("字号读音部分相同"),
    "N5": gettext_lazy("都没有行业，字号相近"),
    "G1": gettext_lazy("字号字形相近"),
}
"""Rule → what it is about, in a few words."""


def rule_title(rule: str) -> str:
    """What a rule is about; its number where it has no words yet."""
    return str(TITLES.get(rule, rule))


def verdict_word(verdict: Verdict) -> str:
    """The verdict as the page shows it."""
    return {
        Verdict.FREE: _("可用"),
        Verdict.SIMILAR: _("提示相近"),
        Verdict.RESTRICTED: _("限用"),
        Verdict.UNAVAILABLE: _("不可用"),
        Verdict.FORBIDDEN: _("禁用"),
    }[verdict]


def kind_word(kind: Kind) -> str:
    """What a part of a name is called."""
    return {
        Kind.REGION: _("行政区划"),
        Kind.TRADE_NAME: _("字号"),
        Kind.TRADE: _("行业"),
        Kind.FORM: _("组织形式"),
        Kind.BRANCH: _("分支机构"),
        Kind.MARK: _("括号"),
    }[kind]
