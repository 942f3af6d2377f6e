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
)
