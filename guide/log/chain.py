"""The hash chain that makes a change to a written event visible.

Each event carries SHA-256(salt, payload) as its digest, and SHA-256(hash before, canonical JSON of all else
and the digest) as its hash; the first one follows a hash of the session's own beginning. The salt keeps a
redacted payload from being guessed. The chain is tamper-evident, not tamper-proof: somebody who can write
the file can write it anew, so heads are printed on papers.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from guide.log.store import Row

_canonical = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode


class Link(NamedTuple):
    """One event as it stands in the file, with what was kept to prove it."""

    row: Row
    """The event."""
    words: bytes | None
    """Its payload byte for byte, for damage can leave bytes that are no text; None once redacted."""
    salt: bytes | None
    """What was hashed before them; None once redacted."""
    digest: bytes
    """The digest kept with it."""
    hash: bytes
    """The hash kept with it."""


def beginning(session: str, flow: str, version: int, started: str, compiled_hash: str) -> bytes:
    """Return the hash the first event of a session follows."""
    return sha256(
        _canonical(["guide-journal/1", session, flow, version, started, compiled_hash]).encode()
    ).digest()


def digest_of(salt: bytes, payload: bytes) -> bytes:
    """Return the digest of an event's words."""
    return sha256(salt + payload).digest()


def hash_after(before: bytes, session: str, row: Row, digest: bytes) -> bytes:
    """Return the hash of an event after the one hashed `before`; its payload counts by its digest alone."""
    body = _canonical([session, row.seq, row.event_id, row.at, row.deed, row.kind, digest.hex()])
    return sha256(before + body.encode()).digest()


def broken(session: str, before: bytes, links: Iterable[Link], head: tuple[int, bytes]) -> Iterator[str]:
    """Yield a sentence for each event that is missing, changed or out of its place.

    `before` is the hash of the session's beginning, `head` what the session says its last event is.
    """
    last = 0
    for link in links:
        seq = link.row.seq
        if seq != last + 1:
            yield f"Event {last + 1} is missing: the next one is {seq}."
        is_redacted = link.words is None and link.salt is None
        if not is_redacted and digest_of(link.salt or b"", link.words or b"") != link.digest:
            yield f"Event {seq} is not as it was written: its words were changed."
        elif hash_after(before, session, link.row, link.digest) != link.hash:
            yield f"Event {seq} is not as it was written, or does not follow the one before it."
        before, last = link.hash, seq
    if (last, before) != head:
        yield f"The last event is {last}, not the {head[0]} that was written last."
