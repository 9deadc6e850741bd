"""Settings for nbgrader, which reads them when it is run in this folder; see coursekit/formats/README.md."""

import sys
from pathlib import Path

root = Path(__file__).resolve().parent
sys.path.insert(0, str(root))

from coursekit.formats.nbgrader import configure  # noqa: E402 - found only now

configure(get_config(), root)  # type: ignore[name-defined] # noqa: F821 - nbgrader's own
