from __future__ import annotations

from gaoxing.matters.enterprise_request.weighing import Problem, clauses, weights


def of(said: str) -> dict[str, float]:
    return weights(Problem(list(clauses(0, said))))


def test_what_a_story_turns_to_weighs_more():
    found = of("贷款批了，但是招工招不到")
    assert found["hiring"] > found["loan"]


def test_where_nothing_is_complained_of_the_question_says_what_is_wanted():
    found = of("想参加展会，问有没有补贴")
    assert found["grant"] > found["orders"]


def test_effect_and_cause_count_half():
    found = of("宿舍不够，搞得招工也招不到")
    assert found["housing"] > found["hiring"]


def test_how_things_are_counts_less_than_what_is_wrong():
    found = of("我们引进了一位博士，宿舍没有着落")
    assert found["housing"] > found["talent"]


def test_what_is_called_by_name_counts_more():
    found = of("厂房不够用，想问问用地的事")
    assert found["land"] > found["premises"]
