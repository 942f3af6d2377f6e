"""`guide cards --handout`: two pages for practising in threes, with a talk's situation or two others."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from guide.errors import GuideError, WrongUse

if TYPE_CHECKING:
    from guide.flow.model import Flow
    from guide.flow.talk import Talk
    from guide.paths import Paths


def handout_command(flow: "Flow", where: "Paths", to: Path, *, formats: tuple[str, ...], talk: str) -> int:
    """Write the handout and say which files it went to."""
    from guide.documents.handout import write_handout

    written = write_handout(
        flow,
        to,
        formats=formats,
        talk=_talk_of(flow, where, talk) if talk else None,
        today=date.today().isoformat(),  # noqa: DTZ011 - a paper's date is the day where it is made
        tell=lambda note: print(note, file=sys.stderr),
    )
    for file in written:
        print(file)
    print("Two pages: cut the first apart along the lines, and give the second to whoever watches.")
    return 0


def _talk_of(flow: "Flow", where: "Paths", name: str) -> "Talk":
    """Return a talk of this flow; raises WrongUse for another flow's, GuideError for one with real people."""
    from guide.flow.find_talk import find_talk
    from guide.flow.talk_file import read_talk

    talk = read_talk(find_talk(name, where))
    if talk.flow != flow.flow:
        raise WrongUse(f"{name} is a talk of {talk.flow}, not of {flow.flow}.")
    if not talk.invented:
        raise GuideError(f"{name} does not say that everybody in it is invented, so it goes on no handout.")
    return talk
