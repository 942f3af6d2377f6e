"""The few ways things go wrong, each one sentence for the person who can act."""


class GuideError(Exception):
    """Something the person can act on: what happened, where, and what to do, in one sentence."""

    exit_code = 1
    """1: findings or refused; 2: the command was used wrongly."""


class WrongUse(GuideError):
    """The command itself was used wrongly: an unknown flow, session or option."""

    exit_code = 2


class Refused(GuideError):
    """A reply that is not legal at this turn; the question stands and nothing was written."""


class NotSaved(GuideError):
    """The disk did not take an event: nothing was shown, nothing before it is lost."""
