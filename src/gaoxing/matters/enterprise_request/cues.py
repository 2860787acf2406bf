"""How people state that they have a request (诉求的说法), and the words that only troubles are told with.

Several troubles told in one breath are a request even where one of them «办不下来»; somebody who went there in vain for one thing has a stuck matter.

>>> import re
>>> bool(re.search(SEVERAL, "一是土地证办不下来，二是厂门口天天堵车")), bool(re.search(SEVERAL, "一是土地证跑了三趟，二是厂门口堵车"))
(True, False)
"""

from __future__ import annotations

SUBJECTS = (
    r"补贴|奖励|奖补|返还|退税|高企|专精特新|惠企|扶持|加计扣除|稳岗|税务",
    r"用地指标|规划|公示|对面要建|土地指标|土地证|产证|环评|能评|消防|验收|施工许可|图审|规划许可|安评|容积率|批文|审批",
    r"贷款|融资|续贷|转贷|抽贷|银行|担保|货款|欠款|拖欠|尾款|账期|北交所|上市|理赔|保费|资金周转|流动资金|承兑",
    r"招工|招人|招聘|招不|缺人|缺工|用工|普工|操作工|焊工|技工|留不住|社保|公积金|工伤|仲裁|落户|户口|工作许可|培训|人才|加班费|人手|工人(?!宿舍)|离职|合同|辞退|裁员|劳动局|师傅",
    r"停电|跳闸|断电|限电|拉闸|变压器|电压|供电|电费|增容|停水|水压|自来水|天然气|燃气|蒸汽|断网|宽带|网络|信号|垃圾|臭|异味|污水|下水道|窨井|积水|危废|固废|限行|红绿灯|路灯|路面|路口|坑|货车|集卡|堵|修路|物流|快递|运费",
    r"订单|销路|试用|应用场景|展会|客户|出口|关税|报关|清关|专利|商标|仿冒|高校|产学研|实验室|供应商|配套|厂房|仓库|租约|租期|场地|房东|原材料|涨价|主机厂|厂家|孵化器|检测|找(?:不到|到)?(?:一|几|两)?家[^，。；]{0,10}(?:厂|能做|供应|加工)|投资人|技术难题|海关",
    r"宿舍|食堂|快递柜|咖啡|餐厅|超市|便利店|健身|停车|车位|公交|班车|地铁|学位|上学|入学|读书|幼儿园|看病|医院|药房|治安|被偷|巡逻|公寓|吃饭|外卖|夜班|充电桩|没地方住",
    r"噪音|扰民|半夜|灰大|粉尘|异味|周年|典礼|剪彩|认养|认领|捐|绿化|门牌|路牌|牌子|写错|野狗|商会|协会|造谣|态度差|态度太",
)
"""What requests are about, one expression a class; words that the forms of other matters hardly hold."""

_SUBJECT = "|".join(SUBJECTS)
_WRONG = r"不|撤|关了|没|难|贵|慢|停|坏|断|拖|卡|退|满|缺|远|堵|涨|漏|偷|欠|怎么|能否|希望|想|请|老是|天天|经常|太|紧|少|问题"
_TROUBLE = rf"(?:{_SUBJECT})[^，。；]{{0,14}}(?:{_WRONG})|(?:{_WRONG})[^，。；]{{0,8}}(?:{_SUBJECT})"
_WENT_THERE = r"[一二两三四五六七八九十\d几]+多?[趟回次]|白跑|办不成事|注销|变更登记|备案变更|跑断|两头推|推来推去"
_OPENING = r"联办|(?:执照|食品证|许可证)[^\n。]{0,20}(?:一道|一起|一趟|一次|一并|一块)"
"""Whoever opens a shop and wants its permits in one go tells of a sewer and a sign too: that is no trouble."""
_COUNTED = r"[两二三四五六23456几](?:件|个|点|条|桩)(?:大?事|问题|困难|诉求|难处|麻烦)"
_FIGURE = "[零〇一二三四五六七八九幺0-9]"
_NUMBERED = rf"第[二三四][^十天年次季]|(?<!{_FIGURE})[二三四](?:是|、(?!{_FIGURE}))"
_MORE = rf"{_COUNTED}|{_NUMBERED}|其次|另外|还有|再就是|再一个|再有|顺便|对了|；|一个是|再说|然后"

_TWICE = rf"[^\n]*?(?:{_TROUBLE})[^\n]*(?:{_MORE})[^\n]*?(?:{_TROUBLE})|[^\n]*(?:{_COUNTED}|{_NUMBERED})[^\n]*?(?:{_TROUBLE})"

SEVERAL = rf"^(?={_TWICE})(?![^\n]*(?:{_WENT_THERE}|{_OPENING}))[^\n]*$"
"""Several troubles in one turn, and nobody went anywhere in vain: the whole turn is the request, whatever single words in it say."""

_AGAIN = "(?:老是|总是|经常|天天|动不动|三天两头)"
BESIDES = (
    rf"(?:另外|还有|顺便|对了)，?(?:我们?|咱们?)(?:老|这|那|这边|那边|的|这个|那个)*(?:厂|公司|车间|园区|门口)"
    rf"(?=[^，。；]{{0,8}}{_AGAIN}[^，。；]{{0,8}}(?:{_SUBJECT})|[^，。；]{{0,4}}(?:{_SUBJECT})[^，。；]{{0,8}}{_AGAIN})"
)
"""A trouble told besides another matter: it is offered, and does not decide."""

CUES = (
    SEVERAL,
    BESIDES,
    r"反映|诉求|求助|投诉|提(?:个|一个|点|几[点条]|条)?(?:建议|意见)|(?:说|讲)(?:个|一个|件|一件|两件|几件)(?:事|情况)|急事|几个困难|说困难|困难是|难处|请[^，。；]{0,8}(?:协调|出面|牵线|搭桥|帮忙解决|管管|管一管|想想?办法)|帮(?:我们|忙|着|咱们)*(?:协调|解决|对接|牵(?:个|根)?线|想想办法|反映)",
    r"(?:可以|能|想|帮[^，。；]{0,4})对接|对接一下|牵(?:个|根)?线|搭(?:个|座)?桥",
    r"(?:替|代|帮)(?:我|我们|自己|他)*(?:自己)?的?(?:厂里|公司里?|厂|单位)(?:问|说|反映|提)",
    r"(?:想|要)请(?:个|位)?(?:你们|您|人|老师|领导|园区|政府|管委会|有关部门|高新区|街道|专家)|(?:希望|盼望?着?)[^，。；]{0,4}(?:园区|政府|管委会|领导|高新区|有关部门|交警|你们)|(?:园区|政府|管委会|高新区|你们)(?:里)?(?:能不能|可不可以|能否|有没有)",
)
"""How people state that they want this matter."""

SIGNS = (
    *SUBJECTS,
    _TROUBLE,
    r"能不能|能否|有没有|希望|盼|帮忙|帮我们|协调|有没有办法|怎么办",
    r"我们(?:公司|厂|这边|企业|园区)|咱们?厂|厂里|车间|员工|工人",
    r"(?:我们|咱们|我厂|我司)[^\n]{0,60}(?:愿意|要求|找谁|什么手续|不对|坏了)",
    r"老是|一直|(?<![今明昨每])天天|动不动|三天两头|越来越|太(?:慢|贵|难|远|少|挤|高)|不够|不方便|找不到|没人|没地方|来不及|受不了|吃不消",
)
"""Words of this matter's form, which decide where no intent or a shared one was stated."""
