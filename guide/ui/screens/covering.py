"""Calm pages over a conversation: a hand-over, a break, a greeting, the end."""

from textual import on

from guide.engine.turn import Asks
from guide.ui.replying import reply_for_way
from guide.ui.screens.in_room import InRoom
from guide.ui.widgets.calm_page import CalmPage
from guide.words.voice import say as voice


class Covering(InRoom):
    """The part of a conversation's screen that covers it."""

    async def cover(self, asks: Asks) -> None:
        """Cover everything with a hand-over, a break or the end."""
        (await self._calm_page()).show(asks)

    async def _calm_page(self) -> CalmPage:
        page = self.query_one_optional(CalmPage)
        if page is None:
            page = CalmPage()
            await self.mount(page, before="#room")
        return page

    async def greet(self) -> None:
        """Greet whoever sits there before their page opens again, unless a calm page stands anyway."""
        if self.is_covered:
            return
        self.is_greeting = True
        self.dress()
        names = ", ".join(one.name for one in self.talking.session.record.of_roles((self.asks.held_with,)))
        greeting = voice("hello", names=names) if names else voice("hello_all")
        (await self._calm_page()).show_words(greeting, {})

    @on(CalmPage.WentOn)
    async def go_on(self) -> None:
        """Go on from a calm page."""
        page = self.query_one(CalmPage)
        if self.turn.is_finished and page.is_deliberate:
            page.show_the_end()  # the helper has it back, and may want its papers now
        elif self.turn.is_finished:
            self.app.go_home()
        elif self.is_greeting:
            self.is_greeting = False
            await self.show(again=True)
        else:
            await self.say({"next": True})

    @on(CalmPage.Chose)
    async def take_from_page(self, chose: CalmPage.Chose) -> None:
        """Do what was chosen on a calm page."""
        line = reply_for_way(chose.key)
        await (self.action_command(chose.key) if line is None else self.say(line))
