"""What was found about a name (名称审查意见), as the front desk asks for it: the room below does it."""

from __future__ import annotations

from gaoxing.office.cases.name_findings import name_findings as name_findings
from gaoxing.office.cases.name_findings import with_names as with_names
