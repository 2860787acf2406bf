"""Ratings (好差评): after a piece of business ends its applicant says in five levels how it went; who was not satisfied is called back."""
