"""The door: every command. A room is imported only inside the command that needs it."""

import os
import sys


def main() -> None:
    """Run `guide`; the two ways most people start take a short cut past the command parser."""
    for name in ("TEXTUAL", "TEXTUAL_LOG"):
        os.environ.pop(name, None)  # Textual's own log would write down every word typed
    from guide.cli.quick import quick

    sys.exit(quick(sys.argv[1:]))
