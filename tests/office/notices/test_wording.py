"""Words with places are checked when they are written, so that what is sent is whole."""

import pytest

from gaoxing.office.notices.events import LANGUAGES, event, events
from gaoxing.office.notices.wording import filled, wrong

CODE = event("sign_in_code")


@pytest.mark.parametrize("kind", events().values(), ids=lambda kind: kind.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shipped_can_be_used(kind, language):
    assert wrong(kind, kind.title[language], kind.text[language]) == ""
    assert "{" not in filled(kind.title[language] + kind.text[language], kind.values)


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("", "{code}", "都要写"),
        ("码", "   ", "都要写"),
        ("码" * 61, "{code}", "太长"),
        ("码", "{code}" + "长" * 500, "太长"),
        ("码", "{code} {name}", r"没有 \{name\}"),
        ("码", "{code} {", "配成对"),
        ("码", "{code} }", "配成对"),
        ("码", "{{code}}", "配成对"),
        ("码", "{code!r}", "配成对"),
        ("码", "{code.__class__}", "配成对"),
        ("码", "没有码", r"必须有 \{code\}"),
        ("{code}", "标题里有，内容里没有", r"必须有 \{code\}"),
        ("码\n二", "{code}", "换了行"),
        ("码", "{code}\u202e", "控制字符"),
        ("码", "{code}\x00", "控制字符"),
    ],
)
def test_what_cannot_be_used_is_told(title, text, told):
    import re

    assert re.search(told, wrong(CODE, title, text))


def test_a_value_cannot_name_another_place():
    assert filled("{a} {b}", {"a": "{b}", "b": "2"}) == "{b} 2"


def test_a_place_without_a_value_is_a_mistake_of_the_code():
    with pytest.raises(KeyError):
        filled("{code}", {})
