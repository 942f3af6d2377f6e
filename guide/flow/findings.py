"""A finding: one thing in a flow file that somebody should put right, with its place, cause and way out."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from guide.errors import GuideError
from guide.flow.catalogue import CATALOGUE
from guide.flow.places import Place

_MANY = 300
"""With more names than this, only those beginning alike are compared: likeness is slow to work out."""
_OURS = frozenset({"known", "how", "problem", "reason", "wanted", "other"})
"""Words of a finding that are ours and may be long; what somebody wrote is cut short."""


@dataclass(frozen=True)
class Finding:
    """One thing to put right; `str` writes it as `flows/x/flow.yaml:41:9 G012 cause. Fix.`."""

    code: str
    file: str
    line: int
    column: int
    says: str
    """The cause, as a sentence."""
    fix: str
    """What to do, as a sentence; with the name that was probably meant."""
    severity: Literal["error", "warning"]
    """An error keeps a flow from being started; a warning is shown and stops nothing."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column} {self.code} {self.says} {self.fix}".rstrip()


class FlowBroken(GuideError):
    """A flow or talk that cannot be used as it is written; carries every finding."""

    def __init__(self, findings: Iterable[Finding], *, again: str = "") -> None:
        """Tell of the first error, and of `again` (what to run) when there are more."""
        self.findings = tuple(findings)
        errors = [one for one in self.findings if one.severity == "error"] or list(self.findings)
        more = f" And {len(errors) - 1} more: guide check {again}".rstrip() if len(errors) > 1 else ""
        super().__init__(f"{errors[0]}{more}")


def finding(code: str, place: Place, likely: str = "", /, **words: object) -> Finding:
    """Return a finding from the catalogue; `likely` is the name that was probably meant."""
    rule = CATALOGUE[code]
    spoken = {name: shortened(value, 400 if name in _OURS else 60) for name, value in words.items()}
    fix = rule.fix.format(**spoken)
    if likely:
        fix = f'Did you mean "{likely}"?' if rule.guess_is_enough else f'{fix} Did you mean "{likely}"?'
    return Finding(code, place.file, place.line, place.column, rule.says.format(**spoken), fix, rule.severity)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by place, each once: a block used twice is found fault with once."""
    once = dict.fromkeys(findings)
    return tuple(sorted(once, key=lambda one: (one.file, one.line, one.column, one.code)))


def did_you_mean(word: object, names: Iterable[str]) -> str:
    """Return the name most like `word`, or nothing when none is near."""
    asked = str(word)[:80]
    known = list(names)
    if len(known) > _MANY:
        known = [name for name in known if name[:1] == asked[:1]]
    plain = asked.replace("-", "_").casefold()
    alike = {name: name for name in known} | {name.replace("-", "_").casefold(): name for name in known}
    return next((alike[name] for name in get_close_matches(plain, alike, 1, 0.65)), "")


def shortened(value: object, most: int) -> str:
    """Return what somebody wrote on one line and not too long, fit to stand in a sentence."""
    words = " ".join("".join(one if one.isprintable() else " " for one in str(value)).split())
    return words if len(words) <= most else f"{words[: most - 1]}…"
