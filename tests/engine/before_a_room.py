"""A small talk with everything a trainer's moment can hold, played through."""

import tempfile
from functools import lru_cache
from pathlib import Path
from textwrap import dedent

from guide.clock import StillClock
from guide.engine.run_through import RunThrough, run_through
from guide.flow.model import Flow
from guide.flow.talk import Talk
from guide.flow.talk_file import read_talk
from tests.engine.talking import tiny

SECTIONS = """
- section: together
  title: Together
  steps:
    - {say: hello, text: "Hello all"}
    - ask: events
      text: "What happened?"
      more: ["What else?"]
      into: look.said
      technique: fact
      teach: "Ask for what a camera would have seen."
      note: "Wait."
      listen_for: "A verb."
    - scale: line
      text: "Nought to ten?"
      zero: "0"
      ten: "10"
      because: "What puts it there?"
      into: look.line
      technique: scaling
- section: alone
  title: Alone
  with: worker
  steps:
    - sort: sorted
      sorts: look.said
      text: "Where does it belong?"
      where: {look.harm: "Has it happened?", look.hard: "Does it make things harder?"}
    - {ask: step, text: "What next?", into: look.next, by: [parent, worker], private: true}
"""

HEAD = """
talk: small
flow: tiny
title: "A cup on the stairs"
skill: "A label turned into something seen"
cuts: [12, 6]
care: "Step out if you like."
invented: true
people:
  - {name: Ash, as: child, age: 9}
  - {name: Dee, as: parent}
  - {name: Imran, as: worker}
says:
"""

SAYS = """
- {at: events, by: Dee, say: "He was horrible"}
- beat: "Horrible"
  think: "She says horrible. What would you ask?"
  opened: "A cup, and where Ash stood."
  argue: "The wall was hit and nobody was."
  instead:
    - {ask: "Why was he horrible?", brings: "A shrug", teach: "A why asks for a reason."}
    - {ask: "Is he always like that?", brings: "Yes"}
  notes: "Wait for the room."
- {at: events, echo: "horrible", asked: "Horrible: what did he do?"}
- {at: events, by: Dee, say: "He threw a cup at the wall and Ash hid on the stairs"}
- {at: events, more: true}
- {at: events, by: Dee, say: "Third night without sleep"}
- beat: "The number"
  cuts: [12]
  notes: "Do not ask for one more."
- {at: line, by: Imran, rate: 4, guessed_by: Dee, because: "He said sorry"}
- {aside: "Ash looked at the door", seen: true}
- beat: "Two sentences"
  think: "Harm, or does it make things harder?"
- {at: sorted, by: Imran, sort: {1: look.harm, 2: look.hard}}
- beat: "In secret"
  cuts: [6, 12]
- {at: step, by: Dee, say: "I ring my mum"}
- {at: step, by: Imran, say: "I ring on Friday"}
"""


def a_flow() -> Flow:
    """Return the small talk's flow."""
    return tiny(SECTIONS)


def a_talk(says: str = SAYS, head: str = HEAD) -> Talk:
    """Return a talk of these lines, read from a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "small.talk.yaml"
        path.write_text(head + dedent(says), encoding="utf-8")
        return read_talk(path)


@lru_cache(maxsize=8)
def played(says: str = SAYS) -> RunThrough:
    """Return the small talk played through, or one of these lines."""
    return run_through(a_flow(), a_talk(says), StillClock())
