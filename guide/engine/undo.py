"""Which deeds `back` takes back and `redo` does again."""

from guide.map.model import Record


def to_take_back(record: Record) -> tuple[tuple[int, ...], bool]:
    """Return the deeds `back` would undo, and whether what was opened stands in its way.

    It takes back the last thing somebody said or decided with the *next*s after it; it passes over papers
    that left and what was written about something urgent, and never crosses a reveal.
    """
    nexts: list[int] = []
    for deed in reversed(record.deeds):
        match deed.kind:
            case "said":
                return (deed.number, *reversed(nexts)), False
            case "next":
                nexts.append(deed.number)
            case "reveal":
                return (), True
            case "start":
                return (), False
            case _:
                pass
    return (), False


def to_put_back(record: Record) -> tuple[int, ...]:
    """Return the deeds `redo` would do again; none when something new was said since."""
    return record.undone[-1] if record.undone else ()
