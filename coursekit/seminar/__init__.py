"""The seminar: what an instructor does with the hand-ins of a class beside counting points."""
