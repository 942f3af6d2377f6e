"""Choosing other names for a paper: for this one alone, unless they are saved to a file."""

from pathlib import Path

from guide.documents import leaving
from guide.documents.aliases import read_aliases, write_aliases
from guide.errors import GuideError
from guide.ui.ordering import Ordering
from guide.ui.says import say
from guide.ui.screens.page import Page
from guide.ui.talking import Talking


class Naming(Page):
    """The part of the papers' screen that chooses other names."""

    talking: Talking
    ordering: Ordering

    def tell(self, text: str) -> None:
        """Say one calm sentence under the papers."""
        raise NotImplementedError

    def show(self) -> None:
        """Show the wishes and the papers."""
        raise NotImplementedError

    @property
    def has_names(self) -> bool:
        """Whether other names are chosen."""
        return bool(self.ordering.aliases)

    def choose_names(self) -> None:
        """Let other names be chosen."""
        from guide.ui.screens.other_names import OtherNames

        everybody = self.talking.session.record.people.values()
        people = tuple(dict.fromkeys(one.name for one in everybody))
        self.app.push_screen(OtherNames(people, self.ordering.aliases), self.take_names)

    def take_names(self, names: dict[str, str] | None) -> None:
        """Make papers in these names from now on, and tell what would be replaced."""
        if names is None:
            return
        from guide.ui.screens.other_names import Replaced

        self.ordering.aliases = names
        self.tell("")
        self.show()
        if names:
            self.app.push_screen(Replaced(leaving.replaced(self.ordering.picture, names)))

    def save_names(self) -> None:
        """Ask for a file to write the names into."""
        self.ask_words(say("names.ask.save"), str(Path.home() / say("names.file")), self._save)

    def _save(self, words: str) -> None:
        file = Path(words.strip()).expanduser()
        try:
            write_aliases(file, self.ordering.aliases)
        except GuideError as refused:
            self.tell(str(refused))
        else:
            self.tell(say("names.saved", file=str(file)))

    def names_from(self) -> None:
        """Ask for a file with names."""
        self.ask_words(say("names.ask.read"), "", self._read)

    def _read(self, words: str) -> None:
        try:
            names = dict(read_aliases(Path(words.strip()).expanduser()))
        except GuideError as refused:
            self.tell(str(refused))
        else:
            self.take_names(names)
