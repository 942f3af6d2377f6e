"""Where the program broke: its place in our own code, and never a word anybody said."""

import os
import sys
from pathlib import Path


def where_it_broke() -> str:
    """Return the kind of the error and its place in our own code, never what it says or holds."""
    error = sys.exc_info()[1]
    place = ""
    trace = error.__traceback__ if error else None
    while trace is not None:
        code = trace.tb_frame.f_code
        if f"{os.sep}guide{os.sep}" in code.co_filename:
            place = f"{Path(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return " ".join(one for one in (type(error).__name__ if error else "", place) if one)
