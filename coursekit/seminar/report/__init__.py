"""What a class knows: figures from its hand-ins, and a plan for the next hour."""
