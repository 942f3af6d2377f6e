"""What comes of a room's numbers, in one place that costs nothing to import."""

from collections.abc import Sequence

from textual.message import Message

from guide.ui.widgets.answering.base import Line


class GivenByAll(Message):
    """Everybody's number was entered."""

    def __init__(self, replies: Sequence[Line]) -> None:
        super().__init__()
        self.replies = replies
        """One for each person, each to be written down by itself."""


class Looked(Message):
    """The room has looked at what was opened."""
