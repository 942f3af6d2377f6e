"""Any words come out of every paper as they were heard, and words that were held back are in none."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from guide.documents.tables import heard
from guide.engine.cleaning import cleaned_text
from tests.documents.conftest import Sample, Written

Json = Any

HOSTILE = [
    "[/x] {{ 7*7 }} <b> =1+1",
    "=cmd|' /C calc'!A0",
    "'=1+1",
    "@SUM(A1)",
    "-2+3",
    "<script>alert(1)</script><!-- -->]]>",
    "</style></title><style>*{display:none}</style>",
    '" onload="x" \'\' &amp; &#60;',
    "{% raw %}{{ say('x') }}{% endraw %}",
    "# no heading\n- no list\n1. no number\n\n    no code\n> no quote\n---\n```",
    "*a* _b_ `c` [d](e) ![f](g) <h@i.j> https://k.l www.m.n | o | $p$ ~q~ \\",
    "line one\n\n\n  line four  \tend",
    "ماما تخرج 12 (مرة)",
    "שלום Milo!",
    "\u202eevil\u202c",
    "👩‍👩‍👧 😀",
    "Łódź ŵythnos Ẹ̀kọ́ 你好",
    "a" * 300,
    "&lt;",
]
SIGNS = st.text(alphabet="<>&'\"=+-@{}%[]()*_#`|\\\n .1", min_size=1)
WORDS = (
    st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=60), SIGNS)
    .map(cleaned_text)
    .filter(bool)
)
MARKDOWN = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])


class Text(HTMLParser):
    """Collects the words of a page, without its style."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag == "style"
        assert tag not in {"script", "h", "img", "a", "iframe", "link", "object"}, tag
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        self._style = False if tag == "style" else self._style

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def text_of(page: str) -> str:
    reader = Text()
    reader.feed(page)
    reader.close()
    return "\n".join(reader.words)


def markdown_text(page: str) -> str:
    """Return the words a Markdown reader shows; fails when it makes anything but text of them."""
    shown = []
    tokens = MARKDOWN.parse(page)
    for at, token in enumerate(tokens):
        assert token.type not in {"html_block", "fence", "code_block", "hr"}, token
        if token.type == "table_open":  # ours alone: the marks over time
            assert next(one.content for one in tokens[at:] if one.type == "inline") == "Who", token
        for child in token.children or ():
            assert child.type in {
                "text",
                "softbreak",
                "hardbreak",
                "strong_open",
                "strong_close",
                "text_special",
            }, child
        line = "".join("\n" if "break" in child.type else child.content for child in token.children or ())
        if token.type == "inline":
            shown.append(line)
    return "\n".join(shown)


def say_everywhere(record: Json, words: list[str]) -> Json:
    """Return the record with the words put in every place where somebody's words can stand."""
    left = iter(words * 1000)
    for sheet in record["sheets"].values():
        for area in sheet["areas"].values():
            for entry in (one for one in area if "text" in one):
                entry.update(text=next(left), was=[next(left)], about=None)
                entry["followups"] = [{"asked": next(left), "text": next(left), "at": ""}]
                entry["disputed_by"] = [{"by": "p2", "says": next(left)}]
                entry["share"] = {}
        for scale in sheet["scales"].values():
            for rating in scale:
                rating.update(because=[next(left)], higher=[next(left)], lower=[next(left)])
    for panel in record["story"]:
        panel.update(text=[next(left)], title=next(left))
    record["asides"] = [{"by": "p2", "text": next(left), "seen": True, "at": ""}]
    record["urgent"] = [{"words": next(left), "by": "p2", "at": ""}]
    for person in record["people"]:
        person["name"] = next(left)
    return record


def words_on_the_sheet(record: Json, sheet: str) -> set[str]:
    held = record["sheets"].get(sheet, {"areas": {}, "scales": {}})
    entries = [one for area in held["areas"].values() for one in area if "text" in one]
    ratings = [one for scale in held["scales"].values() for one in scale]
    said = {one["text"] for one in entries} | {more["text"] for one in entries for more in one["followups"]}
    return said | {words for one in ratings for words in (*one["because"], *one["higher"], *one["lower"])}


@pytest.mark.parametrize("name", ["rosa", "map-full", "mill-lane"])
@given(words=st.lists(WORDS, min_size=1, max_size=12))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_survive_into_every_paper_for_the_file(
    sample: Sample, written: Written, name: str, words: list[str]
) -> None:
    record = say_everywhere(sample(name), words)

    for paper in record["flow"]["papers"]:
        page = text_of(written(record, paper))
        plain = markdown_text(written(record, paper, "md"))
        expected = words_on_the_sheet(record, paper)
        if paper == "record":
            expected = {text for sheet in record["sheets"] for text in words_on_the_sheet(record, sheet)}
            expected |= {one["text"] for one in record["asides"]} | {one["words"] for one in record["urgent"]}
        if paper == "story":
            expected = {text for panel in record["story"] for text in panel["text"]}
        for text in expected:
            assert text in page, (paper, text)
            assert text in plain, (paper, text)


@given(words=st.lists(WORDS, min_size=1, max_size=12))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_survive_the_table_and_no_cell_is_a_formula(
    sample: Sample, written: Written, words: list[str]
) -> None:
    record = say_everywhere(sample("map-full"), words)

    table = written(record, "record", "csv")

    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline="")))
    assert words_on_the_sheet(record, "map") <= {heard(row["text"]) for row in rows}
    assert not [
        cell for row in rows for cell in row.values() if cell.lstrip(" \u00a0")[:1] in set("=+-@＝＋－＠\t")
    ]


@given(words=st.lists(WORDS, min_size=1, max_size=12))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_survive_into_the_record_as_json(
    sample: Sample, written: Written, words: list[str]
) -> None:
    record = say_everywhere(sample("rosa"), words)

    given_out = json.loads(written(record, "record", "json"))

    assert given_out == {key: value for key, value in record.items() if key not in {"flow", "sheet_shapes"}}


def test_control_characters_and_halves_of_characters_reach_no_paper(sample: Sample, written: Written) -> None:
    record = say_everywhere(sample("rosa"), ["a\x00b\x1b[31mc\ud800d\x9be"])

    for form in ("html", "md", "json", "csv"):
        text = written(record, "record", form)
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", text)
        assert "ab[31mcde" in text.replace("\\", "")


def mark(record: Json, given_to: str, chosen: set[int]) -> tuple[Json, set[str], set[str]]:
    """Return the record with a secret of its own in every place, the secrets held back, and those given."""
    kept: set[str] = set()
    given_out: set[str] = set()
    count = 0

    def secret(out: set[str]) -> str:
        word = f"zq{len(kept) + len(given_out):04d}qz"
        out.add(word)
        return word

    for sheet in record["sheets"].values():
        for entry in [one for area in sheet["areas"].values() for one in area if "text" in one]:
            count += 1
            out = given_out if count in chosen else kept
            decided = {
                "wish": "yes",
                "words": secret(kept),
                "cleared": {"by": "p2", "at": "", "why": secret(kept)},
            }
            one_short = {**decided, "cleared": None} if count % 2 else {**decided, "wish": "no"}
            entry.update(
                by="p1", text=secret(out), asked=secret(kept), was=[secret(kept)], about=secret(kept)
            )
            entry.update(
                {"from": secret(kept), "share": {given_to: decided if count in chosen else one_short}}
            )
            entry["followups"] = [{"asked": secret(kept), "text": secret(out), "at": "", "by": "p1"}]
            entry["disputed_by"] = [{"by": "p1", "says": secret(kept)}]
        for rating in [one for scale in sheet["scales"].values() for one in scale]:
            rating.update(by="p1", asked=secret(kept), because=[secret(kept)], higher=[secret(kept)])
    for answer in record["answers"]:
        answer.update(value=secret(kept), asked=secret(kept), by="p1")
    record["asides"] = [{"by": "p2", "text": secret(kept), "seen": False, "at": ""}]
    record["urgent"] = [{"words": secret(kept), "by": "p2", "at": "", "told": secret(kept)}]
    record["gaps"] = [{"code": "x", "says": secret(kept)}]
    record["later"] = [{"step": "x", "asked": secret(kept)}]
    record["story"] = [{"id": "n1", "title": secret(kept), "text": [secret(kept)], "picture": {}, "from": []}]
    record["people"].append(
        {"id": "p99", "name": secret(kept), "as": "other", "age": None, "band": None, "left": False}
    )
    record["session"].update(thread=secret(kept), note=secret(kept))
    record["head"] = {"seq": 9, "hash": secret(kept)}
    return record, kept, given_out


@pytest.mark.parametrize("name", ["rosa", "map-full", "mill-lane"])
@pytest.mark.parametrize("viewer", ["p3", "family", "team"])
@given(chosen=st.sets(st.integers(1, 12)))
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_held_back_is_in_any_byte_of_another_paper(
    sample: Sample, written: Written, name: str, viewer: str, chosen: set[int]
) -> None:
    record, kept, given_out = mark(sample(name), viewer, chosen)

    pages = []
    for paper in [*record["flow"]["papers"], *record["sheet_shapes"]]:
        for form in ("html", "md", "json", "csv"):
            try:
                pages.append(written(record, paper, form, viewer=viewer))
            except Exception as none:  # noqa: BLE001 - whatever it says must not give a secret away either
                pages.append(str(none))

    whole = "\n".join(pages)
    assert not {word for word in kept if word in whole}
    assert set(re.findall(r"zq\d{4}qz", whole)) <= given_out
