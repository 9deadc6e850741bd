"""The pages edition: the course as static files, with the same cards, reader and Python as in a notebook."""
