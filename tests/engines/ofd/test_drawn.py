"""Matrices: one after another, where a point comes to lie, whether circles stay circles."""

from __future__ import annotations

import pytest

from gaoxing.engines.ofd.drawn import IDENTITY, keeps_shapes, multiplied, scale, turned

SHIFT = (1.0, 0.0, 0.0, 1.0, 3.0, 4.0)
DOUBLE = (2.0, 0.0, 0.0, 2.0, 0.0, 0.0)
QUARTER = (0.0, 1.0, -1.0, 0.0, 0.0, 0.0)
MIRROR = (1.0, 0.0, 0.0, -1.0, 0.0, 10.0)


def test_the_first_matrix_is_done_first():
    assert turned(multiplied(SHIFT, DOUBLE), 1, 1) == (8, 10)
    assert turned(multiplied(DOUBLE, SHIFT), 1, 1) == (5, 6)


def test_nothing_moves_by_the_identity():
    assert multiplied(IDENTITY, QUARTER) == multiplied(QUARTER, IDENTITY) == QUARTER


@pytest.mark.parametrize(("matrix", "times"), [(IDENTITY, 1), (DOUBLE, 2), (QUARTER, 1), (MIRROR, 1), ((2.0, 0.0, 0.0, 8.0, 0.0, 0.0), 4)])
def test_lengths_grow_so_many_times(matrix, times: float):
    assert scale(matrix) == times


@pytest.mark.parametrize("matrix", [IDENTITY, SHIFT, DOUBLE, QUARTER, MIRROR, (0.6, 0.8, -0.8, 0.6, 1.0, 1.0), (0.6, 0.8, 0.8, -0.6, 1.0, 1.0)])
def test_turning_mirroring_and_scaling_keep_shapes(matrix):
    assert keeps_shapes(matrix)


@pytest.mark.parametrize("matrix", [(0.5, 0.0, 0.0, 1.0, 0.0, 0.0), (1.0, 0.0, 0.3, 1.0, 0.0, 0.0)])
def test_squeezing_and_slanting_do_not(matrix):
    assert not keeps_shapes(matrix)
