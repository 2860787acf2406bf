"""A blank that is to stay open after all (先空着): «注册资本先空着», «电话不要了», or nothing but «取消» to its question.

What was said of it before is dropped. A value said later stands again. What was worked out from a dropped capital goes with it; shares that were said stay.

>>> from gaoxing.forms.field import Kind
>>> capital = (Fact("registered_capital", {"amount": "1000000", "currency": "CNY"}, (Evidence(0, 4, 7, "一百万"),)),)
>>> fields = (Field("registered_capital", "注册资本", Kind.MONEY),)
>>> left_open(capital, Form("company_registration", ""), fields, Transcript.of("注册资本一百万", "注册资本先空着吧"))
()
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gaoxing.facts.fact import Evidence, Fact
from gaoxing.facts.wording import Wording
from gaoxing.forms.calling import called
from gaoxing.forms.field import Field
from gaoxing.forms.form import Form
from gaoxing.forms.shape import blank
from gaoxing.speech.transcript import LONGEST_TURN, Transcript
from gaoxing.standards.expression import expression

_OPEN = (
    r"(?:先|暂时|还是|就|都|也|那|干脆)*(?:空着|留空|不(?:填|写|留|报)|取消|不要|(?:还)?没(?:有)?(?:定|想好|决定)(?:下来)?|待定)(?:了|掉|吧|先|着|呢)*"
    r"(?:[，]?(?:先|暂时|就)*(?:空着|留空|不填|不写|再说|以后再说))?(?:了|吧)*"
)
BARE = expression(rf"[，。]*(?:这个|这一项|那个)?{_OPEN}[，。]*")
"""The whole turn, to the question about the blank."""

NAMED = expression(
    rf"(?:^|[，。；！？])(?:那|那个|还有|然后|不过|另外|算了|对了|把)*(?P<name>[一-龥]{{2,10}}?)(?:这个|这一项|那一项|这块|的话|我|，)?{_OPEN}(?=[，。；！？]|$)"
)
ANYBODYS = frozenset({"名字", "姓名", "电话", "手机", "手机号", "号码"})
SOMEBODY = expression(r"[人他她派员]|会计|代办|代理|朋友")
"""«会派人，名字还没定»: not the enterprise's."""

OWN = frozenset({"", "我", "我们", "公司", "我们公司", "企业", "店", "店里", "厂", "厂里", "单位", "项目"})
CAPITAL = "registered_capital"
WORKED_OUT = expression(r"\.contribution\.(?:amount|percent)$")


def left_open(facts: Sequence[Fact], form: Form, fields: Sequence[Field], transcript: Transcript) -> tuple[Fact, ...]:
    """The facts without those that were said before their blank was to stay open. `form` is what all facts come to, for people's names."""
    opened: dict[str, tuple[int, int]] = {}
    for path, turn, start in _opened(form, fields, transcript):
        opened[path] = max(opened.get(path, (turn, start)), (turn, start))
    left = [fact for fact in facts if not (fact.field in opened and _before(fact.evidence, opened[fact.field]))]
    no_capital = CAPITAL in opened and not any(fact.field == CAPITAL for fact in left)
    return tuple(fact for fact in left if not (no_capital and fact.derived and WORKED_OUT.search(fact.field)))


def _opened(form: Form, fields: Sequence[Field], transcript: Transcript) -> Iterator[tuple[str, int, int]]:
    """Path, turn and place in the raw words of every blank that is to stay open."""
    for number, turn in enumerate(transcript.turns):
        wording = Wording.of(turn.said[:LONGEST_TURN])
        if turn.asked and wording.text and BARE.fullmatch(wording.text):
            known = blank(fields, turn.asked)
            may_be_no = known is None or known.choices
            yield turn.asked, number, 0 if may_be_no else len(turn.said)
        for found in NAMED.finditer(wording.text):
            paths = called(found["name"], form, fields)
            anothers = found["name"] in ANYBODYS and SOMEBODY.search(wording.text[max(0, found.start() - 8) : found.start("name")])
            if len(paths) == 1 and not anothers and _on_the_form(found["name"].rpartition("的")[0], form):
                yield paths[0], number, wording.places[found.start("name")]


def _on_the_form(owner: str, form: Form) -> bool:
    """Whether nobody is named, the enterprise itself, or somebody whose name stands on the form: «老板的电话就不留了» is about another."""
    return owner in OWN or any(str(answer.value) == owner for path, answer in form.answers.items() if path.rpartition(".")[2] == "name")


def _before(evidence: Sequence[Evidence], place: tuple[int, int]) -> bool:
    """Whether all the words were said before that place."""
    return bool(evidence) and all((each.turn, each.start) < place for each in evidence)
