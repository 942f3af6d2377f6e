"""Stories and maps at random: any script, hostile words, crowds, nobody, marks all in one place."""

import copy
import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from guide.engine.cleaning import cleaned_text
from tests.documents.pictures.hostile import HOSTILE as SAID_IN_PICTURES
from tests.documents.pictures.hostile import pictures

Json = Any

_SAMPLES: Final = Path(__file__).parent / "samples"
HOSTILE: Final = (
    *SAID_IN_PICTURES, "[/x]", "=1+1", "#set page(width: 1pt)", "#panic()", "\x1b[31mred", "$x^2$ <y> @z",
    "line one\nline two", "fi fl ffi ff", "A  B\u00a0C\tD", "Mum\u2019s \u201cwords\u201d \u2013 \u2026",
    "0 10 ½ €", "\ufffeno\uffff sign",
    "עוד מילה 12 (שלוש)", "\u202eevil\u202c", "\ufeffbom", "Ẹ̀kọ́ Việt Nam", "a" * 300,
)  # fmt: skip
_CHARACTERS: Final = st.characters(blacklist_categories=("Cs", "Co", "Cn"))
WORDS: Final = (
    st.one_of(st.sampled_from(HOSTILE), st.text(_CHARACTERS, min_size=1, max_size=60))
    .map(cleaned_text)
    .filter(bool)
)
_ROLES: Final = ("parent", "parent", "family", "family", "network", "school", "police", "lead")


@lru_cache
def _sample(name: str) -> Json:
    return json.loads((_SAMPLES / f"{name}.json").read_text(encoding="utf-8"))


@st.composite
def _people(draw: st.DrawFn) -> list[Json]:
    """Return a child, a worker, and up to ten others."""
    names = draw(st.lists(WORDS, min_size=2, max_size=12, unique_by=lambda name: " ".join(name.split())))
    roles = ("child", "worker", *(draw(st.sampled_from(_ROLES)) for _ in names[2:]))
    return [
        {"id": f"p{at}", "name": name, "as": role, "age": 9 if role == "child" else None, "band": None,
         "left": False}
        for at, (name, role) in enumerate(zip(names, roles, strict=True), 1)
    ]  # fmt: skip


@st.composite
def stories(draw: st.DrawFn) -> Json:
    """Return the record of a story of one to three pictures."""
    record: Json = copy.deepcopy(_sample("ten-panels"))
    panel = st.fixed_dictionaries(
        {
            "title": st.one_of(st.just(""), WORDS),
            "text": st.lists(WORDS, min_size=1, max_size=3),
            "picture": pictures(),
        }
    )
    told = draw(st.lists(panel, min_size=1, max_size=3))
    record["people"] = draw(_people())
    record["story"] = [{"id": f"n{at}", "from": [], **one} for at, one in enumerate(told, 1)]
    return record


@st.composite
def maps(draw: st.DrawFn) -> Json:
    """Return the record of a map: a few entries anywhere, and marks that may all stand in one place."""
    record: Json = copy.deepcopy(_sample("map-full"))
    record["people"] = draw(_people())
    everybody = st.sampled_from([one["id"] for one in record["people"]])
    sheet = record["sheets"]["map"]
    held = draw(st.lists(st.tuples(st.sampled_from(sorted(sheet["areas"])), WORDS), min_size=1, max_size=12))
    entry = next(one for area in sheet["areas"].values() for one in area if "text" in one)
    shapes = record["sheet_shapes"]["map"]["areas"]
    for name in sheet["areas"]:
        sheet["areas"][name] = [] if shapes[name]["holds"] == "entries" else sheet["areas"][name][:0]
    for at, (name, said) in enumerate(held, 1):
        if shapes[name]["holds"] == "entries":
            more = [{"asked": "", "text": text, "at": ""} for text in draw(st.lists(WORDS, max_size=1))]
            one = {**entry, "id": f"e{at}", "text": said, "by": draw(everybody), "followups": more}
            sheet["areas"][name].append(one)
    rating = sheet["scales"]["map.line"][0]
    values = draw(st.lists(st.sampled_from((0, 5, 5, 5.5, 10)), min_size=1, max_size=12))
    sheet["scales"]["map.line"] = [
        {**rating, "id": f"r{at}", "by": draw(everybody), "value": value, "of": 10,
         "because": draw(st.lists(WORDS, max_size=1))}
        for at, value in enumerate(values, 1)
    ]  # fmt: skip
    record["answers"], record["gaps"] = [], []
    return record


def some(kind: st.SearchStrategy[Json], count: int) -> list[Json]:
    """Return so many random records, the same ones every time."""
    found: list[Json] = []

    @settings(max_examples=count, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(kind)
    def draw(record: Json) -> None:
        found.append(record)

    draw()
    return found


def said_on(record: Json) -> list[str]:
    """Return everything somebody said that belongs on the story or the map of such a record."""
    told = record["story"]
    said = [text for panel in told for text in (panel["title"], *panel["text"]) if text]
    for sheet in record["sheets"].values():
        # People who stand on a sheet have a name in place of words.
        for one in (one for area in sheet["areas"].values() for one in area if "text" in one):
            said += [one["text"], *(more["text"] for more in one["followups"])]
        said += [text for scale in sheet["scales"].values() for one in scale for text in one["because"]]
    return said


def drawn_on(record: Json) -> list[str]:
    """Return every name and every bubble in the pictures of a story."""
    shown = [panel["picture"] for panel in record["story"]]
    names = [one["name"] for picture in shown for one in picture.get("people", ())]
    said = [one for picture in shown for one in picture.get("bubbles", ())]
    return [*names, *(one["text"] if isinstance(one, dict) else one for one in said)]
