"""The course as notebooks in a browser: JupyterLite beside the pages of a site, for ``site --with-lab``."""
