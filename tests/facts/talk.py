"""What a talk comes to: short ways from invented turns to posts, shares, capital and payments, and the facts misquoted in them."""

from decimal import Decimal

from gaoxing.facts.fact import Certainty
from gaoxing.facts.party import capital_facts, party_facts, read_affairs
from gaoxing.facts.stake import Holdings
from gaoxing.facts.statement import hear
from gaoxing.facts.subject import Walk
from gaoxing.speech.transcript import Transcript


def affairs(*turns):
    return read_affairs(hear(Transcript.of(*turns)))


def facts(*turns):
    statement = hear(Transcript.of(*turns))
    read = read_affairs(statement)
    return [*party_facts(statement, read), *capital_facts(statement, read)]


def parties(*turns):
    """Every row by its name: the blanks below it by their last words, `roles` among them."""
    rows = {}
    for fact in facts(*turns):
        if fact.field.startswith("parties.") and fact.certainty is not Certainty.UNSURE:
            _, number, blank = fact.field.split(".", 2)
            rows.setdefault(number, {})[blank.removeprefix("contribution.")] = fact.value
    return {row["name"]: row for row in rows.values()}


def posts(*turns):
    """Names by post, the shareholders left out."""
    held = {}
    for name, row in parties(*turns).items():
        for role in row["roles"]:
            if role != "shareholder":
                held.setdefault(role, []).append(name)
    return held


def shares(*turns):
    """`60%` or an amount by name; None for a shareholder whose share was not said."""
    held = {}
    for name, row in parties(*turns).items():
        if "shareholder" in row["roles"]:
            held[name] = f"{row['percent']}%" if "percent" in row else row.get("amount")
    return held


def capital(*turns):
    """`1000000 CNY`, a list of such where it is asked, None where nothing was read."""
    for fact in facts(*turns):
        if fact.field == "registered_capital":
            readings = [_money(each) for each in fact.readings]
            return readings if fact.certainty is Certainty.UNSURE else _money(fact.value)
    return None


def _money(value):
    return f"{Decimal(value['amount'])} {value['currency']}"


def paid(what, *turns):
    """The `method` or the `due` of every party that has one, by name."""
    return {name: row[what] for name, row in parties(*turns).items() if what in row}


def misquoted(*turns):
    """Fields of facts without evidence, or whose evidence is not what stands in the raw words."""
    said = [each.said for each in Transcript.of(*turns).turns]
    return [
        fact.field
        for fact in facts(*turns)
        if not fact.evidence or any(not each.words or said[each.turn][each.start : each.end] != each.words for each in fact.evidence)
    ]


def walk(said, *, asked=None):
    """A walk over one turn, nothing taken yet, and the tokens' places by their words."""
    heard = hear(Transcript.of(said)).turns[0]
    return Walk(heard.tokens, heard.text, 0, asked, Holdings()), {token.words: place for place, token in enumerate(heard.tokens)}
