"""What does a word reach?  Governors reach what they govern, not what is only told about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.factuality_tense import time_of
from selon.stages.predications import finite_verb, preposition

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.model.syntax import Sentence, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_CLAUSAL = frozenset({"VERB", "AUX", "ADJ"})


def governor_of(sent: Sentence, token: Token, language: Language) -> tuple[Token, str]:
    """The word that governs `token`, and as what; slips of the parser are undone.

    *un missile capable de détruire la ville*: the infinitive belongs to the adjective.  *a empêché le voleur de fuir*: it belongs to
    the verb, but *le refus de fuir* keeps it.  *n'a pas eu d'accord*: the noun fixed to its preposition is the object.
    """
    above = sent.tokens[token.head]
    verb = sent.tokens[above.head]
    if token.rel == "fixed" and token.upos == "NOUN" and above.upos == "ADP" and verb.upos == "VERB":
        return verb, "obj"
    controls = language.words("control", "object") | language.words("control", "dative")
    mark = next((c.i for c in sent.dependents(token.i, "mark")), 0)
    adjective = sent.tokens[mark - 1] if mark else token
    if token.rel == "acl" and adjective.upos == "ADJ" and adjective.head == above.i:
        return adjective, "xcomp"
    infinitive = token.feats.get("VerbForm") == "Inf" and token.upos == "VERB" and token.rel in {"nmod", "acl"}
    governs = any(e.row["construction"] == "noun_governor" for e in language.factuality.get(above.lemma, ()))
    if (
        infinitive
        and not governs
        and above.upos in _NOUNS
        and above.rel in {"obj", "iobj", "obl"}
        and verb.upos == "VERB"
        and verb.lemma in controls
    ):
        return verb, "xcomp"
    return above, token.rel


def scopes(sent: Sentence, token: Token, below: Token, rel: str, language: Language) -> bool:
    """Does what holds of the governor `token` hold of the happening below it?"""
    if below.upos in _CLAUSAL:
        return rel in {"xcomp", "ccomp", "csubj"} or (rel in {"acl", "obl", "advcl"} and below.feats.get("VerbForm") == "Inf")
    if is_given(sent, token, below, rel, language):
        return False
    if token.upos in {"NOUN", "PROPN", "ADJ"}:
        return rel in {"nmod", "obl"}
    if token.upos in {"VERB", "AUX"}:
        return rel in {"nsubj", "csubj", "obj"} or (rel == "obl" and _leads_to(sent, token, below, language))
    return False


def _leads_to(sent: Sentence, token: Token, below: Token, language: Language) -> bool:
    """*procéder à des tirs*, *aboutir à un accord*; not *n'est plus entré depuis l'attaque*."""
    leading = token.lemma in language.words("scope", "leading") and preposition(sent, below.i) in language.words("prepositions", "location")
    return leading or token.lemma in language.words("support", "actor")


def is_given(sent: Sentence, token: Token, below: Token, rel: str, language: Language) -> bool:
    """Does the text take the happening as given, whatever is said of its governor?

    *un film sur l'attentat*, *les victimes du séisme*, *condamner l'attaque*, *les soldats capturés*; not *la signature de l'accord*,
    *un accord sur la libération des otages*, *une vague d'arrestations*.
    """
    if token.upos in _NOUNS and rel == "acl" and below.feats.get("VerbForm") == "Part" and below.feats.get("Tense") == "Past":
        return is_definite(sent, token, language)
    if below.upos != "NOUN" or not is_definite(sent, below, language):
        return False
    if token.upos in _NOUNS and rel in {"nmod", "obl"}:
        return token.lemma not in language.words("scope", "carrying") | language.words("quantity", "heads")
    return token.upos == "VERB" and rel == "obj" and token.lemma in language.words("scope", "presupposing")


def is_definite(sent: Sentence, noun: Token, language: Language) -> bool:
    """*l'attaque*, *cette attaque*, *du séisme*; *une attaque*, *sa vente* and *d'attaque* are not."""
    determiners = sent.dependents(noun.i, "det")
    if determiners:
        return determiners[0].feats.get("Definite") == "Def" or determiners[0].feats.get("PronType") == "Dem"
    contracted = language.words("prepositions", "contracted") | language.words("prepositions", "contracted_dative")
    return any(c.text.casefold() in contracted for c in sent.dependents(noun.i, "case"))


def time_of_setting(sent: Sentence, noun: Token, language: Language) -> tuple[str, Token] | None:
    """*parlera lors du sommet*: what a future is set in is future too; the time and the verb that says so."""
    above, prep = sent.tokens[noun.head], preposition(sent, noun.i)
    if above.upos in {"ADV", "ADP"} and above.head != above.i:
        above, prep = sent.tokens[above.head], f"{above.lemma} {prep}"
    if above.upos not in {"VERB", "AUX"} or prep not in language.words("scope", "during"):
        return None
    return ("future", finite_verb(sent, above.i)) if time_of(sent, above) == "future" else None


def is_closed_question(sent: Sentence, language: Language) -> bool:
    """*Le maire a-t-il signé ?* leaves open whether; *Pourquoi a-t-il signé ?* does not."""
    words = [t for t in sent.tokens if t.upos != "PUNCT"]
    asked = any(t.text == "?" for t in sent.tokens[-3:])
    return asked and not any(t.lemma.casefold() in language.words("questions", "open") for t in words[:3])


def grants(sent: Sentence, mark: Token, language: Language) -> bool:
    """*Si l'armée a quitté la ville, le port reste fermé*: a *si* that grants a fact and sets no condition.

    Its clause tells of the past, and what follows its comma is told as a fact: neither future nor conditional, command nor modal.
    """
    clause = sent.tokens[mark.head]
    if mark.lemma not in language.words("conditional", "condition") or mark.i > clause.i or time_of(sent, clause) != "past":
        return False
    comma = next((t.i for t in sent.tokens[clause.i :] if t.text == ","), len(sent.tokens))
    main = next((t for t in sent.tokens[comma:] if t.feats.get("VerbForm") == "Fin"), None)
    if main is None or main.feats.get("Mood") != "Ind" or main.feats.get("Tense") == "Fut":
        return False
    imperfect = finite_verb(sent, clause.i).feats.get("Tense") == "Imp" and finite_verb(sent, clause.i) is sent.tokens[clause.i]
    habit = imperfect and main.feats.get("Tense") == "Imp"  # *s'il pleuvait, il restait*
    return not habit and main.lemma not in language.words("conditional", "modal")


def serves_fact(sent: Sentence, token: Token, language: Language) -> bool:
    """*regrette le moment choisi pour abaisser la note*: the purpose of what a factive verb deplores was carried out."""
    means = sent.tokens[token.head].lemma in language.words("scope", "means") and token.feats.get("VerbForm") == "Inf"
    return means and any(t.lemma in language.words("scope", "factive") for t in sent.ancestors(token.i))


def hangs(construction: str, head: Token, token: Token, *, is_phrase: bool) -> bool:
    """Does a word of this construction, a dependent of `token`, apply to it?"""
    if construction == "adjective":
        return head.rel in {"amod", "acl", "appos"} or (
            head.rel == "nmod" and (is_phrase or head.feats.get("VerbForm") == "Part")
        )  # *la vente en cours*
    if construction == "marker" and head.rel == "case" and token.upos in {"NOUN", "PROPN", "PRON"}:
        return False  # *pour son agression* is no purpose clause
    return construction == "adverb" or (head.i <= token.i and head.rel in {"mark", "case", "advmod", "fixed", "obl", "cc"})
