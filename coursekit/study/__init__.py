"""What somebody who works alone wants to know of their work: where they are, and how it goes."""
