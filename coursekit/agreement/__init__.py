"""How far two agree beyond chance: each coefficient on plain values, whoever the two are."""
