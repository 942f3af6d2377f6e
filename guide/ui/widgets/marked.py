"""What comes of marking a phrase: apart from the widget, which is only needed when somebody marks one."""

from textual.message import Message


class GivenBack(Message):
    """A phrase is to be given back."""

    def __init__(self, phrase: str, entry: str) -> None:
        super().__init__()
        self.phrase = phrase
        """Exactly as it was said."""
        self.entry = entry
        """Where it was said."""


class IsName(Message):
    """The marked words are somebody's name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        """The name."""


class NothingMarked(Message):
    """Nothing is given back after all."""
