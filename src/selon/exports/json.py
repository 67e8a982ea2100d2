"""Readings as JSON and JSON Lines, in UTF-8, with the keys in a fixed order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from selon.exports.contract import reading_object

if TYPE_CHECKING:
    from selon.model.reading import Reading

_SPREAD_SPAN = re.compile(r"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")


def line(reading: Reading) -> str:
    """One reading on one line, without its line end."""
    return line_of(reading_object(reading))


def line_of(value: Any) -> str:
    """A plain object on one line, without its line end."""
    return msgspec.json.encode(value).decode("utf-8")


def indented(reading: Reading) -> str:
    """One reading over several lines, for people; spans stay on one line."""
    return indented_of(reading_object(reading))


def indented_of(value: Any) -> str:
    """A plain object over several lines; a pair of numbers stays on one."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode("utf-8")
    return _SPREAD_SPAN.sub(r"[\1, \2]", text)
