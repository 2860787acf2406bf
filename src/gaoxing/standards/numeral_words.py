"""The characters of Chinese numerals (中文数字) and the words that may follow them.

Source: registration.md F.1 [K]; formal characters as on cheques (正确填写票据和结算凭证的基本规定, 1997).

>>> DIGITS["两"], UNITS["仟"], MAGNITUDES["亿"]
(2, 3, 8)
"""

from __future__ import annotations

from gaoxing.standards.expression import expression

SMALL_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
FORMAL_DIGITS = {character: value for value, character in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"貳": 2, "叄": 3, "陸": 6}
DIGITS = SMALL_DIGITS | FORMAL_DIGITS
UNITS = {"十": 1, "百": 2, "千": 3, "拾": 1, "佰": 2, "仟": 3}
"""Exponents of ten inside a section of four places."""
MAGNITUDES = {"万": 4, "亿": 8, "萬": 4, "億": 8, "W": 4, "w": 4}
ZEROS = "零〇"
SPOKEN_DIGITS = {**{character: str(value) for character, value in SMALL_DIGITS.items()}, "幺": "1", "洞": "0", "拐": "7"}
"""Digits of a code read one by one (幺三八); 洞 and 拐 only among other digits."""

MEASURES = frozenset(
    "个位家人名间层号年月日天岁次台辆张份件套条只处所楼栋幢室座平亩方米吨斤趟块元圆角股点成倍折项类种期幅口副批场局届周时分秒门户桌部笔字版代级等"
)
"""A numeral before one of these counts something: it is no bare figure, and its last digit is not a shortened unit."""
COUNTED = expression(
    "个(?!体|人[经独全出所控持])|位(?!于|置)|家(?!庭|里|具|电)|人(?!员|民|数)|名(?!字|称|叫|为)|间|层|号(?!码)|年(?!限)|月|日(?!元)|天|岁|次|台(?!湾|币|资|商)|件|套|条|只(?!有|要|是|能)|"
    "楼|栋|幢|室|平(?!分|均|摊|台)|亩|趟|股(?!东|份|权)|成(?!立|本|都|员)|倍|折|项(?!目)|类|种|届|期(?!限|间|货)|户(?!名|口)|桌|笔|级"
)
"""Before one of these a single digit belongs to the next word: 五十万三个人 is 500,000 and three people, but 八万五个体户 is 85,000."""
AFTER_ONE = frozenset("半定样直起共般并旦切律些再边旁度手心齐同辈生方路下面致向概块味连")
"""一起, 一共, 一半 …: the 一 is a word's, not a figure's."""
SHARE_SIGNS = frozenset("开分比")
"""六四开, 三七分: two shares, not one number."""
NO_SHARE = frozenset(["开工", "开始", "开业", "开店", "开发", "开建", "开张", "开办", "开拓", "开头", "分期", "分批"])
"""Words that begin like such a sign: 一亿二开工."""


def half_width(text: str) -> str:
    """Full-width digits, letters, point and percent sign to half-width; as long as before."""
    return "".join(chr(ord(character) - 0xFEE0) if "\uff01" <= character <= "\uff5e" and character != "，" else character for character in text)
