"""Pictures of a story, composed from parts by our own code: SVG text out, nothing drawn that nobody chose."""

from guide.documents.pictures.described import described
from guide.documents.pictures.drawing import Drawing, draw
from guide.documents.pictures.looks import Look, looks_of
from guide.documents.pictures.suggested import suggested

__all__ = ["Drawing", "Look", "described", "draw", "looks_of", "suggested"]
