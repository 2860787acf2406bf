"""Numbers of persons and enterprises, dates, terms, heads and addresses in spoken words (for `spoken_values`)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.cases import speller
from tests.cases.spoken import LEAVE, ON, ONE, Said, money

REGIONS = ("320583", "320500", "341200", "510107", "420106", "412825", "110105", "320981")


def identity_number(draw: Random) -> tuple[str, date]:
    born = date(1960, 1, 1) + timedelta(days=draw.randrange(365 * 45))
    seventeen = draw.choice(REGIONS) + born.strftime("%Y%m%d") + f"{draw.choice((draw.randrange(10), draw.randrange(1000))):03}"
    return seventeen + speller.check_digit(seventeen), born


def identity_words(code: str, born: date, draw: Random) -> str:
    """The number in figures, in groups, with its birthday as a date, or its last figure said apart."""
    one, gap = draw.choice("幺一"), draw.choice((" ", "，", "", " 嗯 ", "、"))
    apart = f"{speller.digits(code[:17], draw)}{draw.choice(('最后一位是', ' 最后一个', '，最后一位'))}{speller.figure(code[17], one, draw)}"
    dated = gap.join(
        (speller.digits(code[:6], draw, one=one), speller.birthday(born.year, born.month, born.day, draw), speller.digits(code[14:], draw, one=one))
    )
    ways = [code, f"{code[:6]} {code[6:14]} {code[14:]}", speller.digits(code, draw), speller.grouped(code, (6, 4, 4), draw, gap)]
    ways += [speller.grouped(code, (3, 3, 4, 4), draw, gap), speller.grouped(code, (6, 8), draw, gap), dated, dated, apart]
    return draw.choice(ways)


IDENTITY = (
    "个体户登记，经营者{one}，身份证号{code}，店开在北门路。",
    "我来办个体工商户我叫{one}身份证{code}房东电话没带",
    "办个个体执照，{one}，身份证号码是{code}，资金还没想好。",
    "个体户，经营者{one}，证件号码{code}，卖水果卖了十二年。",
)


def identity(draw: Random) -> Said:
    """An identity number."""
    code, born = identity_number(draw)
    said = draw.choice(IDENTITY).format(one=ONE, code=identity_words(code, born, draw))
    return Said("identity number", "sole_trader_registration", ({"said": said},), "operator.id_number", code, {"operator.name": ONE})


def identity_mended(draw: Random) -> Said:
    """An identity number whose last figures, or which as a whole, was said wrongly at first."""
    code, _ = identity_number(draw)
    other, _ = identity_number(draw)
    count = draw.choice((1, 3, 4))
    wrong = code[:-count] + (other[-count:] if other[-count:] != code[-count:] else "8" * count)
    tail, name = speller.digits(code[-count:], draw), speller.FIGURES[count]
    again = draw.choice((f"不对，最后{name}位是{tail}", f"，后{name}位报错了，是{tail}", f" 哦后{name}位错了是{tail}", f"，说错了，最后{name}位应该是{tail}"))
    whole = f"{draw.choice(('，不对，重新来，', ' 哎念错了 ', '，说错了，应该是'))}{speller.digits(code, draw)}"
    first = f"办个体户，我叫{ONE}，身份证{speller.digits(wrong, draw)}"
    turns = ({"said": first + draw.choice((again, again, whole))},)
    if draw.random() < 0.4:
        turns = ({"said": first}, {"said": draw.choice((f"身份证后{name}位报错了，是{tail}", f"刚才身份证最后{name}位不对，应该是{tail}"))})
    return Said("number put right", "sole_trader_registration", turns, "operator.id_number", code, {"operator.name": ONE})


def identity_answered(draw: Random) -> Said:
    """The bare answer."""
    code, born = identity_number(draw)
    turns = ({"said": f"办个体户，经营者{ONE}"}, {"asked": "operator.id_number", "said": identity_words(code, born, draw)})
    return Said("identity number", "sole_trader_registration", turns, "operator.id_number", code, {"operator.name": ONE})


MOBILE = ("个体户登记，经营者{one}，手机{code}。", "办个体我叫{one}电话{code}在北门路租了个门面", "个体工商户，{one}，联系电话是{code}，做了八年了。")


def mobile_number(draw: Random) -> str:
    return f"1{draw.choice('3578')}{draw.randrange(10)}{draw.choice((draw.randrange(10**8), draw.randrange(10**4), draw.randrange(10**4) * 10**4)):08}"


def mobile_words(code: str, draw: Random) -> str:
    gap = draw.choice((" ", "，", "", "-", " 嗯 "))
    ways = [
        code,
        f"{code[:3]} {code[3:7]} {code[7:]}",
        speller.digits(code, draw),
        speller.grouped(code, (3, 4), draw, gap),
        speller.grouped(code, (3, 3), draw, gap),
    ]
    return draw.choice(ways)


def mobile(draw: Random) -> Said:
    """A mobile number."""
    code = mobile_number(draw)
    said = draw.choice(MOBILE).format(one=ONE, code=mobile_words(code, draw))
    return Said("telephone", "sole_trader_registration", ({"said": said},), "operator.mobile", code, {"operator.name": ONE})


def mobile_mended(draw: Random) -> Said:
    """A mobile number put right."""
    code, other = mobile_number(draw), mobile_number(draw)
    wrong = code[:7] + other[7:] if other[7:] != code[7:] else code[:7] + "8642"
    again = draw.choice(
        (f"，后四位错了，是{speller.digits(code[7:], draw)}", f"，不对，是{speller.digits(code, draw)}", f" 尾号说错了是{speller.digits(code[7:], draw)}")
    )
    said = f"办个体，经营者{ONE}，手机{speller.digits(wrong, draw)}{again}"
    return Said("number put right", "sole_trader_registration", ({"said": said},), "operator.mobile", code, {"operator.name": ONE})


LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code(draw: Random) -> Said:
    """A shareholder's credit code."""
    tail = "".join(draw.choice(LETTERS) for _ in range(6))
    code = f"91{draw.choice(REGIONS)}MA{tail}{draw.choice(LETTERS)}{draw.choice(LETTERS)}"
    words = draw.choice(
        (code, code.lower(), speller.digits(code[:8], draw) + code[8:], speller.digits(code[:8], draw) + " " + _lettered(code[8:], draw), _lettered(code, draw))
    )
    said = f"办公司，唯一股东是苏州衡棠投资有限公司，统一社会信用代码{words}，房租一年九万六。"
    name = "parties.苏州衡棠投资有限公司"
    return Said("credit code", "company_registration", ({"said": said},), f"{name}.id_number", code, {f"{name}.contribution.percent": "100"})


def _lettered(code: str, draw: Random) -> str:
    one = draw.choice("幺一")
    return "".join(speller.figure(each, one, draw) if each.isdigit() else each for each in code)


DUE = ("{}前缴清", "最晚{}前到位", "认缴期限到{}", "{}之前缴足", "出资时间{}")


def due(draw: Random) -> Said:
    """A day, a month, a year or a span of years by which to pay."""
    day = date(2027, 1, 1) + timedelta(days=draw.randrange(365 * 8))
    words, meant = draw.choice((_day, _day, _day, _month, _relative))(day, draw)
    said = f"办公司注册资本一百万，{ONE}一个人出，{draw.choice(DUE).format(words)}，2019年起一直在外面打工。"
    return Said("date", "company_registration", ({"said": said},), f"parties.{ONE}.contribution.due", meant, _alone())


def _alone() -> dict[str, Any]:
    return {"registered_capital": money(1_000_000), f"parties.{ONE}.contribution.amount": "1000000", f"parties.{ONE}.contribution.percent": "100"}


def spoken_day(draw: Random) -> tuple[str, str]:
    """A day in its words, and as the contract writes it."""
    return _day(date(2027, 1, 1) + timedelta(days=draw.randrange(365 * 8)), draw)


def _day(day: date, draw: Random) -> tuple[str, str]:
    spoken = f"{speller.counted(day.month)}月{speller.counted(day.day)}{draw.choice('号日')}"
    short = "".join(speller.FIGURES[int(each)] for each in str(day.year)[2:]) + "年"
    ways = [
        speller.year(day.year, draw) + spoken,
        short + spoken,
        f"{day.year}年{day.month}月{day.day}日",
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month:02}/{day.day:02}",
    ]
    return draw.choice(ways), day.isoformat()


def _month(day: date, draw: Random) -> tuple[str, str]:
    spoken = f"{speller.counted(day.month)}月{draw.choice(('', '份', '底'))}"
    ways = [speller.year(day.year, draw) + spoken, f"{day.year}年{day.month}月"]
    return draw.choice(ways), day.isoformat()[:7]


def _relative(day: date, draw: Random) -> tuple[str, str]:
    word, ahead = draw.choice((("明年", 1), ("后年", 2), ("大后年", 3)))
    return f"{word}{speller.counted(day.month)}月{speller.counted(min(day.day, 28))}号", f"{ON.year + ahead}-{day.month:02}-{min(day.day, 28):02}"


def due_open(draw: Random) -> Said:
    """Year's ends, quarters and impossible days: no day is filled in that nobody said."""
    words = draw.choice(("2028年底", "后年年底", "明年年中", "二零二九年上半年", "2027年2月30日", "后年春节", "2028年第三季度", "六月底", "二八年年末"))
    year = {"2": "2028", "二": "2028", "后": "2028", "明": "2027"}.get(words[0], "")
    said = f"办公司注册资本一百万，{ONE}一个人出，{words}前缴清。"
    readings = tuple(f"{year}{tail}" for tail in ("-12-31", "-12", "")) if year and ("底" in words or "末" in words) else ()
    return Said("open date", "company_registration", ({"said": said},), f"parties.{ONE}.contribution.due", LEAVE, _alone(), readings=readings)


def due_within(draw: Random) -> Said:
    """五年内, 成立之日起五年内, 三年以内."""
    years = draw.randint(1, 5)
    number = draw.choice((speller.FIGURES[years].replace("二", "两"), str(years)))
    words = draw.choice((f"{number}年内缴清", f"自公司成立之日起{number}年内缴足", f"{number}年之内到位", f"成立之日起{number}年内缴清", f"认缴期限{number}年"))
    said = f"办公司注册资本一百万，{ONE}一个人出，{words}，我在厂里做了七年。"
    return Said("date", "company_registration", ({"said": said},), f"parties.{ONE}.contribution.due", {"years": years}, _alone())


def term(draw: Random) -> Said:
    """How long the company is to last."""
    years = draw.choice((10, 15, 20, 25, 30, 50))
    number = draw.choice((speller.counted(years), str(years)))
    words, meant = draw.choice(((f"{number}年", {"years": years}), (f"{number}年", {"years": years}), ("长期", "indefinite"), ("无固定期限", "indefinite")))
    frame = draw.choice(("办公司，营业期限{}，我干了十一年钣金。", "公司设立 经营期限{} 厂房租了三年", "开公司期限写{}，房租三年一签"))
    return Said("term", "company_registration", ({"said": frame.format(words)},), "operating_term", meant)


HEADS = (
    "办公司，从业人员{}个人，厂房八百平。",
    "开公司目前员工{}个，三个股东还没定",
    "公司设立，从业人数{}人，我今年三十六岁",
    "开公司一共{}个人干活，房租一个月八千",
)


def heads(draw: Random) -> Said:
    """How many work there."""
    count = draw.choice((draw.randint(2, 20), draw.randint(21, 300)))
    words = draw.choice((speller.counted(count).replace("二百", "两百"), str(count)))
    words = "两" if words == "二" else words
    return Said("heads", "company_registration", ({"said": draw.choice(HEADS).format(words)},), "employees", count)


def heads_vague(draw: Random) -> Said:
    """About as many."""
    words = draw.choice(("十来", "二十几", "五六", "三十多", "大概十五", "几十", "差不多二十"))
    return Said("vague heads", "company_registration", ({"said": draw.choice(HEADS).format(words)},), "employees", LEAVE)


PLACES = ("办公司，住所在{}，房东姓丁。", "开公司地址{}租了一间一个月两千", "公司设立，注册地址{}，我家住常熟", "开公司住所是{}法人还没定")
ROADS = ("萧林路", "玉山镇北门路", "昆山市巴城镇学院路", "昆山开发区前进东路", "古城中路", "玉山镇同丰西路")


def place(draw: Random) -> Said:
    """A road, its number, a building, a floor and a room."""
    road, number, building, room = draw.choice(ROADS), draw.randint(1, 1999), draw.randint(1, 30), draw.randint(1, 9) * 100 + draw.randint(1, 30)
    lane, annex = draw.random() < 0.15, draw.random() < 0.15
    spoken, said_written = draw.random() < 0.6, []
    for figure, unit in (
        (number, "弄" if lane else "号"),
        (building, draw.choice(("号", "号楼")) if lane else draw.choice(("号楼", "幢", "栋"))),
        (room, "室"),
    ):
        tail = f"-{draw.randint(1, 9)}" if annex and unit == "号" and not lane else ""
        words = speller.plain_digits(str(figure)) if unit == "室" else speller.counted(figure).replace("二百", draw.choice(("二百", "两百")))
        said_written.append(
            (f"{words}{'杠' + speller.FIGURES[int(tail[1:])] if tail else ''}{unit}" if spoken else f"{figure}{tail}{unit}", f"{figure}{tail}{unit}")
        )
    words, written = ("".join(each[side] for each in said_written) for side in (0, 1))
    return Said("address", "company_registration", ({"said": draw.choice(PLACES).format(road + words)},), "domicile", road + written)


def landline(draw: Random) -> Said:
    """A fixed line with its area code."""
    area, local = draw.choice(("0512", "021", "025")), f"{draw.choice('5678')}{draw.randrange(10**7):07}"
    words = draw.choice(
        (f"{area}-{local}", f"{area}{local}", speller.digits(area + local, draw), f"{speller.digits(area, draw)} {speller.digits(local, draw)}")
    )
    said = f"个体户登记，经营者{ONE}，联系电话{words}，干了八年了。"
    return Said("telephone", "sole_trader_registration", ({"said": said},), "operator.mobile", f"{area}-{local}", {"operator.name": ONE})


WRITERS: tuple[tuple[Callable[[Random], Said], int], ...] = (
    (identity, 60), (identity_mended, 40), (identity_answered, 20), (mobile, 40), (mobile_mended, 25), (landline, 15), (credit_code, 30),
    (due, 60), (due_open, 20), (due_within, 15), (term, 25), (heads, 30), (heads_vague, 15), (place, 50),
)  # fmt: skip
"""Each writer and how often it writes."""
