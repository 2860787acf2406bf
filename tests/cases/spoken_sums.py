"""Amounts and shares in spoken words, within sentences that hold other sums too (for `spoken_values`)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from tests.cases import speller
from tests.cases.spoken import LEAVE, ONE, TWO, Said, money, plain

SCALES = (10_000, 10_000, 10_000, 100_000, 1_000_000, 500, 1_000)
CAPITAL = (
    "我要注册一家公司，注册资本{}。",
    "想开公司注册资金{}法人还没定",
    "嗯那个我们公司注册资本呢就写{}吧房租一个月三千五",
    "我在电子厂干了十一年一个月工资八千，现在要办公司，注册资本{}，厂房押金交了两万四。",
    "办公司，客户注册资本一千万，我们小，注册资本{}就够了。",
    "公司设立，注册自本{}，到时候一共三个人干活。",
    "我叫岳小满今年三十四岁要开公司 注册资本 {} 电话等下报",
    "开公司。去年做外包挣了六十来万，注册资本打算填{}，营业期限长期。",
)


def amount_of_money(draw: Random) -> int:
    return draw.choice((draw.randint(1, 99), draw.randint(1, 9999))) * draw.choice(SCALES)


def in_words(amount: int, draw: Random) -> str:
    """One amount as it may be said or written."""
    wan = Decimal(amount) / 10_000
    words = speller.smoothed(speller.spelt(amount), draw)
    ways = [words, words + "元", words + "块钱", words + "元人民币", f"人民币{words}元整", f"{amount}元", f"{amount:,}元"]
    ways += [f"{format(wan.normalize(), 'f')}万", f"{format(wan.normalize(), 'f')}万元", speller.spelt(amount).translate(speller.FORMAL) + "元整"]
    if wan >= 1:
        ways += [speller.pointed(wan) + "万", speller.pointed(wan) + "万元"]
    if amount % 10**6 == 0 and amount >= 10**8:
        ways += [speller.pointed(Decimal(amount) / 10**8) + draw.choice(("亿", "个亿")), f"{Decimal(amount) / 10**8}亿元"]
    short = speller.shortened(amount)
    return draw.choice([*ways, *([short] * 3 if short and amount >= 10_000 else [])])


def _filler(words: str, draw: Random) -> str:
    """A hesitation or a word said twice, now and then."""
    return draw.choice(("", "", "", "", "嗯", "那个", "呃")) + words


EMPLOYEES_SAID = {5: {"employees": 3}}
TERM_SAID = {7: {"operating_term": "indefinite"}}


def capital(draw: Random) -> Said:
    """A registered capital among rents, wages and other people's capital."""
    amount, number = amount_of_money(draw), draw.randrange(len(CAPITAL))
    others = EMPLOYEES_SAID.get(number, {}) | TERM_SAID.get(number, {})
    return Said(
        "amount",
        "company_registration",
        ({"said": CAPITAL[number].format(_filler(in_words(amount, draw), draw))},),
        "registered_capital",
        money(amount),
        others,
    )


def capital_answered(draw: Random) -> Said:
    """The bare answer to the question."""
    amount = amount_of_money(draw)
    return Said(
        "amount",
        "company_registration",
        ({"said": "我想开一家公司"}, {"asked": "registered_capital", "said": in_words(amount, draw)}),
        "registered_capital",
        money(amount),
    )


def capital_mended(draw: Random) -> Said:
    """An amount put right in the same breath or in a later turn."""
    first, amount = amount_of_money(draw), amount_of_money(draw)
    turn = draw.choice(("，不对，是", "不对是", "，哦说错了，应该是", "呃不是", "，算了，改成"))
    words = f"开公司注册资本{in_words(first, draw)}{turn}{in_words(amount, draw)}"
    turns = ({"said": words},)
    if draw.random() < 0.4:
        turns = (
            {"said": f"开公司注册资本{in_words(first, draw)}"},
            {"said": f"{draw.choice(('注册资本改成', '资本改一下，改为', '刚才注册资本说错了，是'))}{in_words(amount, draw)}"},
        )
    return Said("amount put right", "company_registration", turns, "registered_capital", money(amount))


def capital_foreign(draw: Random) -> Said:
    """A capital in another currency."""
    amount = draw.randint(1, 999) * 10_000
    word, code = draw.choice((("美元", "USD"), ("美金", "USD"), ("欧元", "EUR"), ("港币", "HKD"), ("日元", "JPY"), ("万欧元", "EUR")))
    words = f"{amount // 10_000}{word}" if word == "万欧元" else speller.smoothed(speller.spelt(amount), draw) + word
    return Said("amount", "company_registration", ({"said": f"外资公司设立登记，注册资本{words}，汇率七点一。"},), "registered_capital", money(amount, code))


def capital_vague(draw: Random) -> Said:
    """An amount that is none: it must stay open."""
    tens = draw.choice("二三四五六七八九两").replace("二", "两")
    words = draw.choice(
        (
            f"{tens}百来万",
            "几十万",
            "五六万",
            f"大概{tens}百万",
            f"{tens}百多万",
            f"{tens}十几万".replace("两十", "二十"),
            f"{tens}百万左右",
            f"不超过{tens}百万",
            "一百到两百万",
            "上百万",
            f"{tens}千万出头",
        )
    )
    return Said("vague amount", "company_registration", ({"said": f"想办个公司，注册资本{words}吧，我叫岳小满。"},), "registered_capital", LEAVE)


def capital_bare(draw: Random) -> Said:
    """A figure without its unit: two meanings, one question."""
    figure = draw.choice((100, 200, 500, 50, 80, 120, 2500, 1200, 350))
    words = draw.choice((speller.smoothed(speller.spelt(figure), draw), str(figure), speller.shortened(figure) or str(figure)))
    readings = (money(figure), money(figure * 10_000))
    return Said("bare figure", "company_registration", ({"said": f"注册公司，注册资本{words}，先不打钱。"},), "registered_capital", LEAVE, readings=readings)


FUNDS = (
    "个体户登记，资金数额{}。",
    "办个体工商户卖水果资金{}房租一个月四千二",
    "我开个小店个体的，填资金的地方写{}就行，转让费花了六万五",
    "个体户，投了{}，请了两个人。",
)


def funds(draw: Random) -> Said:
    """A sole trader's funds."""
    amount, number = draw.randint(1, 99) * draw.choice((10_000, 1_000, 5_000)), draw.randrange(len(FUNDS))
    others = {"employees": 2} if number == 3 else {}
    return Said("amount", "sole_trader_registration", ({"said": FUNDS[number].format(in_words(amount, draw))},), "funds", money(amount), others)


def _percent_words(percent: Decimal, draw: Random) -> str:
    """One percentage as it may be said."""
    ways = [f"百分之{speller.pointed(percent)}", f"{percent.normalize():f}%", f"百分之{percent.normalize():f}", f"{speller.pointed(percent)}个点"]
    tens, ones = divmod(percent, 10)
    if tens and ones == 0:
        ways += [f"{speller.FIGURES[int(tens)]}成".replace("二成", "两成")] * 2
    elif tens and ones == 5:
        ways += [f"{speller.FIGURES[int(tens)]}成半".replace("二成", "两成"), f"{speller.FIGURES[int(tens)]}成五".replace("二成", "两成")] * 2
    elif tens and ones == int(ones):
        ways += [f"{speller.FIGURES[int(tens)]}成{speller.FIGURES[int(ones)]}".replace("二成", "两成")]
    return draw.choice(ways)


SHARED = ("{one}占{a}，{two}占{b}", "{one}{a}{two}{b}", "{one}持股{a}，剩下的归{two}", "{one}占{a}另外一个股东{two}占{b}")


def share(draw: Random) -> Said:
    """Two partners' shares of a capital that divides evenly."""
    percent = Decimal(draw.choice((draw.randint(1, 19) * 5, draw.randint(1, 99), draw.randint(101, 9899))))
    percent = percent / 100 if percent > 99 else percent
    rest, capital = 100 - percent, draw.choice((100, 200, 500, 1000)) * 10_000
    words = draw.choice(SHARED).format(one=ONE, two=TWO, a=_percent_words(percent, draw), b=_percent_words(rest, draw))
    said = f"办公司，注册资本{speller.spelt(capital)}，{words}，房租一年九万六"
    return Said("share", "company_registration", ({"said": said},), f"parties.{ONE}.contribution.percent", plain(percent), _holdings(capital, percent, rest))


def _holdings(capital: int, one: Decimal, two: Decimal) -> dict[str, Any]:
    amounts = {f"parties.{who}.contribution.amount": plain(Decimal(capital) * part / 100) for who, part in ((ONE, one), (TWO, two))}
    return {"registered_capital": money(capital), **amounts, f"parties.{TWO}.contribution.percent": plain(two)}


def fraction(draw: Random) -> Said:
    """A third and two thirds, three and five eighths: the percent stands, an amount that does not come out is left."""
    over, under = draw.choice(((1, 3), (2, 3), (1, 4), (3, 4), (1, 8), (3, 8), (2, 5), (1, 2)))
    words = f"{speller.FIGURES[under]}分之{speller.FIGURES[over]}".replace("二分之", "二分之")
    rest = f"{speller.FIGURES[under]}分之{speller.FIGURES[under - over]}"
    one, two = (Decimal(part * 100 * 100 // under) / 100 for part in (over, under - over))
    said = f"注册公司，{ONE}占{words}，{TWO}占{rest}，我们干了三年了"
    two = two if 100 * (under - over) * 100 % under == 0 else Decimal(round((under - over) * 10_000 / under)) / 100
    one = one if 100 * over * 100 % under == 0 else Decimal(round(over * 10_000 / under)) / 100
    return Said(
        "share",
        "company_registration",
        ({"said": said},),
        f"parties.{ONE}.contribution.percent",
        plain(one),
        {f"parties.{TWO}.contribution.percent": plain(two)},
    )


def paid_in(draw: Random) -> Said:
    """Two partners' amounts."""
    one, two = draw.randint(1, 99) * 10_000, draw.randint(1, 99) * 10_000
    said = f"开公司，{ONE}出{in_words(one, draw)}，{TWO}出{in_words(two, draw)}，二手设备花了差不多四十万"
    others = {f"parties.{TWO}.contribution.amount": plain(Decimal(two))}
    return Said("amount", "company_registration", ({"said": said},), f"parties.{ONE}.contribution.amount", plain(Decimal(one)), others)


def partners(draw: Random) -> Said:
    """Three partners: two shares and the rest, no stops."""
    capital = draw.choice((60, 100, 200, 300, 1000)) * 10_000
    one, two = draw.randint(4, 12) * 5, draw.randint(1, 7) * 5
    names, parts = (ONE, TWO, "陶云帆"), (one, two, 100 - one - two)
    stop = draw.choice(("，", "", " "))
    words = [f"{name}{draw.choice(('占', '拿', ''))}{_percent_words(Decimal(part), draw)}" for name, part in zip(names[:2], parts, strict=False)]
    words.append(f"剩下的{draw.choice(('归', '都是', '给'))}{names[2]}")
    said = f"三个人办公司注册资本{in_words(capital, draw)}{stop}{stop.join(words)}"
    rows = [(f"parties.{name}.contribution", part) for name, part in zip(names, parts, strict=True)]
    others = {f"{row}.amount": plain(Decimal(capital) * part / 100) for row, part in rows} | {f"{row}.percent": str(part) for row, part in rows[1:]}
    return Said("share", "company_registration", ({"said": said},), f"{rows[0][0]}.percent", str(one), {"registered_capital": money(capital), **others})


WRITERS: tuple[tuple[Callable[[Random], Said], int], ...] = (
    (capital, 120), (capital_answered, 40), (capital_mended, 40), (capital_foreign, 15), (capital_vague, 30), (capital_bare, 20), (funds, 35),
    (share, 70), (fraction, 15), (paid_in, 25), (partners, 30),
)  # fmt: skip
"""Each writer and how often it writes."""
