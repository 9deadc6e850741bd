"""What comes back before it is forgotten: moves and misconceptions, each scheduled by what was answered on it."""
