"""JupyterLab as a learner meets it: their own copies of the lessons, our settings, one address."""
