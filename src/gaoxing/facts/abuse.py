"""Anger in the words (骂人的话): told, so that a polite sentence can answer it; nothing that was said is dropped or changed for it.

>>> angry("你们这帮废物，我要注册公司"), angry("做废物回收，垃圾清运")
(True, False)
"""

from __future__ import annotations

import re

from gaoxing.standards.expression import expression

ABUSE = expression(
    r"废物(?!回收|利用|处[理置]|资源|再生|收购)|狗屁|放屁|他妈|你妈(?!妈)|妈的(?![一-龥]{0,3}(?:名|股|店|房|身份))|傻[逼比叉瓜]|脑残|有病吧|畜生|王八蛋|混蛋|去死|操你|"
    r"草泥马|白痴|蠢货|滚蛋|狗东西|吃屎|神经病(?!院|学|医)|不要脸|吃干饭|人渣|流氓|fuck|shit",
    re.IGNORECASE,
)
"""Words of abuse; what is a trade (废物回收, 垃圾清运) is none."""


def angry(text: str) -> bool:
    """Whether the words abuse somebody."""
    return ABUSE.search(text) is not None
