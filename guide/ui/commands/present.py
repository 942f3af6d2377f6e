"""What can be done with a talk before a room, in the trainer's notes, and where the room answers live."""

from typing import TYPE_CHECKING, Any, Final

from guide.ui.commands.command import Command, registry
from guide.ui.commands.conversation import CONVERSATION
from guide.ui.commands.room import ROOM

if TYPE_CHECKING:
    from guide.ui.screens.present import PresentScreen
    from guide.ui.screens.present_live import LiveScreen
    from guide.ui.screens.present_moving import Moving


class Forward(Command):
    """Show what comes next, in the order that teaches: what lies behind this question, then the next one."""

    id = "forward"
    keys = "space,right,pagedown,enter"
    label = "forward"
    in_line = True

    def do(self, screen: "Moving") -> None:
        """Show it."""
        screen.move(screen.view.forward())


class Backward(Command):
    """Hide what was shown last, or go back to what was before."""

    id = "backward"
    keys = "left,backspace,pageup"
    label = "back"
    in_line = True

    def do(self, screen: "Moving") -> None:
        """Go back."""
        screen.move(screen.view.back())


class BlackScreen(Command):
    """A black screen while people talk; the same key, or any that moves, brings the page back."""

    id = "black"
    keys = "b,full_stop"
    label = "black"
    in_line = True

    def do(self, screen: "PresentScreen") -> None:
        """Turn it black, or back."""
        screen.blacken()


class AnswerLive(Command):
    """Answer live what the room would ask: a conversation from this moment on; nothing of it is kept."""

    id = "live"
    keys = "l"
    label = "live"
    in_line = True

    def is_offered(self, screen: "PresentScreen") -> bool:
        """Where something is asked."""
        return screen.can_branch

    def do(self, screen: "PresentScreen") -> None:
        """Leave the talk."""
        screen.go_live()


class JumpTo(Command):
    """Jump to a moment by its name."""

    id = "jump"
    keys = "j"
    label = "jump"
    in_line = True

    def do(self, screen: "Moving") -> None:
        """Let one be picked."""
        screen.ask_where()


class NextMoment(Command):
    """Jump to the next moment; nothing is lost by leaving out what is between."""

    id = "next_moment"
    keys = "n"
    label = "next moment"

    def do(self, screen: "Moving") -> None:
        """Jump there."""
        screen.move(screen.view.next_moment())


class MomentBefore(Command):
    """Jump to the beginning of this moment, or to the one before."""

    id = "moment_before"
    keys = "p"
    label = "moment before"

    def do(self, screen: "Moving") -> None:
        """Jump there."""
        screen.move(screen.view.moment_before())


class ShowSheet(Command):
    """What we have so far: beside the words, in their place on a narrow screen, or not at all."""

    id = "show_sheet"
    keys = "s"
    label = "what we have"
    in_line = True

    def do(self, screen: "PresentScreen") -> None:
        """Show or hide it."""
        screen.switch_sheet()


_ROWS: Final = 4
"""How far the words move at a key."""


class ScrollUp(Command):
    """Move up where there are more words than fit."""

    id = "scroll_up"
    keys = "up"
    label = "up"

    def do(self, screen: "Moving") -> None:
        """Move."""
        screen.scroll_words(-_ROWS)


class ScrollDown(Command):
    """Move down where there are more words than fit."""

    id = "scroll_down"
    keys = "down"
    label = "down"

    def do(self, screen: "Moving") -> None:
        """Move."""
        screen.scroll_words(_ROWS)


class LayerCommand(Command):
    """One layer of a moment."""

    layer: str

    def is_offered(self, screen: "Moving") -> bool:
        """Where this moment has it."""
        return any(one.partition(".")[0] == self.layer for one in screen.view.stop.layers)

    def do(self, screen: "Moving") -> None:
        """Show or hide it."""
        screen.move(screen.view.toggle(self.layer))


class LayerQuestion(LayerCommand):
    """Show or hide our question: one possible question, never the answer."""

    id = "layer_question"
    keys = "1"
    label = "our question"
    layer = "question"


class LayerTechnique(LayerCommand):
    """Show or hide what kind of question it is."""

    id = "layer_technique"
    keys = "2"
    label = "kind of question"
    layer = "technique"


class LayerWhy(LayerCommand):
    """Show or hide why it is asked."""

    id = "layer_why"
    keys = "3"
    label = "why it is asked"
    layer = "why"


class LayerOpened(LayerCommand):
    """Show or hide what the question opened."""

    id = "layer_opened"
    keys = "4"
    label = "what it opened"
    layer = "opened"


class LayerInstead(LayerCommand):
    """Show or hide the weaker questions, and what each would likely bring."""

    id = "layer_instead"
    keys = "5"
    label = "weaker questions"
    layer = "instead"


class LayerAnswer(LayerCommand):
    """Show or hide the answer, not placed yet."""

    id = "layer_answer"
    keys = "6"
    label = "the answer"
    layer = "answer"


class LayerTests(LayerCommand):
    """Show or hide the questions by which it is sorted."""

    id = "layer_tests"
    keys = "7"
    label = "sorting questions"
    layer = "tests"


class LayerArgue(LayerCommand):
    """Show or hide what one could argue about its place."""

    id = "layer_argue"
    keys = "8"
    label = "what one could argue"
    layer = "argue"


class LayerPlace(LayerCommand):
    """Show or hide where the answer stands."""

    id = "layer_place"
    keys = "9"
    label = "its place"
    layer = "place"


_MOVING: Final = (Forward, Backward)
_JUMPING: Final = (JumpTo, NextMoment, MomentBefore)
_SCROLLING: Final = (ScrollUp, ScrollDown)
_LAYERS: Final = (
    LayerQuestion, LayerTechnique, LayerWhy, LayerOpened, LayerInstead, LayerAnswer, LayerTests, LayerArgue,
    LayerPlace,
)  # fmt: skip


class ComeBack(Command):
    """Come back to the talk where it was left; what was answered live is gone, unless it is kept."""

    id = "come_back"
    keys = "ctrl+x,f11"
    label = "back to the talk"
    before_family = True
    in_line = True

    def do(self, screen: "LiveScreen") -> Any:
        """Come back."""
        screen.come_back()


PRESENT: Final = registry(
    *_MOVING, BlackScreen, AnswerLive, JumpTo, ShowSheet, *_JUMPING[1:], *_LAYERS, *_SCROLLING
)
"""Before the room, in the order they are shown."""

NOTES: Final = registry(*_MOVING, *_JUMPING, *_LAYERS, *_SCROLLING)
"""In the trainer's notes."""

_NOT_LIVE: Final = frozenset({"home", "papers"})
"""An invented conversation that is gone in a minute leads nowhere and leaves no paper."""

LIVE: Final = registry(ComeBack) | {
    name: one for name, one in (CONVERSATION | ROOM).items() if name not in _NOT_LIVE
}
"""Where the room answers live: a conversation, and the way back."""
