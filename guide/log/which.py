"""Which session a person means."""

from collections.abc import Sequence

from guide.errors import WrongUse
from guide.log.store import SessionRow

_SHOWN = 4
"""How many ids fit into a sentence."""


def which(sessions: Sequence[SessionRow], wanted: str) -> SessionRow:
    """Return the session whose id is `wanted` or alone begins so; else raise `WrongUse`."""
    asked = wanted.strip().lower()
    exact = [one for one in sessions if one.session.lower() == asked]
    begun = exact or [one for one in sessions if asked and one.session.lower().startswith(asked)]
    if len(begun) == 1:
        return begun[0]
    raise WrongUse(_several(wanted, begun) if begun else _none(wanted, sessions))


def _several(wanted: str, begun: Sequence[SessionRow]) -> str:
    ids = ", ".join(one.session for one in begun[:_SHOWN]) + (" …" if len(begun) > _SHOWN else "")
    return f"{wanted!r} begins the id of {len(begun)} sessions ({ids}); give more of it."


def _none(wanted: str, sessions: Sequence[SessionRow]) -> str:
    if not sessions:
        return (
            f"There is no session {wanted!r}: nothing has been started yet; `guide flows` lists what can be."
        )
    from difflib import get_close_matches

    near = get_close_matches(wanted.lower(), [one.session for one in sessions], n=1, cutoff=0.5)
    meant = f"did you mean {near[0]}? " if near else ""
    return f"There is no session {wanted!r}; {meant}`guide sessions` lists them."
