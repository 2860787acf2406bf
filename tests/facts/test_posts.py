"""Posts as they are given, taken away, swapped and copied."""

from gaoxing.facts.mentions import Spot
from gaoxing.facts.posts import Appointments, Holder, assign, remove, strike, swap

HERE = Spot(0, 0, 2)


def held(*given):
    state = Appointments()
    for role, who in given:
        assign(state, (role,), [Holder(who, (HERE,))], replaced=False)
    return state


def test_a_post_given_twice_has_two_holders():
    state = held(("director", 0), ("director", 1))
    assert [holder.who for holder in state.holders["director"]] == [0, 1]


def test_a_post_given_in_the_place_of_another_has_one_holder():
    state = held(("director", 0))
    assign(state, ("director",), [Holder(1, ())], replaced=True)
    assert state.roles_of(0) == ()


def test_a_post_left_unfilled_is_absent_until_it_is_given_again():
    state = held(("supervisor", 0))
    remove(state, ("supervisor",), HERE)
    assert (state.roles_of(0), state.absent) == ((), {"supervisor": HERE})
    assign(state, ("supervisor",), [Holder(1, ())], replaced=False)
    assert state.absent == {}


def test_one_of_two_holders_can_go():
    state = held(("director", 0), ("director", 1))
    strike(state, ("director",), 0)
    assert (state.roles_of(0), state.roles_of(1), state.struck) == ((), ("director",), True)


def test_two_posts_change_holders():
    state = held(("legal_representative", 0), ("supervisor", 1))
    swap(state, "legal_representative", "supervisor")
    assert (state.roles_of(0), state.roles_of(1)) == (("supervisor",), ("legal_representative",))


def test_a_post_said_to_be_held_with_another_follows_it():
    state = held(("manager", 2))
    state.like["legal_representative"] = "manager"
    assert state.roles_of(2) == ("manager", "legal_representative")
    assert state.spots_of(2) == (HERE, HERE)
