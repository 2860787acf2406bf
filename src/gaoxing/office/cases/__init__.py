"""Cases (办件): what an applicant said and the form it became, sealed, in its state."""
