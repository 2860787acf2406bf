"""What is wrong with a table, at the terminal (表格问题): one sentence each, what, where and what next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gaoxing.cli.reading import printable

if TYPE_CHECKING:
    from gaoxing.engines.workbook import Trouble

SENTENCES: Mapping[str, str] = {
    "empty": "这个表格是空的。请先填好。",
    "legacy": "这是老格式 .xls。请另存为 .xlsx。",
    "encrypted": "这个表格有密码，打不开。请去掉密码另存一份。",
    "web page": "这个文件是网页，不是表格。请另存为 .xlsx。",
    "not a table": "这个文件按内容看不是表格。请用 .xlsx 或者 CSV。",
    "broken": "这个表格坏了，打不开。请另存一份再试。",
    "encoding": "这个文本的编码认不出来。请另存为“CSV UTF-8”。",
    "no header": "没有找到表头。表头要有：{columns}。",
    "sheets": "这几张工作表都像：{columns}，分不清用哪一张。请只留一张。",
    "missing": "缺这些列：{columns}。请补上列名。",
    "twice": "有几列都像“{column}”：{columns}。请只留一列。",
    "no unit": "“{column}”没有写单位，不知道是元还是万元。请在列名里写明，例如“{column}（万元）”。",
    "other unit": "“{column}”的单位写的是“{words}”，换不成{unit}。请改单位。",
    "mixed units": "表里金额的单位不一样：{columns}。一列万元、一列元容易写错，请核对；没有写错的话，加 --units-checked 再运行。",
    "no rows": "第{row}行的表头下面没有数据。",
    "rows": "这个表超过 {most} 行。请分成几个文件。",
    "blank": "“{column}”没有填。",
    "formula": "“{column}”是没有算好的公式。请改成数字。",
    "no number": "“{column}”写的是“{words}”，不是数字。",
    "not whole": "“{column}”写的是“{words}”，要写整数。",
    "no day": "“{column}”写的是“{words}”，认不准是哪一天。请写成 2026-11-25 这样。",
    "no choice": "“{column}”写的是“{words}”，认不出来。请写是或者否。",
    "percent": "“{column}”写的是百分数“{words}”，要写数。",
    "cell unit": "“{column}”写的是“{words}”，和列名里的单位不一样，不知道以哪个为准。请只写数字。",
    "shown unit": "“{column}”（{words}）的显示格式里带“万”或“亿”，不知道存的是哪个单位。请把格式改成“常规”再核对。",
    "total": "这一行像是合计，没有读。",
}
"""By the trouble's code; what has none is told as something that the table cannot be read with."""

OTHERWISE = "这个表格读不了（{code}）。请另存为最简单的 .xlsx 再试：一行表头，一年一行。"


class _About(dict[str, str]):
    """What a trouble is about; what it does not say is empty."""

    def __missing__(self, key: str) -> str:
        return ""


def sentence(trouble: Trouble) -> str:
    """The sentence of a trouble, safe on a terminal."""
    about = _About({key: printable(str(value), 120) for key, value in trouble.about.items()}, code=str(trouble.code))
    return SENTENCES.get(str(trouble.code), OTHERWISE).format_map(about)
