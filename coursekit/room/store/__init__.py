"""The log of a room on the disk: one file a session, only ever appended to."""
