"""What the page does with spoken words and with a line that breaks, without sound: its parts are driven directly in a browser."""

import pytest

pytestmark = pytest.mark.browser

DICTATE = """async steps => {
  const { dictation } = await import("/static/gaoxing/dictation.js");
  const box = document.getElementById("words");
  box.value = "";
  const writing = dictation(() => box);
  const clock = window.setTimeout;
  window.setTimeout = (act, wait) => clock(act, wait / 60);
  const wait = () => new Promise(done => clock(done, 50));
  const acts = {
    partial: async text => { writing.partial(text); await wait(); },
    final: text => writing.final(text),
    type: text => { box.value = text; },
    again: () => writing.again(),
    undo: () => { writing.undo(); },
  };
  const seen = [];
  for (const [act, text] of steps) {
    await acts[act](text);
    seen.push(box.value);
  }
  writing.close();
  window.setTimeout = clock;
  return seen;
}"""

LINE = """async () => {
  const { line } = await import("/static/gaoxing/line.js");
  const sockets = [];
  window.WebSocket = class {
    constructor(address) { this.address = address; this.sent = []; this.bufferedAmount = 0; sockets.push(this); }
    send(data) { this.sent.push(data === "end" ? "end" : data[0]); }
    close(code = 1006) { this.onclose({ code }); }
    tell(message) { this.onmessage({ data: JSON.stringify(message) }); }
  };
  const told = [];
  let tickets = 0;
  const note = (name) => (...given) => told.push([name, ...given]);
  const way = line(async () => ({ address: "ws://x/", ticket: String(tickets += 1) }),
    { heard: ({ type, text }) => told.push([type, text]), broken: note("broken"), whole: note("whole"), over: note("over") });
  const chunk = (number) => way.hear(new Int16Array(1600).fill(number));
  const opened = async (count) => { while (sockets.length < count) await new Promise(done => setTimeout(done, 20)); };
  chunk(1);
  await opened(1);
  chunk(2);
  sockets[0].tell({ type: "ready" });
  chunk(3);
  sockets[0].tell({ type: "final", text: "一二", heard: 3200 });
  sockets[0].tell({ type: "partial", text: "三", heard: 3200 });
  sockets[0].close();
  chunk(4);
  await opened(2);
  sockets[1].tell({ type: "ready" });
  sockets[1].tell({ type: "final", text: "三", heard: 1600 });
  way.end();
  chunk(5);
  sockets[1].tell({ type: "final", text: "四", heard: 3200 });
  sockets[1].close(1000);
  return { told, sent: sockets.map(each => each.sent), addresses: sockets.map(each => each.address) };
}"""


def dictated(page, *steps):
    return page.evaluate(DICTATE, [list(step) for step in steps])


def test_words_grow_settle_and_are_taken_back_while_others_stay(open_page):
    page = open_page()
    assert dictated(page, ("partial", "我想"), ("partial", "我想开"), ("final", "我想开公司"), ("final", "资本一百万"), ("undo", "")) == [
        "我想",
        "我想开",
        "我想开公司",
        "我想开公司，资本一百万",
        "我想开公司",
    ]


def test_what_is_typed_meanwhile_stays_where_it_was_typed(open_page):
    page = open_page()
    before = dictated(page, ("partial", "开公司"), ("type", "您好，开公司"), ("final", "开公司吧"))
    assert before[-1] == "您好，开公司吧"
    within = dictated(page, ("partial", "开公私"), ("type", "开公司"), ("partial", "开公私资本"), ("final", "开公私资本一百万"))
    assert within[-1] == "开公司资本一百万"
    behind = dictated(page, ("final", "开公司"), ("type", "开公司。谢谢"), ("final", "资本一百万"))
    assert behind[-1] == "开公司。谢谢，资本一百万"


def test_after_a_break_what_was_read_stays_until_more_of_it_is(open_page):
    page = open_page()
    seen = dictated(page, ("partial", "我想开公司"), ("again", ""), ("partial", "我"), ("final", "我想开公司名字"))
    assert seen[1:] == ["我想开公司", "我想开公司", "我想开公司名字"]


def test_a_sentence_taken_back_while_it_is_said_does_not_come_again(open_page):
    page = open_page()
    assert dictated(page, ("final", "开公司"), ("partial", "错"), ("undo", ""), ("partial", "错了"), ("final", "错了的"), ("final", "资本一百万"))[2:] == [
        "开公司",
        "开公司",
        "开公司",
        "开公司，资本一百万",
    ]


def test_a_broken_line_sends_once_more_only_what_was_not_settled(open_page):
    found = open_page().evaluate(LINE)
    assert found["sent"] == [[1, 2, 3], [3, 4, "end"]]
    assert found["addresses"] == ["ws://x/?ticket=1", "ws://x/?ticket=2"]
    assert found["told"] == [["final", "一二"], ["partial", "三"], ["broken", 1], ["whole"], ["final", "三"], ["final", "四"], ["over", "", ""]]
