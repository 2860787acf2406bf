"""Traditional characters of the form's own words (繁体的表单用语), read as the simplified ones: 註冊資本一百萬 → 注册资本一百万.

Only characters of which everyday and form words are made; those that mostly stand in people's names (東, 華, 寶) stay as they are.

>>> simplified("註冊資本一百萬，丁大寶")
'注册资本一百万，丁大寶'
"""

from __future__ import annotations

TRADITIONAL = (
    "註冊資監執營業範圍經電話號碼個體戶辦開變銷項備總設億萬兩幾證間單負責財務聯絡員繳貨幣實權術專機廠們這還後從換轉讓給減寫說"
    "請對錯問題當會來時現過歲塊軟網賣買飯館樓區鎮縣崑標審許訴協調訊報場類種運輸動產維貸額據無長則應該將與為並嗎麼點裡邊門車師"
    "樣數幫煩"
)
SIMPLIFIED = (
    "注册资监执营业范围经电话号码个体户办开变销项备总设亿万两几证间单负责财务联络员缴货币实权术专机厂们这还后从换转让给减写说"
    "请对错问题当会来时现过岁块软网卖买饭馆楼区镇县昆标审许诉协调讯报场类种运输动产维贷额据无长则应该将与为并吗么点里边门车师"
    "样数帮烦"
)
TABLE = str.maketrans(TRADITIONAL, SIMPLIFIED)
SHAREHOLDER = "股東"
"""東 stands in names; only in this word it is the form's."""


def simplified(text: str) -> str:
    """The text with these characters simplified; its length never changes."""
    return text.translate(TABLE).replace(SHAREHOLDER, "股东")
