"""The names on a form, judged as they are said (名称预查), as the front desk asks for it: the room below does it."""

from __future__ import annotations

from gaoxing.office.cases.name_check import CACHE as CACHE
from gaoxing.office.cases.name_check import AskedName as AskedName
from gaoxing.office.cases.name_check import CheckedName as CheckedName
from gaoxing.office.cases.name_check import Coverage as Coverage
from gaoxing.office.cases.name_check import asked_names as asked_names
from gaoxing.office.cases.name_check import checked_names as checked_names
