"""The words of a language, cut as its treebanks cut them."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TYPE_CHECKING

import spacy
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language as SpacyLanguage

ALPHA = "a-zA-ZÀ-ÖØ-öø-ÿŒœŠšŽžĀ-ſ"
APOSTROPHES = ("'", "’")


def build_tokenizer(nlp: SpacyLanguage, code: str) -> Tokenizer:
    """A spaCy tokenizer after the `[tokenizer]` table of `lang/<code>/language.toml`.

    Token F1 on raw Sequoia test: 99.3, against 98.7 for spaCy's own French rules, at twice the speed
    (measured by the recipe in `training/`).
    """
    path = resources.files("selon") / "lang" / code / "language.toml"
    rules = tomllib.loads(path.read_text(encoding="utf-8"))["tokenizer"]
    prefixes = list(nlp.Defaults.prefixes or ()) + [p.replace("{alpha}", ALPHA) for p in rules["prefixes"]]
    infixes = [p.replace("{alpha}", ALPHA) for p in rules["infixes"]]
    exceptions = {
        form: value
        for form, value in nlp.Defaults.tokenizer_exceptions.items()
        if "-" not in form and not any(a in form for a in APOSTROPHES)
    }
    for word in rules["whole"]:
        for form in (word, word[0].upper() + word[1:]):
            exceptions[form] = [{ORTH: form}]
    return Tokenizer(
        nlp.vocab,
        rules=exceptions,
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(list(nlp.Defaults.suffixes or ())).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        url_match=nlp.Defaults.url_match,
    )


@spacy.registry.tokenizers("selon.tokenizer.v1")
def create_tokenizer(code: str) -> Callable[[SpacyLanguage], Tokenizer]:
    """Registered so that a saved pipeline finds its tokenizer again."""

    def make(nlp: SpacyLanguage) -> Tokenizer:
        return build_tokenizer(nlp, code)

    return make
