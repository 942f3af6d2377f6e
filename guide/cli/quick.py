"""The short cut: `guide`, `guide start FLOW` and `guide resume` without options open the screen at once.

The command parser costs a fifth of a bare screen's start; everything else goes through it.
"""

import gc
import os
import sys
from collections.abc import Sequence

from guide.errors import GuideError


def quick(arguments: Sequence[str]) -> int:
    """Run the command; return the exit code: 0 done, 1 findings or refused, 2 wrong use."""
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where what is refused can still be told
        return code
    except GuideError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _print_no_more()
        return 0
    except OSError as refused:
        if refused.filename is None:
            _print_no_more()
        print(_of_the_disk(refused), file=sys.stderr)
        return 1
    except Exception as fault:  # noqa: BLE001 - whatever it is, no traceback reaches a person
        print(_sentence(fault), file=sys.stderr)
        return 1


def _print_no_more() -> None:
    """Let what is not printed yet go nowhere: Python would try once more at its end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _of_the_disk(refused: OSError) -> str:
    """Say what the computer refused, and of which file or folder."""
    what = refused.filename or "a file or folder"
    why = refused.strerror or "no reason given"
    return (
        f"guide could not use {what} ({why}); see that it is there, has room, and is yours to read and write."
    )


def _sentence(fault: Exception) -> str:
    """Say that guide itself is at fault: where, never with what words, since those may be a family's."""
    frame = fault.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = "" if frame is None else f" ({frame.tb_frame.f_code.co_filename}:{frame.tb_lineno})"
    kind = type(fault).__name__
    return f"guide made a mistake of its own: {kind}{where}. What was said is saved; please report this line."


def _run(arguments: Sequence[str]) -> int:
    if "_GUIDE_COMPLETE" in os.environ:  # a shell asks what could be typed next
        from guide.cli.commands import run

        return run(arguments)
    gc.disable()  # what is made before the first painting stays: looking through it for waste costs a tenth
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
    gc.enable()
    from guide.cli.commands import run

    return run(arguments)
