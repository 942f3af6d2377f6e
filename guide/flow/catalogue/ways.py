"""Findings about the way a conversation takes from step to step."""

from guide.flow.catalogue.rule import Rule

RULES = (
    Rule(
        code="G060",
        title="A way to nowhere",
        says='`go` leads to "{go}", which is neither a step nor a section of this flow.',
        fix="Name a step, a section, or `end`.",
        why="The conversation would not know how to go on.",
        guess_is_enough=True,
    ),
    Rule(
        code="G061",
        title="A way into the middle of a repeated section",
        says='"{go}" is inside "{section}", which is gone through once for each item.',
        fix='Go to the section: "{section}".',
        why="From outside nobody knows which item is meant.",
    ),
    Rule(
        code="G062",
        title="Nothing leads here",
        says='No way leads to "{id}".',
        fix="Add a `go: {id}` where it belongs, or take it out.",
        why="It would never be asked. Often a `then` before it has a last line without `when`.",
    ),
    Rule(
        code="G063",
        title="A way that leads back to itself",
        says='"{id}" leads to itself; a step is visited once, so this goes nowhere.',
        fix="Leave this line out, or use `again` on the section to ask it once more.",
        why="A step that has been visited is not asked again on the same way.",
    ),
    Rule(
        code="G064",
        title="A way that is never taken",
        says="The line before this one has no `when`, so this one is never reached.",
        fix="Move the line without `when` to the end.",
        why="The first line that holds wins, and a line without `when` always holds.",
    ),
    Rule(
        code="G065",
        title="Private, but asked of nobody in particular",
        says='"private" needs "by".',
        fix="Say who is asked: `by: [child, parent, worker]`.",
        why=(
            "Private answers are shown when the last person has answered; without `by` nobody knows who that "
            "is."
        ),
    ),
)
