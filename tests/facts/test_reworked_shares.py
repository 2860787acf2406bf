"""A share said anew changes what was worked out beside it; ratios of any whole; bare digits behind two persons."""

import pytest

from tests.facts.talk import misquoted, shares

REWORKED = {
    ("丁大宝和何苗各一半", "不对，何苗六成"): {"丁大宝": "40%", "何苗": "60%"},
    ("丁大宝和何苗各一半", "何苗六成，丁大宝四成"): {"丁大宝": "40%", "何苗": "60%"},
    ("丁大宝和何苗还有苏小云平分", "不对，何苗占六成"): {"丁大宝": None, "何苗": "60%", "苏小云": None},
    ("丁大宝占百分之六十，何苗占百分之四十", "不对，何苗百分之五十五"): {"丁大宝": "60%", "何苗": "55%"},
    ("丁大宝出30%，何苗30%，苏小云出剩余的，不对，丁大宝是40",): {"丁大宝": "40%", "何苗": "30%", "苏小云": "30%"},
    ("丁大宝和苏小云按三比二出资",): {"丁大宝": "60%", "苏小云": "40%"},
    ("丁大宝和苏小云按三比二出资", "不对，丁大宝占七成"): {"丁大宝": "70%", "苏小云": "30%"},
    ("我叫丁大宝，和何苗一起，我和她七三",): {"丁大宝": "70%", "何苗": "30%"},
    ("我叫丁大宝，和何苗一起，我和她七三开",): {"丁大宝": "70%", "何苗": "30%"},
    ("老婆出三十，我出五十，老婆叫何苗，我叫丁大宝",): {"丁大宝": None, "何苗": None},
    ("欧阳小雪和司马大卫还有丁大宝各出三分之一",): {"欧阳小雪": "33.33%", "司马大卫": "33.33%", "丁大宝": "33.33%"},
}


@pytest.mark.parametrize("turns", REWORKED)
def test_a_share_said_anew_changes_what_was_worked_out(turns):
    assert shares(*turns) == REWORKED[turns]


@pytest.mark.parametrize("turns", REWORKED)
def test_a_reworked_share_is_quoted_as_said(turns):
    assert misquoted(*turns) == []
