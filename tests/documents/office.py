"""Reads what the formats of an office hold: every word, and every byte that could hold one."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

Json = Any


def docx_parts(content: bytes) -> dict[str, bytes]:
    """Return every file inside a DOCX."""
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        return {name: held.read(name) for name in held.namelist()}


def docx_words(content: bytes) -> str:
    """Return every word a DOCX shows, and every word that stands in its hidden parts."""
    parts = docx_parts(content)
    texts = [
        part.decode("utf-8", "replace")
        for name, part in parts.items()
        if not name.endswith((".png", ".odttf"))
    ]
    shown = [re.sub(r"<w:br/>", "\n", re.sub(r"</w:p>", "\n", text)) for text in texts]
    return "\n".join([*texts, *(unescape(re.sub(r"<[^>]*>", "", text)) for text in shown)])


def pdf_words(content: bytes) -> str:
    """Return every word a PDF shows page by page, its title and the like, and its streams as they are."""
    reader = PdfReader(io.BytesIO(content))
    shown = [page.extract_text() for page in reader.pages]
    hidden = [str(one) for one in (reader.metadata or {}).values()]
    hidden += [str(one["/Alt"]) for one in _objects(reader) if "/Alt" in one]
    streams = [_opened(one) for one in re.findall(rb"stream\r?\n(.*?)endstream", content, flags=re.DOTALL)]
    alternatives = [one.replace(b"\0", b"").decode("latin-1") for one in (content, *streams)]
    return "\n".join([*shown, *hidden, *alternatives, *(one.decode("latin-1") for one in streams)])


def _objects(reader: PdfReader) -> Iterator[Any]:
    """Yield every dictionary of a PDF."""
    for number in range(1, int(str(reader.trailer["/Size"]))):
        one = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(one, DictionaryObject):
            yield one


def _opened(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


def bare(text: str) -> str:
    """Return a text without spaces: lines of a page end where there is no room for more."""
    return re.sub(r"[\s\x00\xad\u200b\ufffd]+", "", text)
