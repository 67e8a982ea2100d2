"""Mentions without a noun: pronouns, possessives, *ce dernier*, and the first person of whoever speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.model.span import Span
from selon.stages.mention_candidate import Candidate

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.model.syntax import Sentence, Token

_OBJECTS = frozenset({"lui", "le", "eux", "leur", "elle"})
"""Lemmas of the third person under which the parser puts object pronouns."""


class Pronouns:
    """The anaphors of a language, from `[anaphors]` of its constructions."""

    def __init__(self, language: Language) -> None:
        self.subjects = language.words("anaphors", "subject")
        self.first = language.words("anaphors", "first_person")
        self.possessives = language.words("anaphors", "possessives") | {"son", "leur"}
        self.owners = language.words("anaphors", "plural_owners")
        self.plural_objects = language.words("anaphors", "plural_objects")
        feminine = language.words("anaphors", "feminine_objects")
        self.genders = {form: form in feminine for form in language.words("anaphors", "gendered_objects")}
        self.same = {form: (gender, number) for form, gender, number in language.settings["anaphors"]["same"]}

    def at(self, sent: Sentence, token: Token) -> Candidate | None:
        """The anaphor whose last word is `token`."""
        same = self._same(sent, token)
        if same is not None:
            return same
        if token.upos == "PRON":
            return self._pronoun(sent, token)
        if token.upos == "DET" and token.lemma in self.possessives and token.feats.get("Poss") == "Yes":
            plural = token.feats.get("Number[psor]") == "Plur" or token.text.casefold() in self.owners
            return Candidate(sent.i, token.i, token.span, "possessive", plural=plural, by="rule possessive")
        return None

    def _same(self, sent: Sentence, token: Token) -> Candidate | None:
        """*celui-ci*, *ce dernier*, *l'intéressé*; but *ces derniers jours* is a time."""
        if token.upos not in {"PRON", "ADJ", "NOUN", "VERB", "DET"}:
            return None
        before = sent.tokens[token.i - 1] if token.i > 0 else token
        after = sent.tokens[token.i + 1].upos if token.i + 1 < len(sent.tokens) else ""
        pair = f"{before.text} {token.text}".casefold().replace("’", "'").replace("' ", "'")
        form = token.text.casefold() if token.text.casefold() in self.same else pair
        if form not in self.same or (form == pair and after in {"NOUN", "PROPN", "ADJ", "NUM"}):
            return None
        gender, number = self.same[form]
        span = token.span if form != pair else Span(before.start, token.end)
        return Candidate(sent.i, token.i, span, "nominal", plural=number == "plural", feminine=gender == "feminine", by="rule same")

    def _pronoun(self, sent: Sentence, token: Token) -> Candidate | None:
        form = token.text.casefold().lstrip("-").removeprefix("t-")
        if form in self.first:
            plural = token.feats.get("Number") == "Plur"
            return Candidate(sent.i, token.i, token.span, "speaker", plural=plural, by="rule speaker")
        if form in self.subjects and (token.rel != "expl" or token.text.startswith("-")):
            feminine, plural = form.startswith("elle"), form.endswith("s")
            return Candidate(sent.i, token.i, token.span, "pronoun", plural=plural, feminine=feminine, by="rule pronoun")
        if token.lemma.casefold() in _OBJECTS and token.rel in {"iobj", "obj", "obl", "nmod"}:
            gender = self.genders.get(form) if token.rel == "obj" else None
            by = "rule pronoun object"
            return Candidate(sent.i, token.i, token.span, "pronoun", plural=form in self.plural_objects, feminine=gender, by=by)
        return None
