"""Promises about what a learner sees are tried where it is seen: in a browser, some of them in JupyterLab."""

from tests.browser.conftest import context, lab, lab_session, learner
from tests.lesson.conftest import fresh, restart

__all__ = ["context", "fresh", "lab", "lab_session", "learner", "restart"]
