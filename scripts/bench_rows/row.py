"""One row of the table: our figure, the figure it stands beside, and what it may come to."""

from dataclasses import dataclass
from typing import Any, Literal

Unit = Literal["ms", "µs", "MB"]


class NotMeasured(Exception):
    """Why a row could not be measured, as a sentence."""


@dataclass(frozen=True)
class Budget:
    """What a row may come to; where both are given, keeping to one of them is enough."""

    most: float | None = None
    """In the row's own unit."""
    times: float | None = None
    """As a multiple of what it stands beside."""
    faster: bool = False
    """Whether being exactly as slow as what it stands beside is too slow."""

    def is_kept(self, ours: float, ratio: float) -> bool:
        """Return whether a row keeps to this; always where nothing is set."""
        if self.faster:
            return ratio < 1
        kept = [ours <= self.most] if self.most is not None else []
        if self.times is not None:
            kept.append(ratio <= self.times)
        return any(kept) or not kept

    def in_words(self, unit: str) -> str:
        """Return what is allowed, as the table says it."""
        if self.faster:
            return "faster"
        allowed = [f"{self.times:g} ×"] if self.times is not None else []
        if self.most is not None:
            allowed.append(f"{self.most:g} {unit}")
        return " or ".join(allowed) or "–"


@dataclass(frozen=True)
class Row:
    """One line of the table; both figures are medians of the same run, taken by turns."""

    name: str
    """What `--only` knows it by; several rows may share it."""
    what: str
    """What was measured, in words."""
    ours: float
    beside: str
    """What our figure stands beside, in words."""
    theirs: float
    unit: Unit
    budget: Budget

    @property
    def ratio(self) -> float:
        """How many times the other figure ours is."""
        return self.ours / self.theirs

    @property
    def is_kept(self) -> bool:
        """Whether it keeps to its budget."""
        return self.budget.is_kept(self.ours, self.ratio)

    def as_json(self) -> dict[str, Any]:
        """Return it for other programs."""
        return {
            "name": self.name,
            "what": self.what,
            "ours": self.ours,
            "beside": self.beside,
            "theirs": self.theirs,
            "unit": self.unit,
            "ratio": self.ratio,
            "budget": {"most": self.budget.most, "times": self.budget.times, "faster": self.budget.faster},
            "ok": self.is_kept,
        }
