"""Where things are on this computer; nothing is made until asked."""

import os
from pathlib import Path

from guide.errors import GuideError
from guide.frozen import frozen


@frozen
class Paths:
    """The one folder that holds everything somebody has said, and the one with what may be asked."""

    home: Path
    """Vault, settings and cache; nothing is written elsewhere except where `--to` says."""
    flows: Path
    """The flows that came with guide, with their `blocks`, `sheets` and `language`; never written to."""

    @property
    def vault(self) -> Path:
        """The journals of all sessions."""
        return self.home / "vault.db"

    @property
    def settings_file(self) -> Path:
        """What the person or their organisation prefers; they write it, we only read it."""
        return self.home / "settings.toml"

    @property
    def cache(self) -> Path:
        """Compiled flows, by content; may be deleted at any time."""
        return self.home / "cache"

    def flow_folders(self) -> tuple[Path, ...]:
        """Return where flows are looked for: those that came with guide, then the person's own if any."""
        own = self.home / "flows"
        return (self.flows, own) if own.is_dir() else (self.flows,)

    def ready(self) -> None:
        """Make the home, readable by its owner alone; one that exists keeps the rights it has.

        Raises GuideError when it cannot be made or written to.
        """
        try:
            self.home.parent.mkdir(parents=True, exist_ok=True)
            self.home.mkdir(mode=0o700, exist_ok=True)
        except OSError as refused:
            raise self._not_writable(refused.strerror) from None
        if not os.access(self.home, os.W_OK | os.X_OK):
            raise self._not_writable("not yours to write in")

    def _not_writable(self, reason: str | None) -> GuideError:
        return GuideError(
            f"guide cannot keep anything in {self.home} ({reason or 'no reason given'});"
            " name another folder with --home DIR or GUIDE_HOME."
        )


def paths(home: str | None = None) -> Paths:
    """Return where things are: `home` (`--home`) first, then GUIDE_HOME, then this computer's custom."""
    chosen = home or os.environ.get("GUIDE_HOME")
    return Paths(home=_folder(chosen) if chosen else _customary_home(), flows=_flows())


def _folder(name: str) -> Path:
    try:
        return Path(name).expanduser().absolute()
    except RuntimeError:  # a `~name` that nobody here has
        raise GuideError(
            f"There is no folder {name} on this computer; name another with --home DIR."
        ) from None


def _customary_home() -> Path:
    from platformdirs import user_data_dir  # only where nothing was chosen

    return Path(user_data_dir("guide", appauthor=False))


def _flows() -> Path:
    package = Path(__file__).resolve().parent
    installed = package / "flows"
    return installed if installed.is_dir() else package.parent / "flows"
