"""The shareable example: one moment, at most 150 words, only the lines whose owner agreed to each."""

from typing import Final

from guide.documents.face import Face
from guide.documents.pages.sheet import Laid
from guide.documents.quotes import Quote
from guide.errors import GuideError
from guide.frozen import frozen

MOST_WORDS: Final = 150
"""The longest an example may be; a longer one is no longer read."""

_AREA: Final = "example"


@frozen
class Example:
    """The page."""

    title: str
    face: Face
    quotes: tuple[Quote, ...]
    layout: str = "example"


def example_page(laid: Laid) -> Example:
    """Return the page; raises GuideError when no line was agreed, or when it is too long."""
    quotes = agreed_lines(laid)
    missing = why_not(laid)
    if missing:
        raise GuideError(missing)
    return Example(laid.say("example.title"), laid.face, quotes)


def agreed_lines(laid: Laid) -> tuple[Quote, ...]:
    """Return the lines that whoever said them agreed to pass on."""
    lines = laid.entries(laid.sheet.area(_AREA))
    agreed = [one for one in lines if (one.get("by") or _anybody(one)) in (one.get("agreed_by") or ())]
    return laid.quoting.quotes(agreed)


def why_not(laid: Laid) -> str:
    """Return why the example cannot be made yet, in one sentence; nothing when it can."""
    lines = laid.entries(laid.sheet.area(_AREA))
    quotes = agreed_lines(laid)
    words = sum(len(quote.text.split()) for quote in quotes)
    if not lines:
        return "The example has no lines yet: write them at the end of the conversation."
    if not quotes:
        return (
            "No line of the example has been agreed by the person whose words they are: read it back first."
        )
    if words > MOST_WORDS:
        return (
            f"The example has {words} words and may have {MOST_WORDS}: make a line shorter or take one off."
        )
    return ""


def _anybody(line: dict[str, object]) -> object:
    agreed = line.get("agreed_by") or [""]
    return agreed[0] if isinstance(agreed, list) else ""
