"""The practice test, before and after the course: two parallel forms on made-up sources, and what they can tell."""
