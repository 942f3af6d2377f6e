"""The flow and its sheets beside a record, with every wording filled in: what papers lay out."""

from collections.abc import Mapping
from typing import Any

from guide.engine.walk import Walk
from guide.engine.worded import band_of, worded
from guide.flow.model import Section, Sheet, Step
from guide.flow.possible import possible_steps

Json = Any


def flow_for_papers(walked: Walk) -> dict[str, Json]:
    """Return the flow's titles, sections and steps in the words they are put in."""
    flow = walked.flow
    return {
        "flow": flow.flow,
        "title": flow.title,
        "about": flow.about,
        "papers": list(flow.papers),
        "forms": dict(flow.forms),
        "sections": [_section(walked, one) for one in flow.sections],
        "slips": slips_for_papers(walked),
    }


def scales_for_papers(walked: Walk) -> dict[str, Json]:
    """Return the flow with its lines only, in the words they are put in."""
    return {
        "flow": walked.flow.flow,
        "sections": [
            {
                "section": one.id,
                "with": one.held_with,
                "steps": [_step(walked, step, band_of(walked.record, one.held_with)) for step in scales],
            }
            for one in walked.flow.sections
            if (scales := [step for step in one.steps if step.kind == "scale"])
        ],
    }


def slips_for_papers(walked: Walk) -> list[dict[str, Json]]:
    """Return what is written on paper in this form of the meeting: sentences alone, and a number alone.

    They are made from the flow, before anybody has said anything.
    """
    return [
        {
            "step": one.id,
            "kind": one.kind,
            "text": worded(walked, one.slip or one.text, "adult"),
            "by": list(one.by),
            "zero": worded(walked, one.zero, "adult"),
            "ten": worded(walked, one.ten, "adult"),
        }
        for one in possible_steps(walked.flow, walked.record.form)
        if one.by and (one.kind == "timer" or (one.kind == "scale" and one.private))
    ]


def _section(walked: Walk, section: Section) -> dict[str, Json]:
    band = band_of(walked.record, section.held_with)
    return {
        "section": section.id,
        "title": worded(walked, section.title, band),
        "with": section.held_with,
        "steps": [_step(walked, one, band) for one in section.steps],
    }


def _step(walked: Walk, step: Step, band: str) -> dict[str, Json]:
    return {
        "step": step.id,
        "kind": step.kind,
        "into": list(step.into),
        "zero": worded(walked, step.zero, band),
        "ten": worded(walked, step.ten, band),
        "options": {key: worded(walked, text, band) for key, text in step.options.items()},
    }


def sheets_for_papers(walked: Walk) -> dict[str, Json]:
    """Return each sheet's title, picture, columns and areas."""
    return {name: _sheet(one) for name, one in walked.flow.sheets.items()}


def _sheet(sheet: Sheet) -> Mapping[str, Json]:
    return {
        "title": sheet.title,
        "draw": sheet.draw,
        "columns": [{"id": key, "title": title} for key, title in sheet.columns.items()],
        "areas": {
            area.id: {
                "title": area.title, "column": area.column, "holds": area.holds,
                "unsorted": area.unsorted, "gap": area.gap,
            }
            for area in sheet.areas.values()
        },
    }  # fmt: skip
