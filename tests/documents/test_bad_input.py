"""What nobody would wish for: the paper is right all the same, nothing is lost, or one sentence says why."""

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from guide.documents.leaving import Order, Picture, states, write
from guide.documents.pictures import draw
from guide.errors import GuideError
from tests.cli.running import CHECKOUT, WITH_NOBODYS_RIGHTS, guide, sentence_of
from tests.documents.conftest import SAMPLES, Sample
from tests.documents.reading_back import Json, missing, overlaps

LONG = (
    "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis",
    "Bartholomew-Maximilian Featherstonehaugh-Cholmondeley Wrexham",
    "Anne " * 11 + "Annes",
)
NAMES = ("Nell", "Sonny", "Carys", "Owen")
ROOMFUL = [{"name": f"{name} {end}"} for name in NAMES for end in ("A", "Bee", "Sea")]
HARD: dict[str, Json] = {
    "names of sixty letters": {"people": [{"name": name, "feeling": "happy"} for name in LONG]},
    "sixty letters and twelve people": {"people": [{"name": f"{LONG[0][:58]}{at:02}"} for at in range(12)]},
    "twelve people": {"place": "kitchen", "people": ROOMFUL, "bubbles": [{"by": "Nell A", "text": "Hello"}]},
    "nobody": {"place": "kitchen", "people": []},
    "nothing": {},
    "a feeling and a place unknown": {
        "place": "the lighthouse",
        "people": [{"name": "Mum", "feeling": "prickly"}],
        "things": ["a periscope"],
    },
    "emoji": {
        "people": [{"name": "Mum"}],
        "bubbles": [{"by": "Mum", "text": "👩‍👩‍👧 😀 🇬🇧"}],
        "things": ["🦄"],
    },
    "no spaces": {
        "place": "x" * 90,
        "people": [{"name": "y" * 90}],
        "bubbles": [{"by": "y" * 90, "text": "z" * 300}],
    },
}


def read(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.fixture
def story(sample: Sample) -> Json:
    """Return a story of one picture."""
    record = sample("ten-panels")
    record["story"] = record["story"][:1]
    return record


@pytest.mark.parametrize("hard", HARD)
def test_a_picture_nobody_would_wish_for_is_a_right_paper_in_every_format(story: Json, hard: str) -> None:
    story["story"][0]["picture"] = HARD[hard]
    story["story"][0]["text"] = ["😀 said Mum", "n" * 300] if hard in {"emoji", "no spaces"} else ["Here."]

    # A letter of no font of ours is read back another way than it was written: tests/real looks at those.
    forms = ("html", "md", "docx") if hard == "emoji" else ("html", "md", "docx", "pdf")
    assert missing(story, read, forms) == {}
    assert overlaps(story) == []
    faces = [one for one in draw(HARD[hard]).boxes if one.kind == "face"]
    assert len(faces) == len(HARD[hard].get("people", ()))


def crowded() -> Json:
    """Return a map on which twelve people with long names stand at one place of the line."""
    record = json.loads((SAMPLES / "map-full.json").read_text(encoding="utf-8"))
    mark = record["sheets"]["map"]["scales"]["map.line"][0]
    last, name = record["people"][-1], LONG[1][:58]
    everybody = [{**last, "id": f"q{at}", "name": f"{name}{at:02}"} for at in range(12)]
    record["people"] += everybody
    record["sheets"]["map"]["scales"]["map.line"] = [
        {**mark, "id": f"r{at}", "by": one["id"], "value": 5} for at, one in enumerate(everybody)
    ]
    return record


def test_twelve_marks_at_one_place_with_names_of_sixty_letters_keep_apart() -> None:
    assert overlaps(crowded()) == []
    assert missing(crowded(), read) == {}


@pytest.mark.parametrize("form", ["html", "md", "docx", "pdf", "json", "csv"])
def test_a_paper_before_there_is_anything_to_put_on_it_is_one_sentence(
    sample: Sample, tmp_path: Path, form: str
) -> None:
    record = sample("map-full")
    record |= {"answers": [], "story": []}
    for kind in ("areas", "scales"):
        record["sheets"]["map"][kind] = {name: [] for name in record["sheets"]["map"][kind]}
    picture = Picture(record, record["flow"], record["sheet_shapes"], invented=True)

    with pytest.raises(GuideError, match=r"^There is nothing to put on a paper yet\.$"):
        write(picture, Order((form,), tmp_path / "out", paper="map", today="2026-11-22"))
    assert not (tmp_path / "out").exists()


RESTS = "picture 1 rests on words that are held back"


@pytest.mark.parametrize("viewer", ["family", "p5"])
def test_a_story_that_rests_on_what_was_withheld_is_not_made_for_a_reader(
    sample: Sample, tmp_path: Path, viewer: str
) -> None:
    record = sample("ten-panels")
    words = "Nobody is to know of the wine"
    sentence = {"text": words, "agreed_by": ["p1"], "disputed_by": []}
    cleared = {one["id"]: {"wish": None, "words": "", "cleared": {"by": "p2"}} for one in record["people"]}
    panel = {"title": words, "text": [words], "from": ["e1"], "sentences": [sentence], "share": cleared}
    record["story"] = [{**record["story"][0], **panel}]
    picture = Picture(record, record["flow"], record["sheet_shapes"], invented=True)

    for form in ("html", "docx", "pdf", "md"):
        order = Order((form,), tmp_path / "out", viewer, "story", "no", today="2026-11-22")
        with pytest.raises(GuideError, match=rf"^There is nothing .* 'story' for .*: {RESTS}\.$") as refused:
            write(picture, order)
        assert words not in str(refused.value)
    assert not (tmp_path / "out").exists()
    (waiting,) = states(picture, viewer)
    assert not waiting.ready
    assert waiting.why == f"Nothing of it may be shown to them yet: {RESTS}."


def test_a_folder_that_may_only_be_read_is_one_sentence_and_stays_as_it_was(tmp_path: Path) -> None:
    home, locked = tmp_path / "home", tmp_path / "locked"
    guide(home, "talk", "map", "--answers", CHECKOUT / "flows/map/cem.talk.yaml")
    locked.mkdir()
    (locked / "map.html").write_text("mine")
    locked.chmod(0o500)

    ran = guide(home, "export", "--to", locked, "--format", "html", how=WITH_NOBODYS_RIGHTS)
    locked.chmod(0o700)
    again = guide(home, "export", "--to", locked, "--format", "html")

    assert ran.code == 1
    assert "could not be written into" in sentence_of(ran)
    assert again.code == 0
    assert (locked / "map.html").read_text() == "mine"
    assert {"map-2.html", "record.html"} <= {one.name for one in locked.iterdir()}
