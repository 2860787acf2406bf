"""A refusal (不予办理): this person, this state, this button: no. Neither a finding nor a fault; whoever asked is told why."""


class NotAllowed(Exception):
    """What was asked is not done. `reason` is a sentence for people that says what to do instead."""

    def __init__(self, reason: str) -> None:
        """Keep the sentence."""
        super().__init__(reason)
        self.reason = reason
