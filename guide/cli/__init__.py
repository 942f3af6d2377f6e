"""The door: every command. A room is imported only inside the command that needs it."""

import io
import os
import sys


def main() -> None:
    """Run `guide`; the two ways most people start take a short cut past the command parser."""
    for name in ("TEXTUAL", "TEXTUAL_LOG"):
        os.environ.pop(name, None)  # Textual's own log would write down every word typed
    _take_any_letter()
    from guide.cli.quick import quick

    sys.exit(quick(sys.argv[1:]))


def _take_any_letter() -> None:
    r"""Let pipes and files speak UTF-8 on every computer, and let no letter or byte end the program.

    What is no letter is shown and kept as `\xff`; a JSON line with it in is refused, never heard in part.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a program without a window may have none
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
