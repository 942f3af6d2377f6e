"""A flow with every kind of step and every rule that can get in another's way, for the property tests."""

from guide.flow.model import Flow
from tests.engine.talking import FAMILY, Talking, tiny

SECTIONS = """
- section: prepare
  title: Before
  with: worker
  steps:
    - choose: quick
      text: "Quick?"
      options: {yes: "Yes", no: "No"}
    - ask: reason
      text: "Why now?"
      when: "quick == 'no'"
      into: other.one
- section: open
  title: Opening
  steps:
    - say: hello
      text: "Hello {{ child.name }}, {{ parent }}."
    - ask: events
      text: "What happened?"
      more: ["What else?", "And what else?"]
      into: look.said
      urgent: true
    - choose: way
      text: "Which way?"
      options: {long: "Long", short: "Short", out: "Out"}
      then:
        - {when: "way == 'short'", go: later_on}
        - {when: "way == 'out'", go: end}
    - ask: alone
      text: "Alone, {{ events | length }} things?"
- section: look_at
  title: Each
  for_each: {one: "entries('look.said')"}
  steps:
    - ask: about_it
      text: "What of {{ one.text }}?"
      when: "way == 'long'"
      into: look.harm
    - number: often
      text: "How often?"
      least: 0
      most: 9
      optional: true
- section: judge
  title: Sorting
  with: worker
  steps:
    - sort: sorting
      sorts: look.said
      text: "Where?"
      where: {look.harm: "Did it hurt?", look.hard: "Is it hard?"}
- section: later_on
  title: Together
  minutes: 5
  steps:
    - scale: today
      text: "How is it?"
      zero: "Bad"
      ten: "Good"
      half: true
      by: [child, parent, worker]
      private: true
      because: "What put you there?"
      higher: "One step along?"
      into: look.line
    - ask: differ
      text: "What do you see?"
      when: "spread('look.line') > 2"
      by: [child, parent]
      more: ["What else?"]
      into: look.said
    - compose: sentence
      text: "One sentence."
      parts:
        who: {ask: "Who?"}
        what: {ask: "What?", many: true}
        when: {ask: "When?", optional: true}
      template: ["{{ parts.who }} worries that {{ parts.what }}", " {{ parts.when }}", "."]
      into: look.harm
    - people: around
      text: "Who helps?"
      roles: {family: "Family", friend: "Friend"}
      into: look.around
    - panel: page
      text: "A picture?"
- section: child_alone
  title: Child
  with: child
  when: "answered('alone')"
  again: "Another?"
  steps:
    - ask: wish
      text: "What do you wish?"
      more: ["What else?"]
      into: other.two
- section: close
  title: Close
  steps:
    - date: meet
      text: "When again?"
      approximate: true
    - review: read_back
      text: "Read."
      reads: [look.harm, look.next, look.line]
      shows: true
    - timer: quiet
      text: "Quiet."
      minutes: 1
      by: [child, parent]
      last: [child]
    - say: bye
      text: "Bye."
- section: after
  title: After
  with: worker
  steps:
    - ask: after_thoughts
      text: "What now?"
      into: look.next
      optional: true
"""


def everything() -> Flow:
    """Return the flow."""
    return tiny(SECTIONS, head="after: after\npinned: events\n")


def begun(gone: int = 0) -> Talking:
    """Return a conversation in which the first example was sent back so many times."""
    talking = Talking(everything()).meet(*FAMILY)
    for _ in range(gone):
        if not talking.turn.is_finished:
            talking.hear(talking.accepts[0])
    return talking
