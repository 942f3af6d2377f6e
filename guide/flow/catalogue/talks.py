"""Findings about talks: whole conversations in a file beside their flow."""

from guide.flow.catalogue.rule import Rule

RULES = (
    Rule(
        code="G120",
        title="A flow without a talk",
        says="This flow has no talk beside it.",
        fix="Write one conversation with invented people as {example}.",
        severity="warning",
        why=(
            "A talk is demonstration, test and example at once: it shows that the conversation works from "
            "the first question to the last."
        ),
    ),
    Rule(
        code="G121",
        title="A talk for another flow",
        says='This talk is for the flow "{flow}", but stands beside "{place}".',
        fix="Put the right name, or move the file.",
        why="A talk is played on the flow it stands beside.",
    ),
    Rule(
        code="G122",
        title="A talk speaks at a step that is not there",
        says='There is no step "{step}" in this flow.',
        fix="Name a step of the flow.",
        why="A step was renamed or taken out after the talk was written.",
        guess_is_enough=True,
    ),
    Rule(
        code="G123",
        title="A talk for a form that is not there",
        says='This flow has no form "{form}".',
        fix="Forms are: {known}.",
        why="A form was renamed or taken out after the talk was written.",
        guess_is_enough=True,
    ),
    Rule(
        code="G124",
        title="A line of a talk that says nothing",
        says="This line says and does nothing.",
        fix='Add what is said, as in `say: "…"`, or take it out.',
        why="Every line of a talk is one deed.",
    ),
    Rule(
        code="G125",
        title="A talk that does not go through",
        says="{problem}",
        fix="Change the line, or the step it stands for.",
        why=(
            "Every talk is played from beginning to end when its flow is checked, and what it expects is "
            "compared with what came out."
        ),
    ),
    Rule(
        code="G126",
        title="A talk that comes to something else",
        says="After this talk {problem}.",
        fix="Change what the talk expects, or what is said in it.",
        why="`expect` holds what stands on the sheets once everything was said.",
    ),
    Rule(
        code="G127",
        title="A moment without a name",
        says="This moment for a trainer has no name.",
        fix='Name it, as in `beat: "He knelt"`.',
        why="A trainer jumps to a moment by its name, and the printed notes are found by it.",
    ),
    Rule(
        code="G128",
        title="A moment that also says something",
        says="This line is a moment for a trainer and says something too.",
        fix="Put what is said on a line of its own, after it.",
        why="A moment stands before the question the room is to think about: playing stops there.",
    ),
    Rule(
        code="G129",
        title="A cut that is not there",
        says="This talk has no cut of {cut} minutes.",
        fix="{known}",
        why="`cuts` at the top of a talk are the minutes it can be shown in; a moment names some of them.",
    ),
    Rule(
        code="G130",
        title="Two moments with one name",
        says='Another moment of this talk is called "{name}" too.',
        fix="Give each a name of its own.",
        severity="warning",
        why="A trainer jumps to a moment by its name.",
    ),
    Rule(
        code="G131",
        title="A cut that stops nowhere",
        says="In the cut of {cut} minutes nothing stops.",
        fix="Let a moment stop there, or take the cut out.",
        severity="warning",
        why="A shorter showing of a talk is the moments it stops at.",
    ),
    Rule(
        code="G132",
        title="A moment after which nothing is said",
        says="Nothing is asked or said after this moment.",
        fix="Move it before the line whose question the room is to think about.",
        severity="warning",
        why="The room thinks of a question, then sees ours and what was answered: there has to be one.",
    ),
    Rule(
        code="G133",
        title="Two moments before one line",
        says="Another moment stands before the same line, and only that one is shown.",
        fix="Put a line between them, or make one of the two.",
        severity="warning",
        why="The screen stops once before a question.",
    ),
)
