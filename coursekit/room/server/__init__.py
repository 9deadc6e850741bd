"""The server of a room: tornado around the rules, which are elsewhere."""
