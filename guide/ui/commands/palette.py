"""Finds commands by a few letters."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from guide.ui.commands.command import Command, key_of, key_shown
from guide.ui.widgets.words import own

if TYPE_CHECKING:
    from guide.ui.app import GuideApp


class GuideCommands(Provider):
    """Every command that is offered on the screen below."""

    @property
    def guide(self) -> "GuideApp":
        """The app."""
        return cast("GuideApp", self.app)

    async def discover(self) -> Hits:
        """Yield everything, before a letter is typed."""
        for command in self.guide.offered():
            if command.id != "palette":
                yield DiscoveryHit(
                    self._shown(command), self._deed(command), text=command.label, help=command.help
                )

    async def search(self, query: str) -> Hits:
        """Yield what fits the letters."""
        matcher = self.matcher(query)
        for command in self.guide.offered():
            score = max(matcher.match(command.label), matcher.match(command.help) / 2)
            if score > 0 and command.id != "palette":
                yield Hit(
                    score, self._shown(command), self._deed(command), text=command.label, help=command.help
                )

    def _shown(self, command: Command) -> Content:
        key = key_of(command, self.guide.settings.keys)
        return own(f"{command.label}   {key_shown(key)}" if key else command.label)

    def _deed(self, command: Command) -> Callable[[], Any]:
        return partial(self.guide.do_command, command.id)
