"""What a child withheld, an aside, something urgent, a worker's page: in no byte of a family's papers."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from guide.clock import StillClock
from guide.documents.leaving import Order, Picture, picture_of, write
from guide.documents.papers import FORMATS
from guide.engine.play import play
from guide.engine.session import Session
from guide.flow.talk_file import read_talk
from guide.log.memory import Memory
from tests.documents.every_byte import found_in
from tests.engine.talking import CHECKOUT, compiled

ROSA = CHECKOUT / "flows" / "three-houses" / "rosa.talk.yaml"
EVERYBODY = "{Pop: yes, Mum: yes, Milo: yes}"
NOBODY = "{Pop: no, Mum: no, Milo: no}"
SHARES = ", ".join(f"{at}: {NOBODY if at in {3, 6} else EVERYBODY}" for at in range(1, 10))
ALL = "[1, 2, 3, 4, 5, 6, 7, 8, 9]"
INSTEAD = {
    "- {at: who_sees": f"  - {{at: who_sees, by: Rosa, ok: true, share: {{{SHARES}}}}}",
    "- {clear:": f'  - {{clear: {{Pop: {ALL}, Mum: {ALL}, Milo: {ALL}}}, by: Ann, why: "It hurt nobody"}}',
}
"""Lines of the talk, and what is said in their place: two things are withheld, and cleared by mistake."""

SECRETS = {
    "withheld": ("Mum goes outside", "When the phone goes", "two minutes and its dark", "stairs gate",
                 "tummy is drumming", "He can do the counting"),
    "aside": ("even Mum", "tell you who", "looked at the door"),
    "urgent": ("Ann, my manager", "today, 11.05", "as far as school knows", "did not hear"),
    "a worker's page": ("blank houses Tuesday", "Mrs Kaur", "drank water", "Rosa minds Milo",
                        "Not agreed yet", "hurt nobody", "Ann and Mum to talk"),
    "to nobody said": ("the tummy bit", "you be there"),
}  # fmt: skip
"""What must be nowhere."""
GIVEN = ("Fish finger night", "The phone lives in a box at tea", "I do it on the bucket")


@cache
def rosa() -> Picture:
    """Return Rosa's session, played with the other lines."""
    told = ROSA.read_text(encoding="utf-8").splitlines()
    lines = [next((INSTEAD[key] for key in INSTEAD if key in line), line) for line in told]
    assert sum(one != other for one, other in zip(told, lines, strict=True)) == len(INSTEAD)
    with TemporaryDirectory() as folder:
        file = Path(folder) / ROSA.name
        file.write_text("\n".join(lines), encoding="utf-8")
        talk = read_talk(file)
    session = Session.start(Memory(), compiled(ROSA.parent), StillClock(), form=talk.form, invented=True)
    for _ in play(session, talk.people, talk.lines):
        pass
    return picture_of(session)


def left(picture: Picture, to: Path, viewer: str, **more: object) -> list[Path]:
    """Write every paper in every format, with sources, and return everything that then is in the folder."""
    order = Order(FORMATS, to, viewer, found="no", today="2026-11-22", sources=True, **more)  # type: ignore[arg-type]
    written = write(picture, order)
    assert {one.suffix for one in written} == {f".{form}" for form in FORMATS}
    return [one for one in to.rglob("*") if one.is_file()]


@pytest.mark.parametrize("viewer", ["family", "Mum"])
def test_it_is_in_no_byte_of_any_format(tmp_path: Path, viewer: str) -> None:
    files = left(rosa(), tmp_path / "out", viewer)

    secrets = [words for kind in SECRETS.values() for words in kind]
    assert {one.name: found for one in files if (found := found_in(one, secrets))} == {}
    for form in ("html", "md", "docx", "pdf"):
        assert found_in(tmp_path / "out" / f"houses.{form}", GIVEN) == list(GIVEN), form


def test_each_of_these_words_is_found_in_the_files_own_record(tmp_path: Path) -> None:
    """The test of the test."""
    left(rosa(), tmp_path / "out", "file", paper="record")

    for kind, secrets in SECRETS.items():
        for form in ("html", "md", "docx", "pdf", "json"):
            assert found_in(tmp_path / "out" / f"record.{form}", secrets), (kind, form)


def test_a_name_that_was_replaced_is_in_no_byte_either(tmp_path: Path) -> None:
    pairs = (("Rosa", "Ines"), ("Pop", "Grandpa"), ("Milo", "Teo"), ("Mrs Kaur", "Mrs Brook"))

    files = left(rosa(), tmp_path / "out", "family", aliases=pairs)

    assert {one.name: found for one in files if (found := found_in(one, [real for real, _ in pairs]))} == {}
    papers = [one for one in files if one.stem == "houses"]
    assert [one.name for one in papers if not found_in(one, ["Ines"])] == []
    assert len(papers) == 4
