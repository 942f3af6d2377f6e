"""Any story and any map comes out of every format with all its words, and nothing lies on anything else."""

import pytest

from tests.documents.random_papers import Json, maps, some, stories
from tests.documents.reading_back import missing, overlaps

FORMS = ("html", "md", "docx", "json", "csv")
"""What reads a PDF back fast enough is not on every computer: tests/real does that, with all 400."""


@pytest.mark.parametrize("kind", [stories, maps], ids=["stories", "maps"])
def test_no_word_of_a_random_paper_is_missing_in_any_format(kind: type) -> None:
    for record in some(kind(), 10):
        assert missing(record, lambda _: [], FORMS) == {}
        assert overlaps(record) == []


def test_a_word_left_out_is_found_out() -> None:
    """The test of the test."""
    record: Json = some(stories(), 2)[1]
    record["story"][0]["text"] = ["Nobody was cross"]

    def says_nothing(_: bytes) -> list[str]:
        return ["Kestrel Family Team"]

    assert "Nobody was cross" in missing(record, says_nothing, ("pdf",))["pdf"]
