"""Findings about sheets and areas: where what is said is to stand."""

from guide.flow.catalogue.rule import Rule

RULES = (
    Rule(
        code="G050",
        title="An unknown sheet",
        says='There is no sheet "{sheet}".',
        fix="Sheets are: {known}.",
        why="Sheets stand in `flows/sheets`, one file each.",
        guess_is_enough=True,
    ),
    Rule(
        code="G051",
        title="An unknown area",
        says='There is no area "{area}".',
        fix="Write the sheet and the area, as in `map.harm`. Areas are: {known}.",
        why="What is said there would be on no sheet and no paper.",
        guess_is_enough=True,
    ),
    Rule(
        code="G052",
        title="A sheet the flow does not list",
        says='The area "{area}" is on a sheet this flow does not list.',
        fix='Add "{sheet}" to `sheets` at the top of the flow.',
        why="Only the sheets that are listed are shown and printed.",
    ),
    Rule(
        code="G053",
        title="An area that holds something else",
        says='The area "{area}" holds {holds}, and this brings {brings}.',
        fix="Name another area, or change what the area holds in its sheet.",
        why="Entries, ratings and people are drawn in different ways.",
    ),
    Rule(
        code="G054",
        title="Two areas on one sheet",
        says='"{one}" and "{other}" are on the same sheet; one thing stands in one place of a sheet.',
        fix="Keep one of them.",
        why="The same words in two columns would be read as two things.",
    ),
    Rule(
        code="G055",
        title="An unknown column",
        says='This sheet has no column "{column}".',
        fix="Columns are: {known}.",
        why="The area would stand nowhere in the picture.",
        guess_is_enough=True,
    ),
    Rule(
        code="G056",
        title="A section that feeds itself",
        says='This section goes over "{area}" and puts more into it.',
        fix="Put the answers into another area.",
        why="Every answer would bring one more round, without end.",
    ),
    Rule(
        code="G057",
        title="`for_each` over something that is no list",
        says="{what} is not a list of things with ids.",
        fix="Go over entries('…'), ratings('…'), people('…') or named('…').",
        why=(
            "Each round belongs to one entry, rating or person, so that the answers stay with it when others "
            "are added or removed."
        ),
    ),
    Rule(
        code="G058",
        title="A section repeated in two ways",
        says="This section has both `for_each` and `again`.",
        fix="Keep one; put the other in a section of its own.",
        why="A repeated section cannot be repeated inside itself.",
    ),
)
