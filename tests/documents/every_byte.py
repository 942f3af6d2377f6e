"""Finds words in a file however they are kept: packed, pressed, in two bytes a letter, or in its name."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.documents.office import bare, docx_words, pdf_words


def found_in(file: Path, words: Iterable[str]) -> list[str]:
    """Return which of the words are in a file or its name: in any byte, or read as somebody would read it."""
    content = file.read_bytes()
    held = list(layers(content))
    read = bare(file.name + _read(file.suffix, content))
    return [
        one
        for one in words
        if bare(one) in read or any(kept in part for kept in kept_as(one) for part in held)
    ]


def layers(content: bytes) -> Iterator[bytes]:
    """Yield a file as it is, every file packed in it, and everything pressed together in it."""
    yield content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield packed.read(name)
    for pressed in re.findall(rb"stream\r?\n(.*?)endstream", content, flags=re.DOTALL):
        try:
            yield zlib.decompressobj().decompress(pressed)
        except zlib.error:
            continue


def kept_as(words: str) -> tuple[bytes, ...]:
    """Return how words may be kept: in one byte a letter or in two, plain or as numbers."""
    plain = (words.encode(), words.encode("utf-16-be"), words.encode("utf-16-le"))
    return (*plain, *(each for one in plain for each in (one.hex().encode(), one.hex().upper().encode())))


def _read(suffix: str, content: bytes) -> str:
    match suffix:
        case ".docx":
            return docx_words(content)
        case ".pdf":
            return pdf_words(content)
        case _:
            return content.decode()
