"""The chain of transmission, drawn from a record."""
