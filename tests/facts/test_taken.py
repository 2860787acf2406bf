"""Spans laid over a text: the later of two that overlap gives way; beside one another both stand."""

from gaoxing.facts.taken import Taken


def test_a_span_over_a_taken_place_is_refused():
    taken = Taken()
    assert [taken.take(*span) for span in ((0, 3), (2, 5), (3, 5))] == [True, False, True]


def test_asking_takes_nothing():
    taken = Taken.by([(4, 6)])
    assert [taken.free(0, 4), taken.free(5, 9), taken.free(0, 4)] == [True, False, True]


def test_an_empty_span_is_free_anywhere():
    assert Taken.by([(0, 9)]).free(4, 4)
