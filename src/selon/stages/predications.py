"""Who does what in a clause, once passives, relatives, infinitives and coordination are undone.

Cue rows and event rows name a lemma and a frame; this view tells them which words fill *agent*, *patient* and the
obliques, whatever the surface.  Kin: PredPatt (White et al. 2016), enhanced UD, deep Sequoia (Candito et al. 2014).
Everything is computed on demand for the few predicates that a row asks about: a dispatch has about three per sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.model.syntax import Sentence, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})
_DEPTH = 6
"""Inheritance of a subject stops after so many clauses; broken trees may hold cycles."""


@dataclass(frozen=True, slots=True)
class Predication:
    """A verb with its deep arguments, each a tuple of token indices (coordinated fillers are spread out).

    Attributes:
        head: index of the predicate.
        passive: is the surface passive (with or without agent)?
        agent: who does it.
        patient: whom or what it is done to.
        recipient: the dative.
        obliques: other complements as (preposition, index) pairs, in order.
        content: heads of complement clauses and infinitives.
        inherited: was the agent (or patient) taken over from another clause?
    """

    head: int
    passive: bool
    agent: tuple[int, ...]
    patient: tuple[int, ...]
    recipient: tuple[int, ...]
    obliques: tuple[tuple[str, int], ...]
    content: tuple[int, ...]
    inherited: bool = False


def analyse(sent: Sentence, i: int, language: Language) -> Predication:
    """The deep arguments of the predicate at `i`."""
    passive = is_passive(sent, i, language)
    subjects, inherited = _subjects(sent, i, language, _DEPTH)
    objects: list[int] = []
    datives: list[int] = []
    obliques: list[tuple[str, int]] = []
    agents: list[int] = []
    content: list[int] = []
    bare_time = language.words("particles", "bare_time")
    reflexives = language.words("particles", "reflexives")
    for child in sent.dependents(i):
        rel, dep = child.rel, child.dep
        if dep in {"obl:agent", "obj:agent"}:
            agents.extend(conjuncts(sent, child.i))
        elif rel == "obj" and child.lemma not in reflexives and _is_object(sent, child, bare_time):
            objects.extend(_resolve(sent, c, language) for c in conjuncts(sent, child.i))
        elif rel == "iobj" and child.lemma not in reflexives:
            datives.append(child.i)
        elif rel == "obl" or (rel == "nmod" and child.upos in NOMINAL):
            prep = preposition(sent, child.i)
            if prep == "par" and passive:
                agents.extend(conjuncts(sent, child.i))
            elif prep:
                obliques.extend((prep, c) for c in conjuncts(sent, child.i))
        elif rel in {"ccomp", "xcomp"} and child.i != i:
            content.append(child.i)
    if sent.tokens[i].dep == "advcl:cleft":
        _add_cleft(sent, i, subjects, objects, obliques, agents)
    objects = _before_list(sent, objects)
    obliques.extend(_of_aspect(sent, i, language))
    stray = _stray_subject(sent, i)
    if stray is not None:
        objects = [*subjects, *objects]
        subjects = tuple(conjuncts(sent, stray))
    agent, patient = _roles(subjects, tuple(objects), tuple(agents), passive=passive)
    return Predication(i, passive, agent, patient, tuple(datives), tuple(obliques), tuple(content), inherited)


def _roles(
    subjects: tuple[int, ...], objects: tuple[int, ...], agents: tuple[int, ...], *, passive: bool
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who does it and to whom it is done."""
    if passive:
        return agents, subjects
    return (agents, objects) if agents and not subjects else (subjects, objects)


def _add_cleft(
    sent: Sentence, i: int, subjects: tuple[int, ...], objects: list[int], obliques: list[tuple[str, int]], agents: list[int]
) -> None:
    """*c'est le maire que la police a arrêté*, *c'est par l'armée que la ville a été prise*: what is set before belongs to the clause."""
    first = sent.tokens[i].head
    prep = preposition(sent, first)
    if sent.tokens[first].upos not in NOMINAL or first in subjects:
        return
    if prep == "par":
        agents.extend(conjuncts(sent, first))
    elif prep:
        obliques.extend((prep, c) for c in conjuncts(sent, first))
    elif subjects and not objects:
        objects.extend(conjuncts(sent, first))


def _before_list(sent: Sentence, objects: list[int]) -> list[int]:
    """*met en cause X ; quatre sont là : Y, Z*: what stands behind a semicolon or colon is no further object."""
    if len(objects) < 2:
        return objects
    stop = next((t.i for t in sent.tokens[objects[0] :] if t.text in {";", ":"}), len(sent.tokens))
    return [o for o in objects if o < stop] or objects


def _of_aspect(sent: Sentence, i: int, language: Language) -> list[tuple[str, int]]:
    """*vient de transférer le contrôle …, aux forces*: complements behind the infinitive that the parser hung on the verb of aspect."""
    token = sent.tokens[i]
    governor = sent.tokens[token.head]
    if token.rel != "xcomp" or token.feats.get("VerbForm") != "Inf" or governor.lemma not in language.words("attribution", "aspectual"):
        return []
    return [
        (prep, c)
        for c in sent.children[governor.i]
        if c > i and sent.tokens[c].rel == "obl" and (prep := preposition(sent, c)) in language.words("prepositions", "dative")
    ]


def _is_object(sent: Sentence, child: Token, bare_time: frozenset[str]) -> bool:
    """*a signé l'accord*, *a perdu la journée*; not *a signé lundi*."""
    if child.upos not in NOMINAL:
        return False
    return child.lemma.lower() not in bare_time or any(sent.tokens[c].dep == "det" for c in sent.children[child.i])


def is_passive(sent: Sentence, i: int, language: Language) -> bool:
    """*a été arrêté*, *l'accord signé par X*; not *est arrivé*."""
    token = sent.tokens[i]
    if token.upos not in {"VERB", "AUX", "ADJ"}:
        return False
    children = [sent.tokens[c] for c in sent.children[i]]
    reflexives = language.words("particles", "reflexives")
    if any(
        child.upos == "PRON" and child.lemma in reflexives and (child.dep != "expl:pass" or token.lemma in language.pronominal)
        for child in children
    ):
        return False  # *s'est félicité*, whatever the parser calls its subject
    if token.lemma in language.words("particles", "unaccusative") and not any(child.dep == "obl:agent" for child in children):
        return False
    if any(child.dep in {"aux:pass", "nsubj:pass", "expl:pass", "obl:agent"} for child in children):
        return True
    for child in children:
        if child.dep == "aux:tense":
            return False
    is_participle = token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Past"
    return is_participle and (token.rel in {"acl", "amod"} or _shares_passive(sent, token, language))


def _shares_passive(sent: Sentence, token: Token, language: Language) -> bool:
    """*ont été arrêtés et placés en détention*, *a été reconnu coupable et condamné*: one auxiliary for both participles."""
    if token.rel != "conj" or token.head >= token.i or any(sent.tokens[c].rel in {"nsubj", "cop"} for c in sent.children[token.i]):
        return False
    first = sent.tokens[token.head]
    if first.rel == "xcomp":
        first = sent.tokens[first.head]
    return is_passive(sent, first.i, language)


def _subjects(sent: Sentence, i: int, language: Language, depth: int) -> tuple[tuple[int, ...], bool]:
    """Surface subjects of the predicate at `i`, and whether they came from another clause."""
    tokens = sent.tokens
    own = [
        c for c in sent.children[i] if tokens[c].rel in {"nsubj", "csubj"} and tokens[c].dep != "nsubj:outer" and tokens[c].upos in NOMINAL
    ]
    if own:
        bare = [c for c in own if not preposition(sent, c)] or own  # not *après le drame* beside *les analyses*
        before = [c for c in bare if c < i]
        nearest = _agreeing(sent, i, before[-1] if before else bare[0])
        return tuple(_resolve(sent, c, language) for c in conjuncts(sent, nearest)), False
    if depth == 0:
        return (), False
    token = tokens[i]
    head = token.head
    if head == i:
        return (), False
    rel = token.rel
    governor = tokens[head]
    if rel == "conj" and governor.upos in {"VERB", "AUX", "ADJ", "NOUN"}:
        if governor.upos == "NOUN" and token.upos != "NOUN":
            return (), False
        shared, _ = _subjects(sent, head, language, depth - 1)
        return shared, True
    if rel in {"xcomp", "ccomp", "advcl", "obl"} and token.feats.get("VerbForm") != "Fin" and token.upos in {"VERB", "AUX", "ADJ"}:
        return _controller(sent, i, head, language, depth), True
    if rel == "acl" and token.dep != "acl:relcl":
        if token.feats.get("VerbForm") == "Inf":
            return _noun_controller(sent, head, language, depth), True
        return (head,), True
    return (), False


def _stray_subject(sent: Sentence, i: int) -> int | None:
    """The noun before a stray comma: *Un responsable de la ville, a confirmé ces incidents.* makes parsers see a parenthetical."""
    token = sent.tokens[i]
    governor = sent.tokens[token.head]
    if token.rel != "parataxis" or governor.i >= i or governor.upos not in {"NOUN", "PROPN"} or governor.head != governor.i:
        return None
    own = [c for c in sent.children[i] if sent.tokens[c].rel == "nsubj"]
    if any(c < i or sent.tokens[c].upos == "PRON" for c in own):
        return None
    if any(t.upos in {"VERB", "AUX"} and t.feats.get("VerbForm") == "Fin" for t in sent.tokens[: verb_group(sent, i)[0]]):
        return None
    return governor.i


def _agreeing(sent: Sentence, i: int, subject: int) -> int:
    """The subject the parser gave, or a nearer noun phrase when that one disagrees in number with the verb.

    *la visite de X et les chancelleries redoutent*: weak coordination makes parsers take the first noun.
    """
    tokens = sent.tokens
    number = finite_verb(sent, i).feats.get("Number")
    if number != "Plur" or tokens[subject].feats.get("Number") != "Sing" or subject > i or len(conjuncts(sent, subject)) > 1:
        return subject
    for k in range(i - 1, subject, -1):
        token = tokens[k]
        if (
            token.upos == "NOUN"
            and token.feats.get("Number") == "Plur"
            and not preposition(sent, k)
            and any(tokens[c].rel == "det" for c in sent.children[k])
        ):
            return k
    return subject


def _controller(sent: Sentence, i: int, head: int, language: Language, depth: int) -> tuple[int, ...]:
    """Who does the infinitive or participle at `i` that depends on the predicate at `head`."""
    governor = sent.tokens[head]
    if governor.upos in {"ADV", "ADP"} and governor.head != head:  # *afin de* with the parser's *afin* above the infinitive
        head, governor = governor.head, sent.tokens[governor.head]
    if governor.upos == "ADJ" and governor.rel == "amod":
        return (governor.head,)  # *on voit les deux hommes souriants inspecter X*
    lemma = governor.lemma
    rel = sent.tokens[i].rel
    if rel in {"xcomp", "ccomp"}:
        if lemma in language.words("control", "object"):
            deep = [
                c
                for c in sent.children[head]
                if sent.tokens[c].rel == "obj" and sent.tokens[c].lemma not in language.words("particles", "reflexives")
            ]
            if deep:
                return tuple(r for d in deep for r in (_resolve(sent, c, language) for c in conjuncts(sent, d)))
            if is_passive(sent, head, language):
                return _subjects(sent, head, language, depth - 1)[0]
        if lemma in language.words("control", "dative"):
            dative = [
                c
                for c in sent.children[head]
                if sent.tokens[c].rel == "iobj" or (sent.tokens[c].rel == "obl" and preposition(sent, c) == "à")
            ]
            if dative:
                return tuple(c for d in dative for c in conjuncts(sent, d))
            if lemma not in language.words("control", "subject"):
                return ()
    return _subjects(sent, head, language, depth - 1)[0]


def _noun_controller(sent: Sentence, noun: int, language: Language, depth: int) -> tuple[int, ...]:
    """*la promesse de X de partir*, *X a promis de …*: the noun's own agent, else the subject of the verb that carries it."""
    for prep, c in complements(sent, noun):
        if prep in {"de", "par"} and sent.tokens[c].upos in {"PROPN", "NOUN"}:
            return tuple(conjuncts(sent, c))
    head = sent.tokens[noun].head
    if head != noun and sent.tokens[head].upos in {"VERB", "AUX"}:
        return _subjects(sent, head, language, depth - 1)[0]
    return ()


def conjuncts(sent: Sentence, i: int) -> list[int]:
    """`i` and what is coordinated with it, nominal only, in order."""
    found = [i]
    for c in found:
        found.extend(d for d in sent.children[c] if sent.tokens[d].rel == "conj" and sent.tokens[d].upos in NOMINAL and d not in found)
    return sorted(found)


def _resolve(sent: Sentence, i: int, language: Language) -> int:
    """The antecedent of a relative pronoun, else the word itself."""
    token = sent.tokens[i]
    if token.upos != "PRON" or (
        token.feats.get("PronType") != "Rel" and token.lemma not in language.words("particles", "relative_subject")
    ):
        return i
    for above in sent.ancestors(i):
        if above.dep in {"acl:relcl", "advcl:cleft"} and above.head != above.i:
            return above.head
    return i


def preposition(sent: Sentence, i: int) -> str:
    """The preposition of the noun phrase at `i` with its fixed parts (*au large de*), lower-case lemma; "" without one."""
    for c in sent.children[i]:
        token = sent.tokens[c]
        if token.rel == "case":
            fixed = [sent.tokens[d] for d in sent.children[c] if sent.tokens[d].rel == "fixed"]
            elided = token.text.endswith(("'", "’"))
            first = token.lemma if token.upos == "ADP" and (elided or not fixed) else token.text  # *au large de*, but *à* for *au*
            return " ".join([first.lower(), *((f.lemma if f.upos == "ADP" else f.text).lower() for f in fixed)])
    return ""


def complements(sent: Sentence, i: int) -> list[tuple[str, int]]:
    """Prepositional complements of the noun at `i` as (preposition, index), coordination spread out, in order."""
    found: list[tuple[str, int]] = []
    for c in sent.children[i]:
        token = sent.tokens[c]
        if token.rel in {"nmod", "obl"} and token.upos in NOMINAL:
            prep = preposition(sent, c)
            found.extend((prep, d) for d in conjuncts(sent, c))
    return found


def finite_verb(sent: Sentence, i: int) -> Token:
    """The word that carries mood and tense of the predicate at `i`: its first auxiliary or copula, else itself."""
    for c in sent.children[i]:
        token = sent.tokens[c]
        if token.rel in {"aux", "cop"} and token.feats.get("VerbForm", "Fin") == "Fin":
            return token
    return sent.tokens[i]


def verb_group(sent: Sentence, i: int) -> tuple[int, int]:
    """First and last token (exclusive) of the verb group at `i`: clitics, negation, auxiliaries, adverbs between them."""
    first = i
    for c in sent.children[i]:
        token = sent.tokens[c]
        if c < i and (
            token.rel in {"aux", "expl", "cop"} or (token.rel in {"advmod", "iobj", "obj"} and token.upos in {"ADV", "PRON", "PART"})
        ):
            first = min((first, c, *(d for d in sent.children[c] if sent.tokens[d].rel in {"aux", "expl", "advmod"})))  # *a fait savoir*
    contiguous = i
    for c in range(i - 1, first - 1, -1):
        token = sent.tokens[c]
        if token.upos in {"AUX", "ADV", "PRON", "PART", "VERB"} or token.rel in {"aux", "expl", "advmod"}:
            contiguous = c
        else:
            break
    return contiguous, i + 1
