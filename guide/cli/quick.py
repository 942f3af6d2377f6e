"""The short cut: `guide`, `guide start FLOW` and `guide resume` without options open the screen at once.

The command parser costs a fifth of a bare screen's start; everything else goes through it.
"""

import os
import sys
from collections.abc import Sequence

from guide.errors import GuideError


def quick(arguments: Sequence[str]) -> int:
    """Run the command; return the exit code: 0 done, 1 findings or refused, 2 wrong use."""
    try:
        return _run(arguments)
    except GuideError as error:
        print(error, file=sys.stderr)  # noqa: T201 - the door speaks on stderr
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(arguments: Sequence[str]) -> int:
    from guide.cli.open import home, resume_named, start_flow

    match list(arguments):
        case []:
            return home(None)
        case ["start", flow] if not flow.startswith("-"):
            return start_flow(flow)
        case ["resume"]:
            return resume_named("")
        case ["resume", session] if not session.startswith("-"):
            return resume_named(session)
    from guide.cli.commands import run

    return run(arguments)
