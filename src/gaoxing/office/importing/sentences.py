"""What is wrong with a spreadsheet in plain words (表格问题怎么说): what, where, and what to do next; one sentence each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_noop

from gaoxing.engines.workbook import Code, Trouble

_SENTENCES: Mapping[Code, str] = {
    Code.EMPTY: gettext_noop("这个文件是空的。请重新选一个，或者先填好模板。"),
    Code.LARGE: gettext_noop("这个文件超过 %(most)s MB。请删去图片和用不着的表，或者分成几个文件。"),
    Code.CUT_OFF: gettext_noop("这个文件太大，没有收。请删去图片和用不着的表，或者分成几个文件。"),
    Code.LEGACY: gettext_noop("这是老格式的表格（.xls）。请用 Excel 或者 WPS 打开，另存为 .xlsx 再传。"),
    Code.ENCRYPTED: gettext_noop("这个表格设了密码，打不开。请去掉密码，另存一份再传。"),
    Code.MACROS: gettext_noop("这个表格里有宏，没有收。请另存为不带宏的 .xlsx 再传。"),
    Code.BINARY: gettext_noop("这是二进制格式的表格（.xlsb）。请另存为 .xlsx 再传。"),
    Code.OPEN_DOCUMENT: gettext_noop("这是 .ods 表格。请另存为 .xlsx 再传。"),
    Code.WEB_PAGE: gettext_noop("这个文件其实是网页，只是名字像表格。请用 Excel 或者 WPS 打开，另存为 .xlsx 再传。"),
    Code.NOT_A_TABLE: gettext_noop("这个文件按内容看不是表格；改名字没有用。请传 .xlsx 或者 CSV。"),
    Code.PACKED: gettext_noop("这个表格解开以后超过 %(most)s MB，没有收。请只留要导入的表，另存一份再传。"),
    Code.BROKEN: gettext_noop("这个表格坏了或者没有传完，打不开。请用 Excel 或者 WPS 打开看看，另存一份再传。"),
    Code.ENCODING: gettext_noop("这个文本文件的编码认不出来。请另存为“CSV UTF-8”，或者直接传 .xlsx。"),
    Code.QUOTES: gettext_noop("从第 %(row)s 行起引号没有配对，后面的都读不准。请改好引号，或者直接传 .xlsx。"),
    Code.NO_HEADER: gettext_noop("前 20 行里没有找到表头。表头要有这些列：%(columns)s。请对照模板改列名，或者下载模板来填。"),
    Code.SHEETS: gettext_noop("这几张工作表都像要导入的：%(columns)s。分不清用哪一张，请只留一张再传。"),
    Code.HEADER_MERGED: gettext_noop("表头（第 %(row)s 行，从 %(column)s 列起）有横着合并的格子，分不清各列是什么。请拆开，每一列写一个名字。"),
    Code.HEADER_TWO: gettext_noop("表头有两层（第 %(row)s 行还有列名）。请改成一行，每一列写一个名字。"),
    Code.ROWS: gettext_noop("这个表超过 %(most)s 行，一次最多导入 %(most)s 行，一行也没有导入。请分成几个文件，一个一个导。"),
    Code.WIDE: gettext_noop("这个表超过 %(most)s 列。请只留要导入的列。"),
    Code.MERGED: gettext_noop("第 %(row)s 到 %(last)s 行有合并的格子。请取消合并，每一行都填上；不是数据的说明文字请删去。"),
    Code.MISSING: gettext_noop("缺这些列：%(columns)s。请对照模板补上列名再传。"),
    Code.TWICE: gettext_noop("有几列都像“%(column)s”：%(columns)s。请只留一列，别的改名。"),
    Code.NO_UNIT: gettext_noop("“%(column)s”没有写单位，不知道是不是%(unit)s。请在列名里写明，例如“%(column)s（%(unit)s）”。"),
    Code.OTHER_UNIT: gettext_noop("“%(column)s”的单位写的是%(words)s，换不成%(unit)s。请按%(unit)s填，并写进列名。"),
    Code.UNKNOWN: gettext_noop("有 %(count)s 列用不到，没有读：%(columns)s。"),
    Code.OTHER_SHEETS: gettext_noop("别的工作表没有读：%(columns)s。"),
    Code.HIDDEN: gettext_noop("有 %(count)s 行在表里是隐藏的或者筛掉的，也读了。不要的请删去再传。"),
    Code.UNITS: gettext_noop("这张表里金额的单位不一样，是按列名换算的：%(columns)s。请核对。"),
    Code.UNIT_ABOVE: gettext_noop("列名里没写单位，按表头上面写的“单位：%(unit)s”读：%(columns)s。请核对。"),
    Code.NO_ROWS: gettext_noop("第 %(row)s 行的表头下面没有数据。请填好再传。"),
    Code.BLANK: gettext_noop("“%(column)s”没有填。"),
    Code.FORMULA: gettext_noop("“%(column)s”是公式，文件里没有存算好的数。请用 Excel 打开保存一次，或者改成数字。"),
    Code.ERROR_VALUE: gettext_noop("“%(column)s”是错误值（%(words)s）。请改成正确的内容。"),
    Code.LONG_NUMBER: gettext_noop("“%(column)s”的长号码（%(words)s）被 Excel 当成了数，后几位已经丢了。请把这一列设成“文本”，重新填号码。"),
    Code.LONG_TEXT: gettext_noop("“%(column)s”超过 %(most)s 个字。请改短。"),
    Code.NO_NUMBER: gettext_noop("“%(column)s”写的是“%(words)s”，不是数字。请只写数字，单位写在列名里。"),
    Code.NOT_WHOLE: gettext_noop("“%(column)s”写的是“%(words)s”，要写整数。"),
    Code.NO_DAY: gettext_noop("“%(column)s”写的是“%(words)s”，认不准是哪一天。请写成 2026-11-25 这样。"),
    Code.NO_MOMENT: gettext_noop("“%(column)s”写的是“%(words)s”，认不准是什么时候。请写成 2026-11-25 09:30 这样。"),
    Code.NO_CHOICE: gettext_noop("“%(column)s”写的是“%(words)s”，认不出来。请从可以填的里选：%(columns)s。"),
    Code.PERCENT: gettext_noop("“%(column)s”写的是百分数（%(words)s）。请改成数。"),
    Code.CELL_UNIT: gettext_noop("“%(column)s”写的是“%(words)s”，和列名里的单位不一样，不知道以哪个为准。请改成只写数字。"),
    Code.SHOWN_UNIT: gettext_noop("“%(column)s”（%(words)s）的显示格式里带“万”或“亿”，不知道存的是哪个单位的数。请把格式改成“常规”，核对数字。"),
    Code.TOTAL: gettext_noop("这一行像是合计，没有导入。不是合计的话，请改掉“合计”两个字。"),
}


def sentence(trouble: Trouble) -> str:
    """The sentence of a trouble, in the language of the page."""
    about = {"columns": "", "words": "", "unit": "", "column": "", **trouble.about}
    if trouble.code is Code.NO_CHOICE and not about["columns"]:
        about["columns"] = _("是、否")
    return translated(_SENTENCES[trouble.code]) % about


def sentences(troubles: Iterable[Trouble]) -> tuple[str, ...]:
    """The sentences of several, each once."""
    return tuple(dict.fromkeys(sentence(each) for each in troubles))
