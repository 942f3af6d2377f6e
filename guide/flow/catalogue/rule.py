"""One entry of the catalogue of findings."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What one code means; `says` and `fix` are templates with named places."""

    code: str
    title: str
    says: str
    fix: str
    why: str
    """For the documentation: why it matters, and what it often comes from."""
    severity: Literal["error", "warning"] = "error"
    guess_is_enough: bool = False
    """Whether "Did you mean …?" says all there is to say, in place of `fix`."""
