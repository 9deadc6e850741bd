"""Krippendorff's alpha for two who say yes or no, with nothing missing.

    alpha = 1 - (n - 1) * o01 / (n0 * n1)

with n the number of values (two for each unit), n0 and n1 the noes and yeses among them, and o01 the number of
units on which the two differ. 1 is full agreement, 0 is what chance would give. Klaus Krippendorff, "Computing
Krippendorff's Alpha-Reliability" (University of Pennsylvania, 2011), part A.
"""

from __future__ import annotations


def binary_alpha(units: int, yes: int, differ: int) -> float | None:
    """Return alpha; None where all values are yes, or all are no.

    Parameters
    ----------
    units
        What both judged.
    yes
        How many yeses both gave together.
    differ
        On how many units they differ.
    """
    no = 2 * units - yes
    return 1 - (2 * units - 1) * differ / (no * yes) if no and yes else None
