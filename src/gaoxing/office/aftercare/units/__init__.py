"""The units' desk (单位经办): the parts a unit leads or helps with, the acts on them, whom it reaches, and what it is told of."""
