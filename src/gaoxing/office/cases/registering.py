"""The register beside what was said (登记簿): what it knows of the enterprise goes onto the form; where it does not answer the form stays as it was said."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date

from gaoxing.engines.fault import Fault
from gaoxing.forms.prefill import Consulted, Standing
from gaoxing.intake import Taken, registered
from gaoxing.office.enterprises.elsewhere import BothRegisters

_LOG = logging.getLogger(__name__)


def beside_the_register(taken: Taken, *, on: date) -> Taken:
    """What was taken, filled from the register and held against it; where that does not answer, as it was taken, and it says so. Never raises."""
    if taken.form is None:
        return taken
    try:
        return registered(taken, BothRegisters(), on=on)
    except Fault as trouble:
        _LOG.error("the register did not answer: %s", trouble.message)
        return replace(taken, register=Consulted(taken.form, taken.form, Standing.DOWN))
