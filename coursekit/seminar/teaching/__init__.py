"""What an instructor reads and prints: teaching notes with their questions, fact cards, the list of misconceptions."""
