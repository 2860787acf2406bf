"""Somebody steps into another's share: whole, in part, in the same turn or a later one; posts and errands pass no share."""

import pytest

from tests.facts.talk import misquoted, shares

STEPPED_IN = {
    ("丁大宝和何苗各一半。何苗不干了，换苏小云",): {"丁大宝": "50%", "苏小云": "50%"},
    ("丁大宝和何苗各一半", "何苗退出", "她那份给苏小云"): {"丁大宝": "50%", "苏小云": "50%"},
    ("何苗和丁大宝各一半，何苗那份给苏小云",): {"丁大宝": "50%", "苏小云": "50%"},
    ("何苗出五十万，丁大宝出五十万，何苗那五十万她不出了，由我出，我叫苏小云",): {"丁大宝": "500000", "苏小云": "500000"},
    ("丁大宝和何苗每人五十万，何苗退出，她那份给苏小云",): {"丁大宝": "500000", "苏小云": "500000"},
    ("丁大宝占六成，何苗占四成", "何苗那份给丁大宝"): {"丁大宝": "100%"},
    ("丁大宝占六成，何苗占四成", "丁大宝的一成给苏小云"): {"丁大宝": "50%", "何苗": "40%", "苏小云": "10%"},
    ("丁大宝占八成，拿一成给何苗，剩下两成苏小云的",): {"丁大宝": "70%", "何苗": "10%", "苏小云": "20%"},
    ("丁大宝占八成，拿一成给他弟弟丁二成，剩下两成苏小云的",): {"丁大宝": "70%", "苏小云": "20%"},
    ("丁大宝占八成，拿两成给何苗",): {"丁大宝": "80%", "何苗": "20%"},
    ("丁大宝出六十万，何苗出四十万", "丁大宝的十万给何苗"): {"丁大宝": "500000", "何苗": "500000"},
}

NO_SHARE_PASSES = [
    ("丁大宝占六成，何苗占四成", "何苗那份由苏小云去签"),
    ("丁大宝占六成，何苗占四成", "何苗那份给鲁大卫看一下"),
]


@pytest.mark.parametrize("turns", STEPPED_IN)
def test_a_leavers_share_goes_to_who_steps_in(turns):
    assert shares(*turns) == STEPPED_IN[turns]


@pytest.mark.parametrize("turns", NO_SHARE_PASSES)
def test_an_errand_passes_no_share(turns):
    assert shares(*turns) == {"丁大宝": "60%", "何苗": "40%"}


@pytest.mark.parametrize("turns", STEPPED_IN)
def test_a_share_stepped_into_is_quoted_as_said(turns):
    assert misquoted(*turns) == []
