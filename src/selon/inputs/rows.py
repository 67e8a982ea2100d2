"""Articles as rows of a JSON Lines file.

    {"id": "depeche-1", "text": "…", "lang": "fr", "published": "2023-09", "title": "…", "url": "…", "outlet": "…", "triggers": [[10, 17]]}

`id` and `text` are needed, the rest is optional, further keys are kept under `extra`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from selon.errors import InputError
from selon.inputs.text import MAX_BYTES, check_text, parse_published, text_id
from selon.model.document import Document
from selon.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selon.model.dates import DateInterval

KNOWN = ("id", "text", "lang", "title", "published", "url", "outlet", "triggers")


@dataclass(frozen=True, slots=True)
class Row:
    """An article to read, and the spans whose factuality is asked for."""

    document: Document
    asked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """What stands in the place of an article that could not be read.

    Attributes:
        id: the `id` of its row as it came; None when the row has none.
        error: name of the error, e.g. `InputError`.
        message: what was wrong, what was expected, the usual cause, what to do.
    """

    id: Any
    error: str
    message: str


def read_rows(lines: Iterable[bytes], *, name: str, lang: str, published: DateInterval | None = None) -> Iterator[Row | Unread]:
    """The articles of a JSON Lines file, in order; a bad row gives an `Unread` in its place.

    Args:
        lines: the lines as bytes; empty ones are no rows.
        name: of the file, for messages.
        lang: language of the rows that name none.
        published: publication date of the rows that name none.
    """
    for number, line in enumerate(lines, start=1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield read_row(line, place=f"{name}:{number}", lang=lang, published=published)


def read_row(line: bytes, *, place: str, lang: str, published: DateInterval | None = None) -> Row | Unread:
    """One row, or why it cannot be read."""
    row_id: Any = None
    try:
        row = _decode(line, place)
        row_id = row.get("id")
        return _row_of(row, place, lang, published)
    except InputError as error:
        return Unread(row_id, type(error).__name__, str(error))


def _decode(line: bytes, place: str) -> dict[str, Any]:
    if len(line) > 2 * MAX_BYTES:
        raise InputError(f"{place}: {len(line)} bytes; expected one article. Usually line ends are missing. Put one row on a line.")
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(
            f'{place}: not a JSON row ({error}); expected {{"id": …, "text": …}} on one line, in UTF-8. '
            "Usually the file is one JSON document over many lines. Make rows of it: jq -c '.[]' FILE.json > FILE.jsonl"
        ) from error
    if not isinstance(row, dict):
        raise InputError(
            f'{place}: the row is {_kind(row)}; expected {{"id": …, "text": …}}. '
            "Usually the file is a JSON list. Make rows of it: jq -c '.[]' FILE.json > FILE.jsonl"
        )
    return row


def _row_of(row: dict[str, Any], place: str, lang: str, published: DateInterval | None) -> Row:
    text = _string(row, "text", place)
    if text is None:
        raise InputError(
            f'{place}: there is no "text"; expected the article under that key. '
            f"Usually it has another name (here: {', '.join(row) or 'no key at all'}). Rename it."
        )
    check_text(text, place)
    if len(text) > MAX_BYTES:
        raise InputError(f'{place}: "text" has {len(text)} characters; expected one article, at most {MAX_BYTES}. Split it into articles.')
    date = _string(row, "published", place)
    when = parse_published(date, place) if date else published
    document = Document(
        id=_string(row, "id", place) or text_id(text),
        text=text,
        lang=_string(row, "lang", place) or lang,
        title=_string(row, "title", place),
        published=when,
        published_by="given" if when is not None else None,
        url=_string(row, "url", place),
        outlet=_string(row, "outlet", place),
        extra={key: value for key, value in row.items() if key not in KNOWN},
    )
    return Row(document, _spans(row.get("triggers"), text, place))


def _string(row: dict[str, Any], key: str, place: str) -> str | None:
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value
    raise InputError(f'{place}: "{key}" is {_kind(value)}; expected text in quotation marks. Write "{key}": "{value}".')


def _spans(triggers: Any, text: str, place: str) -> tuple[Span, ...]:
    if triggers is None:
        return ()
    if not isinstance(triggers, list):
        raise InputError(f'{place}: "triggers" is {_kind(triggers)}; expected a list of [start, end]. Write "triggers": [[10, 17]].')
    return tuple(_span(pair, text, place) for pair in triggers)


def _span(pair: Any, text: str, place: str) -> Span:
    if isinstance(pair, list) and len(pair) == 2 and all(type(n) is int for n in pair) and 0 <= pair[0] < pair[1] <= len(text):
        return Span(pair[0], pair[1])
    raise InputError(
        f"{place}: the trigger {pair!r} is no span of the text; expected [start, end] with 0 ≤ start < end ≤ {len(text)}. "
        "Usually offsets count bytes or UTF-16 units; count Unicode characters."
    )


def _kind(value: Any) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "an object", type(None): "null"}
    return names.get(type(value), "something else")
