"""Bodies beside the office: the rehearsals, the engine over HTTP against a server of the test, and the settings."""

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.engines.registers.body import Errand, Stage
from gaoxing.engines.registers.rehearsal import Failing, Nonsensical, Rehearsal, Slow
from gaoxing.engines.registers.setting import TWINS, chosen

ERRAND = Errand("tax", "token-1", {"name": "昆山样例五金有限公司", "uscc": "91320583MA0000007R"})
BODY = '{"id": "{token}", "company": {"name": "{name}", "code": "{uscc}"}, "what": "{step}"}'


def settings(url, **more):
    told = {
        "URL": f"{url}/errands",
        "BODY": BODY,
        "KEY": "secret",
        "NUMBER": "data.no",
        "ASK_URL": f"{url}/errands/{{receipt}}",
        "STAGE": "data.state",
        "IN_HAND": "1,2",
        "DONE": "9",
        "DECLINED": "x",
        "TOLD": "data.say",
    }
    return {f"GAOXING_TAX_{name}": value for name, value in (told | more).items()}


@pytest.fixture
def body(server):
    return chosen("TAX", "税务", settings(server[0]))


def test_an_errand_is_posted_as_the_operator_wrote_it_and_its_number_read(server, body):
    _, asked, answers = server
    answers.append((200, {"data": {"no": "T-7"}}))
    assert body.hand_in(ERRAND) == "T-7"
    assert asked == [("POST", "/errands", {"id": "token-1", "company": {"name": "昆山样例五金有限公司", "code": "91320583MA0000007R"}, "what": "tax"})]


@pytest.mark.parametrize(("word", "stage"), [("1", Stage.IN_HAND), ("2", Stage.IN_HAND), ("9", Stage.DONE), ("x", Stage.DECLINED)])
def test_the_body_s_words_are_read_as_they_were_set(server, body, word, stage):
    server[2].append((200, {"data": {"state": word, "say": "请带公章"}}))
    found = body.ask("T 7/8")
    assert (found.stage, found.told) == (stage, "请带公章")
    assert server[1][0][1] == "/errands/T%207%2F8"


@pytest.mark.parametrize(
    "answer", [{}, {"data": {"no": None}}, {"data": {"no": True}}, {"data": {"no": ""}}, {"data": {"no": "9" * 200}}, {"data": [1]}, ["no"]]
)
def test_an_answer_without_a_number_is_a_fault_and_not_handed_in(server, body, answer):
    server[2].append((200, answer))
    with pytest.raises(Fault, match="看不懂") as told:
        body.hand_in(ERRAND)
    assert not told.value.permanent


@pytest.mark.parametrize("answer", [{}, {"data": {"state": "done!"}}, {"data": {"state": None}}, {"data": {"state": ["9"]}}])
def test_a_word_that_was_not_set_is_a_fault_and_never_done(server, body, answer):
    server[2].append((200, answer))
    with pytest.raises(Fault, match="看不懂"):
        body.ask("T-7")


@pytest.mark.parametrize(
    ("answer", "permanent"), [((500, {}), False), ((503, b"busy"), False), ((200, b"<html>"), False), ((401, {}), True), ((422, {}), True)]
)
def test_a_body_that_fails_or_refuses_is_a_fault_with_a_sentence(server, body, answer, permanent):
    server[2].extend([answer, answer])
    for act in (lambda: body.hand_in(ERRAND), lambda: body.ask("T-7")):
        with pytest.raises(Fault) as told:
            act()
        assert told.value.permanent is permanent
        assert told.value.message.startswith("税务")


def test_a_body_that_is_not_there_is_a_fault_that_may_pass():
    gone = chosen("TAX", "税务", settings("http://127.0.0.1:9"))
    with pytest.raises(Fault, match="没有应答") as told:
        gone.hand_in(ERRAND)
    assert not told.value.permanent


def test_a_sentence_that_is_no_text_is_left_out(server, body):
    server[2].append((200, {"data": {"state": "9", "say": {"a": 1}}}))
    assert body.ask("T-7").told == ""


def test_a_long_sentence_is_cut(server, body):
    server[2].append((200, {"data": {"state": "9", "say": "长" * 900}}))
    assert len(body.ask("T-7").told) == 200


@pytest.mark.parametrize("name", ["BODY", "NUMBER", "ASK_URL", "STAGE", "DONE"])
def test_a_setting_that_is_lacking_is_named(name):
    with pytest.raises(Fault, match=f"GAOXING_TAX_{name}"):
        chosen("TAX", "税务", settings("https://tax.example", **{name: ""}))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("URL", "http://tax.example/in"),
        ("URL", "ftp://tax.example"),
        ("URL", "https://tax.example:99999/"),
        ("ASK_URL", "http://tax.example/{receipt}"),
        ("ASK_URL", "https://tax.example/ask"),
        ("BODY", "not json"),
        ("BODY", '{"name": "{name}"}'),
    ],
)
def test_a_setting_that_is_wrong_is_named(name, written):
    with pytest.raises(Fault, match=f"GAOXING_TAX_{name}") as told:
        chosen("TAX", "税务", settings("https://tax.example", **{name: written}))
    assert told.value.permanent


def test_nothing_is_connected_where_nothing_was_set():
    assert chosen("TAX", "税务", {}) is None
    assert chosen("TAX", "税务", {"GAOXING_BANK_URL": "rehearsal"}) is None


@pytest.mark.parametrize(("url", "kind"), TWINS.items())
def test_the_rehearsal_and_its_twins_are_set_by_name(url, kind):
    found = chosen("TAX", "税务", {"GAOXING_TAX_URL": url})
    assert type(found) is kind
    assert found.called == "税务（演练）"


def test_the_rehearsal_gives_one_token_one_number_and_has_it_done():
    body = Rehearsal("税务")
    assert body.hand_in(ERRAND) == body.hand_in(ERRAND)
    assert body.ask(body.hand_in(ERRAND)).stage is Stage.DONE


def test_the_rehearsal_fails_and_declines_by_name():
    body = Rehearsal("税务")
    with pytest.raises(Fault):
        body.hand_in(Errand("tax", "t", {"name": "昆山外部故障有限公司"}))
    declined = body.ask(body.hand_in(Errand("tax", "t", {"name": "昆山外部退回有限公司"})))
    assert declined.stage is Stage.DECLINED
    assert declined.told


def test_the_twins_never_say_that_something_is_done():
    assert Slow("税务").ask("A1").stage is Stage.IN_HAND
    for twin in (Failing("税务"), Nonsensical("税务")):
        with pytest.raises(Fault):
            twin.ask("A1")
    with pytest.raises(Fault):
        Failing("税务").hand_in(ERRAND)


def test_an_errand_tells_nothing_of_the_enterprise_where_it_is_shown():
    assert "样例" not in repr(ERRAND)
