"""How each conditional of the text is meant: the first rule of `conditionals.toml` that fits decides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from selon.errors import LanguageError
from selon.lang.language import load_language
from selon.model.conditional import READINGS, Conditional
from selon.stages.phrases import negation
from selon.stages.predications import finite_verb

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selon.lang.language import Language
    from selon.model.syntax import Sentence, Token

_NO_CONDITION = frozenset({"name", "reading", "examples"})
_DEFAULT = "hypothetical"
_CLAUSES = {"acl:relcl": "relative", "ccomp": "content", "advcl": "adverbial", "parataxis": "parenthetical"}
_PAST = frozenset({"Past", "Imp"})


def find_conditionals(sents: tuple[Sentence, ...], language: Language) -> tuple[Conditional, ...]:
    """The conditionals of a document in the order of the text; () for a language without `conditionals.toml`."""
    rules = _rules(language.code)
    if not rules:
        return ()
    return tuple(_read(sent, token, language, rules) for sent in sents for token in sent.tokens if token.feats.get("Mood") == "Cnd")


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of `conditionals.toml`: what must hold, and the reading that follows."""

    name: str
    reading: str
    conditions: tuple[tuple[str, Any], ...]


@cache
def _rules(code: str) -> tuple[Rule, ...]:
    settings = load_language(code).settings.get("conditionals", {})
    return tuple(_rule(row, settings.get("lists", {}), code) for row in settings.get("rule", ()))


def _rule(row: Mapping[str, Any], lists: Mapping[str, list[str]], code: str) -> Rule:
    conditions = {name: value for name, value in row.items() if name not in _NO_CONDITION}
    unknown = [name for name in conditions if not hasattr(_View, name.removesuffix("_not"))]
    if row["reading"] not in READINGS or unknown:
        wrong, expected = (
            (f'reading "{row["reading"]}"', READINGS) if not unknown else (f'condition "{unknown[0]}"', "those listed at its head")
        )
        raise LanguageError(
            f'lang/{code}/conditionals.toml, rule "{row.get("name")}": {wrong}; expected {expected}. '
            "Usually it is misspelt. See docs/reference/lexicons.md."
        )
    words = {name: frozenset(lists.get(value, ())) or value if isinstance(value, str) else value for name, value in conditions.items()}
    return Rule(row["name"], row["reading"], tuple(words.items()))


def _read(sent: Sentence, token: Token, language: Language, rules: tuple[Rule, ...]) -> Conditional:
    view = _View(sent, token, language)
    rule = next((r for r in rules if all(view.holds(name, wanted) for name, wanted in r.conditions)), None)
    reading, by = (rule.reading, f"{language.code}/conditionals.toml:{rule.name}") if rule is not None else (_DEFAULT, "default")
    return Conditional(token.span, sent.i, token.i, view.predicate.i, reading, by)


class _View:
    """What the rules may ask about one conditional; each condition is a method of its name."""

    def __init__(self, sent: Sentence, token: Token, language: Language) -> None:
        self.sent, self.token, self.language = sent, token, language
        self.predicate = sent.tokens[token.head] if token.rel in {"aux", "cop"} else token
        self.perfect_head = self._participle()

    def holds(self, name: str, wanted: Any) -> bool:
        """Does the condition of this name hold?  With `_not` at its end it must not."""
        asked, refused = name.removesuffix("_not"), name.endswith("_not")
        return bool(getattr(self, asked)(wanted)) != refused

    def _participle(self) -> Token | None:
        """The participle of a perfect conditional: *aurait signé*, *serait parti*, *se serait rendu*; not *serait détenu*."""
        head = self.predicate
        if self.token.rel == "aux":
            if self.token.lemma == "être" and not self._moves(head):
                return None
            return head
        if self.token.lemma != "avoir":
            return None
        following = self.sent.tokens[self.token.i + 1 : self.token.i + 12]  # *auraient, pour le compte de X, fait*
        return next((t for t in following if t.feats.get("VerbForm") == "Part" and t.feats.get("Tense") == "Past"), None)

    def _moves(self, head: Token) -> bool:
        """Does *être* make a past of it rather than a passive?"""
        reflexives = self.language.words("particles", "reflexives")
        pronominal = any(self.sent.tokens[c].lemma in reflexives for c in self.sent.children[head.i])
        return pronominal or head.lemma in self.language.words("particles", "unaccusative")

    def perfect(self, wanted: bool) -> bool:
        return (self.perfect_head is not None) == wanted

    def lemma(self, wanted: frozenset[str]) -> bool:
        """The predicate, or the participle that the parser hung elsewhere."""
        return self.token.lemma in wanted or (self.perfect_head or self.predicate).lemma in wanted

    def form(self, wanted: frozenset[str]) -> bool:
        """The finite form alone: *être* as copula or passive, *avoir* with an object."""
        return self.token.lemma in wanted

    def subject(self, wanted: frozenset[str]) -> bool:
        return any(t.lemma.casefold() in wanted or t.text.casefold() in wanted for t in self._subjects())

    def _subjects(self) -> list[Token]:
        return [self.sent.tokens[c] for c in self.sent.children[self.predicate.i] if self.sent.tokens[c].rel == "nsubj"]

    def complement(self, wanted: frozenset[str]) -> bool:
        """A noun or adverb right of the verb: *aurait besoin de*."""
        below = self.sent.tokens[self.token.i + 1 : self.token.i + 5]
        return any(t.lemma.casefold() in wanted for t in below)

    def clause(self, wanted: str) -> bool:
        return _CLAUSES.get(self.predicate.dep, _CLAUSES.get(self.predicate.rel, "main")) == wanted

    def impersonal(self, wanted: bool) -> bool:
        return any(self.sent.tokens[c].rel == "expl" for c in self.sent.children[self.predicate.i]) == wanted

    def mark(self, wanted: frozenset[str]) -> bool:
        """The conjunction of its clause."""
        marks = [self.sent.tokens[c] for c in self.sent.children[self.predicate.i] if self.sent.tokens[c].rel == "mark"]
        return any(t.lemma.casefold() in wanted or t.text.casefold() in wanted for t in marks)

    def opens(self, wanted: frozenset[str]) -> bool:
        return self.sent.tokens[0].lemma.casefold() in wanted

    def head(self, wanted: str) -> bool:
        """A part of speech or verb form."""
        return wanted in {self.predicate.upos, self.predicate.feats.get("VerbForm")}

    def before(self, wanted: frozenset[str]) -> bool:
        """The words right before the verb, clitics between: *ce qui n'en serait*."""
        text = " ".join(t.text.casefold() for t in self.sent.tokens[max(0, self.token.i - 4) : self.token.i])
        return any(f" {phrase} " in f" {text} " for phrase in wanted)

    def beside(self, wanted: frozenset[str]) -> bool:
        """One of these words or phrases in the sentence."""
        text = " " + " ".join(t.text.casefold().replace("’", "'") for t in self.sent.tokens) + " "
        return any(f" {phrase} " in text for phrase in wanted)

    def question(self, wanted: bool) -> bool:
        return (self.sent.tokens[-1].text == "?" or any(t.text == "?" for t in self.sent.tokens[-3:])) == wanted

    def condition(self, wanted: bool) -> bool:
        """A clause in *si* that is no indirect question: its verb hangs as an adverbial clause, or its *si* opens the sentence."""
        return self._has_condition() == wanted

    def _has_condition(self) -> bool:
        words = self.language.words("conditional", "condition")
        for token in self.sent.tokens:
            if token.text.casefold().replace("’", "'") not in words or token.upos not in {"SCONJ", "ADV", "PRON"}:
                continue
            clause = self.sent.tokens[token.head]
            marks = [c for c in self.sent.children[clause.i] if self.sent.tokens[c].rel == "mark"]
            if token.rel == "mark" and (
                (clause.rel != "ccomp" and clause.i != self.predicate.i) or (len(marks) > 1 and marks[-1] == token.i)
            ):
                return True  # *que si les États avaient agi, des vies auraient été sauvées*, with both marks on one verb
        return False

    def negated(self, wanted: bool) -> bool:
        return (negation(self.sent, self.predicate.i, self.language) is not None) == wanted

    def above(self, wanted: str) -> bool:
        """past: the clause that governs this one tells of the past; participles and infinitives pass the question on."""
        for token in self.sent.ancestors(self.predicate.i):
            if finite_verb(self.sent, token.i).feats.get("VerbForm") != "Fin":
                continue
            if token.upos in {"VERB", "AUX"} or any(self.sent.tokens[c].rel == "cop" for c in self.sent.children[token.i]):
                return self._is_past(token) == (wanted == "past")
        return False

    def _is_past(self, token: Token) -> bool:
        verb = finite_verb(self.sent, token.i)
        if verb.feats.get("Mood") == "Cnd":
            return False
        if verb is not token:
            return verb.dep == "aux:tense" or verb.feats.get("Tense") in _PAST
        return verb.feats.get("VerbForm") == "Fin" and verb.feats.get("Tense") in _PAST
