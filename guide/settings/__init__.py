"""What an organisation and a person prefer, from `settings.toml`; what it leaves out has a default."""

from guide.settings.model import THEMES, Number, Organisation, Retention, Settings, Urgent
from guide.settings.read import read_settings
from guide.settings.region import emergency_number, region

__all__ = [
    "THEMES",
    "Number",
    "Organisation",
    "Retention",
    "Settings",
    "Urgent",
    "emergency_number",
    "read_settings",
    "region",
]
