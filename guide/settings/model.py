"""The settings themselves: frozen, each with a default and one line that says what it does."""

from collections.abc import Mapping
from typing import Final

from guide.frozen import field, frozen

THEMES: Final = (
    "auto",
    "dark",
    "light",
    "ansi",
    "high-contrast",
    "textual-dark",
    "textual-light",
    "ansi-dark",
    "ansi-light",
    "nord",
    "gruvbox",
    "catppuccin-mocha",
    "catppuccin-macchiato",
    "catppuccin-frappe",
    "catppuccin-latte",
    "dracula",
    "tokyo-night",
    "monokai",
    "flexoki",
    "solarized-dark",
    "solarized-light",
    "rose-pine",
    "rose-pine-moon",
    "rose-pine-dawn",
    "atom-one-dark",
    "atom-one-light",
)
"""Themes by name; the first five are guide's own words, the others Textual's."""


@frozen
class Organisation:
    """Who the worker works for; it stands on papers and where a family is told whom to ask."""

    name: str = ""
    """The organisation's name as a family knows it."""
    contact: str = ""
    """How a family reaches it: a telephone number, an address, opening hours; on papers too."""
    logo: str = ""
    """A PNG, JPEG or SVG for papers: a file beside the settings, or one named in full."""
    colours: tuple[str, ...] = ()
    """Two colours for papers, such as `#1f5f4f`: headings and numbers, and the edge beside the face."""


@frozen
class Number:
    """Somebody to ring."""

    name: str
    """Who answers."""
    number: str
    """Their telephone number, as it is to be shown."""


@frozen
class Urgent:
    """What to do when something cannot wait; shown on the worker's page and never to a child."""

    steps: tuple[str, ...] = ()
    """The local steps in order, one sentence each."""
    numbers: tuple[Number, ...] = ()
    """Who to ring, the first one first: the duty team, the manager, out of hours."""
    emergency: str = "999"
    """The emergency number; without one, that of the region this computer is set to."""


@frozen
class Retention:
    """How long a conversation is kept."""

    days: int | None = None
    """Days after its last change until guide offers to erase it; none: it is never offered."""


@frozen
class Settings:
    """Everything in `settings.toml`."""

    organisation: Organisation = Organisation()
    """Who the worker works for."""
    urgent: Urgent = Urgent()
    """What to do when something cannot wait."""
    language: str = "en"
    """The language guide speaks unless a conversation is started in another (`en`, `cy`, `pt-BR`)."""
    theme: str = "auto"
    """How the screen looks, one of THEMES; `auto` follows the terminal."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Other keys for commands: the command's id, and the key that shall do it."""
    retention: Retention = Retention()
    """How long a conversation is kept."""

    @property
    def urgent_is_set(self) -> bool:
        """Whether local steps are set; home and `guide doctor` remind until they are."""
        return bool(self.urgent.steps)
