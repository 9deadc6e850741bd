"""The teacher's desk: what a class handed in is put on it, and marks, feedback and reports are made of it."""
