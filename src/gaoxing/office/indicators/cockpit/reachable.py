"""What of the cockpit leads on for whom (可点开): a link stands only where the one who looks may open it, so that nobody is sent to closed doors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from gaoxing.office.indicators.cockpit.lights import Row
from gaoxing.office.indicators.cockpit.number import Block, Picture
from gaoxing.office.indicators.cockpit.page import Page
from gaoxing.office.people.models import Person
from gaoxing.office.people.routes import Answer, answer


def reachable(page: Page, person: Person, *, on: date) -> Page:
    """The page with those links alone that a person may open on a day; every number stays."""

    def opened(address: str) -> str:
        return address if address and _opens(address, person, on) else ""

    def drawn(picture: Picture) -> Picture:
        links = tuple(opened(each) for each in picture.chart.links)
        return replace(picture, chart=replace(picture.chart, links=links))

    def cut(block: Block) -> Block:
        return replace(block, address=opened(block.address), pictures=tuple(drawn(each) for each in block.pictures))

    def lit(row: Row) -> Row:
        return replace(row, address=opened(row.address), addresses={light: opened(where) for light, where in row.addresses.items()})

    waiting = tuple(replace(each, address=opened(each.address)) for each in page.waiting)
    return replace(page, waiting=waiting, lights=tuple(map(lit, page.lights)), blocks=tuple(cut(each) for each in page.blocks))


def _opens(address: str, person: Person, on: date) -> bool:
    try:
        found = resolve(urlsplit(address).path)
    except Resolver404:
        return False
    return answer(found.url_name, person, on=on) is Answer.OPEN
