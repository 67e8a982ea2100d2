"""The words that may refer to an actor: names, titles, bodies, inhabitants, seats of power, pronouns.

A mention is found here and resolved in `actors.py`; nothing is decided twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from selon.model.span import Span
from selon.stages.mention_tables import fold, read_names
from selon.stages.predications import noun_phrase, preposition

if TYPE_CHECKING:
    from selon.knowledge.directory import Directory
    from selon.lang.language import Language
    from selon.lang.schema import Row
    from selon.model.syntax import Sentence, Token
    from selon.stages.mention_tables import Role


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may refer to an actor, before anybody knows to whom.

    Attributes:
        sentence, head: where its head word stands.
        span: the noun phrase.
        kind: as in `selon.model.Mention`.
        name: the proper name in it, "" without.
        label: PER, LOC, ORG or MISC of the name, "" without.
        role: the noun that says what it is; None for bare names and pronouns.
        country: alpha-3 when the phrase says it, else None.
        actor_kind: kind that the phrase by itself gives, "" when it gives none.
        plural, feminine: from the features of the head; None when they do not say.
        definite: with a definite, demonstrative or possessive determiner (or none at all for names).
        count: *les deux hommes* → 2; 0 without a number.
        complement: lemma of what the role is of (*défense*), "" without.
        key: identity in a knowledge base, "" without.
        by: row or rule.
    """

    sentence: int
    head: int
    span: Span
    kind: str
    name: str = ""
    label: str = ""
    role: str | None = None
    country: str | None = None
    actor_kind: str = ""
    plural: bool | None = None
    feminine: bool | None = None
    definite: bool = True
    count: int = 0
    complement: str = ""
    key: str = ""
    by: str = "default"
    heads: tuple[int, ...] = field(default=())


def find_candidates(sents: tuple[Sentence, ...], language: Language, directory: Directory) -> tuple[Candidate, ...]:
    """All candidates of a document in the order of the text; a word heads at most one."""
    finder = _Finder(language, directory)
    found = [candidate for sent in sents for candidate in finder.sentence(sent)]
    return tuple(sorted(found, key=lambda c: (c.sentence, c.span.start, -c.span.end)))


class _Finder:
    """One pass over a sentence; keeps the tables at hand, no state between sentences."""

    def __init__(self, language: Language, directory: Directory) -> None:
        self.language = language
        self.names = read_names(language.code)
        self.directory = directory
        self.quantity = language.words("quantity", "heads")
        self.possessives = language.words("anaphors", "possessives")
        self.pronouns = language.words("anaphors", "subject")
        self.first = language.words("anaphors", "first_person")
        self.same = language.words("anaphors", "same")
        self.determiners: list[str] = language.settings["groups"]["determiners"]

    def sentence(self, sent: Sentence) -> list[Candidate]:
        taken: set[int] = set()
        found: list[Candidate] = []
        for first, last, label in self._spans(sent):
            head = self._head(sent, first, last)
            candidate = self._named(sent, first, last, head, label)
            found.append(candidate)
            taken.update(range(first, last))
            taken.update(candidate.heads)
        for token in sent.tokens:
            common = self._common(sent, token) if token.i not in taken else None
            if common is not None:
                found.append(common)
        return found

    # -- names

    def _spans(self, sent: Sentence) -> list[tuple[int, int, str]]:
        """Name spans: the model's, cut at what the tables know, and capitalised runs that only the tables know."""
        spans = [(e.first, e.last, e.label) for e in sent.entities]
        covered = {i for first, last, _ in spans for i in range(first, last)}
        tokens = sent.tokens
        i = 0
        while i < len(tokens):
            word = tokens[i].text
            if i in covered or not word[:1].isupper() or tokens[i].upos in {"DET", "ADP", "PRON", "PUNCT", "CCONJ", "SCONJ"}:
                i += 1
                continue
            end = self._known_run(sent, i, covered)
            if end > i:
                spans.append((i, end, "ORG"))
                covered.update(range(i, end))
                i = end
            elif tokens[i].upos == "PROPN" and tokens[i].text.casefold() not in self.names.demonyms:
                end = i + 1
                while end < len(tokens) and end not in covered and tokens[end].upos == "PROPN" and tokens[end].text[:1].isupper():
                    end += 1
                spans.append((i, end, "MISC"))
                covered.update(range(i, end))
                i = end
            else:
                i += 1
        return sorted(spans)

    def _known_run(self, sent: Sentence, i: int, covered: set[int]) -> int:
        """End of the longest run from `i` that a table or the directory knows by name, or `i`."""
        text_of = sent.tokens
        for end in range(min(i + 7, len(text_of)), i, -1):
            if any(k in covered for k in range(i, end)) or text_of[end - 1].upos in {"ADP", "DET", "PUNCT"}:
                continue
            name = _join(sent, i, end)
            if fold(name) in self.names.metonyms or self.directory.find(name):
                return end
        return i

    @staticmethod
    def _head(sent: Sentence, first: int, last: int) -> int:
        for i in range(first, last):
            if not first <= sent.tokens[i].head < last or sent.tokens[i].head == i:
                return i
        return first

    def _named(self, sent: Sentence, first: int, last: int, head: int, label: str) -> Candidate:
        name = _join(sent, first, last)
        title = self._title(sent, first, head, label)
        core = Span(sent.tokens[first].start, sent.tokens[last - 1].end)
        if title is not None:
            token, role = title
            begin, end = noun_phrase(sent, token.i)
            span = Span(min(sent.tokens[begin].start, core.start), max(sent.tokens[end - 1].end, core.end))
            base = self._noun(sent, token, role, span)
            return Candidate(
                sent.i, token.i, span, "title_name", name, label, base.role, base.country, base.actor_kind, base.plural, base.feminine,
                True, 0, base.complement, "", base.by, heads=(token.i, *range(first, last)),
            )  # fmt: skip
        begin, end = noun_phrase(sent, head)
        begin, end = min(begin, first), max(end, last)
        if sent.tokens[begin].upos not in {"DET", "PROPN", "NOUN", "ADJ", "X"}:
            begin = first
        span = Span(sent.tokens[begin].start, sent.tokens[end - 1].end)
        return self._identified(sent, head, span, core, name, label)

    def _identified(self, sent: Sentence, head: int, span: Span, core: Span, name: str, label: str) -> Candidate:
        """A bare name, with what the tables know about it."""
        metonym = self.names.metonyms.get(fold(name))
        plural = sent.tokens[head].feats.get("Number") == "Plur" or any(
            sent.tokens[c].rel == "det" and sent.tokens[c].feats.get("Number") == "Plur" for c in sent.children[head]
        )
        if metonym is not None:
            return Candidate(
                sent.i, head, core if metonym["seat"] == "acting" else span, "metonym", name, label,
                country=metonym["country"] or None, actor_kind=metonym["kind"],
                key=f"{metonym['seat']}:{fold(metonym['stands_for'])}", by=metonym.by,
            )  # fmt: skip
        entries = self.directory.find(name)
        if entries and not (label == "PER" and entries[0].kind == "country"):
            entry = entries[0]
            return Candidate(
                sent.i, head, span, "name", name, label, None, entry.country, entry.kind, plural, key=entry.id, by=f"actors:{entry.id}"
            )
        demonym = self.names.demonyms.get(name.casefold())
        if demonym is not None:
            return self._demonym(sent, sent.tokens[head], demonym, span)
        kind = {"PER": "person", "ORG": "organisation"}.get(label, "")
        feminine = self._courtesy(sent, core)
        return Candidate(sent.i, head, span, "name", name, label, actor_kind=kind, plural=plural, feminine=feminine, by="rule name")

    def _courtesy(self, sent: Sentence, name: Span) -> bool | None:
        """*Mme Kerviel*, *M. Karahan*: what the title before a name says of the sex; None without one."""
        before = [t.text for t in sent.tokens if t.end <= name.start][-1:]
        titles = self.language.settings["titles"]
        return True if before and before[0] in titles["feminine"] else False if before and before[0] in titles["masculine"] else None

    def _title(self, sent: Sentence, first: int, head: int, label: str) -> tuple[Token, Role] | None:
        """The role noun that a name belongs to: *le ministre russe de la Défense, Sergueï X*, *L'ONG Y*."""
        token = sent.tokens[head]
        for above in sent.ancestors(head):
            if token.rel not in {"appos", "flat", "nmod", "compound"} and token.dep != "flat:name":
                return None
            if token.rel == "nmod" and preposition(sent, token.i):
                return None
            role = self._role(sent, above)
            if role is not None and above.i < first:
                if _separated(sent, above.i, first):
                    return None
                person = role.kind == "person"
                if (
                    (label == "PER") == person
                    or label == "MISC"
                    or (not person and label in {"ORG", "LOC"} and role.kind not in {"government"})
                ):
                    return above, role
                return None
            token = above
        return None

    # -- common nouns, adjectives, pronouns

    def _common(self, sent: Sentence, token: Token) -> Candidate | None:
        upos = token.upos
        lower = token.text.casefold()
        if upos in {"NOUN", "PROPN"} or (upos == "ADJ" and token.text[:1].isupper() and token.i > 0):
            demonym = self.names.demonyms.get(lower)
            if demonym is not None and token.text[:1].isupper() and token.rel not in {"amod", "flat"}:
                begin, end = noun_phrase(sent, token.i)
                return self._demonym(sent, token, demonym, Span(sent.tokens[begin].start, sent.tokens[end - 1].end))
            role = self._role(sent, token)
            if role is not None:
                begin, end = noun_phrase(sent, token.i)
                return self._noun(sent, token, role, Span(sent.tokens[begin].start, sent.tokens[end - 1].end))
            return self._counted(sent, token)
        if upos == "ADJ":
            demonym = self.names.demonyms.get(lower) or self.names.demonyms.get(token.lemma.casefold())
            if demonym is not None:
                return Candidate(sent.i, token.i, token.span, "adjective", country=demonym["country"] or None, actor_kind="country",
                                 key=_country_key(demonym), by=demonym.by)  # fmt: skip
            return None
        if upos == "PRON":
            return self._pronoun(sent, token)
        if upos == "DET" and token.lemma in self.possessives | {"son", "leur"} and token.feats.get("Poss") == "Yes":
            plural = token.feats.get("Number[psor]") == "Plur" or token.lemma == "leur"
            return Candidate(sent.i, token.i, token.span, "possessive", plural=plural, by="rule possessive")
        if upos in {"NUM"}:
            return self._counted(sent, token)
        return None

    def _pronoun(self, sent: Sentence, token: Token) -> Candidate | None:
        lemma = token.text.casefold().lstrip("-").removeprefix("t-")
        if lemma in self.first:
            plural = token.feats.get("Number") == "Plur"
            return Candidate(sent.i, token.i, token.span, "speaker", plural=plural, by="rule speaker")
        if lemma in self.same:
            return Candidate(sent.i, token.i, token.span, "nominal", role=None, plural=lemma.endswith(("x-ci", "s-ci")), by="rule same")
        if lemma in self.pronouns and (token.rel != "expl" or token.text.startswith("-")):
            feminine, plural = lemma.startswith("elle"), lemma.endswith("s")
            return Candidate(sent.i, token.i, token.span, "pronoun", plural=plural, feminine=feminine, by="rule pronoun")
        if token.lemma.casefold() in {"lui", "eux", "leur", "elle"} and token.rel in {"iobj", "obj", "obl", "nmod"}:
            return Candidate(
                sent.i, token.i, token.span, "pronoun", plural=lemma in {"eux", "leur", "elles", "les"}, by="rule pronoun object"
            )
        return None

    def _counted(self, sent: Sentence, token: Token) -> Candidate | None:
        """*des milliers de personnes*: the counted noun says who."""
        if token.lemma.casefold() not in self.quantity:
            return None
        for c in sent.children[token.i]:
            child = sent.tokens[c]
            if child.rel in {"nmod", "obl"} and preposition(sent, c) == "de":
                inner = self._common(sent, child) if child.upos in {"NOUN", "PROPN"} else None
                if inner is not None and inner.kind in {"nominal", "demonym", "group"}:
                    begin, end = noun_phrase(sent, token.i)
                    span = Span(sent.tokens[begin].start, max(sent.tokens[end - 1].end, inner.span.end))
                    return Candidate(
                        sent.i, token.i, span, "nominal", role=inner.role, country=inner.country, actor_kind=_plural_kind(inner.actor_kind),
                        plural=True, definite=False, complement=inner.complement, by=inner.by, heads=(c,),
                    )  # fmt: skip
        return None

    def _role(self, sent: Sentence, token: Token) -> Role | None:
        if token.upos not in {"NOUN", "PROPN", "ADJ"}:
            return None
        for form in (token.lemma.casefold(), token.text.casefold()):
            for role in self.names.roles.get(form, ()):
                if not role.rest or _follows(sent, token.i, role.rest):
                    return role
        return None

    def _noun(self, sent: Sentence, token: Token, role: Role, span: Span) -> Candidate:
        country, complement, count, definite = None, "", 0, False
        plural = token.feats.get("Number") == "Plur"
        feminine: bool | None = token.feats.get("Gender") == "Fem" if "Gender" in token.feats else None
        for c in sent.children[token.i]:
            child = sent.tokens[c]
            if child.rel == "amod" and country is None:
                demonym = self.names.demonyms.get(child.text.casefold())
                country = (demonym["country"] or None) if demonym is not None else None
            elif child.rel == "nmod" and preposition(sent, c) in {"de", "en"}:
                place = self._country(sent, c)
                country = country or place
                if place is None and not complement:
                    complement = child.lemma.casefold()
            elif child.rel == "det":
                definite = child.feats.get("Definite") == "Def" or (
                    child.feats.get("PronType") in {"Art", "Dem", "Prs"} and child.feats.get("Definite") != "Ind"
                )
                plural = plural or child.feats.get("Number") == "Plur"
            elif child.rel == "nummod" or child.upos == "NUM":
                if child.text.casefold() in self.determiners:
                    count = self.determiners.index(child.text.casefold()) + 2
                plural = True
        kind = _plural_kind(role.kind) if plural else role.kind
        return Candidate(
            sent.i, token.i, span, "document" if kind == "document" else "nominal", role=role.lemma, country=country, actor_kind=kind,
            plural=plural, feminine=feminine, definite=definite, count=count, complement=complement, by=role.row.by,
        )  # fmt: skip

    def _country(self, sent: Sentence, i: int) -> str | None:
        """The country that the name at `i` is or stands for."""
        for entity in sent.entities:
            if entity.first <= i < entity.last:
                return self._country_of(_join(sent, entity.first, entity.last))
        return self._country_of(sent.tokens[i].text) if sent.tokens[i].text[:1].isupper() else None

    def _country_of(self, name: str) -> str | None:
        entries = self.directory.find(name)
        if entries and entries[0].kind == "country":
            return entries[0].country
        row = self.names.places.get(fold(name))
        if row is not None:
            return row["country"] or None
        return None

    def _demonym(self, sent: Sentence, token: Token, row: Row, span: Span) -> Candidate:
        plural = token.feats.get("Number") == "Plur" or any(
            sent.tokens[c].rel in {"det", "nummod"} and sent.tokens[c].feats.get("Number", "Plur") == "Plur" for c in sent.children[token.i]
        )
        definite = any(sent.tokens[c].feats.get("Definite") == "Def" for c in sent.children[token.i])
        return Candidate(
            sent.i, token.i, span, "demonym", role=fold(row["masculine"]), country=row["country"] or None,
            actor_kind="group" if plural else "person", plural=plural, definite=definite, by=row.by,
        )  # fmt: skip


def _country_key(row: Row) -> str:
    return row["country"] or fold(row["place"])


def _plural_kind(kind: str) -> str:
    return "group" if kind == "person" else kind


def _join(sent: Sentence, first: int, last: int) -> str:
    """The characters from one token to another, rebuilt from tokens and their gaps."""
    tokens = sent.tokens
    return tokens[first].text + "".join(" " * (tokens[i].start - tokens[i - 1].end) + tokens[i].text for i in range(first + 1, last))


def _follows(sent: Sentence, i: int, rest: tuple[str, ...]) -> bool:
    """Do the words of `rest` stand after token `i`, each at most one word further on?"""
    at = i + 1
    for word in rest:
        for step in (0, 1):
            if at + step < len(sent.tokens):
                token = sent.tokens[at + step]
                if word.casefold() in {token.text.casefold().replace("’", "'"), token.lemma.casefold(), token.lemma.casefold() + "'"}:
                    at += step + 1
                    break
        else:
            return False
    return True


def _separated(sent: Sentence, left: int, right: int) -> bool:
    """Is there a verb or a second comma between a title and a name?"""
    between = sent.tokens[left + 1 : right]
    return any(t.upos in {"VERB", "AUX", "PRON"} for t in between) or sum(t.text == "," for t in between) > 1 or len(between) > 14
