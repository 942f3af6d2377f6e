"""Papers for somebody from every talk: what was not cleared for them is in no byte of any file.

What may be seen is worked out here once more, from the two decisions alone.
"""

import html
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from guide.documents.leaving import Order, picture_of, write
from guide.errors import GuideError
from tests.cli.running import guide, home_with_flows, record
from tests.test_guard_rails import FLOWS, every_talk, played

Json = Any

FORMATS = ("html", "md", "json", "csv")
TEAM = {
    "worker",
    "case_holder",
    "lead",
    "advisor",
    "observer",
    "manager",
    "school",
    "health",
    "police",
    "chair",
}
SAID = ("text", "followups", "because", "higher", "lower")
BESIDE = ("was", "share", "disputed_by", "from")
"""First words, what was said about showing them, who sees it differently: nobody else's to read."""

SHORTEST = 12
"""Letters of words that are looked for: shorter ones may stand there by themselves."""


class Record:
    """The record of a conversation, and what each of its people may see: read from the decisions alone."""

    def __init__(self, record: Json) -> None:
        self.record = record
        self.roles = {one["id"]: one["as"] for one in record["people"]}
        self.children = {
            one["id"] for one in record["people"] if one["as"] == "child" or (one["age"] or 99) < 18
        }

    def readers(self, viewer: str) -> set[str]:
        """Return everybody who would read what is made for this viewer."""
        here = {one["id"]: one["as"] for one in self.record["people"] if not one["left"]}
        if viewer in {"family", "team"}:
            family = {"child", "parent", "carer", "family", "friend"}
            return {who for who, role in here.items() if role in (family if viewer == "family" else TEAM)}
        return {viewer}

    def may_see(self, reader: str, one: Json) -> bool:
        """Return whether it is the reader's own, or was both wished and cleared for this reader."""
        owner = one.get("guessed_by") or one["by"]
        if reader == owner:
            return True
        role = self.roles[reader]
        group = "team" if role in TEAM else "family" if role != "other" else ""
        share = one.get("share") or {}
        decided = share.get(reader) or share.get(group) or {}
        cleared = (decided.get("cleared") or {}).get("by")
        wished = decided.get("wish") in {"yes", "with-me"} or (
            decided.get("wish") is None and self.roles.get(owner) in TEAM
        )
        return bool(cleared) and cleared not in self.children and wished

    def standing(self) -> Iterator[Json]:
        """Yield every entry and mark."""
        for sheet in self.record["sheets"].values():
            for held in (*sheet["areas"].values(), *sheet["scales"].values()):
                yield from (one for one in held if "name" not in one)

    def secrets(self, viewer: str) -> set[str]:
        """Return all words that this viewer must not read anywhere."""
        readers, given, kept = self.readers(viewer), set[str](), set[str]()
        for one in self.standing():
            sees = bool(readers) and all(self.may_see(reader, one) for reader in readers)
            (given if sees else kept).update(words_of({key: one.get(key) for key in SAID}))
            if readers != {one["by"]}:
                kept |= set(words_of({key: one.get(key) for key in BESIDE}))
        told = {key: self.record[key] for key in ("asides", "urgent", "gaps", "later")}
        kept |= set(words_of(told))
        for one in self.record["answers"]:
            if readers != {one["by"]} and not one["entries"] and one["kind"] in {"ask", "date", "compose"}:
                kept |= set(words_of(one["value"]))
        return {words for words in kept if len(words) >= SHORTEST and not any(words in one for one in given)}


def words_of(value: Json) -> Iterator[str]:
    """Yield every text in a value but questions, times, ids and other names of the program's."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        ours = {"asked", "at", "id", "by", "step", "code", "entry", "person", "answer"}
        yield from (text for key, one in value.items() if key not in ours for text in words_of(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in words_of(one))


def as_read(content: bytes) -> list[str]:
    """Return the content as it stands there, and as somebody would read it."""
    text = content.decode("utf-8")
    return [
        text,
        html.unescape(re.sub(r"<[^>]*>", "", text)),
        text.replace("\\", ""),
        text.replace('""', '"'),
    ]


def leaks(known: Record, viewer: str, out: Path) -> list[str]:
    """Return what this viewer must not read and finds in the folder."""
    contents = [text for one in out.iterdir() for text in as_read(one.read_bytes())] if out.exists() else []
    return [words for words in known.secrets(viewer) if any(words in text for text in contents)]


def family_of(known: Record) -> list[str]:
    return [who for who, role in known.roles.items() if role not in TEAM]


@every_talk
def test_what_was_not_cleared_is_nowhere_in_what_is_handed_over(file: Path, tmp_path: Path) -> None:
    known, picture = Record(played(file).record), picture_of(played(file).session)

    for viewer in ["family", *family_of(known)]:
        out, says = tmp_path / viewer, ""
        try:
            write(picture, Order(formats=FORMATS, to=out, viewer=viewer, found="no", today="2026-11-22"))
        except GuideError as nothing:
            says = str(nothing)
        assert leaks(known, viewer, out) == [], viewer
        assert not [words for words in known.secrets(viewer) if words in says]
        assert bool(says) != out.exists()


def test_what_is_looked_for_is_there_to_be_found(tmp_path: Path) -> None:
    """The test of the test: in the papers for the file nearly all of it stands."""
    file = FLOWS / "three-houses" / "rosa.talk.yaml"
    known = Record(played(file).record)
    write(picture_of(played(file).session), Order(formats=FORMATS, to=tmp_path, today="2026-11-22"))

    secrets = known.secrets("family")

    assert len(secrets) > 20
    assert set(leaks(known, "family", tmp_path)) == secrets


def test_the_program_hands_over_nothing_more(home: Path, tmp_path: Path) -> None:
    talk = FLOWS / "three-houses" / "rosa.talk.yaml"
    ran = guide(home_with_flows(home), "talk", "three-houses", "--answers", talk)
    assert ran.code == 0, ran.err
    known = Record(record(home))

    for viewer in ("Pop", "Mum", "Rosa"):
        to = ("--to", tmp_path / viewer, "--format", ",".join(FORMATS))
        ran = guide(home, "export", "--for", viewer, "--found", "no", *to)
        (person,) = [one["id"] for one in known.record["people"] if one["name"] == viewer]
        assert ran.code == 0, ran.err
        assert leaks(known, person, tmp_path / viewer) == []
        assert not [words for words in known.secrets(person) if words in ran.out + ran.err]
        shown = json.loads((tmp_path / viewer / "record.json").read_text())
        assert shown["asides"] == shown["urgent"] == shown["gaps"] == shown["later"] == []
        assert "Fish finger night" in (tmp_path / viewer / "houses.md").read_text()


FACE = (
    "Work in progress",
    "For the file. Not for the family.",
    "not the official record",
    "decides nothing by itself",
)


@every_talk
def test_every_paper_says_on_its_face_what_it_is_and_names_nobody_in_its_name(
    file: Path, tmp_path: Path
) -> None:
    write(picture_of(played(file).session), Order(formats=FORMATS, to=tmp_path, today="2026-11-22"))

    for paper in [*tmp_path.glob("*.html"), *tmp_path.glob("*.md")]:
        text = paper.read_text()
        assert [line for line in FACE if line not in text] == [], paper.name
        assert re.search(r"Work in progress · \d{1,2} \w+ \d{4}", text)
        assert paper.stem == "example" or re.search(r"made (with|by) \w+|preparation, \d", text), paper.name
    names = {word for one in tmp_path.iterdir() for word in re.split(r"\W", one.name.casefold())}
    assert not names & {one["name"].casefold() for one in played(file).record["people"]}
    made = json.loads((tmp_path / ".guide-made.json").read_text())
    assert set(made) == {one.name for one in tmp_path.iterdir() if not one.name.startswith(".")}
    assert all(re.fullmatch(r"[0-9a-f]{64}", print_) for print_ in made.values())


@every_talk
def test_a_paper_for_somebody_says_for_whom_and_never_that_it_is_for_the_file(
    file: Path, tmp_path: Path
) -> None:
    known, picture = Record(played(file).record), picture_of(played(file).session)
    names = {one["id"]: one["name"] for one in known.record["people"]}

    for viewer in ["family", "team", *known.roles]:
        out = tmp_path / viewer
        try:
            write(picture, Order(formats=FORMATS, to=out, viewer=viewer, found="no", today="2026-11-22"))
        except GuideError:
            continue
        for paper in [*out.glob("*.html"), *out.glob("*.md")]:
            text = html.unescape(paper.read_text())
            assert [line for line in (FACE[0], *FACE[2:]) if line not in text] == [], (viewer, paper.name)
            assert re.search(r"Work in progress · \d{1,2} \w+ \d{4}", text)
            assert f"For {names.get(viewer, f'the {viewer}')}." in text
            assert FACE[1] not in text


@every_talk
def test_nothing_leaves_with_a_childs_words_before_it_is_answered_who_could_find_it(
    file: Path, tmp_path: Path
) -> None:
    known, picture = Record(played(file).record), picture_of(played(file).session)
    by_children = {
        words
        for one in known.standing()
        if one["by"] in known.children
        for words in words_of(one.get("text"))
    }

    for viewer in ["family", "team", *known.roles]:
        for found in ("", "yes", "not sure"):
            out = tmp_path / viewer / (found or "unanswered")
            with suppress(GuideError):
                write(picture, Order(formats=FORMATS, to=out, viewer=viewer, found=found, today="2026-11-22"))
            read = "".join(text for one in out.rglob("*") for text in as_read(one.read_bytes()))
            assert [words for words in by_children if len(words) >= SHORTEST and words in read] == []
