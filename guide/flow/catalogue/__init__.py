"""Every finding there is: what it says, what to do, and why it matters."""

from guide.flow.catalogue import expressions, files, names, sheets, talks, ways, wording
from guide.flow.catalogue.rule import Rule

CATALOGUE: dict[str, Rule] = {
    rule.code: rule
    for rules in (
        files.RULES,
        names.RULES,
        sheets.RULES,
        ways.RULES,
        expressions.RULES,
        wording.RULES,
        talks.RULES,
    )
    for rule in rules
}
"""Code to rule, in the order of `docs/findings.md`."""
