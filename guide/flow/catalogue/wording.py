"""Findings about how things are put to children and families."""

from guide.flow.catalogue.rule import Rule

RULES = (
    Rule(
        code="G100",
        title="A question that leads",
        says='To a child this leads: "{words}".',
        fix='Open it: "Tell me about …", "What …", "Who …".',
        severity="warning",
        why=(
            "A question that already holds its answer gets that answer. Children agree with adults. "
            "Invitations and who, what, where, when come first; yes-or-no comes last, tags such as \"isn't "
            'it" never.'
        ),
    ),
    Rule(
        code="G101",
        title="Two questions in one",
        says="This asks two things at once.",
        fix="Make two steps of it, or keep the one that matters.",
        severity="warning",
        why="A child answers the last one, the easier one, or neither.",
    ),
    Rule(
        code="G102",
        title="Too long for the child it is for",
        says="This has {length} words in one sentence; for {band} about {most} is the most.",
        fix="Say it in fewer words.",
        severity="warning",
        why=(
            "About 12 words for younger children and adapted wording, 16 in the middle years and where one "
            "wording is for all, 20 for teenagers, 25 for adults who answer."
        ),
    ),
    Rule(
        code="G103",
        title="A question that asks why",
        says='To a child "{words}" sounds like blame.',
        fix='Ask "What …" in its place.',
        severity="warning",
        why=(
            '"Why did you" sounds like being told off, and nobody can know why another person did something. '
            "Questions that begin with what bring more."
        ),
    ),
    Rule(
        code="G104",
        title="Somebody or something the child has not named",
        says='This puts "{words}" into the question before the child has.',
        fix="Ask openly, and follow the child's own words.",
        severity="warning",
        why=(
            "A person, an act or a feeling that stands in the question may later be taken for the child's "
            "own words, by the child too."
        ),
    ),
    Rule(
        code="G105",
        title="Jargon on a family's screen",
        says='"{words}" is a word from the office.',
        fix="Say {instead}.",
        severity="warning",
        why=(
            "Families often do not understand their workers, and labels sound like a verdict. Say what "
            "somebody would see or hear."
        ),
    ),
    Rule(
        code="G106",
        title="A word of the program on a family's screen",
        says='"{words}" is a word of this program, not of a conversation.',
        fix="Say {instead}.",
        severity="warning",
        why=(
            "A family's screen shows none of session, entry, journal, sheet, record, level, panel, set aside."
        ),
    ),
    Rule(
        code="G107",
        title="The helper's words on a child's screen",
        says='The child reads this, and "{words}" speaks to the helper.',
        fix="Move it to `note`, which only the helper sees.",
        severity="warning",
        why='A child who reads "ask the child" knows that somebody talks over their head.',
    ),
    Rule(
        code="G108",
        title="A name the child has not spoken",
        says=(
            "In a child's section a text may name the child, the worker and people the child has named, not "
            '"{words}".'
        ),
        fix="Write named(child), or leave the name out.",
        why="To name a person is to lead. `named(child)` holds the people this child has spoken of.",
    ),
    Rule(
        code="G109",
        title="Sorting on a family's screen",
        says="Sorting is shown here to {whom}.",
        fix="Move this step to a section `with: worker`.",
        why=(
            "Nobody should watch their own sentence being put under a heading. With a family, ask it aloud "
            "as an ordinary question."
        ),
    ),
)
