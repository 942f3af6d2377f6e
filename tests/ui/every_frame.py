"""Keeps every frame the screen paints, and knows what must be on none of them before a child or a family."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, field

from textual.pilot import Pilot

from guide.engine.session import Session
from guide.flow.model import Flow, Step, Wording
from guide.frozen import frozen
from guide.ui.seen import WITH_SOMEBODY
from tests.ui.stage import Painted, Table, frame, words_of

RUN = 5
"""Words in a row that are taken for a helper's; fewer may stand anywhere by themselves."""
SHORTEST = 3
"""Words of a helper's that are looked for as a whole where there are no five."""

PROGRAMS = re.compile(r"\b[aernpu]\d+\b|\b\d{1,2}:\d{2}\b|\d+ (questions )?left|\bsession\b|\bjournal\b")
"""Ids, times of day, counts of what is left, and words of the program's own."""


@frozen
class Shot:
    """One frame, and what stood behind it."""

    lines: tuple[str, ...]
    """The terminal, line by line."""
    texts: tuple[str, ...]
    """What each widget says, unwrapped."""
    sits: str
    """Who sat before the screen."""


@dataclass
class Film:
    """Every frame that was painted, in order; one that is like the frame before it counts once."""

    pilot: Pilot[int]
    session: Session
    shots: list[Shot] = field(default_factory=list)
    painted: int = 0

    def take(self) -> None:
        """Keep the frame that was painted just now."""
        self.painted += 1
        screen, sits = self.pilot.app.screen, self.session.record.sits
        if not screen.is_attached or not screen.size or sits == "worker":
            return  # a helper's own page may show anything
        lines = tuple(frame(self.pilot))
        if not self.shots or (lines, sits) != (self.shots[-1].lines, self.shots[-1].sits):
            self.shots.append(Shot(lines, tuple(Painted.of(self.pilot).texts), sits))

    def before_them(self) -> list[Shot]:
        """Return the frames painted while a child or a family had the screen."""
        return [one for one in self.shots if one.sits in WITH_SOMEBODY]


@contextmanager
def filmed(pilot: Pilot[int], table: Table) -> Iterator[Film]:
    """Keep every frame from here on."""
    film = Film(pilot, table.session)
    app = pilot.app

    def painted() -> None:
        if not app._batch_count:  # held back until the batch is over: nobody has seen it
            film.take()

    app.post_display_hook = painted  # type: ignore[method-assign]
    film.take()
    try:
        yield film
    finally:
        del app.post_display_hook


class Forbidden:
    """What is a helper's alone in one conversation: its pages, notes and gaps, and what was said on them."""

    def __init__(self, session: Session, gaps: AbstractSet[str] = frozenset()) -> None:
        """Gather it as the conversation stands now; `gaps` are those there were on the way."""
        own_pages = [*helpers_texts(session.flow), *_said(session, theirs=False)]
        self.runs, self.wholes = _cut([*own_pages, *map(words_of, gaps)])
        own = [*_theirs(session.flow), *_said(session, theirs=True)]
        self._own_runs, _ = _cut(own)
        self._own = f" {' | '.join(own)} "

    def leaks(self, shot: Shot) -> AbstractSet[str]:
        """Return what of it is on a frame; what is put to a child or was said by them as well is none."""
        texts = [words_of(one) for one in (*shot.texts, *shot.lines)]
        runs, _ = _cut(texts)
        found = (runs & self.runs) - self._own_runs
        found = found | {
            one
            for one in self.wholes
            if f" {one} " not in self._own and any(f" {one} " in f" {text} " for text in texts)
        }
        return found | self._of_the_program(shot)

    def _of_the_program(self, shot: Shot) -> set[str]:
        found = (match[0] for text in shot.texts for match in PROGRAMS.finditer(text))
        return {one for one in found if words_of(one) not in self._own}


def _cut(texts: list[str]) -> tuple[AbstractSet[str], AbstractSet[str]]:
    """Return every five words in a row of these texts, and the shorter ones whole."""
    split = [text.split() for text in texts]
    runs = {" ".join(run[at : at + RUN]) for run in split for at in range(len(run) - RUN + 1)}
    return runs, {" ".join(run) for run in split if SHORTEST <= len(run) < RUN}


def helpers_texts(flow: Flow) -> list[str]:
    """Return what a flow says to its helper alone: notes everywhere, and everything on a worker's pages."""
    texts: list[str] = []
    for step in flow.steps.values():
        texts += [one for one in (step.note, step.teach, step.listen_for) if one]
        if flow.held_with(step) == "worker":
            texts += [piece for wording in _wordings(step) for piece in _pieces(wording)]
            texts += _pieces(flow.section_of[step.section].title) if step.section in flow.section_of else []
    return [words_of(one) for one in texts]


def _theirs(flow: Flow) -> list[str]:
    """Return everything a flow may put to a child or a family, the reasons they may ask for too."""
    own = [step for step in flow.steps.values() if flow.held_with(step) in WITH_SOMEBODY]
    return [words_of(piece) for step in own for wording in _wordings(step) for piece in _pieces(wording)]


def _wordings(step: Step) -> list[Wording]:
    asked = [step.text, *step.more, *step.options.values(), *step.where.values()]
    asked += [part.ask for part in step.parts.values()]
    named = (step.zero, step.ten, step.because, step.lower, step.higher, step.small_step, step.read_back)
    return [*asked, *(one for one in (*named, step.why) if one is not None)]


def _pieces(wording: Wording) -> list[str]:
    return [piece for pieces in wording.bands.values() for piece in pieces if isinstance(piece, str)]


def _said(session: Session, *, theirs: bool) -> list[str]:
    """Return what was said with them, or what was said, kept aside and missing on a helper's pages."""
    lines = [one for one in session.transcript() if (one.held_with in WITH_SOMEBODY) is theirs]
    texts = [one.text for one in lines if theirs == (one.kind != "aside")]
    if not theirs:
        texts += [one["text"] for one in session.record_json()["asides"]]
    return [words_of(one) for one in texts]
