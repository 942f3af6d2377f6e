"""The demonstrations that come with guide can be shown in three lengths, and their page names every one."""

import re
from functools import cache
from pathlib import Path

import pytest

from guide.flow.talk import Talk
from guide.flow.talk_file import read_talk

CHECKOUT = Path(__file__).parents[2]
TALKS = sorted((CHECKOUT / "flows").glob("*/*.talk.yaml"))
PAGES = ("demonstrations.md", "basics-for-partners.md")
STOPS = {6: range(2, 4), 12: range(4, 7), 20: range(5, 10)}
"""How many moments each showing stops at."""


@cache
def demonstrations() -> tuple[Talk, ...]:
    """Return the talks that are built around one skill."""
    return tuple(talk for talk in map(read_talk, TALKS) if talk.skill)


def page(name: str) -> str:
    return (CHECKOUT / "docs" / name).read_text(encoding="utf-8")


def beats_in(talk: Talk, cut: int) -> list[str]:
    """Return the names of the moments at which a showing of `cut` minutes stops."""
    beats = [line.beat for line in talk.lines if line.beat]
    return [str(beat["beat"]) for beat in beats if cut in beat.get("cuts", talk.cuts)]


def test_there_are_demonstrations_and_everybody_in_them_is_invented() -> None:
    assert len(demonstrations()) >= 8
    assert all(talk.invented and talk.title and talk.about for talk in demonstrations())


def test_the_page_names_every_demonstration_with_its_skill_and_its_moments() -> None:
    text = re.sub(r"\s+", " ", page("demonstrations.md"))

    for talk in demonstrations():
        assert f"| `{talk.name}` | {talk.skill} |" in text
        assert f'**{talk.name}, "{talk.title}".**' in text
        assert [name for name in beats_in(talk, 20) if f"*{name}*" not in text] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_talk_a_page_shows_is_there_in_that_length(name: str) -> None:
    cuts = {talk.name: talk.cuts for talk in demonstrations()}
    shown = re.findall(r"guide present (\w+)(?: --cut (\d+))?", page(name))

    assert shown
    assert [one for one, cut in shown if one not in cuts or (cut and int(cut) not in cuts[one])] == []


def test_a_demonstration_can_be_shown_in_three_lengths() -> None:
    for talk in demonstrations():
        assert talk.cuts == tuple(STOPS)
        for cut, least_to_most in STOPS.items():
            assert len(beats_in(talk, cut)) in least_to_most, (talk.name, cut)


def test_each_moment_of_a_demonstration_asks_the_room_says_what_it_opened_and_tells_the_trainer() -> None:
    for talk in demonstrations():
        beats = [line.beat for line in talk.lines if line.beat]
        for beat in beats:
            assert all(beat.get(key) for key in ("think", "opened", "notes")), (talk.name, beat["beat"])
        assert any(beat.get("argue") for beat in beats), talk.name
