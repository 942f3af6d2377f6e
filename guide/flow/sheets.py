"""Compiles what stands beside a flow: its sheets with their areas, and the words of each level."""

from collections.abc import Iterable
from pathlib import Path

from guide.flow.cache import stamp
from guide.flow.findings import did_you_mean, finding
from guide.flow.ids import is_kebab, is_snake, snake
from guide.flow.model import Json
from guide.flow.places import Spot, Written
from guide.flow.read import read_yaml
from guide.flow.shape import AreaShape, SheetShape
from guide.flow.shape_words import Shape, Words
from guide.flow.shaped import shaped
from guide.flow.sources import Sources


def sheets_json(names: Iterable[str], spot: Spot, sources: Sources) -> list[Json]:
    """Return the compiled sheets a flow lists; `spot` is where it lists them."""
    sheets = []
    for number, name in enumerate(names):
        path = sources.find("sheets", name)
        if path is None:
            known = sources.names("sheets")
            place = spot.at(number).place
            likely = did_you_mean(name, known)
            sources.findings.append(
                finding("G050", place, likely, sheet=name, known=", ".join(known) or "none yet")
            )
            continue
        sheet = sheet_json(path, sources)
        if sheet is not None:
            sheets.append(sheet)
    return sheets


def sheet_json(path: Path, sources: Sources) -> Json | None:
    """Return one compiled sheet; area ids are whole: `look.harm`."""
    read = sources.read(path, SheetShape, "sheet")
    if read is None:
        return None
    shape, written = read
    if shape.sheet != path.stem or not is_kebab(shape.sheet):
        place = written.spot.at("sheet").place
        sources.findings.append(finding("G035", place, kind="sheet", id=shape.sheet, place=path.name))
    areas = [_area(name, area, shape, written, sources) for name, area in shape.areas.items()]
    sheet: Json = {"id": path.stem, "title": shape.title, "draw": shape.draw, "areas": areas}
    if shape.columns:
        sheet["columns"] = shape.columns
    return sheet


def _area(name: str, area: AreaShape, sheet: SheetShape, written: Written, sources: Sources) -> Json:
    spot = written.spot.at("areas", name)
    if not is_snake(name):
        better = snake(name)
        sources.findings.append(finding("G030", spot.named, id=name, joint="_", better=better))
    if area.column and area.column not in sheet.columns:
        known = ", ".join(sheet.columns) or "none; add them under `columns`"
        likely = did_you_mean(area.column, sheet.columns)
        sources.findings.append(
            finding("G055", spot.at("column").place, likely, column=area.column, known=known)
        )
    compiled: Json = {"id": f"{sheet.sheet}.{name}", "title": area.title}
    compiled |= {
        key: value
        for key, value in (("column", area.column), ("unsorted", area.unsorted), ("gap", area.gap))
        if value
    }
    if area.holds != "entries":
        compiled["holds"] = area.holds
    return compiled


class LevelsShape(Shape):
    """The words of each level, under a key of our own."""

    levels: dict[str, dict[str, Words]]


def levels_json(sources: Sources) -> dict[str, dict[str, str]]:
    """Return level to its words, its own id among them; nothing when the libraries have no levels."""
    path = sources.find("language", "levels")
    if path is None:
        return {}
    sources.uses[path] = stamp(path)
    read, findings = read_yaml(path, "safety")
    sources.findings += findings
    if read.value is None:
        return {}
    around = Written(path, {"levels": read.value}, Spot(read.spot.place, {"levels": read.spot}))
    shape, written, findings = shaped(LevelsShape, around)
    sources.findings += findings
    if shape is None:
        return {}
    levels = {level: {"id": level, **words} for level, words in shape.levels.items()}
    every = dict.fromkeys(word for words in levels.values() for word in words)
    for level, words in levels.items():
        place = written.spot.at("levels", level).named
        sources.findings += [
            finding("G044", place, level=level, word=word) for word in every if word not in words
        ]
    return levels
