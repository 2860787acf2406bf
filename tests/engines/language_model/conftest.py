"""An endpoint on this machine for every test that asks for one."""

import pytest

from tests.engines.language_model.endpoint_here import running


@pytest.fixture
def endpoint():
    """A well-behaved endpoint until told otherwise."""
    with running() as up:
        yield up
