"""Records written by hand, and making papers from them."""

import copy
import json
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import pytest

from guide.documents.papers import make, parse_for

Json = Any

SAMPLES = Path(__file__).parent / "samples"
TODAY = "2026-11-22"


@lru_cache
def _read(name: str) -> Json:
    return json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))


class Sample(Protocol):
    def __call__(self, name: str) -> Json: ...


class Written(Protocol):
    def __call__(
        self, record: Json, paper: str, form: str = "html", *, viewer: str = "file", found: str | None = "no"
    ) -> str: ...


@pytest.fixture(autouse=True, scope="session")
def local_time() -> Iterator[None]:
    """Let every paper be printed where the clock shows UTC."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        set_zone()
        yield
    set_zone()


def set_zone() -> None:
    """Take the time zone from the environment, where a computer can do that while it runs."""
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(scope="session")
def sample() -> Sample:
    """Return what reads a sample record: rosa, map-full, map-short, inquiry or mill-lane."""
    return lambda name: copy.deepcopy(_read(name))


@pytest.fixture(scope="session")
def written() -> Written:
    """Return what makes one paper and gives its text."""

    def write(
        record: Json, paper: str, form: str = "html", *, viewer: str = "file", found: str | None = "no"
    ) -> str:
        return make(
            record,
            record["flow"],
            record["sheet_shapes"],
            paper=paper,
            format=form,
            viewer=parse_for(viewer, record),
            organisation="Kestrel Family Team",
            today=TODAY,
            invented=record["session"]["invented"],
            found=found,
        ).text

    return write
