"""The keys of the clerks' lists: the focus itself moves along the links, and rests while one types."""

from pathlib import Path

import pytest

from gaoxing.office import frontdesk

pytestmark = pytest.mark.browser

SCRIPT = Path(frontdesk.__file__).parent / "static" / "gaoxing" / "queue.js"
LIST = """<input id="case-q"><details id="keys"><summary>键盘操作</summary></details>
<table data-keys><tbody><tr><th><a href="#1">1</a></th></tr><tr><th><a href="#2">2</a></th></tr><tr><th><a href="#3">3</a></th></tr></tbody></table>"""


@pytest.fixture
def page(chromium):
    """A list of three cases with the keys at work; no server is needed."""
    page = chromium.new_page()
    page.set_content(LIST)
    page.add_script_tag(path=SCRIPT)
    yield page
    page.close()


def focused(page, *keys):
    """What has the focus after some keys, by its id or its words."""
    for key in keys:
        page.keyboard.press(key)
    return page.evaluate("document.activeElement.id || document.activeElement.textContent")


def test_the_keys_move_along_the_cases_stop_at_the_ends_and_enter_opens(page):
    assert focused(page, "j") == "1"
    assert focused(page, "j", "ArrowDown", "j") == "3"
    assert focused(page, "k", "ArrowUp", "k", "j", "Enter") == "2"
    assert page.url.endswith("#2")


def test_the_keys_rest_while_one_types_and_a_question_mark_shows_them(page):
    focused(page, "?")
    assert page.locator("#keys").evaluate("each => each.open")
    assert focused(page, "/", "j", "k", "?") == "case-q"
    assert page.input_value("#case-q") == "jk?"
