"""What is left and what is equal, as the walk writes it and the division works it out."""

import pytest

from tests.facts.talk import shares

LEFT = {
    "丁大宝占六成，剩下的归何苗": {"丁大宝": "60%", "何苗": "40%"},
    "丁大宝占四成，剩下的何苗和苏小云平分": {"丁大宝": "40%", "何苗": "30%", "苏小云": "30%"},
    "丁大宝和何苗各一半": {"丁大宝": "50%", "何苗": "50%"},
    "丁大宝、何苗、苏小云三个人平分": {"丁大宝": "33.33%", "何苗": "33.33%", "苏小云": "33.33%"},
}


@pytest.mark.parametrize("said", LEFT)
def test_the_rest_goes_to_whom_it_is_said_to_go(said):
    assert shares(said) == LEFT[said]
