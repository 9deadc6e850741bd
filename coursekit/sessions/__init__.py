"""Sessions: what a card or a reader may say and what comes of it, whatever the host."""
