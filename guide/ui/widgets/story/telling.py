"""One picture of a story as it is read: its words, who agrees, who sees it differently, and what is drawn."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from textual.content import Content

from guide.frozen import frozen
from guide.map.model import Panel
from guide.ui.pictured import described, looks_in
from guide.ui.says import say
from guide.ui.widgets.words import MUTED, PICKED, hung, lines, own

Name = Callable[[str | None], str]

_BESIDE: Final = 56
"""Columns from which what somebody sees differently stands beside the sentence."""


@frozen
class Sentence:
    """One sentence, and what people said about it as it stands."""

    text: str
    agreed: str = ""
    """Names."""
    differ: tuple[tuple[str, str], ...] = ()
    """Name, and how they would put it."""


@frozen
class Telling:
    """One picture with its sentences; equal tellings look the same."""

    id: str
    number: int
    title: str
    sentences: tuple[Sentence, ...]
    seen: str
    """What the picture shows, in words."""
    was_agreed: str = ""
    """Who had agreed to words that read differently since."""


def tellings(panels: list[Panel], name: Name, names: Sequence[str], lang: str = "en") -> list[Telling]:
    """Return the pictures of a story in order."""
    looks = looks_in([one.picture for one in panels], names, lang)
    return [
        Telling(
            one.id,
            at,
            one.title,
            tuple(_sentences(one, name)),
            described(one.picture, names, lang, looks),
            _asked_anew(one, name),
        )
        for at, one in enumerate(panels, 1)
    ]


def _sentences(panel: Panel, name: Name) -> Iterator[Sentence]:
    for text in panel.text:
        agreed = ", ".join(name(one) for one in panel.agreed_by.get(text, ()))
        differ = tuple((name(by), words) for by, words in panel.disputed_by.get(text, ()))
        yield Sentence(text, agreed, differ)


def _asked_anew(panel: Panel, name: Name) -> str:
    """Return who agreed to words that read differently now, and has said nothing to the new ones."""
    asked: dict[str, None] = {}
    for before in panel.was:
        new = [one for one in panel.text if one not in before["text"]]
        for sentence, people in before.get("agreed_by", {}).items():
            if sentence not in panel.text:
                asked |= {
                    one: None for one in people if any(not _has_spoken(panel, words, one) for words in new)
                }
    return ", ".join(name(one) for one in asked)


def _has_spoken(panel: Panel, sentence: str, person: str) -> bool:
    differ = [by for by, _ in panel.disputed_by.get(sentence, ())]
    return person in (*panel.agreed_by.get(sentence, ()), *differ)


def draw_telling(telling: Telling, width: int, *, picked: bool) -> Content:
    """Draw one picture; a person's words are never markup."""
    head, inside = Content("▸ " if picked else "  "), Content("    ")
    number = say("story.untitled", n=telling.number)
    heading = f"{number} · {telling.title}" if telling.title else number
    title = own(heading, PICKED if picked else "bold")
    rows = [hung(head, title, width)]
    rows += [_row(inside, one, width) for one in telling.sentences]
    if telling.was_agreed:
        rows.append(hung(inside, own(say("story.ask_anew", who=telling.was_agreed), MUTED), width))
    frame = Content.assemble(inside, ("▏ ", "$accent"))
    rows.append(hung(frame, own(telling.seen, MUTED), width))
    return lines([*rows, Content("")])


def _row(inside: Content, sentence: Sentence, width: int) -> Content:
    agreed = own(f"  ({say('story.agreed', who=sentence.agreed)})", MUTED) if sentence.agreed else Content("")
    told = own(sentence.text) + agreed
    if not sentence.differ:
        return hung(inside, told, width)
    differ = [own(_differently(who, words), "italic") for who, words in sentence.differ]
    room = width - inside.cell_length
    if room < _BESIDE:
        mark = inside + Content("≠ ")
        return lines([hung(inside, told, width), *(hung(mark, one, width) for one in differ)])
    return _beside(inside, told, differ, room)


def _beside(inside: Content, told: Content, differ: list[Content], room: int) -> Content:
    """Return a sentence with how others see it beside it, on the same lines."""
    half = (room - 3) // 2
    left = [row.rstrip() for row in told.wrap(half)]
    right = [row.rstrip() for one in differ for row in one.wrap(half)]
    rows = []
    for at in range(max(len(left), len(right))):
        one = left[at] if at < len(left) else Content("")
        other = right[at] if at < len(right) else Content("")
        gap = " " * (half - one.cell_length)
        rows.append(Content.assemble(inside, one, gap, (" ≠ " if at == 0 else " ┊ ", MUTED), other))
    return lines(rows)


def _differently(who: str, words: str) -> str:
    return say("story.differs_so", who=who, words=words) if words else say("story.differs", who=who)
