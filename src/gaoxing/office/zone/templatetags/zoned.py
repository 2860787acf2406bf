"""A matter's card as this zone shows it (事项卡上的机关与时限): the authority of its profile, and the time that it promises."""

from __future__ import annotations

from django import template

from gaoxing import catalogue
from gaoxing.catalogue import Matter
from gaoxing.office.language import in_english
from gaoxing.office.zone.profile import shipped
from gaoxing.office.zone.queries import profile

register = template.Library()


@register.filter
def authority(matter: Matter) -> str:
    """Who handles the matter: where its card names the authority that is shipped, the profile's, in the language of the page."""
    zone, known = profile(), shipped()
    if zone.authority == known.authority or catalogue.matter(matter.id).authority != known.authority:
        return matter.authority
    return zone.authority_english if in_english() else zone.authority


@register.filter
def time_limit(matter: Matter) -> str:
    """How long it takes: what the zone promises, else the card's own words."""
    return profile().promised.get(matter.id) or matter.time_limit
