"""Somebody who answers whatever a conversation asks, in a sentence of ordinary length."""

from collections.abc import Mapping
from typing import Any, Final

from guide.engine.turn import Asks

Reply = Mapping[str, Any]

SENTENCE: Final = "He shouted in the hall and then he went out, and she waited on the stairs"


def reply_to(asks: Asks, *, else_said: int = 0, wanted: int = 0) -> Reply:
    """Return a reply that leads on; at a what-else question another sentence while `wanted` are not said."""
    if asks.step is not None and asks.step.startswith("people."):
        return _people(asks)
    if asks.mode == "more" and else_said < wanted:
        return {"say": f"{SENTENCE} ({else_said})"}
    if asks.mode in {"first", "reason"} and any("say" in one for one in asks.accepts):
        return {"say": SENTENCE}
    return asks.accepts[0]


def _people(asks: Asks) -> Reply:
    role = (asks.step or "").partition(".")[2]
    name, age = ("Rosa", 8) if role == "child" else ("Dev", None)
    return {"people": [{"name": name, "as": role, **({"age": age} if age else {})}]}
