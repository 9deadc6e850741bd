"""Match each thing on the left with one on the right; the right ones may serve twice or not at all.

Marking: each left one matched with a right one it accepts counts one, of all left ones; one left open
counts nothing. Feedback: for each left one matched, with the right match where it was another.
"""

from coursekit.questions.kind import Kind
from coursekit.questions.pairing import Pairing, PairingKind

KIND: Kind[Pairing] = PairingKind(answer="pairs", cards="left", boxes="right", view_keys=("left", "right"))
