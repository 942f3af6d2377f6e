"""The chain as another program would prove it, from its description alone."""

import json
from hashlib import sha256
from pathlib import Path

from guide.log.store import NewRow, NewSession
from guide.log.vault import open_vault
from tests.log.behind import raw


def canonical(*values: object) -> bytes:
    return json.dumps(values, separators=(",", ":")).encode()


def test_the_chain_can_be_proved_without_us(home: Path) -> None:
    vault = open_vault(home / "vault.db")
    flow = '{"flow": "three-houses"}'
    rows = [
        NewRow(f"id{n}", "2026-11-21T10:00:00Z", n, "answered", f'{{"text": "Nain’s {n}"}}') for n in (1, 2)
    ]
    vault.create(
        NewSession("aa11", "t1", "three-houses", 1, "Three Houses", "2026-11-21T09:00:00Z"), flow, rows
    )
    head = vault.find("aa11").head_hash
    vault.close()

    with raw(home / "vault.db") as db:
        salts = [salt for (salt,) in db.execute("SELECT salt FROM event ORDER BY seq")]
    flow_hash = sha256(flow.encode()).hexdigest()
    before = sha256(
        canonical("guide-journal/1", "aa11", "three-houses", 1, "2026-11-21T09:00:00Z", flow_hash)
    ).digest()
    for seq, (row, salt) in enumerate(zip(rows, salts, strict=True), start=1):
        digest = sha256(salt + row.payload.encode()).hexdigest()
        said = canonical("aa11", seq, row.event_id, row.at, row.deed, row.kind, digest)
        before = sha256(before + said).digest()

    assert before.hex() == head
    assert len(set(salts)) == 2
    assert {len(salt) for salt in salts} == {16}
