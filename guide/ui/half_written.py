"""What is half written in a story, kept in the one place a conversation has for half a sentence."""

import json
from typing import Any, Final

from guide.frozen import frozen
from guide.log.store import Draft

WRITING: Final = ".story"
"""No step is called so: ids of steps have no dot."""


@frozen
class Half:
    """What was half typed when the program ended."""

    step: str = ""
    item: str = ""
    answer: str = ""
    """Half an answer to the question of this step."""
    place: str = ""
    """Where in the story something was being written: `text:n1`, `add:n1` …"""
    words: str = ""


def packed(half: Half) -> str:
    """Return both halves as the body of one draft."""
    return json.dumps(
        {"words": half.words, "step": half.step, "item": half.item, "answer": half.answer},
        ensure_ascii=False,
    )


def half_of(draft: Draft | None) -> Half:
    """Return what a draft holds; nothing when there is none or it cannot be read."""
    if draft is None:
        return Half()
    if draft.step != WRITING:
        return Half(draft.step, draft.item, draft.body)
    try:
        own: dict[str, Any] = json.loads(draft.body)
        return Half(own["step"], own["item"], own["answer"], draft.item, own["words"])
    except (ValueError, KeyError, TypeError):
        return Half()
