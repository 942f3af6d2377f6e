"""Findings about conditions and about `{{ … }}` in texts."""

from guide.flow.catalogue.rule import Rule

RULES = (
    Rule(
        code="G070",
        title="Not an expression",
        says='"{source}" cannot be understood: {problem}.',
        fix="Write one condition, as in `next_house == 'dreams'`; words go in single quotes.",
        why="Often a quote is missing, or one equals sign where two belong.",
    ),
    Rule(
        code="G071",
        title="An expression that is too long",
        says="This expression is {length} characters long; at most 500 are read.",
        fix="Split it over several steps or lines of `then`.",
        why="Nobody could check by reading what it does.",
    ),
    Rule(
        code="G072",
        title="More than an expression can do",
        says='"{source}" has {what}, which expressions here do not know.',
        fix="Use names, comparisons, `and`, `or`, `not`, `in`, and the listed filters and functions.",
        why=(
            "Conditions only look at what was said. They reckon nothing out and change nothing, so that they "
            "can be read by anybody and can do no harm."
        ),
    ),
    Rule(
        code="G073",
        title="An unknown filter",
        says='There is no filter "{filter}".',
        fix="Filters are: {known}.",
        why="The filters are listed in `docs/writing-flows.md`.",
        guess_is_enough=True,
    ),
    Rule(
        code="G074",
        title="An unknown function",
        says='There is no function "{function}".',
        fix="Functions are: {known}.",
        why="The functions are listed in `docs/writing-flows.md`.",
        guess_is_enough=True,
    ),
    Rule(
        code="G075",
        title="An unknown name",
        says='Nothing here is called "{name}".',
        fix=(
            "Use the name of a step before this one, a role, `form`, `level` or the name in `for_each`; "
            "words go in single quotes."
        ),
        why="The condition would never hold, and the text would have a hole.",
        guess_is_enough=True,
    ),
    Rule(
        code="G076",
        title="A function asked in the wrong way",
        says="{function}(…) takes one thing in quotes.",
        fix="Write {function}('{example}').",
        why="What a function looks at must be readable in the file, so that it can be checked.",
    ),
    Rule(
        code="G077",
        title="A function asks for something unknown",
        says='{function}(…) asks for {what} "{name}", which is not there.',
        fix="{known}",
        why="It would always be empty.",
        guess_is_enough=True,
    ),
    Rule(
        code="G078",
        title="Used before it is asked",
        says='"{step}" is used here, but no way comes past it before.',
        fix="Ask it earlier, or use another answer.",
        why="The answer could never be known at this place, so the condition would never hold.",
    ),
    Rule(
        code="G079",
        title="Compared with nothing",
        says="Comparing with none never holds.",
        fix="Write answered('{name}') or not answered('{name}').",
        why="What nobody has said yet is equal to nothing, not even to nothing.",
    ),
    Rule(
        code="G080",
        title="Compared with an answer that cannot be given",
        says='"{value}" is not {what}.',
        fix="It can be: {known}.",
        why="The condition would never hold.",
        guess_is_enough=True,
    ),
    Rule(
        code="G081",
        title="Several answers compared with one",
        says='"{name}" can have several answers, so it never equals one.',
        fix="Write '{value}' in {name}.",
        why="A choice with `many: true` is a list.",
    ),
    Rule(
        code="G082",
        title="Something a thing does not have",
        says='"{name}" has no "{attribute}".',
        fix="{how}",
        why="The text would have a hole there.",
        guess_is_enough=True,
    ),
    Rule(
        code="G083",
        title="A step that gives no answer to look at",
        says='"{name}" is a {kind} step; it has no answer to look at here.',
        fix="{how}",
        why=(
            "A scale is looked at through ratings('…'), lowest('…'), highest('…') or spread('…'), people "
            "through people('…')."
        ),
    ),
    Rule(
        code="G084",
        title="A template statement",
        says="`{{% … %}}` is not read in texts.",
        fix="Use a `when` on the step, or `{{{{ … }}}}` for a single value.",
        why="What is said when belongs to the flow, where it can be seen and checked.",
    ),
    Rule(
        code="G085",
        title="Braces that are not closed",
        says='"{{{{" has no "}}}}".',
        fix="Close it, or write other brackets.",
        why="The person would read the braces.",
    ),
    Rule(
        code="G086",
        title="An expression where only plain words stand",
        says='"{key}" holds `{{{{ … }}}}`, which is not filled in here.',
        fix="Write plain words.",
        why=(
            "Only what people are asked and told is filled in; notes, names of sheets and titles of flows "
            "are shown as they stand."
        ),
    ),
    Rule(
        code="G087",
        title="The name of an item, used outside its section",
        says='"{name}" is one item of the section "{section}"; outside it means nothing.',
        fix="Move the step into the section, or use the whole list.",
        why="Outside nobody knows which item is meant.",
    ),
    Rule(
        code="G088",
        title="A number compared with words",
        says='"{name}" is a number and is compared with words.',
        fix="Leave out the quotes: {name} >= 3.",
        why="A number never equals words.",
    ),
    Rule(
        code="G089",
        title="Something with parts compared with a word",
        says='"{name}" is more than a word, so it never equals one.',
        fix="Write {name}.{part}.",
        why="A level has many words of its own, a person a name and an age.",
    ),
)
