"""How the browser tests use the desk: get there, say something, look at what is lit and saved. Persons and enterprises are made up."""

STATEMENT = "我想注册一家公司，名称叫昆山测试软件有限公司，注册资本一百万元，住所在昆山市前进西路188号301室，做软件开发。"


def begin(page, office):
    """Open the desk; agree first where this browser has not."""
    page.goto(f"{office}desk")
    if page.locator("#words").count() == 0:
        page.get_by_role("button", name="同意").first.click()
        page.locator("#words").wait_for()
        page.wait_for_load_state()


def value(page, path):
    return page.locator(f'.blank[data-field="{path}"]')


def say(page, words=STATEMENT):
    """Type, and wait until the form is filled."""
    page.locator("#words").fill(words)
    page.locator('#lit mark[data-for~="registered_capital"]').first.wait_for(state="attached")
    saved(page)


def saved(page):
    page.locator('#saved[data-state="saved"]').wait_for()


def until_server_words_end(page, office, ending):
    """Wait, ten seconds at most, until the office has a statement that ends so."""
    for _ in range(50):
        if server_words(page, office).endswith(ending):
            return
        page.wait_for_timeout(200)
    raise AssertionError(f"the office never had a statement that ends with {ending}")


def lit(page):
    """Words and blanks of every mark behind the box."""
    return page.evaluate("[...document.querySelectorAll('#lit mark')].map(each => [each.textContent, each.dataset.for, each.classList.contains('stale')])")


def server_words(page, office):
    """The statement as the office has it."""
    from html import unescape

    html = page.request.get(f"{office}desk").text()
    return unescape(html.split('<textarea id="words"')[1].split(">", 1)[1].split("</textarea>")[0].removeprefix("\n"))


class Line:
    """Requests to one address wait, each until it is let go or fails, in their order."""

    def __init__(self, page, address):
        self.page, self.held = page, []
        page.route(address, lambda route: self.held.append(route))

    def has(self, count=1):
        for _ in range(300):
            if len(self.held) >= count:
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{len(self.held)} requests came, not {count}")

    def let_go(self):
        self.has()
        self.held.pop(0).continue_()

    def fail(self):
        self.has()
        self.held.pop(0).abort()
