"""``python -m coursekit VERB``: what ``course.py`` hands over to."""

from __future__ import annotations

import sys

from coursekit.cli.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
