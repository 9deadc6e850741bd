"""Know a document by its fingerprints, whatever a copy has done to its lines, pages and quotation marks."""

from coursekit.sources.recognise.document import Recognised, recognise
from coursekit.sources.recognise.source import Match, Taken

__all__ = ["Match", "Recognised", "Taken", "recognise"]
