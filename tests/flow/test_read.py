"""Any file can be handed in: it is read, or it is one finding with its place."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.flow.findings import Finding
from guide.flow.places import Written
from guide.flow.read import read_yaml


def read(folder: Path, raw: bytes) -> tuple[Written, list[Finding]]:
    path = folder / "flow.yaml"
    path.write_bytes(raw)
    return read_yaml(path, "flow")


@pytest.mark.parametrize(
    ("raw", "code", "line", "column"),
    [
        (b"", "G002", 1, 1),
        (b"# only a comment\n", "G002", 1, 1),
        (b"\xff\xfe\x00f\x00l", "G003", 1, 1),
        (b"flow: x\ntitle: \xe9\n", "G003", 2, 8),
        (b"flow: x\ntitle: a\x01b\n", "G003", 2, 9),
        (b"flow: x\n" * 1_250_000, "G004", 1, 1),
        (b"flow: x\nsections:\n\t- use: a\n", "G005", 3, 1),
        (b"flow: x\ntitle: 'never closed\n", "G006", 3, 1),
        (b"flow: x\ntext: What: is it?\n", "G007", 2, 11),
        (b"flow: x\ntext: {{ child.name }} is here\n", "G007", 2, 8),
        (b"flow: x\ntext: [the] noise\n", "G007", 2, 13),
        (b"flow: x\ntext: 'It's fine'\n", "G007", 2, 11),
        (b"flow: x\ntext: @home\n", "G007", 2, 7),
        (b"flow: x\ntext: *really* fine\n", "G007", 2, 7),
        (b"flow: x\ntext: *really\n", "G008", 2, 7),
        (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "G008", 1, 4),
        (b"flow: !python/object x\n", "G009", 1, 7),
        (b"[" * 40_000, "G010", 1, 41),
        (b"a: " + b"{b: " * 60, "G010", 1, 160),
        (b"flow: x\ntitle: A\nflow: y\n", "G011", 3, 1),
        (b"flow: x\n---\nflow: y\n", "G015", 2, 1),
        (b"- flow\n", "G016", 1, 1),
        (b"just words\n", "G016", 1, 1),
    ],
)
def test_what_cannot_be_read_is_one_finding_at_its_place(
    tmp_path: Path, raw: bytes, code: str, line: int, column: int
) -> None:
    _, findings = read(tmp_path, raw)

    assert [(one.code, one.line, one.column) for one in findings] == [(code, line, column)]


def test_a_file_that_is_not_there_is_one_finding(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path, tmp_path / "a\0b"):
        written, findings = read_yaml(path, "flow")

        assert written.value is None
        assert [one.code for one in findings] == ["G001"]


def test_words_are_those_of_yaml_1_2(tmp_path: Path) -> None:
    written, findings = read(
        tmp_path,
        b"a: yes\nb: no\nc: on\nd: 2026-11-21\ne: true\nf: null\ng: 4\nh: 3.5\ni: '4'\n"
        b"j: 0x1F\nk: .inf\n1: one\n",
    )

    assert findings == []
    assert written.value == {
        "a": "yes", "b": "no", "c": "on", "d": "2026-11-21", "e": True, "f": None, "g": 4, "h": 3.5, "i": "4",
        "j": "0x1F", "k": ".inf", "1": "one",
    }  # fmt: skip


def test_every_value_knows_its_place(tmp_path: Path) -> None:
    written, _ = read(tmp_path, b"flow: x\nsections:\n  - section: one\n    title: Hello\n")

    assert written.spot.at("sections", 0, "title").place.line == 4
    assert written.spot.at("sections", 0, "title").place.column == 12
    assert written.spot.at("sections", 0, "title").named.column == 5
    assert written.spot.at("sections", 0, "nothing", "here").place.line == 3


def test_a_byte_order_mark_is_not_in_the_way(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfflow: x\n")[0].value == {"flow": "x"}


anything = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(alphabet="ab:-[]{}#&*!|>'\"%@`,? \n\t", max_size=60).map(str.encode),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(anything)
def test_no_file_whatever_raises(tmp_path: Path, raw: bytes) -> None:
    written, findings = read(tmp_path, raw)

    assert findings or isinstance(written.value, dict)
    assert all(one.line >= 1 and one.column >= 1 and str(one).count("\n") == 0 for one in findings)
