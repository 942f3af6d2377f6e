"""Says what a correction would bring beyond the words, before it is made."""

from guide.engine.turn import Effect
from guide.ui.says import say


def in_words(effect: Effect) -> str:
    """Return what a correction would bring, a sentence each."""
    counts = {"aside": len(effect.aside), "asks": len(effect.asks), "entries": len(effect.entries)}
    return "\n".join(say(f"effect.{key}", n=n) for key, n in counts.items() if n)
