"""From a bare Python to a working ``.venv``. Standard library only: nothing else is there yet."""
