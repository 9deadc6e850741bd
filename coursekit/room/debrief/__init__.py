"""What is left of a session in a room: every vote with what came of it, as a page and as data."""
