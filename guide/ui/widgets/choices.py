"""Choices to be picked by arrow keys, digits, a first letter or the mouse; nothing is picked beforehand."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Region
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.words import MUTED, PICKED, hung, lines, own


class Choices(Drawn, can_focus=True):
    """A list of choices under each other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("space", "mark", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Chosen(Message):
        """Somebody chose."""

        def __init__(self, choices: "Choices", keys: tuple[str, ...]) -> None:
            super().__init__()
            self.choices = choices
            """Where."""
            self.keys = keys
            """What: the keys of the options."""

        @property
        def control(self) -> "Choices":
            """The list chosen from."""
            return self.choices

    def __init__(
        self,
        options: Mapping[str, str] | None = None,
        *,
        id: str | None = None,  # noqa: A002 – as every widget calls it
        classes: str = "",
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.options: dict[str, str] = dict(options or {})
        self.many = False
        self.spacious = False
        self.at: int | None = None
        """The choice a key would take now; None until somebody moves."""
        self.marked: set[str] = set()

    def show(
        self, options: Mapping[str, str], *, many: bool = False, spacious: bool = False, at: int | None = None
    ) -> None:
        """Offer these options; `many` lets several be marked, `spacious` leaves air and drops the digits."""
        before = list(self.options.items()), self.many, self.spacious, self.at, self.marked
        self.options, self.marked = dict(options), set()
        self.many, self.spacious, self.at = many, spacious, at
        if before != (list(self.options.items()), many, spacious, at, set()):
            self.redraw()

    # Drawing

    def draw(self, width: int) -> Content:
        """Return the options under each other."""
        rows = [self._row(at, key, text, width) for at, (key, text) in enumerate(self.options.items())]
        if self.spacious:
            return Content("\n\n").join(rows)
        return lines(rows)

    def _row(self, at: int, key: str, text: str, width: int) -> Content:
        picked = at == self.at
        box = ("[x] " if key in self.marked else "[ ] ") if self.many else ""
        digit = "" if self.spacious or len(self.options) > 9 else f"{at + 1}  "  # noqa: PLR2004 – keys 1 to 9
        head = Content.assemble(("▸ " if picked else "  "), (digit, MUTED), box)
        row = hung(head, own(text, PICKED if picked else ""), width)
        return row.stylize(Style.from_meta({"option": at}))

    # Keys and mouse

    def action_step(self, by: int) -> None:
        """Move to the next or the one before; the first move comes in from that side."""
        if not self.options:
            return
        first = 0 if by > 0 else len(self.options) - 1
        self.at = first if self.at is None else (self.at + by) % len(self.options)
        self.redraw()
        self.keep_in_view()

    def action_mark(self) -> None:
        """Mark or unmark where several may be chosen; elsewhere it moves nothing."""
        key = self.key_at
        if self.many and key is not None:
            self.marked ^= {key}
            self.redraw()

    def action_choose(self) -> None:
        """Take what is picked, or all that is marked."""
        key = self.key_at
        keys = tuple(one for one in self.options if one in self.marked) if self.many else ()
        if not keys and key is not None:
            keys = (key,)
        if keys:
            self.post_message(self.Chosen(self, keys))

    @property
    def key_at(self) -> str | None:
        """The key of the option that is picked."""
        return None if self.at is None else list(self.options)[self.at]

    def on_key(self, event: Key) -> None:
        """Let a digit or the first letter of an option pick it."""
        at = self._meant(event.character or "")
        if at is not None:
            event.stop()
            self.at = at
            self.redraw()
            self.keep_in_view()

    def keep_in_view(self) -> None:
        """Scroll what holds this list to what is picked: a long list in a small window stays usable."""
        holder, width = self.parent, self.content_size.width
        if self.at is None or not isinstance(holder, Widget) or not width:
            return
        rows = [self._row(at, key, text, width) for at, (key, text) in enumerate(self.options.items())]
        heights = [one.plain.count("\n") + (2 if self.spacious else 1) for one in rows]
        top = self.virtual_region.y + sum(heights[: self.at])
        holder.scroll_to_region(Region(0, top, 1, heights[self.at]), animate=False)

    def _meant(self, typed: str) -> int | None:
        if typed.isdecimal() and 1 <= int(typed) <= len(self.options):
            return int(typed) - 1
        starts = [
            at
            for at, text in enumerate(self.options.values())
            if typed.isalpha() and text.casefold().startswith(typed.casefold())
        ]
        if not starts:
            return None
        later = [at for at in starts if self.at is not None and at > self.at]
        return (later or starts)[0]

    def on_click(self, event: Click) -> None:
        """Take what was clicked on."""
        at = event.style.meta.get("option")
        if not isinstance(at, int):
            return
        self.at = at
        self.redraw()
        if self.many:
            self.action_mark()
        else:
            self.action_choose()


class Bar(Choices):
    """Choices side by side on one line, or on a few where there is little room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
    ]

    def draw(self, width: int) -> Content:
        """Return the options side by side."""
        rows: list[Content] = []
        for at, (_, text) in enumerate(self.options.items()):
            one = self._word(at, text)
            if rows and rows[-1].cell_length + one.cell_length + 3 <= width:
                rows[-1] = Content.assemble(rows[-1], (" · ", MUTED), one)
            else:
                rows.append(one)
        return lines(rows)

    def keep_in_view(self) -> None:
        """Stay: side by side nothing is out of view."""

    def _word(self, at: int, text: str) -> Content:
        picked = at == self.at and self.has_focus
        word = own(f"▸{text}" if picked else text, PICKED if picked else MUTED)
        return word.stylize(Style.from_meta({"option": at}))

    def on_blur(self) -> None:
        """Forget what was picked: coming back starts with nothing."""
        self.at = None
        self.redraw()


class Ways(Bar):
    """The ways beside answering: whoever comes here by Tab sees at once where the keys are."""

    def on_focus(self) -> None:
        """Begin with the first."""
        if self.at is None and self.options:
            self.at = 0
        self.redraw()


class OneOf(Bar):
    """Side by side, and what was chosen stays marked."""

    def __init__(self, options: Mapping[str, str] | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(options, id=id)
        self.chosen = ""

    def action_choose(self) -> None:
        """Mark what is picked, and nothing else."""
        self.chosen = self.key_at or self.chosen
        self.redraw()

    def _word(self, at: int, text: str) -> Content:
        is_chosen = list(self.options)[at] == self.chosen
        return super()._word(at, f"● {text}" if is_chosen else f"○ {text}")
