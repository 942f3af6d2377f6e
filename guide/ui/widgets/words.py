"""Puts words on the screen: people's words as they are, never as markup and never as a terminal's command."""

import re
from collections.abc import Iterable
from typing import Final

from textual.content import Content

_UNSHOWN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

ACCENT: Final = "$accent"
MUTED: Final = "$foreground-muted"
PICKED: Final = "bold $block-cursor-foreground on $block-cursor-background"
"""What a key would choose now; a mark stands beside it too, so that it shows without colour."""


def own(text: str, style: str = "") -> Content:
    """Return words as content: square brackets stay brackets, escapes a terminal would act on are dropped."""
    return Content.styled(plain(text), style)


def plain(text: str) -> str:
    """Return words without what a terminal would act on."""
    return _UNSHOWN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def lines(parts: Iterable[Content]) -> Content:
    """Return contents under each other."""
    return Content("\n").join(list(parts))


def hung(head: Content, body: Content, width: int) -> Content:
    """Return `body` wrapped to `width` beside `head`, every further line as far in as the first."""
    margin = head.cell_length
    room = max(8, width - margin)
    wrapped = body.wrap(room) or [Content("")]
    indent = Content(" " * margin)
    return lines((head if at == 0 else indent) + line.rstrip() for at, line in enumerate(wrapped))
