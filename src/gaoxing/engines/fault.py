"""A fault (故障): an engine or a register failed. Neither a finding nor a refusal; the operator acts."""


class Fault(Exception):
    """An engine failed. `message` is a sentence for people; `permanent` says that trying again will not help."""

    def __init__(self, message: str, *, permanent: bool) -> None:
        """Keep the sentence and whether a retry can help."""
        super().__init__(message)
        self.message = message
        self.permanent = permanent
