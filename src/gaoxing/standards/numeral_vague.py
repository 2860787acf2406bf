"""Recognises numerals that name no exact value (概数): 两百来万, 几十万, 五六万, 十几, 上百万, 近百万. They must be asked about.

>>> vague_end("两百来万吧", 0), vague_end("两百万吧", 0)
(4, None)
"""

from __future__ import annotations

from gaoxing.standards.expression import expression

_D = "一二两三四五六七八九"
_MEASURE = "[个位家人名间层号年月日天岁次台辆件套条平亩方米吨元圆块美欧港门户成]"
_PAIR = "(?:一[二两]|[二两]三|三四|四五|五六|六七|七八|八九|三五)"
_NUMBER = f"(?:[{_D}][千仟])?零?(?:[{_D}][百佰])?零?(?:[{_D}]?[十拾])?"
_SCALE = "(?:个?[万亿]亿?)"

_SHAPES = (
    rf"(?:好|大|老)?几(?:[十百千](?:[多来]|好几)?)?{_SCALE}?(?:多)?(?<=[十百千万亿])",
    rf"(?:[{_D}]?[千])?(?:[{_D}]百)?[{_D}]?十(?:好?几){_SCALE}?",
    rf"(?:将近|接近|小|快|近|(?<![改换写变填做调算增减加降提升达完])成|(?<![人员金额户位个总份股件次天年量级])[上数])(?:[十百千](?:来|多)?{_SCALE}?|{_SCALE})(?![一-龥]的[一-龥](?:$|[，。]))",
    rf"(?<![{_D}])百十[来多几]?(?:{_SCALE}|(?={_MEASURE}))",
    rf"(?<![{_D}])[百千万](?:把|来|十来|八十){_SCALE}?(?={_MEASURE}|[，。]|$)|(?<![{_D}])[百千](?:把|来|十来|八十){_SCALE}",
    rf"(?:[{_D}]千)?(?:[{_D}]百)?[{_D}]?十{_PAIR}(?={_SCALE}|{_MEASURE}){_SCALE}?",
    rf"(?<![零〇幺{_D}]){_PAIR}(?:[十百千]{_SCALE}?|{_SCALE})(?![{_D}]?[十百千])",
    rf"(?<![零〇幺{_D}]){_PAIR}(?=[个位家人名间层年月天岁次台辆件套条趟亩])(?!个点)",
    rf"(?=[{_D}十])(?:{_NUMBER}[{_D}]?|[{_D}]点[{_D}])(?:(?<=[十百千])来(?!自|出|投|办|开|注|登|做|凑|的|干)|(?<=[十百千])好几|(?<=[十百千])[多余](?!出|了|的|下|额|余)|(?<=[{_D}])个多(?=[万亿])){_SCALE}?多?",
    rf"(?:[0-9]+(?:\.[0-9]+)?|{_NUMBER}[{_D}]?){_SCALE}(?:[来余](?={_MEASURE})|多(?!出|了|余|的)|出头|好几(?=[千百]))[千百]?",
    rf"(?:[{_D}]千)?好几百{_SCALE}?",
    rf"[{_D}](?:千[{_D}])?[百千]{_PAIR}(?:[十百]{_SCALE}?|{_SCALE})",
    rf"[{_D}十百千0-9]{{1,9}}[万亿]{_PAIR}(?:[千百]万?|(?=[块元，。]|$))",
    rf"[{_D}十百千]{{1,6}}大几[十百千]?{_SCALE}?",
    rf"[0-9]{{1,12}}(?:[多几余来]|好几){_SCALE}?(?={_MEASURE}|[，。]|$|(?<=[万亿]))",
    rf"[{_D}十百千0-9]{{1,9}}[万亿千]半(?!年|个|天|月|数|价)",
)  # fmt: skip
_VAGUE = expression("|".join(_SHAPES))


def vague_end(text: str, at: int) -> int | None:
    """Where the vague numeral that begins at `at` ends; None where there is none."""
    found = _VAGUE.match(text, at)
    return found.end() if found and found.end() > at else None
