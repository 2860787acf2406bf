"""What an administrator of the zone does to its catalogue in a browser: a form filled in and sent, a table looked at and published."""

import re
from html import unescape

FORM = "/staff/catalogue/licences/{}"
PREVIEW = "/staff/catalogue/licences/{}/preview"
PUBLISH = "/staff/catalogue/publish"
SAID = {"source": "样例通知〔2026〕1号", "as_of": "2026-11-20"}


def read(answer):
    """A page as a person reads it."""
    return unescape(answer.content.decode())


def blanks_of(page):
    """What a form would send as it stands: texts, ticks, several papers."""
    sent = dict(re.findall(r'<input type="(?:text|tel|date|hidden)"[^>]*? name="(\w+)" value="([^"]*)"', page))
    sent.pop("csrfmiddlewaretoken", None)
    sent["off"] = re.search(r'<textarea id="off"[^>]*>([^<]*)</textarea>', page)[1]
    sent["material"] = re.findall(r'name="material" value="(\w+)" checked', page)
    return {**sent, **{word: "yes" for word in ("commitment", "verified") if re.search(rf'name="{word}" value="yes" checked', page)}}


def filled(browser, licence="food_operation", **changed):
    """The form of a licence as it stands, with these blanks otherwise; None takes a blank out."""
    sent = {**blanks_of(read(browser.get(FORM.format(licence)))), **SAID, **changed}
    return {name: value for name, value in sent.items() if value is not None}


def looked_at(browser, licence="food_operation", **changed):
    """The preview of a changed form."""
    return browser.post(PREVIEW.format(licence), filled(browser, licence, **changed))


def button_of(page):
    """What the publishing button of a preview sends."""
    text = re.search(r'<textarea name="text"[^>]*>(.*?)</textarea>', page, re.DOTALL)[1]
    hidden = dict(re.findall(r'<input type="hidden" name="(base|restores)" value="(\d+)">', page))
    return {"text": text, **hidden}


def published(browser, licence="food_operation", **changed):
    """A changed form looked at and published."""
    return browser.post(PUBLISH, button_of(read(looked_at(browser, licence, **changed))))
