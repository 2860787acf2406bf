"""Numbers of people as a screen may show them (脱敏), as the front desk asks for it: one room for the whole office."""

from __future__ import annotations

from gaoxing.office.masking import mask as mask
from gaoxing.office.masking import mask_contacts as mask_contacts
from gaoxing.office.masking import mask_numbers as mask_numbers
