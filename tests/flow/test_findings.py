"""Every finding is found, at its place: the line marked with an arrow."""

import pytest

from guide.flow.catalogue import CATALOGUE
from guide.flow.check import check_flow
from guide.flow.compile import compile_flow
from guide.flow.findings import Finding, FlowBroken, did_you_mean, in_order
from tests.flow.conftest import Write

ARROW = "# <-"

HEAD = """
flow: small
title: Small
audience: worker
people:
  - {as: child}
  - {as: parent, many: true}
  - {as: worker}
sheets: [look]
forms: {full: Everything, short: Less}
"""
ASK = "        text: What?\n"
ONE = HEAD + "sections:\n  - section: one\n    steps:\n"
CHILD = HEAD + "sections:\n  - section: one\n    with: child\n    steps:\n"
TALK = "talk: a\nflow: small\nsays:\n"

HEADS: dict[str, list[str]] = {
    "G012": ["colour: red " + ARROW],
    "G014": ["sections: []\nx: 1"],
    "G018": ["audience2: x"],
}

FAULTS: list[tuple[str, str]] = [
    ("G012", HEAD + "colour: red # <-\nsections: [{section: a, steps: [{say: b, text: c}]}]\n"),
    ("G012", ONE + "      - ask: b\n        text: What?\n        texts: c # <-\n"),
    ("G013", ONE + "      - ask: b\n        text: 7 # <-\n"),
    ("G013", ONE + "      - ask: b\n        text: What?\n        optional: yes # <-\n"),
    ("G013", ONE + "      - just words # <-\n"),
    ("G014", ONE + "      - ask: b # <-\n"),
    ("G014", ONE + "      - scale: b # <-\n        text: How?\n        zero: Bad\n"),
    ("G014", ONE + "      - choose: b # <-\n        text: Which?\n"),
    (
        "G014",
        HEAD.replace("as: child", "age: true") + "sections: [{section: a, steps: [{say: b, text: c}]}]\n",
    ),
    ("G017", ONE + '      - ask: b\n        text: " " # <-\n'),
    ("G017", ONE + '      - ask: b\n        text:\n          younger: "" # <-\n'),
    ("G018", ONE + "      - ask: b\n        text: What?\n        technique: invite # <-\n"),
    ("G018", ONE + "      - ask: b\n        text:\n          yonger: What? # <-\n"),
    ("G018", HEAD + "sections:\n  - section: a\n    with: kids # <-\n    steps: [{say: b, text: c}]\n"),
    ("G019", ONE + "      - number: b\n        text: How many?\n        least: 5\n        most: 3 # <-\n"),
    ("G019", ONE + "      - timer: b\n        text: Quiet.\n        minutes: 0 # <-\n"),
    ("G020", ONE + "      - aks: b # <-\n        text: What?\n"),
    ("G021", ONE + "      - ask: b\n        say: c # <-\n        text: What?\n"),
    ("G022", HEAD + "sections:\n  - title: a # <-\n    steps: [{say: b, text: c}]\n"),
    ("G023", HEAD + "sections:\n  - section: a\n    steps: [] # <-\n"),
    ("G023", ONE + "      - choose: b\n        text: Which?\n        options: {} # <-\n"),
    ("G024", ONE + "      - use: opening # <-\n"),
    ("G030", ONE + "      - ask: good-things # <-\n        text: What?\n"),
    ("G030", ONE + "      - choose: b\n        text: What?\n        options: {Good Day: Yes} # <-\n"),
    ("G031", ONE + "      - ask: worker # <-\n        text: What?\n"),
    ("G032", ONE + "      - ask: not # <-\n        text: What?\n"),
    ("G033", ONE + "      - ask: b\n        text: What?\n      - ask: b # <-\n        text: What?\n"),
    ("G033", ONE + "      - ask: one\n        text: What?\n"),
    ("G034", ONE + "      - ask: b\n        text: What?\n        by: [perent] # <-\n"),
    ("G035", ONE.replace("flow: small", "flow: smaller # <-") + "      - say: b\n        text: Hi\n"),
    ("G036", HEAD + "sections:\n  - use: openning # <-\n"),
    ("G037", HEAD + "sections:\n  - use: opening # <-\n"),
    ("G038", HEAD + "sections:\n  - use: opening\n    given:\n      purpose: to see\n      other: x # <-\n"),
    ("G039", HEAD + 'sections:\n  - use: opening\n    given:\n      purpose: "{{ child }}" # <-\n'),
    ("G041", HEAD + "papers: [look, recrod] # <-\nsections: [{section: a, steps: [{say: b, text: c}]}]\n"),
    ("G042", HEAD + "after: last # <-\nsections: [{section: a, steps: [{say: b, text: c}]}]\n"),
    ("G019", HEAD + "sections:\n  - section: a\n    minutes: -5 # <-\n    steps: [{say: b, text: c}]\n"),
    ("G019", ONE + "      - timer: b # <-\n        text: Quiet.\n"),
    ("G034", ONE + "      - say: b\n        text: Read.\n        by: [worker]\n        last: [workr] # <-\n"),
    ("G045", HEAD + "pinned: b # <-\nsections: [{section: a, steps: [{say: b, text: c}]}]\n"),
    ("G043", HEAD + "after: a # <-\nsections: [{section: a, with: child, steps: [{say: b, text: c}]}]\n"),
    ("G050", HEAD.replace("[look]", "[lok] # <-") + "sections: [{section: a, steps: [{say: b, text: c}]}]\n"),
    ("G051", ONE + "      - ask: b\n        text: What?\n        into: look.ham # <-\n"),
    ("G052", ONE + "      - ask: b\n        text: What?\n        into: other.one # <-\n"),
    ("G053", ONE + "      - ask: b\n        text: What?\n        into: look.line # <-\n"),
    ("G054", ONE + "      - ask: b\n        text: What?\n        into: [look.said, look.harm] # <-\n"),
    (
        "G056",
        HEAD + "sections:\n  - section: a\n    for_each: {x: \"entries('look.harm')\"}\n    steps:\n"
        "      - ask: b\n        text: What?\n        into: look.harm # <-\n",
    ),
    (
        "G057",
        HEAD + "sections:\n  - section: a\n    for_each: {x: form} # <-\n    steps: [{say: b, text: c}]\n",
    ),
    (
        "G058",
        HEAD + "sections:\n  - section: a\n    for_each: {x: \"entries('look.harm')\"}\n"
        "    again: Another? # <-\n    steps: [{say: b, text: c}]\n",
    ),
    ("G060", ONE + "      - ask: b\n        text: What?\n        then:\n          - go: nowhere # <-\n"),
    (
        "G061",
        ONE + "      - ask: b\n        text: What?\n        then:\n          - go: d # <-\n"
        "  - section: c\n    again: More?\n    steps: [{say: d, text: e}]\n",
    ),
    (
        "G062",
        ONE + "      - say: b\n        text: Hi\n        then: [{go: d}]\n      - say: c # <-\n"
        "        text: Hi\n      - say: d\n        text: Hi\n",
    ),
    (
        "G062",
        ONE + "      - say: b\n        text: Hi\n        then: [{go: end}]\n"
        "  - section: lost # <-\n    steps: [{say: d, text: e}]\n",
    ),
    ("G063", ONE + "      - ask: b\n        text: What?\n        then:\n          - go: b # <-\n"),
    (
        "G064",
        ONE
        + "      - ask: b\n        text: What?\n        then:\n          - go: c\n          - go: end # <-\n"
        "      - say: c\n        text: Hi\n",
    ),
    ("G065", ONE + "      - ask: b\n        text: What?\n        private: true # <-\n"),
    ("G070", ONE + "      - ask: b\n        text: What?\n        when: form = 'full' # <-\n"),
    ("G071", ONE + f"      - ask: b\n        text: What?\n        when: form == '{'x' * 500}' # <-\n"),
    ("G072", ONE + '      - ask: b\n        text: "What {{ 7*7 }}?" # <-\n'),
    ("G073", ONE + '      - ask: b\n        text: "What, {{ child.name|upper }}?" # <-\n'),
    ("G074", ONE + "      - ask: b\n        text: What?\n        when: answers('b') # <-\n"),
    ("G075", ONE + '      - ask: b\n        text: "What, {{ chidl }}?" # <-\n'),
    ("G076", ONE + "      - ask: b\n        text: What?\n        when: people(parent) # <-\n"),
    ("G077", ONE + "      - ask: b\n        text: What?\n        when: answered('c') # <-\n"),
    (
        "G078",
        ONE + f"      - ask: b\n{ASK}        when: answered('c') # <-\n      - ask: c\n{ASK}",
    ),
    (
        "G079",
        ONE + f"      - ask: b\n{ASK}      - ask: c\n{ASK}        when: b == none # <-\n",
    ),
    ("G080", ONE + "      - ask: b\n        text: What?\n        when: form == 'ful' # <-\n"),
    (
        "G080",
        ONE + "      - choose: b\n        text: Which?\n        options: {dreams: Dreams, worries: Worries}\n"
        "        then:\n          - {when: b == 'dreems', go: end} # <-\n",
    ),
    (
        "G081",
        ONE + "      - choose: b\n        text: Which?\n        many: true\n        options: {a: A, c: C}\n"
        "        then:\n          - {when: b == 'a', go: end} # <-\n",
    ),
    ("G082", ONE + '      - ask: b\n        text: "What, {{ child.nmae }}?" # <-\n'),
    ("G082", ONE + '      - ask: b\n        text: "What, {{ parent.name }}?" # <-\n'),
    (
        "G083",
        ONE + f"      - say: b\n        text: Hi\n      - ask: c\n{ASK}        when: b == 'x' # <-\n",
    ),
    ("G084", ONE + '      - ask: b\n        text: "{% if child %}What?{% endif %}" # <-\n'),
    ("G085", ONE + '      - ask: b\n        text: "What, {{ child.name?" # <-\n'),
    ("G086", ONE + '      - ask: b\n        text: What?\n        note: "Look at {{ form }}" # <-\n'),
    (
        "G087",
        HEAD + "sections:\n  - section: a\n    for_each: {x: \"entries('look.harm')\"}\n"
        "    steps: [{say: b, text: c}]\n"
        '  - section: d\n    steps:\n      - say: e\n        text: "{{ x.text }}" # <-\n',
    ),
    (
        "G088",
        ONE
        + f"      - number: b\n        text: How many?\n      - ask: c\n{ASK}        when: b == '3' # <-\n",
    ),
    ("G089", ONE + "      - ask: b\n        text: What?\n        when: level == 'safety' # <-\n"),
    ("G100", CHILD + "      - ask: b\n        text: It was fun, wasn't it? # <-\n"),
    ("G101", CHILD + "      - ask: b\n        text: What was it? Who was there? # <-\n"),
    (
        "G102",
        CHILD + "      - ask: b\n        text:\n          younger: What is in here that you like a lot"
        " and would like to show me now? # <-\n",
    ),
    ("G103", CHILD + "      - ask: b\n        text: Why did you go there? # <-\n"),
    ("G104", CHILD + "      - ask: b\n        text: What does your mum do then? # <-\n"),
    ("G105", CHILD + "      - ask: b\n        text: How is contact with your siblings? # <-\n"),
    ("G105", CHILD + "      - ask: b\n        text: What did the IRO say? # <-\n"),
    ("G106", CHILD + "      - say: b\n        text: This is our second session. # <-\n"),
    ("G107", CHILD + "      - say: b\n        text: Ask her to draw. # <-\n"),
    ("G108", CHILD + '      - say: b\n        text: "Hello {{ parent }}." # <-\n'),
    (
        "G109",
        CHILD + "      - sort: b # <-\n        text: Where?\n        sorts: look.said\n"
        "        where: {look.harm: Has it happened?}\n",
    ),
    ("G120", ONE + "      - say: b\n        text: Hi\n"),
]

BLOCK = (
    "block: opening\nneeds: {purpose: why we meet}\nsteps:\n  - say: why\n    text: We meet {{ purpose }}.\n"
)


@pytest.mark.parametrize(
    ("code", "text"), FAULTS, ids=[f"{code}-{at}" for at, (code, _) in enumerate(FAULTS)]
)
def test_it_is_found_where_it_stands(write: Write, code: str, text: str) -> None:
    text = text.lstrip("\n")
    write("blocks/opening.yaml", BLOCK.replace("We meet {{ purpose }}.", '"We meet {{ purpose }}."'))
    path = write("small/flow.yaml", text.replace(ARROW, ""))
    marked = [number for number, line in enumerate(text.split("\n"), 1) if ARROW in line]

    findings = check_flow(compile_flow(path))

    at = [(one.code, one.line) for one in findings if one.code == code]
    assert at, findings
    assert not marked or (code, marked[0]) in at
    assert all(one.file == "flows/small/flow.yaml" for one in findings)


TALKS: list[tuple[str, str]] = [
    ("G012", TALK + "  - {at: b, sya: Hi} # <-\n"),
    ("G018", TALK + "  - {at: b, pass: dontknow} # <-\n"),
    ("G018", "talk: a\nflow: small\nlevel: high # <-\nsays: [{at: b, say: Hi}]\n"),
    ("G121", "talk: a\nflow: other # <-\nsays: [{at: b, say: Hi}]\n"),
    ("G122", TALK + "  - {at: bb, say: Hi} # <-\n"),
    ("G123", "talk: a\nflow: small\nform: ful # <-\nsays: [{at: b, say: Hi}]\n"),
    ("G124", TALK + "  - {at: b} # <-\n"),
    ("G127", TALK + "  - {think: What now?} # <-\n  - {at: b, say: Hi}\n"),
    ("G128", TALK + "  - {beat: Now, at: b, say: Hi} # <-\n  - {at: b, say: Hi}\n"),
    ("G129", TALK + "  - {beat: Now, cuts: [6]} # <-\n  - {at: b, say: Hi}\n"),
    ("G129", "cuts: [6]\n" + TALK + "  - {beat: Now, cuts: [6, 9]} # <-\n  - {at: b, say: Hi}\n"),
    (
        "G130",
        TALK + "  - {beat: Now}\n  - {at: b, say: Hi}\n  - {beat: Now} # <-\n  - {aside: Hm, seen: true}\n",
    ),
    ("G133", TALK + "  - {beat: Now} # <-\n  - {beat: Then}\n  - {at: b, say: Hi}\n"),
    ("G131", "cuts: [6, 9] # <-\n" + TALK + "  - {beat: Now, cuts: [6]}\n  - {at: b, say: Hi}\n"),
    ("G132", TALK + "  - {at: b, say: Hi}\n  - {beat: Now} # <-\n"),
    ("G051", TALK + "  - {at: b, say: Hi}\nexpect:\n  look.ham: [Hi] # <-\n"),
]


@pytest.mark.parametrize(("code", "text"), TALKS, ids=[f"{code}-{at}" for at, (code, _) in enumerate(TALKS)])
def test_it_is_found_in_a_talk(write: Write, code: str, text: str) -> None:
    path = write("small/flow.yaml", ONE + "      - ask: b\n        text: What?\n")
    write("small/a.talk.yaml", text.replace(ARROW, ""))
    line = next(number for number, one in enumerate(text.split("\n"), 1) if ARROW in one)

    findings = check_flow(compile_flow(path))

    assert [(one.code, one.file, one.line) for one in findings] == [(code, "flows/small/a.talk.yaml", line)]


LIBRARY: list[tuple[str, str, str]] = [
    ("G014", "blocks/own.yaml", "block: own # <-\n"),
    ("G030", "sheets/own.yaml", "sheet: own\ntitle: Own\nareas:\n  Good: {title: Good} # <-\n"),
    ("G030", "blocks/own.yaml", "block: own\nneeds: {Why: why} # <-\nsteps: [{say: x, text: y}]\n"),
    ("G031", "blocks/own.yaml", "block: own\nneeds: {child: who} # <-\nsteps: [{say: x, text: y}]\n"),
    ("G035", "blocks/own.yaml", "block: other # <-\nsteps: [{say: x, text: y}]\n"),
    ("G035", "sheets/own.yaml", "sheet: other # <-\ntitle: Own\nareas: {good: {title: Good}}\n"),
    ("G040", "blocks/own.yaml", "block: own\nsections:\n  - use: own # <-\n"),
    ("G044", "language/levels.yaml", "safety: {goal: safety goal, plan: plan}\nsuccess: {goal: goal} # <-\n"),
    (
        "G055",
        "sheets/own.yaml",
        "sheet: own\ntitle: Own\ncolumns: {left: Left}\nareas:\n  good: {title: G, column: lift} # <-\n",
    ),
]


@pytest.mark.parametrize(("code", "file", "text"), LIBRARY)
def test_it_is_found_in_what_a_flow_uses(write: Write, code: str, file: str, text: str) -> None:
    write("blocks/own.yaml", "block: own\nsteps: [{say: x, text: y}]\n")
    write("sheets/own.yaml", "sheet: own\ntitle: Own\nareas: {good: {title: Good}}\n")
    path = write(
        "small/flow.yaml",
        "flow: small\ntitle: S\nsheets: [own]\nsections: [{use: own, given: {Why: a, child: b}}]\n",
    )
    write(file, text.replace(ARROW, ""))
    line = next(number for number, one in enumerate(text.split("\n"), 1) if ARROW in one)

    findings = check_flow(compile_flow(path), talks=False)

    assert (code, f"flows/{file}", line) in [(one.code, one.file, one.line) for one in findings]


ELSEWHERE = {
    *(f"G{number:03}" for number in range(1, 12)),  # tests/flow/test_read.py
    "G015",
    "G016",
    "G125",  # playing a talk finds these two
    "G126",
}


def test_every_code_has_a_test() -> None:
    tested = {one[0] for one in (*FAULTS, *TALKS, *LIBRARY)} | ELSEWHERE

    assert set(CATALOGUE) == tested


def test_all_findings_come_in_one_run_in_the_order_of_their_places(write: Write) -> None:
    path = write(
        "small/flow.yaml",
        ONE + "      - ask: b\n        text: 7\n        into: look.ham\n        when: chidl\n"
        "      - ask: c\n        colour: red\n        text: What?\n        then: [{go: nowhere}]\n",
    )

    findings = check_flow(compile_flow(path), talks=False)

    assert [one.code for one in findings] == ["G013", "G012", "G060"]
    assert [one.line for one in findings] == sorted(one.line for one in findings)


def test_a_step_that_does_not_fit_is_not_missed_by_those_that_lead_to_it(write: Write) -> None:
    path = write(
        "small/flow.yaml",
        ONE + "      - choose: b\n        text: Which?\n        options: {a: A}\n        then: [{go: c}]\n"
        "      - scale: c\n        text: How?\n"
        "      - say: d\n        text: Hi\n        when: answered('c')\n",
    )

    assert {one.code for one in check_flow(compile_flow(path), talks=False)} == {"G014"}


def test_a_finding_is_written_as_file_line_column_code_cause_and_fix() -> None:
    one = Finding("G060", "flows/x/flow.yaml", 41, 9, "Cause.", "Fix.", "error")

    assert str(one) == "flows/x/flow.yaml:41:9 G060 Cause. Fix."


def test_a_broken_flow_tells_its_first_error_and_how_many_more() -> None:
    first = Finding("G100", "f", 1, 1, "Look.", "Again.", "warning")
    errors = [Finding("G060", "f", line, 1, "Cause.", "Fix.", "error") for line in (2, 3)]

    assert (
        str(FlowBroken([first, *errors], again="flows/x"))
        == "f:2:1 G060 Cause. Fix. And 1 more: guide check flows/x"
    )


def test_the_same_finding_is_told_once() -> None:
    one = Finding("G060", "f", 1, 1, "Cause.", "Fix.", "error")

    assert in_order([one, one]) == (one,)


@pytest.mark.parametrize(
    ("word", "names", "likely"),
    [
        ("three_houses", ["three-houses", "map"], "three-houses"),
        ("nxet_house", ["next_house", "b"], "next_house"),
        ("zzz", ["next_house"], ""),
        (7, ["next_house"], ""),
        ("a" * 10_000, ["next_house"], ""),
        ("step_1999", [f"step_{number}" for number in range(2_000)], "step_1999"),
    ],
)  # fmt: skip
def test_the_nearest_name_is_offered(word: object, names: list[str], likely: str) -> None:
    assert did_you_mean(word, names) == likely
