from datetime import date

import pytest

from gaoxing.facts.holder_name import find_holder_names
from gaoxing.facts.pieces import Pieces


def names(said):
    return [each.name for each in Pieces.of(said, date(2026, 11, 24)).firm["enterprise"]]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("股东HZ Audio Ltd占60%", "HZ Audio Ltd"),
        ("股东是德国的Müller Technik GmbH，占百分之四十", "Müller Technik GmbH"),
        ("股东ABC Holdings Limited出资60万", "ABC Holdings Limited"),
        ("股东是苏州大学附属医院", "苏州大学附属医院"),
        ("股东是昆山市工业技术研究院，占百分之二十", "昆山市工业技术研究院"),
        ("江苏大学资产经营有限公司出资一百万", "江苏大学资产经营有限公司"),
    ],
)
def test_a_holder_is_named_as_it_is_written(said, name):
    assert names(said) == [name]


@pytest.mark.parametrize("said", ["我毕业于苏州大学", "我在昆山市第一人民医院当护士", "我们在Outlook Ltd上班", "儿子在昆山中学读书，占不了时间"])
def test_a_place_of_work_or_study_is_no_holder(said):
    assert find_holder_names(said.replace(" ", "")) == ()
