"""How the screen looks: guide's own calm themes, and which one a person's setting means."""

from collections.abc import Mapping
from typing import Final

from textual.theme import Theme

_INK: Final = {
    # One accent carries everything that is alive; nothing is red, so that no colour judges what is said.
    "block-cursor-text-style": "bold",
    "input-cursor-text-style": "none",
    "link-style": "none",
}

LIGHT: Final = Theme(
    name="guide-light",
    primary="#2c6a64",
    secondary="#8a7760",
    accent="#2c6a64",
    warning="#8a5a24",
    error="#8a5a24",
    success="#2c6a64",
    foreground="#2f2a24",
    background="#fbf7ef",
    surface="#f5eee2",
    panel="#efe6d7",
    dark=False,
    variables={
        **_INK,
        "text-muted": "#665e54",
        "foreground-muted": "#665e54",
        "border": "#2c6a64",
        "border-blurred": "#d9ccb8",
        "roof": "#c3a982",
        "block-cursor-background": "#2c6a64",
        "block-cursor-foreground": "#fffdf8",
        "input-cursor-background": "#2c6a64",
        "input-cursor-foreground": "#fffdf8",
        "input-selection-background": "#2c6a64 25%",
        "scrollbar": "#d9ccb8",
        "scrollbar-background": "#fbf7ef",
    },
)
"""Ink on warm paper."""

DARK: Final = Theme(
    name="guide-dark",
    primary="#8cc5b6",
    secondary="#bfae92",
    accent="#8cc5b6",
    warning="#e0b982",
    error="#e0b982",
    success="#8cc5b6",
    foreground="#ece5d9",
    background="#1f1e1b",
    surface="#282622",
    panel="#302e29",
    dark=True,
    variables={
        **_INK,
        "border": "#8cc5b6",
        "border-blurred": "#4a463e",
        "roof": "#8a795e",
        "block-cursor-background": "#8cc5b6",
        "block-cursor-foreground": "#1c1b18",
        "input-cursor-background": "#8cc5b6",
        "input-cursor-foreground": "#1c1b18",
        "input-selection-background": "#8cc5b6 30%",
        "scrollbar": "#4a463e",
        "scrollbar-background": "#1f1e1b",
    },
)
"""An evening room."""

HIGH_CONTRAST: Final = Theme(
    name="guide-high-contrast",
    primary="#ffe14d",
    secondary="#ffffff",
    accent="#ffe14d",
    warning="#ffe14d",
    error="#ffe14d",
    success="#ffe14d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    dark=True,
    variables={
        **_INK,
        "text": "#ffffff",
        "text-muted": "#e6e6e6",
        "foreground-muted": "#e6e6e6",
        "text-disabled": "#cfcfcf",
        "border": "#ffe14d",
        "border-blurred": "#bfbfbf",
        "roof": "#ffffff",
        "block-cursor-background": "#ffe14d",
        "block-cursor-foreground": "#000000",
        "input-cursor-background": "#ffe14d",
        "input-cursor-foreground": "#000000",
        "input-selection-background": "#ffe14d 40%",
    },
)
"""White and yellow on black."""

OWN: Final = (LIGHT, DARK, HIGH_CONTRAST)
"""The themes to register with the app."""

_BY_WORD: Final = {
    "light": LIGHT.name,
    "dark": DARK.name,
    "high-contrast": HIGH_CONTRAST.name,
    "ansi": "ansi-dark",
}
_DARK_COLOURS: Final = 6
"""Of a terminal's sixteen colours 0 to 6 and 8 are dark; COLORFGBG names the background by its number."""


def theme_for(word: str, environ: Mapping[str, str]) -> str:
    """Return the name of the theme a setting means; `auto` follows what the terminal says of itself."""
    if word != "auto":
        return _BY_WORD.get(word, word)
    return DARK.name if _is_dark(environ.get("COLORFGBG", "")) else LIGHT.name


def _is_dark(colours: str) -> bool:
    background = colours.rpartition(";")[2]
    return (
        not background.isdigit() or int(background) <= _DARK_COLOURS or int(background) == _DARK_COLOURS + 2
    )
