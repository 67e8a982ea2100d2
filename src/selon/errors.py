"""The errors selon raises, in one tree.

    SelonError
    ├── InputError        a file or row that cannot be read
    ├── LanguageError     a language that is missing, or a bad row in its folder
    └── PipelineError     a syntax pipeline that is missing or has other labels

A message says what was wrong and where, what was expected, the usual cause, and what to do next.
"""

from __future__ import annotations


class SelonError(Exception):
    """Base of all errors that selon raises on purpose."""


class InputError(SelonError):
    """A file, row or option that cannot be read as given."""


class LanguageError(SelonError):
    """A language without a folder, or a bad row in its folder."""


class PipelineError(SelonError):
    """A syntax pipeline that cannot be loaded or does not speak Universal Dependencies."""
