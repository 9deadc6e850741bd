"""A kit for courses in source criticism: sources, spans, questions, marking, the journal, the reader."""

__version__ = "0.1.0"
