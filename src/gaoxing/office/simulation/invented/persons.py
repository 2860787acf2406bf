"""Invented persons (编的人): a name, a mobile number, an identity number with a right check digit, and where they live. Made up, and nobody's."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from gaoxing.standards import resident_id

SURNAMES = tuple(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖"
    "石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
)
TWO_SYLLABLED = ("欧阳", "司马", "上官", "诸葛")
GIVEN = tuple(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英玉萍红鑫浩宇轩梓涵子怡欣悦佳琪思远志鹏建国华文博海燕春梅雪琴兰云飞翔凯旋晨曦"
    "立新永康世昌德胜家豪俊逸雅婷晓东小满"
)
REGIONS = ("320000", "330000", "340000", "370000", "410000", "420000", "510000")
"""Provinces: no county gave anybody a number that begins so."""

_FIRST_YEAR, _YEARS = 1962, 42


@dataclass(frozen=True)
class Person:
    """Somebody who was made up: name, identity number, mobile number."""

    name: str
    identity: str
    mobile: str

    @property
    def woman(self) -> bool:
        """Whether the number says so."""
        return resident_id.sex(self.identity) == "female"


def person(chance: Random) -> Person:
    """Somebody new."""
    return Person(name(chance), identity(chance), mobile(chance))


def name(chance: Random) -> str:
    """A surname, now and then one of two syllables, and one or two further characters."""
    surname = chance.choice(TWO_SYLLABLED) if chance.random() < 0.015 else chance.choice(SURNAMES)
    return surname + "".join(chance.choice(GIVEN) for _ in range(1 if chance.random() < 0.2 else 2))


def identity(chance: Random) -> str:
    """An identity number: a division, a day of birth, an order, the check digit that belongs to them."""
    born = f"{_FIRST_YEAR + chance.randrange(_YEARS)}{chance.randrange(1, 13):02}{chance.randrange(1, 29):02}"
    body = f"{chance.choice(REGIONS)}{born}{chance.randrange(1, 1000):03}"
    return body + resident_id.check_digit(body)


def mobile(chance: Random) -> str:
    """A mobile number."""
    return f"{chance.choice(('138', '139', '151', '159', '177', '186', '189'))}{chance.randrange(10**8):08}"
