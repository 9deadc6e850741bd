"""From what authors write to what learners open: notebooks from lessons, and whether the two are in step."""
