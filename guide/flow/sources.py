"""The files a flow is made from: itself, blocks, sheets and levels, and which of them were looked at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from guide.flow.cache import Stamp, stamp
from guide.flow.findings import Finding
from guide.flow.places import Written
from guide.flow.read import read_yaml
from guide.flow.shape_steps import STEPS
from guide.flow.shape_words import Shape
from guide.flow.shaped import shaped

M = TypeVar("M", bound=Shape)


@dataclass
class Sources:
    """Reads files for one compilation, each once."""

    libraries: tuple[Path, ...]
    """Folders with `blocks`, `sheets` and `language`; the first that has a file wins."""
    findings: list[Finding] = field(default_factory=list)
    uses: dict[Path, Stamp] = field(default_factory=dict)
    """Every file that was looked for, as it was before it was read; one that was not there may appear."""
    named: set[str] = field(default_factory=set)
    """Ids in files of which a part did not fit: what leads to them is not at fault."""
    _read: dict[Path, tuple[Shape, Written] | None] = field(default_factory=dict)

    def read(self, path: Path, model: type[M], begins_with: str) -> tuple[M, Written] | None:
        """Return the file as `model`, or None; what is wrong with it is among the findings, once."""
        if path not in self._read:
            self.uses[path] = stamp(path)
            self._read[path] = self._first_read(path, model, begins_with)
        shape, written = self._read[path] or (None, None)
        return (shape, written) if isinstance(shape, model) and written is not None else None

    def _first_read(self, path: Path, model: type[M], begins_with: str) -> tuple[Shape, Written] | None:
        written, findings = read_yaml(path, begins_with)
        self.findings += findings
        if written.value is None:
            return None
        as_read = written.value
        shape, written, findings = shaped(model, written)
        if findings:
            self.findings += findings
            self.named |= set(_names(as_read))
        return None if shape is None else (shape, written)

    def find(self, folder: str, name: str) -> Path | None:
        """Return the file `name` in `folder` of the first library that has it."""
        if not name or "/" in name or "\\" in name or "\0" in name or name.startswith("."):
            return None
        for library in self.libraries:
            path = library / folder / f"{name}.yaml"
            if path.is_file():
                return path
            self.uses[path] = stamp(path)
        return None

    def names(self, folder: str) -> list[str]:
        """Return the names of all files in `folder`, for telling what there is."""
        found = (path.stem for library in self.libraries for path in _yaml_files(library / folder))
        return sorted(set(found))


def _names(value: Any) -> Iterator[str]:
    """Return everything that is named in a file as a section or step, whether or not it fits its shape."""
    if isinstance(value, list):
        for one in value:
            yield from _names(one)
    if isinstance(value, dict):
        for key, one in value.items():
            if isinstance(one, str) and (key == "section" or key in STEPS):
                yield one
            elif isinstance(one, list):
                yield from _names(one)


def _yaml_files(folder: Path) -> Iterable[Path]:
    try:
        return [path for path in folder.iterdir() if path.suffix == ".yaml"]
    except OSError:
        return []
