"""A flow's questions as cards: every back lies behind its front, and what stands on a card fits it."""

import re
from pathlib import Path
from typing import get_args

import pytest

from guide.documents.cards import write_cards
from guide.documents.measure import wrap
from guide.documents.pages.card_sizes import BACK_SIZES, FRONT_SIZES, back_size, front_size, named
from guide.documents.pages.cards import Card, Cards, cards_page
from guide.documents.says import voice
from guide.errors import GuideError
from guide.flow.model import BANDS
from guide.flow.shape_steps import Technique
from tests.engine.talking import CHECKOUT, compiled, section, tiny

FLOWS = sorted(one.parent for one in (CHECKOUT / "flows").glob("*/flow.yaml"))
FULL = tiny(
    section(
        "{ask: good, text: {younger: What is nice, teen: 'What is all right, {{ child.name }}?'}, technique: "
        "invitation, teach: It settles., listen_for: Who is there., more: [What else?], why: To keep it.}",
        "{scale: line, text: 'How is it?', zero: Bad, ten: Good, technique: scaling, because: 'Why there?'}",
        "{choose: house, text: 'Which?', options: {one: The first, two: The second}, technique: invitation}",
        "{ask: who, text: 'Who saw it?', technique: fact}",
        "{choose: plain, text: 'Go on?', options: {yes: 'Yes', no: 'No'}}",
    )
)
BARE = tiny(
    section("{ask: what, text: 'What happened?'}", "{choose: on, text: 'On?', options: {a: 'A', b: 'B'}}")
)


def deck(flow: object = FULL, **how: str) -> Cards:
    return cards_page(flow, voice("en"), **how)  # type: ignore[arg-type]


def questions(cards: Cards) -> list[str]:
    return [card.question for card in cards.cards]


def back_of(card: Card) -> dict[str, tuple[str, ...]]:
    return dict(card.back)


def test_what_is_more_than_a_plain_fact_becomes_a_card() -> None:
    assert questions(deck()) == ["What is all right, ____?", "How is it?", "Which?"]


def test_a_flow_without_any_marks_has_its_open_questions_on_cards() -> None:
    (card,) = deck(BARE).cards

    assert (card.question, card.technique, card.back) == ("What happened?", "", ())
    assert deck(BARE).count == 1


def test_the_back_tells_the_kind_what_it_is_for_what_to_listen_for_and_how_to_go_on() -> None:
    good, line, house = deck().cards

    assert (good.technique, good.kind) == (
        "An invitation",
        "Opens a door and leaves open what comes through it.",
    )
    assert back_of(good) == {
        "What it is for": ("It settles.",),
        "Listen for": ("Who is there.",),
        "And then": ("What else?",),
        "If somebody asks why": ("To keep it.",),
        "The same question for others": ("To about 7: What is nice",),
    }
    assert line.under == ("0: Bad", "10: Good")
    assert back_of(line)["And then"] == ("Why there?",)
    assert house.under == ("The first", "The second")


def test_one_bands_wording_stands_on_every_card() -> None:
    good = deck(band="younger").cards[0]

    assert good.question == "What is nice"
    assert "The same question for others" not in back_of(good)
    assert deck(band="younger").whom == "To about 7"


def test_a_form_has_only_its_own_questions() -> None:
    flow = compiled(CHECKOUT / "flows" / "three-houses")

    assert set(questions(deck(flow, form="first"))) < set(questions(deck(flow, form="full")))


def test_turned_over_on_the_long_edge_every_back_meets_its_front() -> None:
    for sheet in deck(compiled(FLOWS[0])).sheets:
        left, right = sheet.fronts[0::2], sheet.fronts[1::2]
        assert (sheet.backs[1::2], sheet.backs[0::2]) == (left, right)


@pytest.mark.parametrize("folder", FLOWS, ids=lambda one: one.name)
@pytest.mark.parametrize("band", ["", *BANDS])
def test_every_flow_has_cards_on_which_nothing_is_lost(folder: Path, band: str) -> None:
    cards = deck(compiled(folder), band=band)

    assert cards.count >= 8
    for card in cards.cards:
        assert card.question
        assert "{{" not in card.question
        assert "The technique" not in card.technique
        assert front_size(card.question, card.under) >= 12
        assert back_size(card.kind, card.back) >= 7


def test_a_long_question_stands_in_smaller_letters_and_a_long_word_is_not_broken() -> None:
    assert front_size("What else?", ()) == FRONT_SIZES[0]
    assert front_size("What happened then? " * 12, ()) < FRONT_SIZES[0]
    size = front_size("Donaudampfschifffahrtsgesellschaften", ())
    assert wrap("Donaudampfschifffahrtsgesellschaften", 86, size * 25.4 / 72) == (
        "Donaudampfschifffahrtsgesellschaften",
    )
    assert front_size("x" * 5000, ()) == FRONT_SIZES[-1]
    assert back_size("", [("Why", ["words " * 2000])]) == BACK_SIZES[-1]


def test_the_style_knows_every_size() -> None:
    style = (CHECKOUT / "guide" / "documents" / "styles" / "cards.css").read_text(encoding="utf-8")

    assert [
        size
        for size in {*FRONT_SIZES, *BACK_SIZES}
        if f".{named(size)} {{ font-size: {size:g}pt; }}" not in style
    ] == []


def test_every_kind_of_question_has_a_name_and_a_few_words() -> None:
    own = voice("en").words["techniques"]

    assert set(own) == {name for one in get_args(Technique) for name in (one, f"{one}_is")}


def test_cards_are_written_as_a_page_and_as_plain_text(tmp_path: Path) -> None:
    flow = tiny(section("{ask: what, text: 'What <b>happened</b> *there*?'}"))

    count, written = write_cards(flow, tmp_path, formats=("html", "md"))

    page, text = (one.read_text(encoding="utf-8") for one in written)
    assert count == 1
    assert [one.name for one in written] == ["cards.html", "cards.md"]
    assert "What &lt;b&gt;happened&lt;/b&gt; *there*?" in page
    assert r"What \<b\>happened\</b\> \*there\*?" in text
    assert not re.search(r"\sstyle=|<script|https?://", page)


def test_a_flow_that_asks_nothing_has_no_cards(tmp_path: Path) -> None:
    flow = tiny(section("{say: hello, text: 'Hello'}"))

    with pytest.raises(GuideError, match=r"tiny has no question that could stand on a card\."):
        write_cards(flow, tmp_path, formats=("html",))
