"""Damage done to hand-ins, by chance and always the same."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random

STRANGE: tuple[Any, ...] = (
    *(None, True, 0, -1, 2**63, 10**400, 1e308, 0.1, "", " ", "\x00", "\ud800", "\udfff" * 50, "=1+1", "a" * 3000),
    *("../../x", "\u202eabc", "9" * 400, [], {}, [[]], [None] * 50, {"": ""}, {"cells": 3}, {"text": {}}),
    *({"spans": [{}]}, {"cells": {"letter": []}}, {"choice": ["a"]}, {"order": [3]}, {"levels": {"x": 9**99}}),
)


def mutant(chance: random.Random, data: dict[str, Any]) -> bytes:
    """Return a hand-in with something wrong, often."""
    return chance.choice((flipped, cut, retyped, nested, renamed, doubled, swapped, constants))(chance, deepcopy(data))


def flipped(chance: random.Random, data: dict[str, Any]) -> bytes:
    content = bytearray(_raw(data))
    for _ in range(chance.choice((1, 1, 2, 20))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def cut(chance: random.Random, data: dict[str, Any]) -> bytes:
    content = _raw(data)
    begin, end = sorted(chance.randrange(len(content)) for _ in range(2))
    return chance.choice((content[:end], content[begin:], content[:begin] + content[end:], content * 2))


def retyped(chance: random.Random, data: dict[str, Any]) -> bytes:
    for _ in range(chance.choice((1, 1, 3))):
        place, key = _spot(chance, data)
        place[key] = deepcopy(chance.choice(STRANGE))
    return _raw(data)


def nested(chance: random.Random, data: dict[str, Any]) -> bytes:
    place, key = _spot(chance, data)
    depth = chance.choice((5, 50, 400))
    for _ in range(depth):
        place[key] = [place[key]] if chance.random() < 0.5 else {"cells": place[key]}
    return _raw(data)


def renamed(chance: random.Random, data: dict[str, Any]) -> bytes:
    place, key = _spot(chance, data)
    if isinstance(place, dict):
        place[chance.choice(("x", "", "\ud800", "cells", "text", "__proto__", "\x00"))] = place.pop(key)
    return _raw(data)


def doubled(chance: random.Random, data: dict[str, Any]) -> bytes:
    key = chance.choice([*data])
    return (
        _raw(data)[:-1] + f", {json.dumps(key)}: {json.dumps(chance.choice((data[key], None, 'Honest 1')))}}}".encode()
    )


def swapped(chance: random.Random, data: dict[str, Any]) -> bytes:
    answers = data["answers"]
    if len(answers) > 1:
        one, other = chance.sample([*answers], 2)
        answers[one], answers[other] = answers[other], answers[one]
    if chance.random() < 0.3:
        data["exercise"] = chance.choice(("09-matrix", "00-none", "x00-grid", "00", data["exercise"].upper()))
    return _raw(data)


def constants(chance: random.Random, data: dict[str, Any]) -> bytes:
    place, key = _spot(chance, data)
    place[key] = "@@"
    token = chance.choice((b"NaN", b"Infinity", b"-Infinity", b"1e999", b"9" * 5000, b"-0", b"01", b"0x1", b"nul"))
    return _raw(data).replace(b'"@@"', token)


def _spot(chance: random.Random, data: dict[str, Any]) -> tuple[Any, Any]:
    """Return a list or an object somewhere inside, and an index or name in it."""
    place: Any = data
    while True:
        key: Any = chance.choice([*place]) if isinstance(place, dict) else chance.randrange(len(place))
        inner = place[key]
        if not isinstance(inner, dict | list) or not inner or chance.random() < 0.25:
            return place, key
        place = inner


def _raw(data: object) -> bytes:
    return json.dumps(data).encode()
