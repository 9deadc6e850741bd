"""The room: a class votes, points at words, talks, votes again. ``docs/room.md`` has its messages and addresses."""
