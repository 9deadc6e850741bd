"""A course of one's own: made from the kit and a small example, and parts added to it.

``example`` is the example, a real course on an invented letter; ``parts`` holds what a source, a lesson and an
exercise begin with.
"""
