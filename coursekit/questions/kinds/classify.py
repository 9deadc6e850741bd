"""Sort each card into one of the classes shown; a class may serve often or never.

Marking: each card in a class it accepts counts one, of all cards; a card left open counts nothing.
Feedback: for each card sorted, with its class where it was another.
"""

from coursekit.questions.kind import Kind
from coursekit.questions.pairing import Pairing, PairingKind

KIND: Kind[Pairing] = PairingKind(answer="classes", cards="card", boxes="class", view_keys=("cards", "classes"))
