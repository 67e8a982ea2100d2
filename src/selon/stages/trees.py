"""Trees mended where parsers go wrong by construction, once for all stages.

Each mend names a construction of the language whose usual tree is a mistake of the training data or of their reading:
*plus de 80 personnes ont été arrêtées* has its noun as subject, *demande au préfet des renforts* an object.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from selon.stages.lemmas import clause_verb, verb_forms

if TYPE_CHECKING:
    from collections.abc import Callable

    from selon.lang.language import Language
    from selon.model.syntax import Sentence, Token


def mend_trees(sents: tuple[Sentence, ...], language: Language) -> tuple[Sentence, ...]:
    """The sentences, with the trees that a construction is known to break put right."""
    return tuple(mend_tree(sent, language) for sent in sents)


def mend_tree(sent: Sentence, language: Language) -> Sentence:
    """One sentence with its tree put right; the very same one when nothing is to mend."""
    draft = _Draft(sent, language)
    for token in sent.tokens:
        for mend in _MENDS.get(token.upos, ()):
            mend(draft, token.i)
    draft.bare_subject()
    draft.subject_behind_adjunct()
    return draft.sentence()


_PRESENT = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin", "Person": "3"}
_PAST = {"VerbForm": "Part", "Tense": "Past"}
_ACTIVE = {"nsubj:pass": "nsubj", "aux:pass": "aux:tense", "expl:pass": "expl:pv"}
"""Relations of a passive, and what they are when the verb is none."""


class _Draft:
    """The tokens of a sentence while heads are moved."""

    def __init__(self, sent: Sentence, language: Language) -> None:
        self.sent = sent
        self.tokens = list(sent.tokens)
        self.below: list[tuple[int, ...]] = list(sent.children)
        self.language = language

    def sentence(self) -> Sentence:
        if all(new is old for new, old in zip(self.tokens, self.sent.tokens, strict=True)):
            return self.sent
        return replace(self.sent, tokens=tuple(self.tokens), children=tuple(self.below))

    def _set(self, i: int, head: int, dep: str, *, upos: str | None = None, lemma: str | None = None) -> None:
        token = self.tokens[i]
        self._put(replace(token, head=head, dep=dep, upos=upos or token.upos, lemma=lemma or token.lemma))

    def _put(self, token: Token) -> None:
        """The token in its place, below its new head."""
        old = self.tokens[token.i].head
        if old != token.head:
            self.below[old] = tuple(c for c in self.below[old] if c != token.i)
            if token.head != token.i:
                self.below[token.head] = tuple(sorted((*self.below[token.head], token.i)))
        self.tokens[token.i] = token

    def _children(self, i: int, *rels: str) -> list[Token]:
        if not rels:
            return [self.tokens[c] for c in self.below[i]]
        return [t for c in self.below[i] if (t := self.tokens[c]).rel in rels]

    def _is_genitive(self, token: Token) -> bool:
        return token.lemma in self.language.words("prepositions", "genitive")

    def auxiliary_at_root(self, i: int) -> None:
        """*ont défilé devant X*: the participle behind an auxiliary at the root is the verb."""
        auxiliary, verb = self.tokens[i], self.tokens[min(i + 1, len(self.tokens) - 1)]
        if auxiliary.head != i or auxiliary.upos != "AUX" or verb.head != i or verb.upos not in {"VERB", "ADJ"} or verb.i == i:
            return
        lemma = verb_forms(self.language.code).get(verb.text.casefold())
        if lemma is None:
            return
        self._put(replace(verb, upos="VERB", lemma=lemma, head=verb.i, dep="root", feats={**verb.feats, **_PAST}))
        for child in self._children(i):
            self._set(child.i, verb.i, child.dep)
        self._set(i, verb.i, "aux:tense")

    def quasi(self, i: int) -> None:
        """*le soi-disant attentat*: a word that only qualifies the noun behind it."""
        token = self.tokens[i]
        noun = self.tokens[min(i + 1, len(self.tokens) - 1)]
        if token.text.casefold() not in self.language.words("particles", "qualifiers") or noun.head != i or noun.i == i:
            return
        for child in self._children(i):
            self._set(child.i, noun.i, child.dep)
        self._set(noun.i, noun.i if token.head == i else token.head, token.dep, upos="NOUN")
        self._set(i, noun.i, "amod", upos="ADJ")

    def behind_adjective(self, i: int) -> None:
        """*a rencontré des industriels turcs la veille à Ankara*: an adjective has no object; time and place belong to the verb."""
        adjective = self.tokens[i]
        noun = self.tokens[adjective.head]
        verb = self.tokens[noun.head]
        if (adjective.upos, adjective.rel) != ("ADJ", "amod") or verb.upos != "VERB" or not self._children(i, "obj"):
            return
        for child in self._children(i, "obj", "obl"):
            if child.i > i:
                self._set(child.i, verb.i, "obl:mod")

    def none_of(self, i: int) -> None:
        """*Il n'y a pas eu d'accord*: the noun is what there was none of."""
        noun = self.tokens[i]
        article = self.tokens[noun.head]
        verb = self.tokens[article.head]
        if (
            (noun.upos, noun.rel) == ("NOUN", "fixed")
            and article.i == i - 1
            and self._is_genitive(replace(article, lemma="de"))
            and verb.upos == "VERB"
        ):
            self._set(i, verb.i, "obj")
            self._set(article.i, i, "det")

    def agent_of_passive(self, i: int) -> None:
        """*annulée il y a deux mois par le tribunal*: *par* behind a time of a passive names who did it."""
        noun = self.tokens[i]
        time = self.tokens[noun.head]
        if noun.rel != "nmod" or time.rel != "obl":
            return
        verb = self.tokens[time.head]
        by = any(t.lemma in self.language.words("particles", "agent_prepositions") for t in self._children(i, "case"))
        passive = any(t.dep == "aux:pass" for t in self._children(verb.i, "aux"))
        if by and passive and verb.upos == "VERB":
            self._set(i, verb.i, "obl:agent")

    def below_auxiliary(self, i: int) -> None:
        """*Les syndicats ont défilé*: what the parser hung on an auxiliary belongs to its verb."""
        auxiliary = self.tokens[i]
        if auxiliary.rel not in {"aux", "cop"} or auxiliary.head == i or auxiliary.dep == "aux:caus":
            return
        if auxiliary.upos == "VERB" and auxiliary.lemma in self.language.words("particles", "auxiliaries"):
            self._set(i, auxiliary.head, auxiliary.dep, upos="AUX")
        if self.tokens[i].upos == "AUX":
            for child in self._children(i, "nsubj", "obj", "obl", "iobj", "expl", "mark"):
                self._set(child.i, auxiliary.head, child.dep)

    def said_adjective(self, i: int) -> None:
        """*s'est dit optimiste sur X*: *dire* is the verb, the adjective its complement."""
        verb = self.tokens[i]
        adjective = self.tokens[verb.head]
        if (
            verb.upos not in {"VERB", "AUX"}
            or verb.rel not in {"aux", "cop", "advmod", "expl"}
            or verb.lemma not in self.language.words("particles", "declaring")
        ):
            return
        if adjective.i < i or not any(
            t.lemma in self.language.words("particles", "reflexives") for t in self._children(adjective.i, "expl", "obj", "iobj")
        ):
            return
        for child in self._children(adjective.i):
            if child.i < i:
                self._set(child.i, i, _ACTIVE.get(child.dep, child.dep))
        self._set(i, i if adjective.head == adjective.i else adjective.head, adjective.dep, upos="VERB")
        self._set(adjective.i, i, "xcomp")

    def moved(self, i: int) -> None:
        """*La ministre est revenue*: *être* makes a past of a verb of motion, not a passive."""
        if self.tokens[i].lemma in self.language.words("particles", "unaccusative") and not self._children(i, "obl:agent"):
            for child in self._children(i):
                if child.dep in {"nsubj:pass", "aux:pass"}:
                    self._set(child.i, i, _ACTIVE[child.dep])

    def noun_for_clause(self, i: int) -> None:
        """*dit que le témoin pleurait*: a noun that *que* introduces like a preposition, with its verb behind it as an adjective."""
        que = self.tokens[i]
        if que.rel == "mark" and self.tokens[que.head].rel == "nsubj":
            self._set(i, self.tokens[que.head].head, "mark")  # *que les prétendues pressions étaient un mensonge*
            return
        if que.lemma != "que" or que.rel != "case" or que.head <= i or que.head + 1 >= len(self.tokens):
            return
        noun, verb = self.tokens[que.head], self.tokens[que.head + 1]
        if noun.upos not in {"NOUN", "PROPN"} or verb.head != noun.i or verb.upos not in {"ADJ", "NOUN", "ADV", "VERB"}:
            return
        lemma = clause_verb(verb.text, self.language)
        if lemma is None or self.tokens[noun.head].upos not in {"VERB", "NOUN", "ADJ"}:
            return
        for child in self._children(noun.i):
            if child.i > verb.i:
                self._set(child.i, verb.i, child.dep)
        self._put(replace(verb, upos="VERB", lemma=lemma, head=noun.head, dep="ccomp", feats=_PRESENT))
        self._set(i, verb.i, "mark")
        self._set(noun.i, verb.i, "nsubj")

    def adjective_first(self, i: int) -> None:
        """*connut un grave accident*: the noun after a fronted adjective is the head."""
        adjective = self.tokens[i]
        noun = self.tokens[i + 1] if i + 1 < len(self.tokens) else adjective
        if (adjective.upos, noun.upos, noun.head, noun.rel) != ("ADJ", "NOUN", i, "amod"):
            return
        for child in self._children(i):
            self._set(child.i, noun.i, child.dep)
        self._set(noun.i, noun.i if adjective.head == i else adjective.head, adjective.dep)
        self._set(i, noun.i, "amod")

    def count(self, i: int) -> None:
        """*Plus de 80 personnes ont été arrêtées*: the noun is the subject, the adverb counts it."""
        adverb = self.tokens[i]
        if adverb.upos != "ADV" or adverb.lemma.casefold() not in self.language.words("quantity", "degrees") or adverb.head == i:
            return
        noun = next((t for t in self._children(i, "obl", "nmod") if t.i > i and t.upos in {"NOUN", "PROPN", "PRON"}), None)
        if noun is None or i + 1 >= len(self.tokens) or not self._is_genitive(self.tokens[i + 1]) or not self._is_counted(noun):
            return
        dep = self._role(adverb)
        if dep is None:
            return
        for child in self._children(i):
            if child.i != noun.i and child.i > noun.i:
                self._set(child.i, noun.i, child.dep)
        self._set(noun.i, adverb.head, dep)
        self._set(i, noun.i, "advmod")
        self._set(i + 1, i, "fixed")

    def _is_counted(self, noun: Token) -> bool:
        return bool(self._children(noun.i, "nummod")) or noun.lemma in self.language.words("quantity", "heads")

    def _role(self, adverb: Token) -> str | None:
        """What the adverb stands for in its clause; None when the clause has no room for a counted noun."""
        verb = self.tokens[adverb.head]
        if self._children(adverb.i, "case") and adverb.rel not in {"nsubj", "obj"}:
            return None
        if adverb.rel in {"nsubj", "obj", "conj", "root"}:
            return adverb.dep
        if adverb.rel != "advmod" or verb.upos not in {"VERB", "AUX"}:
            return None
        if adverb.i > verb.i:
            return None if self._children(verb.i, "obj") else "obj"
        if self._children(verb.i, "nsubj"):
            return None
        return "nsubj:pass" if any(t.dep == "aux:pass" for t in self._children(verb.i)) else "nsubj"

    def ago(self, i: int) -> None:
        """*annulée il y a deux mois par le tribunal*: two complements, of which parsers make one."""
        words = self.language.settings["particles"].get("ago", [])
        first = self.tokens[i]
        if not words or [t.text.casefold() for t in self.tokens[i : i + len(words)]] != words or first.rel != "case":
            return
        agent = self.tokens[first.head]
        other = next((t for t in self._children(agent.i, "case") if t.i > i), None)
        time = next((t for t in self._children(i + len(words) - 1, "obj") if other is not None and t.i < other.i), None)
        if other is None or time is None:
            return
        self._set(time.i, agent.head, "obl:mod")
        self._set(i, time.i, "case")

    def partitive(self, i: int) -> None:
        """*les craintes de nombreux médecins*: the article of an object is the preposition of a complement."""
        token = self.tokens[i]
        noun = self.tokens[token.head]
        word = self.language.settings["elisions"].get(token.text.casefold(), token.text.casefold())
        if token.rel != "det" or noun.rel != "nmod" or word not in self.language.words("prepositions", "genitive"):
            return
        if not self._children(noun.i, "case"):
            self._set(i, noun.i, "case", upos="ADP", lemma=word)

    def dative_object(self, i: int) -> None:
        """*demande au préfet des renforts*: what is asked is no complement of the one who is asked."""
        verb = self.tokens[i]
        if verb.lemma not in self.language.words("control", "dative_object") or verb.upos != "VERB":
            return
        if any(t.rel in {"obj", "ccomp", "xcomp"} or t.dep in {"aux:pass", "nsubj:pass"} for t in self._children(i)):
            return
        for asked in self._children(i, "obl"):
            for noun in self._children(asked.i, "nmod"):
                self._free(noun, asked, verb)

    def _free(self, noun: Token, asked: Token, verb: Token) -> None:
        plural = self.language.words("prepositions", "plural_article")
        article = next((t for t in self._children(noun.i, "case", "det") if t.text.casefold() in plural), None)
        if article is None or noun.text[:1].isupper() or noun.i < asked.i < verb.i:
            return
        self._set(noun.i, verb.i, "obj")
        self._set(article.i, noun.i, "det", upos="DET", lemma="un")

    def accused(self, i: int) -> None:
        """*accuse le président d'avoir menti*: the infinitive is what he is accused of, no part of his name."""
        deed = self.tokens[i]
        if deed.dep != "acl" or deed.upos != "VERB":
            return
        noun = self.tokens[deed.head]
        verb = self.tokens[noun.head]
        has_mark = any(self._is_genitive(t) for t in self._children(i, "mark"))
        infinitive = any(t.feats.get("VerbForm") == "Inf" for t in (deed, *self._children(i, "aux")))
        if noun.rel != "obj" or not has_mark or not infinitive or verb.lemma not in self.language.words("control", "object"):
            return
        if noun.lemma not in self.language.cues and noun.lemma not in self.language.factuality:
            self._set(i, verb.i, "xcomp")

    def second_subject(self, i: int) -> None:
        """*avait protégé le général*: a subject behind an active verb that has one before it is its object."""
        verb = self.tokens[i]
        if verb.upos != "VERB" or not any(t.dep == "aux:tense" for t in self._children(i, "aux")):
            return
        if any(t.dep == "aux:pass" for t in self._children(i, "aux")):
            return
        subjects = self._children(i, "nsubj")
        if len(subjects) == 2 and subjects[0].i < i < subjects[1].i and subjects[1].upos in {"NOUN", "PROPN"}:
            self._set(subjects[1].i, i, "obj")

    def agreeing_relative(self, i: int) -> None:
        """*les relations entre les deux pays, qui ne sont pas rétablies*: a relative goes with the noun its participle agrees with."""
        verb = self.tokens[i]
        wanted = verb.feats.get("Gender"), verb.feats.get("Number")
        if verb.dep != "acl:relcl" or None in wanted or not any(t.dep == "aux:pass" for t in self._children(i, "aux")):
            return
        noun, seen = self.tokens[verb.head], {verb.head}
        if noun.feats.get("Gender") in {None, wanted[0]}:
            return
        while noun.rel in {"nmod", "obl", "appos", "conj"} and noun.head not in seen:
            noun = self.tokens[noun.head]
            seen.add(noun.i)
            if noun.upos == "NOUN" and (noun.feats.get("Gender"), noun.feats.get("Number")) == wanted:
                self._set(i, noun.i, verb.dep)
                return

    def bare_subject(self) -> None:
        """*Les soldats qui resteront seront chargés de C*: a noun at the root whose finite verb the parser hung on as an adjunct."""
        root = next((t for t in self.tokens if t.head == t.i), None)
        if root is None or root.upos not in {"NOUN", "PROPN"} or self._children(root.i, "cop", "nsubj"):
            return
        verb = next((t for t in self.tokens[root.i + 1 :] if self._is_main_verb(t, root)), None)
        if verb is None:
            return
        passive = any(t.dep == "aux:pass" for t in self._children(verb.i, "aux"))
        for child in self._children(root.i):
            if child.i > verb.i:
                self._set(child.i, verb.i, child.dep)
        self._set(verb.i, verb.i, "root")
        self._set(root.i, verb.i, "nsubj:pass" if passive else "nsubj")

    def subject_behind_adjunct(self) -> None:
        """*Sans donner de noms, Paul Durand a affirmé C*: the name behind the comma is the subject, no second object of the infinitive."""
        root = next((t for t in self.tokens if t.head == t.i), None)
        if root is None or root.upos != "VERB" or self._children(root.i, "nsubj", "expl", "csubj"):
            return
        for adjunct in self._children(root.i, "advcl"):
            objects = [t for t in self._children(adjunct.i, "obj") if adjunct.i < t.i < root.i and t.upos in {"NOUN", "PROPN"}]
            if len(objects) > 1 and any(t.text == "," for t in self.tokens[objects[0].i : objects[-1].i]):
                self._set(objects[-1].i, root.i, "nsubj")
                return

    def _is_main_verb(self, token: Token, root: Token) -> bool:
        """A finite verb in the number of the noun, without subject or mark, that hangs below it as participle or adjunct."""
        if token.upos != "VERB" or token.rel not in {"acl", "appos", "amod", "nmod", "advcl"} or token.dep == "acl:relcl":
            return False
        below = self._children(token.i)
        finite = next((t for t in (*below, token) if t.feats.get("VerbForm") == "Fin" and (t is token or t.rel == "aux")), None)
        if finite is None or any(t.rel in {"nsubj", "mark", "expl"} and t.i < token.i for t in below):
            return False
        numbers = finite.feats.get("Number"), root.feats.get("Number")
        return numbers[0] == numbers[1] and self._hangs_below(token, root)

    def _hangs_below(self, token: Token, root: Token) -> bool:
        seen = {token.i}
        while token.head != token.i and token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.i)
        return token.i == root.i


_MENDS: dict[str, tuple[Callable[[_Draft, int], None], ...]] = {
    "AUX": (_Draft.auxiliary_at_root, _Draft.below_auxiliary, _Draft.said_adjective),
    "VERB": (
        _Draft.below_auxiliary, _Draft.said_adjective, _Draft.moved, _Draft.dative_object, _Draft.accused, _Draft.second_subject,
        _Draft.agreeing_relative,
    ),
    "NOUN": (_Draft.quasi, _Draft.none_of, _Draft.agent_of_passive),
    "PROPN": (_Draft.agent_of_passive,),
    "ADJ": (_Draft.quasi, _Draft.behind_adjective, _Draft.adjective_first),
    "ADV": (_Draft.quasi, _Draft.count),
    "SCONJ": (_Draft.noun_for_clause,),
    "PRON": (_Draft.noun_for_clause, _Draft.ago),
    "ADP": (_Draft.noun_for_clause, _Draft.ago, _Draft.partitive),
    "DET": (_Draft.partitive,),
}  # fmt: skip
"""The mends of each part of speech, in the order in which they stand; a word of another part of speech is never the one to mend."""
