"""Findings about a file as a file: can it be read, do its keys and values have the right shape."""

from guide.flow.catalogue.rule import Rule

RULES = (
    Rule(
        code="G001",
        title="The file cannot be read",
        says="This file cannot be read: {reason}.",
        fix="Check that it is there and that you may read it.",
        why="The name may be misspelt, the file may have been moved, or it belongs to somebody else.",
    ),
    Rule(
        code="G002",
        title="The file is empty",
        says="This file is empty.",
        fix='Begin it with "{word}: " and a name.',
        why="A file with nothing but comments counts as empty too.",
    ),
    Rule(
        code="G003",
        title="The file is not text",
        says="This is not plain text in UTF-8: {reason}.",
        fix="Save it as plain text in UTF-8, not as a document of an office program.",
        why=(
            "Flows are plain text files. Word processors add things that cannot be seen and cannot be read "
            "here."
        ),
    ),
    Rule(
        code="G004",
        title="The file is too big",
        says="This file is {size} MB long; at most 1 MB is read.",
        fix="Move parts that stand by themselves into blocks.",
        why=(
            "A whole evening's conversation is about 0.1 MB. Something else was probably saved under this "
            "name."
        ),
    ),
    Rule(
        code="G005",
        title="A tab in the indentation",
        says="A tab stands where only spaces may.",
        fix="Put spaces in its place; most editors can do that by themselves.",
        why="A tab is as wide as each editor likes, so nobody can see what belongs to what.",
    ),
    Rule(
        code="G006",
        title="The YAML is broken",
        says="The file cannot be understood from here on: {problem}.",
        fix=(
            "Look at this line and the one before: a quote that is not closed, a bracket too many, or lines "
            "that do not begin below each other."
        ),
        why="Nothing after this place can be checked until it is put right.",
    ),
    Rule(
        code="G007",
        title="A text that needs quotes",
        says="This text holds signs that mean something else to YAML: {signs}.",
        fix='Put the whole text in quotes: "…".',
        why=(
            "A colon, `{{ … }}`, a bracket, `#`, `*`, `&` or `@` in a plain text is read as part of the "
            "file's structure. In quotes it is read as words. It is a good habit to put every text in "
            'quotes; write `"` for a quotation mark inside it.'
        ),
    ),
    Rule(
        code="G008",
        title="An anchor or alias",
        says='"{sign}" stands for another place in the file; that is not read here.',
        fix=(
            "Write it out where it is needed, or make it a block; a text that begins with * or & goes in "
            "quotes."
        ),
        why=(
            "Anchors and aliases hide what a flow says, and a few lines of them can fill a computer's memory."
        ),
    ),
    Rule(
        code="G009",
        title="A tag",
        says='"{tag}" is a YAML tag; tags are not read here.',
        fix="Leave it out; a text that begins with ! goes in quotes.",
        why="Tags ask the reader to make something other than text, numbers and lists.",
    ),
    Rule(
        code="G010",
        title="Nested too deeply",
        says="Things stand inside each other more than 40 deep here.",
        fix="Look for brackets that are never closed.",
        why="No flow needs more than about ten. Thousands of open brackets can bring a program down.",
    ),
    Rule(
        code="G011",
        title="A key stands twice",
        says='"{key}" stands here twice; the first is on line {line}.',
        fix="Keep one of them.",
        why="Only one of them could count, and nobody can see which.",
    ),
    Rule(
        code="G012",
        title="An unknown key",
        says='"{key}" is not a key of {owner}.',
        fix="It can have: {known}.",
        why="Mostly a slip of the finger, or a line that is indented too far or not far enough.",
        guess_is_enough=True,
    ),
    Rule(
        code="G013",
        title="The wrong kind of value",
        says='"{key}" should be {wanted}, not {found}.',
        fix="{how}",
        why=(
            "A number where a text should be, a text where a list should be. Texts that look like something "
            "else go in quotes."
        ),
    ),
    Rule(
        code="G014",
        title="A key is missing",
        says='"{key}" is missing in {owner}.',
        fix="{how}",
        why="Without it the program would have to guess.",
    ),
    Rule(
        code="G015",
        title="More than one document",
        says='A second document begins here ("---").',
        fix="Keep one flow, block, sheet or talk in a file.",
        why="Only the first would be read.",
    ),
    Rule(
        code="G016",
        title="The file does not begin with keys",
        says="The file should be keys and values; it is {found}.",
        fix='Begin it with "{word}: " and a name.',
        why="A flow is a list of keys with their values, one below the other.",
    ),
    Rule(
        code="G017",
        title="An empty text",
        says='"{key}" is empty.',
        fix="Write the words, or leave the key out.",
        why="An empty question would be an empty page.",
    ),
    Rule(
        code="G018",
        title="Not one of the words that can stand here",
        says='"{value}" is not one of the words for "{key}".',
        fix="It can be: {known}.",
        why="These words are fixed, so that every flow means the same by them.",
        guess_is_enough=True,
    ),
    Rule(
        code="G019",
        title="A number out of range",
        says='"{key}" is {value}; it should be {wanted}.',
        fix="Put in another number.",
        why="The program could not draw or ask it.",
    ),
    Rule(
        code="G020",
        title="A step without a kind",
        says="This step does not say what kind of step it is.",
        fix="Begin it with its kind and its name, as in `- ask: what_helps`. Kinds: {known}.",
        why=(
            "Every step begins with its kind: say, ask, choose, number, date, people, scale, sort, compose, "
            "panel, review or timer."
        ),
        guess_is_enough=True,
    ),
    Rule(
        code="G021",
        title="Two kinds in one step",
        says='This step is both "{one}" and "{other}".',
        fix="Make two steps of it, each beginning with a dash.",
        why="A step does one thing. Often the dash before the second one is missing.",
    ),
    Rule(
        code="G022",
        title="Neither a section nor a block",
        says='Here stands something that is neither "section" nor "use".',
        fix="Begin it with `- section: a_name` and give it steps, or with `- use: a-block`.",
        why=(
            "A flow is a list of sections. Often a step stands one level too far left, or a block is used "
            "among steps."
        ),
    ),
    Rule(
        code="G023",
        title="Nothing in it",
        says='"{key}" holds nothing.',
        fix="Put at least one thing in it, or leave it out.",
        why="A section without steps or a choice without options has no way on.",
    ),
    Rule(
        code="G024",
        title="A block used among steps",
        says="`use` stands here among steps.",
        fix="Move it one level to the left, among the sections; a block brings a section of its own.",
        why="A section is held with one person or group, and a block says by itself with whom.",
    ),
)
