"""Who may see what: two decisions about every entry, and nothing shown that was not decided."""

import copy
import re
from typing import Any

import pytest

from guide.documents.papers import export, papers_of, parse_for
from guide.documents.shapes import flow_from
from guide.documents.sharing import FOUND_QUESTION, shown_to
from guide.errors import GuideError, WrongUse
from guide.map.record_shape import RecordShape
from tests.documents.conftest import Sample, Written

Json = Any

GIVEN = {"wish": "yes", "words": "", "cleared": {"by": "p2", "at": "2026-11-21T16:00:00Z", "why": ""}}


def seen(record: Json, viewer: str) -> set[str]:
    """Return every text on the sheets that this viewer may see."""
    shown = shown_to(parse_for(viewer, record), record, flow_from(record["flow"]))
    areas = [area for sheet in shown["sheets"].values() for area in sheet["areas"].values()]
    return {one["text"] for area in areas for one in area if "text" in one}


def decide(record: Json, viewer: str, decision: Json) -> Json:
    """Return the record with one decision about the good things, for this viewer."""
    for entry in record["sheets"]["houses"]["areas"]["houses.good"]:
        entry["share"] = {viewer: decision}
    return record


def test_the_file_holds_everything(sample: Sample) -> None:
    rosa = sample("rosa")

    shown = shown_to(parse_for("file", rosa), rosa, flow_from(rosa["flow"]))

    assert shown == {key: value for key, value in rosa.items() if key not in {"flow", "sheet_shapes"}}


@pytest.mark.parametrize(
    ("decision", "is_shown"),
    [
        (GIVEN, True),
        ({**GIVEN, "wish": "with-me"}, True),
        ({**GIVEN, "wish": "no"}, False),
        ({**GIVEN, "wish": "later"}, False),
        ({**GIVEN, "wish": None}, False),
        ({**GIVEN, "cleared": None}, False),
        ({**GIVEN, "cleared": {}}, False),
        ({**GIVEN, "cleared": {"by": "p1", "at": "", "why": ""}}, False),
    ],
    ids=[
        "both",
        "with me",
        "no",
        "later",
        "not asked",
        "not cleared",
        "cleared by nobody",
        "cleared by a child",
    ],
)
def test_a_childs_words_take_their_wish_and_a_named_adults_clearance(
    sample: Sample, decision: Json, *, is_shown: bool
) -> None:
    record = decide(sample("rosa"), "p3", decision)

    assert ("Fish finger night" in seen(record, "Mum")) is is_shown


def test_what_was_not_decided_for_one_viewer_is_not_shown_to_that_viewer(sample: Sample) -> None:
    record = decide(sample("rosa"), "p3", GIVEN)

    assert "Fish finger night" not in seen(record, "Pop")


DRUM = "I do it on the bucket"


def undecided(record: Json, share: Json = None) -> Json:
    """Return the record as if nobody had been asked yet who may see anything, or with one decision on all."""
    for sheet in record["sheets"].values():
        for held in (*sheet["areas"].values(), *sheet["scales"].values()):
            for one in held:
                if "share" in one:
                    one["share"] = share or {}
    return record


def noted(record: Json, text: str, *, told_by: str | None = None, share: Json = None) -> Json:
    """Return the record with a worker's own note, cleared for the mother and never wished by anybody."""
    (one, *_) = record["sheets"]["houses"]["areas"]["houses.good"]
    cleared = {"p3": {"wish": None, "words": "", "cleared": GIVEN["cleared"]}}
    source = {"source": "told" if told_by else "seen", "from": told_by}
    note = {**copy.deepcopy(one), "id": "e900", "by": "p2", "text": text, "was": [], "followups": []}
    note |= {"share": share or cleared, **source}
    record["sheets"]["houses"]["areas"]["houses.good"].append(note)
    return record


def test_clearing_a_workers_own_note_is_the_decision_about_it(sample: Sample) -> None:
    assert "Calm in the kitchen" in seen(noted(sample("rosa"), "Calm in the kitchen"), "Mum")


@pytest.mark.parametrize(
    "text", [f"Rosa: {DRUM}.", "she said i do it   ON the Bucket!", 'Rosa said "Fish finger night"']
)
def test_a_note_that_repeats_a_child_needs_the_childs_yes_to_what_it_repeats(
    sample: Sample, text: str
) -> None:
    withheld, given = undecided(sample("rosa")), undecided(sample("rosa"), {"p3": GIVEN})

    assert text not in seen(noted(withheld, text), "Mum")
    assert text in seen(noted(given, text), "Mum")


def test_a_note_of_what_a_child_told_needs_the_childs_yes_to_the_note(sample: Sample) -> None:
    text = "There is shouting on Fridays"
    wished = {"p3": GIVEN}

    assert text not in seen(noted(sample("rosa"), text, told_by="p1"), "Mum")
    assert text in seen(noted(sample("rosa"), text, told_by="p1", share=wished), "Mum")
    assert text in seen(noted(sample("rosa"), text, told_by="Mr Bello"), "Mum")


def test_a_paper_that_repeats_a_child_is_one_with_a_childs_words(sample: Sample, written: Written) -> None:
    text = "There is shouting on Fridays"
    own = noted(undecided(sample("rosa")), text)
    told = noted(undecided(sample("rosa")), text, told_by="p1", share={"p3": GIVEN})

    assert text in written(own, "houses", viewer="Mum", found=None)
    with pytest.raises(GuideError, match=re.escape(FOUND_QUESTION)):
        written(told, "houses", viewer="Mum", found=None)


def test_one_adults_words_are_not_shown_to_another_until_cleared(sample: Sample) -> None:
    record = sample("map-full")

    assert "Marlon lost the night shift in March; money is short" not in seen(record, "Tess")
    assert "Marlon lost the night shift in March; money is short" in seen(record, "Marlon")
    assert "It has been loud three or four Saturdays since the summer" in seen(record, "Marlon")


def test_own_words_are_always_ones_own_to_see(sample: Sample) -> None:
    assert {"Drumming. I do it on the bucket", "When the phone goes and Mum goes outside"} <= seen(
        sample("rosa"), "Rosa"
    )


def test_the_family_sees_only_what_every_one_of_them_may(sample: Sample) -> None:
    record = decide(sample("rosa"), "p3", GIVEN)

    assert seen(record, "family") == set()
    assert "Fish finger night" in seen(decide(record, "family", GIVEN), "family")


def test_somebody_of_neither_side_sees_only_what_was_given_to_them_by_name(sample: Sample) -> None:
    record = sample("rosa")
    record["people"][3]["as"] = "other"

    for group in ("family", "team"):
        assert "Fish finger night" not in seen(decide(record, group, GIVEN), "Pop")
    assert "Fish finger night" in seen(decide(record, "p4", GIVEN), "Pop")


def test_one_no_keeps_words_from_a_family_that_was_given_them(sample: Sample) -> None:
    record = decide(sample("rosa"), "family", GIVEN)
    for entry in record["sheets"]["houses"]["areas"]["houses.good"]:
        entry["share"]["p3"] = {**GIVEN, "wish": "no"}

    assert "Fish finger night" not in seen(record, "family")


def test_where_a_worker_sorted_words_onto_another_sheet_stays_with_the_worker(sample: Sample) -> None:
    record = sample("rosa")
    worry = record["sheets"]["houses"]["areas"]["houses.worries"][0]
    worry["share"] = {"p3": GIVEN}
    for entry in record["sheets"]["map"]["areas"]["map.harm"]:
        entry["share"] = {"p3": GIVEN}

    shown = shown_to(parse_for("Mum", record), record, flow_from(record["flow"]))

    assert shown["sheets"]["houses"]["areas"]["houses.worries"]
    assert shown["sheets"]["map"]["areas"]["map.harm"] == []


@pytest.mark.parametrize("viewer", ["Mum", "Rosa", "Pop", "Dev", "family", "team"])
def test_asides_urgent_and_worker_pages_leave_for_nobody_but_the_file(sample: Sample, viewer: str) -> None:
    record = sample("rosa")

    shown = shown_to(parse_for(viewer, record), record, flow_from(record["flow"]))

    assert shown["asides"] == shown["urgent"] == shown["gaps"] == shown["later"] == []
    steps = {"parents_know", "beside", "cannot_wait", "seen", "sorted"}
    assert viewer in {"Dev", "team"} or not steps & {one["step"] for one in shown["answers"]}


@pytest.mark.parametrize("name", ["rosa", "map-full", "map-short", "inquiry", "mill-lane"])
@pytest.mark.parametrize("viewer", ["file", "family", "team", "p1", "p2", "p3"])
def test_what_is_shown_keeps_the_published_shape(sample: Sample, name: str, viewer: str) -> None:
    record = sample(name)

    shown = shown_to(parse_for(viewer, record), record, flow_from(record["flow"]))

    RecordShape.model_validate(shown)


def test_a_person_spoken_of_in_withheld_words_is_not_named(sample: Sample) -> None:
    record = decide(sample("rosa"), "p3", GIVEN)

    shown = shown_to(parse_for("Mum", record), record, flow_from(record["flow"]))

    assert [one["name"] for one in shown["people"]] == ["Rosa", "Dev", "Mum"]


def test_a_guess_is_the_words_of_whoever_guessed(sample: Sample) -> None:
    record = sample("map-short")

    shown = shown_to(parse_for("Katy", record), record, flow_from(record["flow"]))

    assert shown["sheets"]["map"]["scales"]["map.line"] == []


def test_a_record_is_not_changed_by_looking_at_it(sample: Sample) -> None:
    record = sample("rosa")
    before = copy.deepcopy(record)

    for viewer in ("Mum", "Rosa", "family"):
        seen(record, viewer)

    assert record == before


def test_a_childs_words_leave_only_once_it_is_answered_who_could_find_them(
    sample: Sample, written: Written
) -> None:
    record = decide(sample("rosa"), "p3", GIVEN)

    for viewer in ("Mum", "Rosa"):
        with pytest.raises(GuideError, match="find this paper"):
            written(record, "houses", viewer=viewer, found=None)
        with pytest.raises(GuideError, match="No paper was made"):
            written(record, "houses", viewer=viewer, found="yes")
        with pytest.raises(GuideError, match="No paper was made"):
            written(record, "houses", "json", viewer=viewer, found="not sure")
        assert "Fish finger night" in written(record, "houses", viewer=viewer, found="no")
    assert "Fish finger night" in written(record, "houses", found=None)
    assert FOUND_QUESTION.endswith("find this paper?")


def test_words_of_adults_alone_need_no_such_answer(sample: Sample, written: Written) -> None:
    assert "rabbit hutch" in written(sample("map-full"), "map", viewer="Tess", found=None)


def test_nothing_to_show_is_one_sentence(sample: Sample, written: Written, tmp_path: Any) -> None:
    record = sample("map-short")

    with pytest.raises(GuideError, match="nothing to put on a paper for Katy"):
        written(record, "map", viewer="Katy")
    with pytest.raises(GuideError, match="nothing to put"):
        export(
            record,
            record["flow"],
            record["sheet_shapes"],
            formats=["html", "json", "csv"],
            to=tmp_path / "out",
            viewer=parse_for("Katy", record),
            organisation="",
            today="2026-11-22",
            invented=True,
        )
    assert not (tmp_path / "out").exists()


def test_papers_wait_for_a_viewer_to_whom_nothing_was_given(sample: Sample) -> None:
    record = sample("map-short")

    states = papers_of(record, record["flow"], record["sheet_shapes"], parse_for("Katy", record))

    assert not any(state.ready for state in states)


def test_somebody_is_named_by_name_or_id_and_two_of_one_name_are_told_apart(sample: Sample) -> None:
    record = sample("rosa")
    record["people"].append({**record["people"][2], "id": "p9"})

    assert parse_for("rosa", record).people == {"p1"}
    assert parse_for("p9", record).people == {"p9"}
    with pytest.raises(WrongUse, match="say which, p3 or p9"):
        parse_for("Mum", record)
    with pytest.raises(WrongUse, match="Nobody here is called 'Nan'"):
        parse_for("Nan", record)
