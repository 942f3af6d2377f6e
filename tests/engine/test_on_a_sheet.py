"""A choice, a number or a date whose step leads to a sheet stands there in words."""

from tests.engine.talking import IMRAN, Talking, section, tiny

OPTIONS = '{walk: "A walk", song: "A song", tea: "Tea"}'
KEEP = f'{{choose: keep, text: "Which?", many: true, options: {OPTIONS}, into: look.next}}'
TIMES = '{number: times, text: "How often?", unit: times, into: look.next}'
DAY = '{date: day, text: "When?", approximate: true, into: look.next}'
WORKER = '\npeople:\n  - {as: worker, ask: "Who helps?"}\n'


def talking() -> Talking:
    flow = tiny(section(KEEP, TIMES, DAY), people=WORKER, head="audience: worker")
    return Talking(flow).meet(IMRAN)


def texts(of: Talking) -> list[str]:
    return [one["text"] for one in of.record["sheets"]["look"]["areas"]["look.next"]]


def test_each_stands_in_its_area_in_words() -> None:
    own = talking()

    own.hear(choose=["walk", "tea"])
    own.hear(number=3)
    own.hear(date="about March")

    assert texts(own) == ["A walk and Tea", "3 times", "about March"]
    first = own.record["sheets"]["look"]["areas"]["look.next"][0]
    assert (first["form"], first["asked"]) == ("picked", "Which?")
    assert own.record["answers"][-1]["value"] == "about March"


def test_a_correction_changes_the_words_too_and_keeps_the_first() -> None:
    own = talking()
    own.hear(choose=["walk"])

    own.hear(correct="keep", choose=["song"])

    assert texts(own) == ["A song"]
    assert own.record["sheets"]["look"]["areas"]["look.next"][0]["was"] == ["A walk"]


def test_a_corrected_pass_comes_onto_the_sheet() -> None:
    own = talking()
    own.hear({"pass": "dont-know"})

    own.hear(correct="keep", choose=["song"])

    assert texts(own) == ["A song"]
