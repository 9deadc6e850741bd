"""Dates and numbers, as people write them and as keys have them: read, put into one form, compared, said in words."""
