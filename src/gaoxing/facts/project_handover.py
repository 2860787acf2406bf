"""Who takes over in a filed project (项目联系人、项目单位的更替): the contact's name and number, old and new, and the enterprise that hands the project on.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> [change] = contact_changes(hear(Transcript.of("联系电话换了，以前是13811112222，现在用13933334444")))
>>> {column: value for column, (value, _) in change.columns.items()}
{'from.mobile': '13811112222', 'to.mobile': '13933334444'}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gaoxing.facts.fact import Evidence, Value
from gaoxing.facts.mentions import Member
from gaoxing.facts.name_slot import find_slots, is_name
from gaoxing.facts.owner import Owned, owned_codes
from gaoxing.facts.person import Name
from gaoxing.facts.project_alteration import taken_back
from gaoxing.facts.project_contact import contact_facts
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.succession import CONTACT, LEAVING, Succession, successions
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

NUMBER = expression(r"联系(?:人的?)?(?:电话|手机|方式|号码)|(?:联系人|对接人|经办人)[^。；]{0,12}(?:电话|手机|号码)|手机号码?|电话号码?")
CHANGES = expression(r"换|改|变|调整|新|现在|停用|不用了")
OLD = expression(r"(?:原来?|以前|之前|旧|老|原先|从|由|停用)(?:的)?(?:那?个?)?(?:联系)?(?:电话|手机|号码?|号)?(?:是|：)?$")
INTO_NUMBER = expression("，?(?:要|现在)?(?:变更|更换|改|换)(?:成|为|到)了?[0-9一二三四五六七八九零幺]{5}")
"""Between an old number and its new one."""
CALLED = expression(f"(?:{CONTACT.pattern})(?:以前|原来|之前)?(?:是|叫|为|：|，)")
REACH = 50
"""Characters from a word for the contact within which a name is one."""
ANEW = expression(f"(?:{CONTACT.pattern})(?:也|都|要|就|现在)*(?:不是|换|改|变)")
"""«联系人也不是我了»: whoever is named with a number then is the new one."""
UNIT = expression(r"(?:项目|建设|实施|申报|备案|投资)(?:的)?(?:单位|主体|法人|业主|企业|公司)")
PASSED = expression(r"(?:变更|更改|调整|改|换|变|转|交|划转|过户|移交)(?:成|为|到|给|由)?了?[“]?$|(?:现在|改)(?:由|归|是)$")
RENAMED = expression("(?:公司|企业|单位|厂)(?:的)?(?:名称|名字|名)?(?:都|也|已经?|刚|要)*(?:改名|更名|[变换改]了|变更)|改名|更名")
NOW_IS = expression(
    r"(?:(?:变更|更改|调整|改|换|变|更)(?:成|为|到)|改名|更名|改叫|现在?(?:的)?(?:名称|名字|公司|单位|企业)?(?:就)?(?:叫|是|为|：)|新(?:的)?名[称字]?(?:叫|是|为|：))[叫为是“]*$"
)
"""Before an enterprise's new name."""


@dataclass(frozen=True)
class ContactChange:
    """A change of the contact: its columns (`from.name`, `to.mobile`, …) with their words, and where it was first spoken of."""

    columns: dict[str, tuple[Value, tuple[Evidence, ...]]]
    first: tuple[int, int]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All its words."""
        return tuple(dict.fromkeys(one for _, words in self.columns.values() for one in words))


def contact_slots(text: str, closed: Sequence[tuple[int, int]] = ()) -> tuple[Name, ...]:
    """The names that can only be a contact's: in the slots of a succession, where a word for the contact stands before them.

    >>> [each.name for each in contact_slots("联系人也要换，原来的蒋小丽离职了，换成魏大墨")], contact_slots("总投资换成鲁班")
    (['蒋小丽', '魏大墨'], ())
    """
    found = [each for each in find_slots(text, closed) if CONTACT.search(text[max(0, each.start - REACH) : each.start])]
    return tuple(found) + tuple(each for each in _leaving(text) if not any(other.start < each.end and each.start < other.end for other in found))


def _leaving(text: str) -> Iterator[Name]:
    """«联系人叫洪小波离职了»: a name between the word for the contact and the word for leaving."""
    for cue in CALLED.finditer(text):
        size = next((size for size in (2, 3) if is_name(text[cue.end() : cue.end() + size]) and LEAVING.match(text, cue.end() + size)), 0)
        if size:
            yield Name(cue.end(), cue.end() + size, text[cue.end() : cue.end() + size])


def contact_changes(statement: Statement) -> Iterator[ContactChange]:
    """The change of the contact, if there is one: by name, by number, or both."""
    followed = next(iter(successions(statement, CONTACT)), Succession())
    columns: dict[str, tuple[Value, tuple[Evidence, ...]]] = {}
    if followed.old:
        columns["from.name"] = (followed.old, followed.old_words)
    if followed.new:
        columns["to.name"] = (followed.new, followed.new_words)
    if not (followed.old or followed.new) and any(ANEW.search(heard.text) for heard in statement.turns):
        columns |= {
            f"to.{fact.field.removeprefix('contact.')}": (fact.value, fact.evidence) for fact in contact_facts(statement) if fact.field == "contact.name"
        }
    numbers = [each for each in owned_codes(statement) if each.kind in {"mobile", "landline"}]
    if "to.name" in columns or _number_changes(statement, numbers):
        for each in numbers:
            columns[f"{_side(statement, each)}.mobile"] = (each.value, statement.evidence(each.spot))
    if any(column.startswith("to.") for column in columns):
        words = [one for _, evidence in columns.values() for one in evidence]
        yield ContactChange(columns, min((one.turn, one.start) for one in words))


def _number_changes(statement: Statement, numbers: Sequence[Owned]) -> bool:
    """Whether a contact's number itself is said to change, and that is not taken back."""
    for each in numbers:
        before = statement.turns[each.spot.turn].text[: each.spot.start]
        spoken = list(NUMBER.finditer(before))
        if (
            spoken
            and CHANGES.search(before, spoken[-1].start())
            and not any(taken_back(turn.text, ["contact"]) for turn in statement.turns[each.spot.turn + 1 :])
        ):
            return True
    return False


def _side(statement: Statement, each: Owned) -> str:
    before = statement.turns[each.spot.turn].text[max(0, each.spot.start - 14) : each.spot.start]
    text = statement.turns[each.spot.turn].text
    handed = INTO_NUMBER.match(text, each.spot.end)
    return "from" if OLD.search(before) or handed else "to"


def handed_over(statement: Statement) -> tuple[Member | None, Member | None]:
    """The enterprise that hands the project on, or its old name, and the one that takes it, or the new name; None and None where it stays.

    >>> from gaoxing.facts.statement import hear
    >>> from gaoxing.speech.transcript import Transcript
    >>> [each.name for each in handed_over(hear(Transcript.of("昆山甲示例有限公司的项目，我们公司改名了，项目单位改成昆山乙示例有限公司"))) if each]
    ['昆山甲示例有限公司', '昆山乙示例有限公司']
    """
    firms = [(heard, token) for heard in statement.turns for token in heard.tokens if token.kind == "enterprise" and token.mention.kind == "company"]
    for (_, first), (heard, second) in pairwise(firms):
        between = heard.text[first.end : second.start]
        if first.end <= second.start and len(between) <= 12 and PASSED.search(between) and UNIT.search(heard.text[: first.start]):
            return statement.member(first.who), statement.member(second.who)
    new = next((token for heard, token in reversed(firms) if _takes_over(heard, token)), None)
    old = next((token for _, token in firms if new is not None and token.who != new.who), None)
    return (statement.member(old.who), statement.member(new.who)) if old is not None and new is not None else (None, None)


def _takes_over(heard: Heard, token: Token) -> bool:
    """«项目单位改成…», «企业改名了，现在叫…»: a word for the unit or for a name that changed, and right before the name that it is the new one."""
    before = heard.text[max(0, token.start - 50) : token.start]
    renamed = RENAMED.search(before) or UNIT.search(before)
    return renamed is not None and NOW_IS.search(before) is not None
