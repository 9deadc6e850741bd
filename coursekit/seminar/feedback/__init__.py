"""What goes back to learners: a page for each hand-in that counts, packed as a learning platform takes it."""
