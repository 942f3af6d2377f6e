"""Writes the page of keys for the docs from the commands themselves."""

import sys
from collections.abc import Iterable

from guide.ui.commands.command import Command, key_shown

_HEAD = """# Keys

Every key, made from the commands themselves (`python -m guide.ui.commands.page`). A function key that a
terminal or a browser keeps for itself has a second way: the key beside it, or `ctrl+p` and a few letters.
Other keys go into `settings.toml` under `[keys]`, by the name in the last column: `hide = "f4"`.

The box for words: Enter sends, `ctrl+j` breaks the line, ↑ from its first line picks something said before to
put it right. Choices: arrow keys, digits or a first letter, then Enter. A line: arrow keys or digits, then
Enter. Esc leaves a small window; Esc twice hides everything. Back to a helper's own pages: `ctrl+g`, Enter.
"""


def every_command() -> list[tuple[str, list[Command]]]:
    """Return the commands of every screen under its name."""
    from guide.ui.commands.anywhere import ANYWHERE
    from guide.ui.commands.conversation import CONVERSATION
    from guide.ui.commands.demonstration import DEMONSTRATION
    from guide.ui.commands.home import HOME
    from guide.ui.commands.map import MAP
    from guide.ui.commands.papers import PAPERS
    from guide.ui.commands.present import LIVE, NOTES, PRESENT
    from guide.ui.commands.room import ROOM
    from guide.ui.commands.story import STORY

    named = {
        "Anywhere": ANYWHERE,
        "Home": HOME,
        "Conversation": CONVERSATION,
        "Before a room of colleagues": ROOM,
        "The whole sheet": MAP,
        "The story": STORY,
        "Papers": PAPERS,
        "Demonstration": DEMONSTRATION,
        "A talk before a room": PRESENT,
        "A trainer's notes": NOTES,
        "Answered live": {"come_back": LIVE["come_back"]},
    }
    return [(name, list(commands.values())) for name, commands in named.items()]


def page() -> str:
    """Return the page."""
    parts = [_HEAD]
    for name, commands in every_command():
        parts.append(f"\n## {name}\n\n| key | what it does | name |\n| --- | --- | --- |\n")
        parts.extend(_rows(commands))
    return "".join(parts)


def _rows(commands: Iterable[Command]) -> Iterable[str]:
    for one in commands:
        keys = " · ".join(f"`{key_shown(key)}`" for key in one.keys.split(",") if key) or "palette"
        yield f"| {keys} | **{one.label}**: {one.help.replace('|', '/')} | `{one.id}` |\n"


if __name__ == "__main__":
    sys.stdout.write(page())
