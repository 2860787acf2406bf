"""Single points of what statements come to; whole statements are in tests/matters/test_statements.py. Everybody and every number is made up."""

from datetime import date

import pytest

from gaoxing.intake import answer_json, receive
from gaoxing.speech.transcript import Transcript

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("said", "matter"),
    [
        ("帮客户改两个备案，先弄第一个，示例集成项目，设备投资调成两千九百万", "project_change"),
        ("我们以前有备案，项目叫示例马达项目。投资以前是五千万，现在是七千万", "project_change"),
        ("前年在你们这儿备的“示例再生项目”，地点要换成示例路9号", "project_change"),
        ("上回备的那个示例生产线项目性质填错了应该是扩建不是新建", "project_change"),
        ("项目性质给勾成新建了，得改成迁建。代码2508-320583-89-02-118830", "project_change"),
        ("上个月刚备完案，发现写错了：总投资写成了680万，应为6800万", "project_change"),
        ("想备案一个设备更新项目名字就叫示例圈设备更新项目", "project_filing"),
        ("她叫我来把备案改掉，联系人换成鲁小班", "project_change"),
        ("我们想开工一个项目，问问要不要备案", "project_filing"),
        ("去年产值一个多亿今年想上条新线备案一下示例柜产线项目", "project_filing"),
        ("我来给公司办备案手续我们公司打算再建一个二期厂房", "project_filing"),
        ("我们这个是新建项目示例基地项目投资额三亿元用地五十亩", "project_filing"),
    ],
)
def test_what_was_filed_earlier_is_changed_and_what_was_not_is_filed(said, matter):
    assert answer_json(receive(Transcript.of(said), on=TODAY))["matter"] == matter
