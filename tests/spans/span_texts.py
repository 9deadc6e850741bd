"""Small editions for tests, and texts of every awkward kind."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st


@dataclass(frozen=True)
class Words:
    id: str
    text: str


@dataclass(frozen=True)
class Text:
    siglum: str
    name: str
    paragraphs: tuple[Words, ...]


def one(text: str, name: str = "guide", pid: str = "p1") -> Text:
    """An edition of one paragraph."""
    return Text("LET", name, (Words(pid, text),))


AWKWARD = (
    "e\u0301",  # a letter and its accent, apart
    "\u0627\u0644\u0645\u0630\u0643\u0631\u0629",  # right to left
    "\u05d0\u05d1\u05d2",
    "\U0001f9d1\u200d\U0001f680",  # one sign made of three code points
    "\U0001f1e9\U0001f1ea",  # a flag
    "\U00020b9f",
    "\r\n",
    "\u00a0",
    "\u202e",
    "\x00\x07\x1b\x7f\x85",
    "\ud800",
    "\udc00",
    "\ufeff",
    "“many”",
    "the ",
    "the report ",
)

# A surrogate pair in two halves is no text: Python joins such halves when it reads them from JSON.
texts = st.lists(st.one_of(st.sampled_from(AWKWARD), st.text(max_size=6)), max_size=12).map(
    lambda parts: "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a range of code points in it that is not empty."""
    text = draw(texts.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))
