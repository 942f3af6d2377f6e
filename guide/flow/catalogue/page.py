"""Writes the page of all findings from the catalogue: `python -m guide.flow.catalogue.page`."""

import re
import sys
from typing import Final

from guide.flow.catalogue import CATALOGUE
from guide.flow.catalogue.rule import Rule

_GROUPS: Final = (
    ("G001", "The file"),
    ("G030", "Names"),
    ("G050", "Sheets and areas"),
    ("G060", "Ways"),
    ("G070", "Conditions and values in texts"),
    ("G100", "Words for children and families"),
    ("G120", "Talks"),
)

_HEAD: Final = """# Findings

`guide check` tells everything there is to put right, in one run, in the order of the files:

```
flows/three-houses/flow.yaml:41:9 G012 "techniqe" is not a key of a step of the kind ask.
Did you mean "technique"?
```

That is the file, the line, the column, the code, the cause and what to do (on one line). The code leads to
its place on this page.

An **error** keeps a flow from being started, and `guide check` ends with exit code 1. A **warning** asks
somebody to look again; it stops nothing and leaves the exit code at 0. How flows are written is told in
[writing-flows.md](writing-flows.md).

This page is made from the catalogue in `guide/flow/catalogue`;
`python -m guide.flow.catalogue.page > docs/findings.md` writes it anew.
"""


def findings_page() -> str:
    """Return the page as Markdown."""
    headings = dict(_GROUPS)
    parts = [_HEAD]
    for code, rule in CATALOGUE.items():
        if code in headings:
            parts.append(f"## {headings[code]}\n")
        parts.append(_entry(rule))
    return "\n".join(parts)


def _entry(rule: Rule) -> str:
    says, fix = (_readable(text) for text in (rule.says, rule.fix))
    told = " ".join(part for part in (says, fix) if part != "…")
    return f"### {rule.code}\n\n**{rule.title}** ({rule.severity}). {rule.why}\n\n> {told}\n"


def _readable(template: str) -> str:
    """Return a template with a sign for each place that is filled in."""
    return re.sub(r"(?<!\{)\{[a-z_]+\}(?!\})", "…", template).replace("{{", "{").replace("}}", "}")


if __name__ == "__main__":
    sys.stdout.write(findings_page())
