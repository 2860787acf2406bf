"""The blanks of a joint application (证照联办申请): the trade, the questions it raises, the licences that follow, whose business it is and where.

The questions asked are those on whose answers a licence of this trade still hangs; the licences are worked out, never asked. No official form for the
joint application was seen: the labels are ours.

>>> [each.id for each in FIELDS[:2]], len(ANSWERS)
(['trade', 'licences'], 25)
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from gaoxing.forms.field import TRUE_FALSE, Field, Kind
from gaoxing.forms.form import Form
from gaoxing.matters.joint_licence.determination.asking import open_ids
from gaoxing.matters.joint_licence.site import FUNDED, PLACED
from gaoxing.matters.joint_licence.trades import Answers, all_licences, questions, trades

PREFIX = "answers."

ENTITIES = (("company", "公司（新设立）"), ("sole_trader", "个体工商户（新设立）"), ("existing", "已有营业执照的"))
"""Whose the licences will be (主体类型)."""

LABELS: Mapping[str, tuple[str, str, str]] = {
    "sells_food_prepacked_only": ("只卖预包装食品", "只卖预包装食品的备案就行；拆零、散装、现做的要办食品经营许可。", "只卖包装好的"),
    "cooks_on_site": ("现场制作食品饮料", "现做吃的喝的，要办食品经营许可。", "不现做"),
    "sells_bulk_food": ("卖散装食品或熟食", "卖散装食品、熟食，要办食品经营许可。", "散装的不卖"),
    "sells_tobacco": ("卖烟", "卖烟要办烟草专卖零售许可。", "烟要卖"),
    "area": ("营业面积（平方米）", "面积大的公众聚集场所，开业前要过消防检查；商场超市还要办卫生许可。", "八十五平方"),
    "fitout": ("装修投入（万元）", "面积大、装修投入也多的，开业前要过消防检查。", "三十五万"),
    "has_sign": ("挂门头招牌", "门头招牌要到城管部门办设置手续。", "招牌要挂"),
    "large_ad": ("大型户外广告", "楼顶、墙面的大型广告要另办户外广告手续。", "不做"),
    "to_sewer": ("污水排入管网", "含油、医疗、洗车这些污水排进下水道，要办排水许可。", "有的，排下水道"),
    "sells_drugs": ("卖药", "卖药要办药品经营许可。", "卖药的"),
    "sells_md2": ("卖第二类医疗器械", "血压计、体温计这些二类器械要备案。", "口罩、血压计要卖"),
    "sells_md3": ("卖第三类医疗器械", "注射器、隐形眼镜这些三类器械要办许可。", "三类的不卖"),
    "sells_books": ("卖书报音像", "卖书报、杂志、音像要办出版物零售手续。", "书报不卖"),
    "has_pool": ("有游泳池", "游泳是高危险性体育项目，要办许可，池水还要查卫生。", "没有泳池"),
    "high_risk_item": ("攀岩、滑雪、潜水", "攀岩、滑雪、潜水是高危险性体育项目，要办许可。", "没有"),
    "offers_bath": ("提供洗浴、桑拿", "洗浴、桑拿是公共场所，要看卫生许可。", "没有"),
    "vehicle_over_4500kg": ("有总质量超过4.5吨的货车", "车重超过4.5吨的，要办道路货物运输许可。", "有两辆"),
    "job_brokerage": ("职业中介", "介绍工作、办招聘会、做猎头，要办人力资源服务许可。", "做的"),
    "hr_other": ("其他人力资源服务", "人事代理、外包、培训要备案。", "做外包"),
    "online_recruit": ("网上收费招聘", "在网上收费招聘，要办增值电信业务许可。", "不做"),
    "serves_meal": ("供餐", "给孩子、员工供餐，要办食品经营许可。", "中午管一顿饭"),
    "sells_vet_drugs": ("卖兽药疫苗", "卖兽药、疫苗要办兽药经营许可。", "疫苗要卖"),
    "live_show": ("驻唱演出", "有驻唱、演出的，领照后要办演出场所备案。", "没有驻唱"),
    "agent_present": ("委托别人代办", "别人代办的要带授权委托书和代办人的身份证明。", "我自己办"),
    "central_ac": ("集中空调", "用集中空调的公共场所，要交空调的卫生检测报告。", "不用集中空调"),
}
"""A question's id to its short label, why it is asked, and an answer."""


def trade_of(form: Form) -> str:
    """The form's trade; empty where none or an unknown one stands there."""
    trade = str(form.value("trade") or "")
    return trade if trade in trades() else ""


def answers_of(form: Form) -> Answers:
    """The questions answered on this form, by their id."""
    return {
        path.removeprefix(PREFIX): answer.value for path, answer in form.answers.items() if path.startswith(PREFIX) and isinstance(answer.value, int | float)
    }


def _open(form: Form, *, question: str) -> bool:
    trade = trade_of(form)
    return bool(trade) and question in open_ids(trade, answers_of(form))


def _of_trade(form: Form, *, trades: tuple[str, ...]) -> bool:
    return trade_of(form) in trades


def _answer(question: str) -> Field:
    label, why, example = LABELS[question]
    known = questions()[question]
    kind, choices = (Kind.BOOLEAN, TRUE_FALSE) if known.kind == "bool" else (Kind.NUMBER, ())
    wanted = partial(_open, question=question)
    return Field(
        f"{PREFIX}{question}", label, kind, question=known.text, why=why, example=example, required=True, verified=False, choices=choices, wanted=wanted
    )


ANSWERS = tuple(_answer(question) for question in questions())

TRADE = (
    Field(
        "trade",
        "行业",
        Kind.CHOICE,
        question="准备开什么店、做什么生意？",
        why="不同的行业要办的许可不一样，先定行业。",
        example="开个小面馆",
        required=True,
        verified=False,
        choices=tuple((each.id, each.name) for each in trades().values()),
    ),
    Field(
        "licences",
        "要办的证照",
        Kind.CHOICES,
        question="要办哪些证照？",
        why="按行业和上面的回答推出来的，不用您选。",
        verified=False,
        choices=tuple((each.id, each.name) for each in all_licences().values()),
    ),
)

BUSINESS = (
    Field(
        "entity",
        "主体类型",
        Kind.CHOICE,
        question="用公司的名义开，还是办个体户？执照是不是已经有了？",
        why="公司和个体户填的表、交的材料不一样；已经有执照的不用再登记。",
        example="办个体户",
        required=True,
        verified=False,
        choices=ENTITIES,
    ),
    Field(
        "premises",
        "经营场所",
        Kind.ADDRESS,
        question="店开在哪里？请说到门牌号。",
        why="执照和每一项许可都要写经营场所，有的还要上门看。",
        example="昆山市玉山镇某某路1号",
        required=True,
    ),
    Field(
        "name",
        "名称",
        Kind.TEXT,
        question="店名或者公司名全称叫什么？",
        why="执照和许可证上都要写，要一字不差。",
        example="昆山市玉山镇某某面馆",
        required=True,
    ),
    Field(
        "operator.name",
        "经营者（负责人）姓名",
        Kind.TEXT,
        question="经营者或者负责人叫什么名字？",
        why="每一项许可都要写，要和身份证一致。",
        example="张三，弓长张，一二三的三",
        required=True,
    ),
    Field(
        "operator.mobile",
        "移动电话",
        Kind.TELEPHONE,
        question="经营者的手机号是多少？",
        why="上门查看和领证都打这个号码。",
        example="十一位手机号，按三四四报",
        required=True,
        private=True,
    ),
    Field(
        "operator.id_number",
        "身份证件号码",
        Kind.ID_NUMBER,
        question="经营者的身份证号码是多少？",
        why="经营者要实名核对。",
        example="请按三位、四位一组慢慢报",
        required=True,
        private=True,
    ),
    Field("employees", "从业人数", Kind.INTEGER, question="店里一共几个人干活？", why="健康证按人头办。", example="三个人，连我在内"),
)

KINDS_OF_PLACE = (
    ("dwelling", "居民住宅楼（院）内"),
    ("basement", "地下一层"),
    ("deep_basement", "地下二层及以下"),
    ("other", "其他（商铺、商场、写字楼等）"),
)

LIMITED = (
    Field(
        "place.kind",
        "场所在什么样的楼里",
        Kind.CHOICE,
        question="店在什么样的楼里？是商铺，还是居民楼、地下室？",
        why="网吧、歌舞厅不能开在居民楼里，地下也有限制，签租约之前先看清楚。",
        example="在商场三楼",
        contract=False,
        verified=False,
        choices=KINDS_OF_PLACE,
        wanted=partial(_of_trade, trades=PLACED),
    ),
    Field(
        "place.school_distance",
        "距中小学校园的距离（米）",
        Kind.NUMBER,
        question="离最近的中学、小学有多少米？",
        why="学校周围不能开网吧和歌舞厅。",
        example="三百米",
        contract=False,
        verified=False,
        wanted=partial(_of_trade, trades=PLACED),
        own_reader=True,
    ),
    Field(
        "capital",
        "注册资本",
        Kind.MONEY,
        question="公司的注册资本是多少？",
        why="劳务派遣、旅行社对注册资本有最低要求。",
        example="两百万",
        contract=False,
        verified=False,
        wanted=partial(_of_trade, trades=FUNDED),
    ),
)
"""What a few trades are bound to: asked of them alone."""

FIELDS = (*TRADE, *ANSWERS, *BUSINESS, *LIMITED)
