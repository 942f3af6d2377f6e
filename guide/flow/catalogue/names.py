"""Findings about names: ids, roles, blocks, levels and what they may be called."""

from guide.flow.catalogue.rule import Rule

RULES = (
    Rule(
        code="G030",
        title="A name of the wrong shape",
        says='"{id}" cannot be a name here.',
        fix='Use small letters, digits and "{joint}", beginning with a letter: "{better}".',
        why=(
            "Names are used in conditions and in file names. Flows, sheets and blocks are written "
            "kebab-case, everything inside them snake_case."
        ),
    ),
    Rule(
        code="G031",
        title="A name that is taken",
        says='"{id}" is {taken_by}, so nothing else can have that name.',
        fix='Call it something else, for instance "{better}".',
        why="Roles, `form`, `level`, `parts` and `end` mean something in every flow.",
    ),
    Rule(
        code="G032",
        title="A name that is a word of conditions",
        says='"{id}" is a word of the expression language.',
        fix='Call it something else, for instance "{better}".',
        why="In a condition nobody could tell the name from the word.",
    ),
    Rule(
        code="G033",
        title="One name for two things",
        says='"{id}" is the name of two things; the other is at {other}.',
        fix="Rename one of them; a block that is used twice gets `as: second`.",
        why=(
            "Sections, steps, roles and the names in `for_each` share one set of names in a flow, so that "
            "`go` and conditions are never in doubt."
        ),
    ),
    Rule(
        code="G034",
        title="An unknown role",
        says='Nobody has the role "{role}" here.',
        fix="Roles are: {known}; a `people` step can bring more under `roles`.",
        why="A role that nobody can have is never asked.",
        guess_is_enough=True,
    ),
    Rule(
        code="G035",
        title="The folder and the flow have different names",
        says='The {kind} says it is "{id}", but it stands in "{place}".',
        fix="Give both the same name.",
        why=(
            "People start a flow by the name of its folder, and blocks and sheets are found by the name of "
            "their file."
        ),
    ),
    Rule(
        code="G036",
        title="An unknown block",
        says='There is no block "{block}".',
        fix="Blocks are: {known}.",
        why="Blocks stand in `flows/blocks`, one file each.",
        guess_is_enough=True,
    ),
    Rule(
        code="G037",
        title="A block does not get what it needs",
        says='The block "{block}" needs "{need}": {meaning}.',
        fix="Add it under `given`.",
        why="The block's texts are written with a gap for it.",
    ),
    Rule(
        code="G038",
        title="A block is given what it does not need",
        says='The block "{block}" has no place for "{given}".',
        fix="Leave it out, or add it to the block's `needs`.",
        why="Words that are given and never used were meant to be read by somebody.",
        guess_is_enough=True,
    ),
    Rule(
        code="G039",
        title="Given words are not plain",
        says='"{given}" holds an expression; what is given to a block is plain words.',
        fix="Write the words themselves.",
        why="Given words are put into the block's texts as they stand.",
    ),
    Rule(
        code="G040",
        title="A block that uses itself",
        says='The block "{block}" leads back to itself.',
        fix="Take the `use` out of one of them.",
        why="It would never end.",
    ),
    Rule(
        code="G041",
        title="An unknown paper",
        says='There is no paper "{paper}".',
        fix="Papers are: {known}.",
        why="A paper is one of the flow's sheets, or one of those every flow can have.",
        guess_is_enough=True,
    ),
    Rule(
        code="G042",
        title="The last section is not there",
        says='`after` names "{section}", which is not a section of this flow.',
        fix="Sections are: {known}.",
        why="*Finish here* leads to this section first; it has to be there.",
        guess_is_enough=True,
    ),
    Rule(
        code="G043",
        title="The last section is not the worker's",
        says='`after` names "{section}", which is held with somebody else.',
        fix="Give the section `with: worker`.",
        why="What cannot wait and what is safe to show is worked out apart from the child and the family.",
    ),
    Rule(
        code="G044",
        title="A level lacks a word",
        says='The level "{level}" has no word for "{word}".',
        fix="Every level needs the same words.",
        why="A text that uses it would have a hole at this level.",
    ),
    Rule(
        code="G045",
        title="Nothing to keep in sight",
        says='`pinned` names "{step}", which is not an open question of this flow.',
        fix="Name a step of the kind ask or compose that is not private.",
        why="Its answer stays on the screen from then on, so it has to be words that everybody may read.",
    ),
)
