"""Four hundred random stories and as many maps, in every format: no failure, no word missing, no overlap."""

import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any
from unittest.mock import patch

import pytest

from guide.documents.as_docx import pictures
from guide.documents.as_pdf.typeset import png_of
from tests.documents.random_papers import maps, some, stories
from tests.documents.reading_back import missing, overlaps
from tests.real.how_much import ALL

Json = Any

MANY = 400 if ALL else 40
"""Four hundred are two minutes of work for two cores, most of it python-docx."""
CORES = 2
A_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'

pytestmark = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="PDF is read back with pdftotext, not found here"
)


def pages_of(pdf: bytes) -> list[str]:
    command = [str(shutil.which("pdftotext")), "-raw", "-enc", "UTF-8", "-", "-"]
    read = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    return read.decode().split("\f")[:-1]


def faults(numbered: tuple[int, Json]) -> list[str]:
    """Return what is wrong with the papers of a record; what fails, too."""
    number, record = numbered
    # The copy of a drawing for programs that cannot draw costs more than all else: in one DOCX of eight.
    drawn = png_of if number % 8 == 0 else same_png
    try:
        with patch.object(pictures, "png_of", drawn):
            gone = missing(record, pages_of)
        return [f"{form}: {words}" for form, words in gone.items()] + overlaps(record)
    except Exception as failed:  # noqa: BLE001 - any failure at all is what is looked for
        return [repr(failed)]


def same_png(_svg: str, _wide: float) -> bytes | None:
    return png_of(A_DRAWING, 9.0)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", [stories, maps], ids=["stories", "maps"])
def test_four_hundred_random_papers_fail_nowhere_and_lose_no_word(kind: Callable[[], Any]) -> None:
    records = some(kind(), MANY)
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(faults, enumerate(records), chunksize=8))

    assert len(records) == MANY
    assert {at: one for at, one in enumerate(found) if one} == {}
