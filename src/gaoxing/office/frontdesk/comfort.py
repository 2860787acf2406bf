"""How the page is to look for this visitor (显示设置): 长者模式, light or dark, Chinese or English; kept in cookies of this device for a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from gaoxing.office.frontdesk import language, visitor
from gaoxing.office.frontdesk.examples import EXAMPLES

ELDER, THEME = "elder", "theme"
"""The cookies of the large page and of the colours."""

TOURED = "toured"
"""The cookie of a device that has seen the tour."""

CHOICES = {ELDER: ("on", "off"), THEME: ("auto", "light", "dark"), language.COOKIE: (language.CHINESE, language.ENGLISH)}
"""What may be chosen, by cookie."""

_YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True)
class Comfort:
    """The choices in force: `elder` for large text and fewer things, `theme` auto, light or dark, `language` zh-hans or en."""

    elder: bool = False
    theme: str = "auto"
    language: str = language.CHINESE

    @property
    def classes(self) -> str:
        """The classes of the page's root."""
        return " ".join([*(["elder"] if self.elder else []), *([self.theme] if self.theme != "auto" else [])])


def chosen(request: HttpRequest) -> Comfort:
    """The choices of this visitor; whatever a cookie should not hold counts as not chosen."""
    theme = request.COOKIES.get(THEME, "")
    return Comfort(request.COOKIES.get(ELDER) == "on", theme if theme in CHOICES[THEME] else "auto", language.chosen(request))


def keep(response: HttpResponse, wanted: dict[str, Any], *, secure: bool) -> None:
    """Set the cookies of the choices that are offered; others are passed over."""
    for name, choices in CHOICES.items():
        if wanted.get(name) in choices:
            response.set_cookie(name, str(wanted[name]), max_age=_YEAR, httponly=True, samesite="Lax", secure=secure)


def comfort(request: HttpRequest) -> dict[str, Any]:
    """What every template may ask for."""
    return {"comfort": chosen(request), "kiosk": visitor.at_kiosk(request), "toured": TOURED in request.COOKIES, "examples": EXAMPLES}
