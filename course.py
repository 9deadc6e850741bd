"""Set the course up where need be, and open it: ``python3 course.py``. The one thing a newcomer types."""

# An old Python must get as far as the sentence below: nothing newer than Python 2 in this file.
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - it is the old ones that we talk to here
    sys.exit(
        "Python %d.%d is too old: this course needs 3.11 or newer. "  # noqa: UP031 - no f-string before 3.6
        "Install one (python.org/downloads, or your system's packages), then start the course with it: "
        "python3.11 course.py" % sys.version_info[:2]
    )

from coursekit.cli.setup.run import main

if __name__ == "__main__":
    sys.exit(main())
