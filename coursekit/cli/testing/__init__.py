"""Every test, and one summary that names what was not run."""
