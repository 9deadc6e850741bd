"""From a path somebody names to plain text: encodings, web pages, PDFs, archives, folders, and their bounds."""
