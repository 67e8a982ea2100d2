"""Articles as plain text files, or from standard input."""

from __future__ import annotations

import re
import sys
from hashlib import sha256
from pathlib import Path

from selon.errors import InputError
from selon.model.dates import DateInterval
from selon.model.document import Document

MAX_BYTES = 5_000_000
"""No news report is longer (a novel has about one million characters); what is, is an archive or not text at all."""

_SIGNATURES = (
    (b"%PDF", "It is a PDF file. Extract its text first: pdftotext FILE.pdf FILE.txt"),
    (b"PK\x03\x04", "It is a compressed or office file (docx, odt, zip). Save it as plain text first."),
    (b"\xff\xfe", "It is UTF-16, as some editors save it. Convert it first: iconv -f UTF-16 -t UTF-8 FILE > NEW"),
    (b"\xfe\xff", "It is UTF-16, as some editors save it. Convert it first: iconv -f UTF-16 -t UTF-8 FILE > NEW"),
    (b"\x1f\x8b", "It is compressed with gzip. Unpack it first: gunzip FILE"),
    (b"\xfd7zXZ", "It is compressed with xz. Unpack it first: unxz FILE"),
)  # fmt: skip
_TIME_OF_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*")


def read_file(name: str, *, lang: str, published: DateInterval | None = None) -> Document:
    """The article in one file; `-` is standard input.

    The text keeps every character, line ends included; only a byte order mark is left out.

    Raises:
        InputError: the file cannot be opened, is not UTF-8 text, is empty, or is longer than `MAX_BYTES`.
    """
    place = "standard input" if name == "-" else name
    text = decode(_bytes_of(name), place)
    check_text(text, place)
    extra = {} if name == "-" else {"file": Path(name).name}
    return Document(
        id=text_id(text), text=text, lang=lang, published=published, published_by="given" if published is not None else None, extra=extra
    )


def _bytes_of(name: str) -> bytes:
    try:
        if name == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise InputError(
            f"{name}: there is no such file; expected a text file. Usually the name is misspelt or the folder is another one. "
            "Check with: ls, or give - to read standard input."
        ) from error
    except IsADirectoryError as error:
        raise InputError(f"{name}: this is a folder; expected a text file. Give its files instead: {name.rstrip('/')}/*.txt") from error
    except OSError as error:
        raise InputError(
            f"{name}: cannot be opened ({error.strerror}); expected a readable text file. "
            "Usually the permissions forbid it. Check with: ls -l"
        ) from error


def decode(data: bytes, place: str) -> str:
    """The characters of a file; `place` names it in messages.

    Raises:
        InputError: too long, not text, or not UTF-8; names the byte and the usual cause.
    """
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{place}: more than {MAX_BYTES // 1_000_000} MB; expected one article. Usually it is a whole archive in one file. "
            'Write one article a line as {"id": …, "text": …} and use: selon read --input FILE.jsonl'
        )
    _refuse_binary(data, place)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        offset = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        raise InputError(
            f"{place}: byte {offset} (0x{data[offset]:02x}) is not UTF-8; expected UTF-8 text. "
            "Usually the file is Latin-1 or Windows-1252. Convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW"
        ) from error


def _refuse_binary(data: bytes, place: str) -> None:
    for signature, advice in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"{place}: not plain text; expected a UTF-8 text file. {advice}")
    offset = data.find(b"\0")
    if offset >= 0:
        raise InputError(
            f"{place}: byte {offset} is zero, so this is not plain text; expected a UTF-8 text file. "
            "Usually it is a picture, an office file or UTF-16 text. Save it as plain text in UTF-8."
        )


def check_text(text: str, place: str) -> None:
    """Refuse an article without a word.

    Raises:
        InputError: there is nothing but white space.
    """
    if not text.strip():
        raise InputError(
            f"{place}: the text is empty; expected an article. "
            "Usually a download or a conversion failed before. Look into it and fetch it again."
        )


def text_id(text: str) -> str:
    """The name of an article that was given none: the first 16 hexadecimal digits of the SHA-256 of its text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def parse_published(value: str, place: str) -> DateInterval:
    """The publication date as an interval; the day alone is kept of a date with a time of day.

    Raises:
        InputError: no date of the form YYYY, YYYY-MM or YYYY-MM-DD; `place` says where it stood.

    >>> parse_published("2023-09-17T08:30:00+02:00", "row 1").edtf()
    '2023-09-17'
    """
    match = _TIME_OF_DAY.fullmatch(value.strip())
    try:
        return DateInterval.parse(match[1] if match else value)
    except (ValueError, OverflowError) as error:
        raise InputError(
            f'{place}: the publication date is "{value}"; expected YYYY, YYYY-MM or YYYY-MM-DD. '
            "Usually day and month come first, or the month has one digit. Write 2023-09-17, or 2023-09 when only the month is known."
        ) from error
