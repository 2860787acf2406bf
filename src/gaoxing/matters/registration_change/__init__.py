"""Changing what is registered (变更登记): 《市场主体登记管理条例》 (in force 2022-03-01), 《公司法》 (2023, in force 2024-07-01).

>>> MATTER.edition(date(2026, 11, 24)).id
'2026'
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from gaoxing.catalogue import Edition, Matter
from gaoxing.documents.applying import title
from gaoxing.matters.registration_change.fields import FIELDS, authority
from gaoxing.matters.registration_change.needs import needs
from gaoxing.matters.registration_change.papers import TITLE, papers
from gaoxing.matters.registration_change.reading import read
from gaoxing.matters.registration_change.rules import RULES, figures

_ITEM = "(?:法定代表人|法人(?:代表)?|股东|住所|地址|名称|名字|经营范围|注册资[本金]|公司类型)"
_OFFICER = "(?:执行)?(?:[董懂]事长?|监事)(?!会)"
_SHARE = r"(?:股权|股份|出资额?|%|[一二三四五六七八九]成|百分之[零一二三四五六七八九十百点]+|\d个点)"
CUES = (
    "(?:工商|登记|注册|公司|企业)?变更(?:登记|事项|手续)?",
    r"增资|减资|(?:增加|减少|提高|降低|变更|[降减增提调])(?:公司)?(?:的)?注册资[本金]|注册资[本金][^。；]{0,16}(?:变成?(?=[一二两三四五六七八九十\d])"
    r"|[增加减升]到"
    r"|减掉)|股权转让|转让股权|股改|改名|更名|迁址|(?:换|(?<!技)改)(?:个|一下|掉)?(?:公司)?(?:的)?(?:法人|法定代表人|股东|地址|名字|名称|经营范围"
    r"|注册资[本金])",
    rf"{_ITEM}(?:[^，。；]{{0,14}}(?:变更|变一下|换一下|改一下|换人|调整|迁到|迁至|搬到|转给|转让|增加到|减到)"
    rf"|[^，。；]{{0,4}}[从由][^，。；]{{0,14}}(?:换成|改成|改为|到))",
    rf"{_ITEM}(?:也|都|得|跟着|一起|想|需要)*要?(?:换|变|改)(?![好成])",
    r"不(?:想|再|愿意?)?(?:再|继续)?(?:当|做|担任)(?:公司|这个)*(?:的)?(?:法人|法定代表人)",
    rf"{_SHARE}(?:的)?(?:股权|股份)?[^，。；]{{0,8}}(?:转给|转让|卖给|让给|过户|都?给)|(?:名下|手[里上])的?(?:全部)?(?:股权|股份)|受让[^，。；]{{0,4}}{_SHARE}",
    r"(?:改|换|变)(?:一下|个|掉)?(?:公司|我们)?(?:的)?(?:营业)?执照|(?:公司|我们|厂里?)(?:也|要|已经|刚刚?|准备|马上|打算|现在|最近|下个?月"
    r"|今年)*搬(?:了|家|地方|场|迁)(?!公司|服务|的|业务)|(?:法定代表人|法人)[^。；]{0,16}(?:退休|卸任|离职|离任|辞职|辞任|去世|接替|接任)",
    rf"{_SHARE}(?:的)?(?:股权|股份)?[^，。；]{{0,3}}由[^，。；]{{1,6}}(?:收|接|拿|继承)|股[权份东][^。；]{{0,24}}继承",
    r"注册资[本金](?:要|想|得|需要)?(?:往[上下])?[上下]?(?:[调提增减降](?!成)|加(?!起来|一起|上去|成))|接[^，。；]{2,4}的班|把(?:我的|我们|这个|这家)*公司转(?:出去|让|给|掉)",
    r"公司(?:的)?(?:法人(?:代表)?|法定代表人|股东|地址|住所|名称|名字)(?:要|想|得)?(?:换|改|变)成|(?:新增|引进)(?:一个|一位)?股东",
    rf"(?<!新)(?:公司|企业)(?!登记|注册|设立)[^，。；成立注册]{{0,4}}{_OFFICER}(?:也|都|得|要|想|需要|准备|打算|现在|已经)*"
    rf"(?:(?:更换|变更|换人|换届|换|变)(?![成为上作给])(?:了|一下|掉)?)|(?<!新)(?:公司|企业)(?:现在|也|得|要|想|需要|准备|打算)+(?:更换|变更|换)(?:个|一个|一下|掉|了)?{_OFFICER}",
    r"(?:变更|更换|换)经营者|经营者[^，。；]{0,6}(?:变更|换成)",
    rf"{_OFFICER}(?:也|都|要|想|得|需要|已经)*(?:换|变更|更换|改选)(?:了|人|掉|一下|成|为|$|(?=[，。；]))",
    rf"(?:换|变更|更换|改选)(?:掉|个|一[个下]|公司|我们)*的?{_OFFICER}",
    r"→|(?:加|增|添|减|删|改|去掉)[^，。；]{0,6}经营范围|经营范围[^，。；]{0,14}(?:删掉|删除|去掉|拿掉)|经营范围[^，。；]{0,4}(?:加|增|添|减|删|去掉"
    r"|改)|(?:地址|住所|公司|厂里"
    r"|我们)[^，。；]{0,4}[从由]?[^，。；]{0,20}(?:搬|迁)(?:到|去|往|至)|(?:股份|股权|%|成"
    r"|百分之[一-龥]{1,5})[^，。；]{0,4}过户?[给到]",
    r"(?:执照|营业执照)(?:上)?(?:的)?(?:地址|名字|名称|法人)?(?:也|都|得|要|想|需要|跟着|一起)*(?:变|改|换)(?:一下|更|地址|名字|法人)?",
)
"""How people state that they want this matter."""

SIGNS = (
    r"原来|原先|现在",
    r"变更|改为|换成|改成|迁",
    r"转让|转给|卸任|接任",
    "增加|去掉",
    "经营范围",
    "统一社会信用代码|信用代码",
)
"""Words of this matter's form, which decide where no intent or a shared one was stated."""

MATTER = Matter(
    id="registration_change",
    name="变更登记",
    authority="昆山市行政审批局",
    basis="《市场主体登记管理条例》第二十四条",
    time_limit="变更决议作出之日起30日内申请；材料齐全的当场登记，否则3个工作日内（《市场主体登记管理条例》第十九条、第二十四条）",
    summary="公司改名、搬家、换法定代表人、增资减资、改经营范围、换股东。",
    cues=CUES,
    signs=SIGNS,
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
    derives=(("登记机关的级别", authority),),
)
