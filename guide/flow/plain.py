"""Words that are shown as they stand: notes, teaching lines, titles of flows."""

import re
from typing import Final

from guide.flow.findings import finding
from guide.flow.gathered import Gathered
from guide.flow.model import ROLES
from guide.flow.places import Spot

_ROLE: Final = re.compile(r"\{\{\s*(" + "|".join(ROLES) + r")(?:\.name)?\s*\}\}")


def plain_words(gathered: Gathered, words: str, spot: Spot, key: str) -> str:
    """Return the words as they will be shown; a role becomes its own word, "the child".

    Notes and teaching lines are printed on cards too, where nobody has a name yet.  Any other expression
    is found fault with.
    """
    if "{{" not in words:
        return words.strip()
    spelled = _ROLE.sub(_role_word, words)
    if "{{" in spelled:
        gathered.findings.append(finding("G086", spot.place, key=key))
    return spelled.strip()


def _role_word(match: re.Match[str]) -> str:
    word = f"the {match[1].replace('_', ' ')}"
    before = match.string[: match.start()].rstrip()
    return word if before and before[-1] not in ".?!:" else word.capitalize()
