"""What a learner has made of a course, as a file of their own: to read, to print, to cite from."""
