"""Closed questions for learning platforms: Moodle's XML, and a QTI package as Canvas takes it."""
