"""A share that passes in words nobody made out is left open; what was read stays."""

import pytest

from tests.facts.talk import shares

HELD = "丁大宝占六成，何苗占四成"
OPEN = ["何苗那份我们几个分掉", "何苗有事，份额转到她侄子那边", "何苗的股份她说转到别人名下", "何苗那份股份她侄子接过去"]
KEPT = ["何苗那份由谁去签再说", "股份就这么写", "何苗的股份不转给别人"]


@pytest.mark.parametrize("said", OPEN)
def test_the_givers_share_is_open_where_nobody_takes_it(said):
    assert shares(HELD, said) == {"丁大宝": "60%", "何苗": None}


@pytest.mark.parametrize("said", KEPT)
def test_talk_of_a_share_that_stays_takes_nothing(said):
    assert shares(HELD, said) == {"丁大宝": "60%", "何苗": "40%"}


def test_a_share_that_was_read_is_nobody_elses_question():
    assert shares(HELD, "何苗那份给苏小云") == {"丁大宝": "60%", "苏小云": "40%"}
