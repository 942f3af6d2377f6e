"""Reads papers of a random story or map back, in every format, and says which words are missing."""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any
from unicodedata import category, combining, normalize

from guide.documents.desk import desk_of
from guide.documents.face import Circumstances
from guide.documents.letters import our_letters, runs_left
from guide.documents.pages.story import story_page
from guide.documents.papers import FORMATS, Paper, make, parse_for
from guide.documents.pictures.box import Box, covered
from guide.documents.tables import heard
from guide.engine.cleaning import cleaned_text
from tests.documents.office import bare, docx_words
from tests.documents.random_papers import drawn_on, said_on
from tests.documents.test_words_survive import markdown_text, text_of

Json = Any

Read = Callable[[bytes], list[str]]
"""Reads the words of each page of a PDF."""


def made(record: Json, form: str) -> Paper:
    """Return the story or the map as one of the formats."""
    return make(
        record, record["flow"], record["sheet_shapes"], paper="story" if record["story"] else "map",
        format=form, viewer=parse_for("file", record), organisation="Kestrel Family Team",
        today="2026-11-22", invented=True,
    )  # fmt: skip


def missing(record: Json, read: Read, forms: tuple[str, ...] = FORMATS) -> Mapping[str, list[str]]:
    """Return which words are missing in which format; nothing when all are there."""
    found = {form: _missing(record, made(record, form), read) for form in forms}
    return {form: words for form, words in found.items() if words}


def _missing(record: Json, paper: Paper, read: Read) -> list[str]:
    said = list(map(cleaned_text, said_on(record)))
    shown = list(map(cleaned_text, drawn_on(record)))
    match paper.format:
        case "html":
            page = text_of(paper.text)
            return [one for one in said if one not in page] + _not_in(bare(page), shown)
        case "md":
            # A title stands on one line there; that other words keep their lines is tested elsewhere.
            page = " ".join(markdown_text(paper.text).split())
            return [one for one in said if " ".join(one.split()) not in page]
        case "docx":
            return _not_in(bare(docx_words(paper.data)), said + shown)
        case "pdf":
            return _not_in_pdf(paper, read(paper.data), said)
        case "csv":
            rows = list(csv.DictReader(io.StringIO(paper.text.removeprefix("\ufeff"), newline="")))
            held = {heard(cell) for row in rows for cell in row.values()}
            return [one for one in _in_table(record) if one not in held]
        case _:
            held = json.loads(paper.text)
            return [] if said_on(held) == said and drawn_on(held) == shown else ["the record is another"]


def _in_table(record: Json) -> list[str]:
    """Return what was said that stands in a table: a story has none."""
    return [] if record["story"] else list(map(cleaned_text, said_on(record)))


def _not_in(page: str, words: list[str]) -> list[str]:
    return [one for one in words if bare(one) not in page]


def _not_in_pdf(paper: Paper, pages: list[str], said: list[str]) -> list[str]:
    """Return what is missing in a PDF.

    A letter that no font here has is told of and not there; what runs leftwards is read back in the order it
    is drawn in. So words in our own letters have to be there as they are, and of others their letters.
    """
    whole = plain("".join(page.rpartition(f"/ {len(pages)}")[0] or page for page in pages))
    gone = [one for one in said if is_ours(one) and plain(one) not in whole]
    lost = Counter(plain("".join(said))) - Counter(whole)
    told, more = plain(paper.note), "…" in paper.note
    return gone + [one for one in lost if one in our_letters() or not (more or one in told)]


def is_ours(text: str) -> bool:
    """Whether a text is in letters of our own fonts, from left to right, and no accent stands alone."""
    ours = all(one in our_letters() or one.isspace() for one in text)
    return ours and not runs_left(text) and not any(map(combining, text))


def plain(text: str) -> str:
    """Return the letters alone: joined ones taken apart, without what only says how others are to be set."""
    return "".join(one for one in normalize("NFKD", bare(text)) if category(one) not in {"Cf", "Mn"})


def overlaps(record: Json) -> list[str]:
    """Return what lies on something else in the pictures of a story, and on the line of a map."""
    about = Circumstances(parse_for("file", record), "", "2026-11-22", invented=True)
    desk = desk_of(record, record["flow"], record["sheet_shapes"], about)
    if record["story"]:
        shown = [panel.picture.drawing for panel in story_page(desk.record, desk.names, desk.face).panels]
        return [f"{one} · {other}" for drawing in shown for one, other in covered(drawing.boxes)]
    sheet = desk.sheet("map")
    assert sheet is not None
    flags = [flag for line in desk.laid(sheet).lines() if line.drawing for flag in line.drawing.flags]
    boxes = [Box("name", one.left, one.top, one.width, one.height, one.says) for one in flags]
    return [f"{one} · {other}" for one, other in covered(boxes)]
