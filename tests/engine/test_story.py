"""A story changed by lines: put right, added, moved, split, agreed to, and taken back like every deed."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.errors import Refused
from guide.log import events as ev
from guide.map.fold import fold
from tests.engine.kinds import at
from tests.engine.talking import Talking, section, talk
from tests.engine.test_always import replayed, without_traces
from tests.engine.test_recording import survives

THREE = ["Mum was tired.", "Nain came.", "Ash ate toast."]
KITCHEN = {"place": "kitchen", "people": [{"name": "Mum", "feeling": "tired"}]}


def storied() -> Talking:
    talking = at('panel: it\n      text: "A picture?"')
    talking.hear(panel={"text": THREE, "title": "March", "picture": KITCHEN})
    return talking


def texts(talking: Talking) -> list[list[str]]:
    return [one["text"] for one in talking.record["story"]]


def ids(talking: Talking) -> list[str]:
    return [one["id"] for one in talking.record["story"]]


def test_what_a_correction_leaves_out_of_a_panel_stays() -> None:
    talking = storied()

    talking.hear(correct="n1", panel={"text": ["Mum was tired."]})
    talking.hear(correct="n1", panel={"title": "One morning"})

    (panel,) = talking.record["story"]
    assert (panel["title"], panel["text"], panel["picture"]) == ("One morning", THREE[:1], KITCHEN)
    assert panel["was"][0] == {"text": THREE, "picture": KITCHEN, "title": "March"}
    assert talking.answers("it")[0]["value"]["text"] == THREE[:1]
    talking.is_refused(correct="n1", panel={"text": []})
    talking.is_refused(correct="n1", panel={})
    assert talking.at == "last"


def test_a_title_can_be_taken_away() -> None:
    talking = storied()

    talking.hear(correct="n1", panel={"title": ""})

    assert talking.record["story"][0]["title"] == ""


def test_a_panel_is_added_by_hand_before_another_after_it_or_at_the_end() -> None:
    talking = storied()

    talking.hear(add={"panel": {"text": ["Last."]}}, by="Dee")
    talking.hear(add={"panel": {"text": ["First."]}, "before": "n1"})
    talking.hear(add={"panel": {"text": ["Second."]}, "after": "n3"})

    assert texts(talking) == [["First."], ["Second."], THREE, ["Last."]]
    assert talking.record["story"][3]["by"] == talking.person("Dee")
    assert talking.at == "last"


def test_a_panel_added_by_hand_is_put_right_and_removed_like_any_other() -> None:
    talking = storied()
    talking.hear(add={"panel": {"text": ["Last."]}})

    talking.hear(correct="n2", panel={"text": ["The end."], "picture": {"place": "park"}})
    assert texts(talking)[1] == ["The end."]
    talking.hear(remove="n2")

    assert texts(talking) == [THREE]
    talking.is_refused(add={"panel": {"text": ["x"]}, "before": "n2"})


def test_panels_are_moved_before_or_after_each_other() -> None:
    talking = storied()
    talking.hear(add={"panel": {"text": ["b"]}})
    talking.hear(add={"panel": {"text": ["c"]}})

    talking.hear(move={"n3": {"before": "n1"}})
    assert ids(talking) == ["n3", "n1", "n2"]
    talking.hear(move={"n3": {"after": "n1"}})
    assert ids(talking) == ["n1", "n3", "n2"]
    talking.back()
    assert ids(talking) == ["n3", "n1", "n2"]


@pytest.mark.parametrize(
    "line",
    [{"move": {"n1": {"before": "n1"}}}, {"move": {"n1": {}}}, {"move": {"n1": {"before": "n9"}}},
     {"move": {"n1": {"before": "n2", "after": "n2"}}}, {"move": {"e9": {"before": "n1"}}},
     {"move": {"n1": {"before": ["n2"]}}}, {"move": {"n1": "look.harm"}},
     {"split": {"n1": 0}}, {"split": {"n1": 3}}, {"split": {"n1": True}}, {"split": {"n1": "1"}},
     {"split": {"n9": 1}}, {"split": {}}, {"split": "n1"}, {"split": {"n1": 1, "n2": 1}},
     {"agree": {"n1": {"4": ["Dee"]}}}, {"agree": {"n1": {"0": "Dee"}}}, {"agree": {"n1": []}},
     {"agree": {"n1": ["Nobody"]}}, {"agree": {"e1": ["Dee"]}}, {"agree": {}}, {"agree": 5},
     {"agree": {"n1": {"²": "Dee"}}},
     {"dispute": {"n1": {"1": "Dee"}}}, {"dispute": {"n1": ["Dee"]}}, {"dispute": {"n1": {"1": {}}}},
     {"add": {"panel": {}}}, {"add": {"panel": {"text": ["x"]}, "before": "n1", "after": "n1"}},
     {"add": {"panel": {"text": ["x"]}, "after": ["n1"]}}],
    ids=str,
)  # fmt: skip
def test_what_does_not_fit_a_story_is_refused_in_a_sentence(line: Any) -> None:
    talking = storied()
    talking.hear(add={"panel": {"text": ["b"]}})

    assert talking.is_refused(line).endswith(".")


def test_split_at_a_sentence_both_parts_keep_the_picture_and_the_first_its_title() -> None:
    talking = storied()

    talking.hear(split={"n1": 1})

    first, second = talking.record["story"]
    assert (first["text"], second["text"]) == (THREE[:1], THREE[1:])
    assert (first["title"], second["title"]) == ("March", "")
    assert first["picture"] == second["picture"] == KITCHEN
    talking.back()
    assert texts(talking) == [THREE]


def test_a_part_split_off_leaves_the_story_when_its_answer_does_and_stays_when_the_rest_is_removed() -> None:
    talking = storied()
    talking.hear(split={"n1": 1})
    talking.hear(split={"n2": 1})

    talking.hear(remove="n1")
    assert texts(talking) == [THREE[1:2], THREE[2:]]
    talking.back()
    talking.hear({"correct": talking.answers("it")[0]["id"], "pass": "rather-not"})

    assert texts(talking) == []


# Who agrees


def test_who_agrees_is_kept_for_each_sentence_and_whoever_differs_stands_beside_it() -> None:
    talking = storied()
    dee, rob = talking.person("Dee"), talking.person("Rob")

    talking.hear(agree={"n1": ["Dee"]})
    talking.hear(dispute={"n1": {"2": {"Rob": "She came the next day"}}}, agree={"n1": {"1": ["Rob"]}})

    said = talking.record["story"][0]["sentences"]
    assert [one["agreed_by"] for one in said] == [[dee, rob], [dee], [dee]]
    assert said[1]["disputed_by"] == [{"by": rob, "says": "She came the next day"}]


def test_agreeing_ends_a_dispute_and_disputing_ends_an_agreement() -> None:
    talking = storied()

    talking.hear(agree={"n1": {"1": "Dee"}})
    talking.hear(dispute={"n1": {"1": {"Dee": "Not tired"}}})
    assert talking.record["story"][0]["sentences"][0]["agreed_by"] == []
    talking.hear(agree={"n1": {"1": "Dee"}})

    assert talking.record["story"][0]["sentences"][0]["disputed_by"] == []


def test_words_that_change_are_agreed_to_by_nobody_yet_and_who_did_before_is_kept_beside_them() -> None:
    talking = storied()
    dee = talking.person("Dee")
    talking.hear(agree={"n1": ["Dee"]})

    talking.hear(correct="n1", panel={"text": ["Mum was ill.", "Nain came."]})

    (panel,) = talking.record["story"]
    assert [one["agreed_by"] for one in panel["sentences"]] == [[], [dee]]
    assert panel["was"][0]["agreed_by"]["Mum was tired."] == [dee]


def test_what_was_agreed_goes_along_when_a_panel_is_split() -> None:
    talking = storied()
    talking.hear(agree={"n1": {"3": ["Dee"]}})

    talking.hear(split={"n1": 2})

    assert talking.record["story"][1]["sentences"][0]["agreed_by"] == [talking.person("Dee")]


# How somebody looks


def seen_of(talking: Talking, name: str) -> list[str | None]:
    shown = [one["picture"].get("people") or () for one in talking.record["story"]]
    return [one.get("look") for people in shown for one in people if one["name"] == name]


def test_what_is_said_of_somebodys_looks_holds_in_every_picture_and_is_taken_back() -> None:
    talking = storied()
    talking.hear(add={"panel": {"text": ["Mum rang."], "picture": KITCHEN}})

    talking.hear(look={"mum": "long hair,  glasses"})
    first = seen_of(talking, "Mum")
    talking.hear(look={"Mum": ["headscarf", "glasses"]})
    second = seen_of(talking, "Mum")
    talking.back()

    assert first == seen_of(talking, "Mum") == ["long hair, glasses"] * 2
    assert second == ["headscarf, glasses"] * 2
    talking.back()
    assert seen_of(talking, "Mum") == [None, None]
    assert talking.at == "last"


def test_a_look_may_be_said_while_a_question_stands_and_of_somebody_by_their_id() -> None:
    talking = at('panel: it\n      text: "A picture?"')

    talking.hear(look={talking.person("Dee"): "bun"}, by="Dee")
    talking.hear(panel={"text": THREE, "picture": {"people": [{"name": "Dee"}, {"name": "Mum"}]}})

    assert seen_of(talking, "Dee") == ["bun"]
    assert seen_of(talking, "Mum") == [None]


def test_what_a_picture_said_itself_gives_way_to_what_is_said_now_even_to_nothing() -> None:
    talking = at('panel: it\n      text: "A picture?"')
    talking.hear(panel={"text": THREE, "picture": {"people": [{"name": "Mum", "look": "plaits"}]}})

    talking.hear(look={"Mum": ""})

    assert seen_of(talking, "Mum") == [None]


@pytest.mark.parametrize(
    "look", [{}, "Mum", {"": "bun"}, {" ": "bun"}, {"Mum": 7j}, {"Mum": [None]}, {"Mum": {}}]
)
def test_a_look_that_is_nobodys_or_no_words_is_refused(look: Any) -> None:
    talking = storied()

    talking.is_refused(look=look)

    assert seen_of(talking, "Mum") == [None]


# Always

PANELS = st.sampled_from(("n1", "n2", "n3", "n4", "n9"))
PEOPLE = st.sampled_from(("Dee", "Rob", "Ash", "p9"))
TEXTS = st.lists(st.sampled_from((*THREE, "x", "[red]", "Ещё.")), min_size=1, max_size=4)
LINES = st.one_of(
    st.builds(lambda text: {"add": {"panel": {"text": text}}}, TEXTS),
    st.builds(lambda text, there: {"add": {"panel": {"text": text}, "before": there}}, TEXTS, PANELS),
    st.builds(lambda one, there: {"move": {one: {"after": there}}}, PANELS, PANELS),
    st.builds(lambda one, there: {"move": {one: {"before": there}}}, PANELS, PANELS),
    st.builds(lambda one, many: {"split": {one: many}}, PANELS, st.integers(0, 3)),
    st.builds(lambda one: {"remove": one}, PANELS),
    st.builds(lambda one, text: {"correct": one, "panel": {"text": text}}, PANELS, TEXTS),
    st.builds(lambda one, who: {"agree": {one: [who]}}, PANELS, PEOPLE),
    st.builds(lambda one, who: {"dispute": {one: {"1": {who: "no"}}}}, PANELS, PEOPLE),
    st.builds(lambda look: {"look": {"Mum": look}}, st.sampled_from(("", "bun", "plaits, [red]"))),
    st.builds(lambda one, who: {"clear": {who: [one]}, "by": "Dee"}, PANELS, PEOPLE),
    st.just({"back": True}),
    st.just({"redo": True}),
)
IN_CI = settings(max_examples=60, derandomize=True)


def does(talking: Talking, line: Any) -> bool:
    try:
        talking.session.hear(line)
    except Refused:
        return False
    return True


@IN_CI
@given(st.lists(LINES, max_size=12))
def test_replaying_the_journal_gives_the_story_that_lives(lines: list[Any]) -> None:
    talking = storied()

    for line in lines:
        does(talking, line)

    assert replayed(talking) == talking.session.record
    assert talking.resumed().record_json()["story"] == talking.record["story"]


@IN_CI
@given(st.lists(LINES, max_size=8), LINES)
def test_back_leaves_no_trace_in_the_story_and_redo_brings_it_back(lines: list[Any], last: Any) -> None:
    talking = storied()
    for line in lines:
        does(talking, line)
    before = talking.session.record
    if {"back", "redo"} & last.keys() or not does(talking, last):
        return
    after = talking.session.record

    talking.back()
    assert without_traces(talking.session.record) == without_traces(before)
    talking.hear(redo=True)

    assert without_traces(talking.session.record) == without_traces(after)


@IN_CI
@given(st.lists(LINES, max_size=12))
def test_no_sentence_is_lost_by_moving_and_splitting(lines: list[Any]) -> None:
    talking = storied()
    talking.hear(add={"panel": {"text": ["b", "c"]}})
    kept = [line for line in lines if {"move", "split"} & line.keys()]

    for line in kept:
        does(talking, line)

    assert sorted(one for text in texts(talking) for one in text) == sorted([*THREE, "b", "c"])


@IN_CI
@given(st.lists(LINES, max_size=10))
def test_a_story_that_was_changed_survives_being_recorded(
    tmp_path_factory: pytest.TempPathFactory, lines: list[Any]
) -> None:
    talking = talk(section('{panel: it, text: "A picture?"}'), invented=True)
    talking.hear(panel={"text": THREE, "title": "March", "picture": KITCHEN})
    for line in lines:
        does(talking, line)
    while not talking.turn.is_finished:
        talking.hear(finish=True)

    survives(talking.session, tmp_path_factory.mktemp("talk"))


def test_every_change_of_the_story_is_an_event_and_folds_alone() -> None:
    talking = storied()
    talking.hear(split={"n1": 2})
    talking.hear(move={"n2": {"before": "n1"}})
    talking.hear(agree={"n2": ["Dee"]})

    kinds = talking.events()

    assert kinds[-4:] == ["PanelAdded", "Corrected", "PanelMoved", "PanelAgreed"]
    assert fold(talking.session.record.events, talking.session.id) == talking.session.record
    assert isinstance(talking.session.record.events[-1].what, ev.PanelAgreed)


# Clearing


def cleared() -> Talking:
    talking = storied()
    talking.hear(people=[{"name": "Grace", "as": "manager"}])
    talking.hear(clear={"Rob": ["n1"]}, by="Grace", why="Everybody agreed")
    return talking


def clearances(talking: Talking) -> dict[str, Any]:
    (panel,) = talking.record["story"]
    return {name: one["cleared"] for name, one in panel["share"].items()}


def test_a_named_adult_clears_a_picture_for_somebody_and_it_can_be_taken_back() -> None:
    talking = cleared()

    ((_, stamp),) = clearances(talking).items()
    assert stamp["why"] == "Everybody agreed"
    talking.hear(back=True)
    assert clearances(talking) == {}
    talking.hear(redo=True)
    assert len(clearances(talking)) == 1


@pytest.mark.parametrize(
    "line",
    [
        {"correct": "n1", "panel": {"text": ["Mum was ill."]}},
        {"correct": "n1", "panel": {"picture": {"place": "home"}}},
        {"look": {"Mum": "long hair"}},
        {"dispute": {"n1": {"1": {"Dee": "not like that"}}}},
    ],
    ids=["words", "picture", "look", "seen differently"],
)
def test_what_changes_was_not_cleared(line: dict[str, Any]) -> None:
    talking = cleared()

    talking.hear(**line)
    assert clearances(talking) == {}

    talking.hear(back=True)
    assert len(clearances(talking)) == 1


def test_how_somebody_else_looks_changes_nothing_of_it() -> None:
    talking = cleared()

    talking.hear(look={"Nain": "glasses"})

    assert len(clearances(talking)) == 1


def test_nobody_clears_for_themselves_and_no_child_and_nobody_who_left_clears() -> None:
    talking = cleared()
    talking.hear(people=[{"name": "Bo", "as": "friend", "age": 15}, {"name": "Eve", "as": "manager"}])
    eve = next(one.id for one in talking.session.record.people.values() if one.name == "Eve")
    talking.hear(people=[{"id": eve, "left": True}])

    for who in ("Rob", "Ash", "Bo", "Eve"):
        talking.is_refused(clear={"Rob": ["n1"]}, by=who)
