"""What the words of a draft come to (读), as the front desk asks for it: the room below does it."""

from __future__ import annotations

from gaoxing.office.cases.reading import heard_anew as heard_anew
from gaoxing.office.cases.reading import intent_of as intent_of
from gaoxing.office.cases.reading import taken_from as taken_from
from gaoxing.office.cases.reading import transcript as transcript
from gaoxing.office.cases.reading import weighed as weighed
