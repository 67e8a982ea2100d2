"""Who speaks: the subject of a verb of saying, the speaker behind an inverted one, the document in which it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.attribution_scene import is_document
from selon.stages.predications import conjuncts, finite_verb, preposition

if TYPE_CHECKING:
    from selon.model.syntax import Token
    from selon.stages.attribution_scene import Scene
    from selon.stages.predications import Predication

Speakers = tuple[tuple[int, ...] | None, str]
"""Heads of the source phrases, with reported or hearsay as evidence.

The heads are () when the text names no source, None when what stands there cannot speak.
"""
_CLITIC = 4
"""*a-t-il donc dit*: an inverted pronoun stands at most so many words from its verb."""
_NOBODY: Speakers = (None, "reported")


def find_speakers(scene: Scene, token: Token, pred: Predication, frame: str, *, parenthetical: bool) -> Speakers:
    """Who says it: the deep subject, at most three when coordinated, else the document in which it stands, else nobody named."""
    if _asks_itself(scene, token):
        return _NOBODY
    agents = [a for a in pred.agent if scene.sent.tokens[a].rel != "expl"] or _misread_pronoun(scene, token, pred, frame)
    agents = _beside_a_thing(scene, token, agents)
    if parenthetical:
        agents = _inserted_speakers(scene, token, agents)
        if not agents:
            return _NOBODY
    if any(scene.sent.tokens[a].lemma in scene.language.words("negation", "pronouns") for a in agents):
        return _NOBODY  # *nul n'a parlé de démission*
    agents = [a for a in agents if _is_personal(scene, a)]
    if agents:
        return (tuple(agents[:3]), "reported") if _can_speak(scene, agents[0], frame) else _NOBODY
    medium = _medium(scene, token)
    if medium is not None:
        return (medium,), "reported"
    if _is_impersonal(scene, token, pred) or (pred.passive and _is_clause(scene, token) and frame not in {"np", "obl"}):
        return (), "hearsay"
    return _NOBODY


def _asks_itself(scene: Scene, token: Token) -> bool:
    """*La question est de savoir si C*: the infinitive is what the subject is, not what it does."""
    rels = {c.rel for c in scene.children(token.i)}
    return token.feats.get("VerbForm") == "Inf" and {"cop", "mark"} <= rels


def _misread_pronoun(scene: Scene, token: Token, pred: Predication, frame: str) -> list[int]:
    """*Il a ensuite déclaré que C*: an *il* that the parser calls expletive before an active verb of saying in a compound tense."""
    below = scene.children(token.i)
    if pred.passive or frame not in {"say", "que"} or not any(c.dep == "aux:tense" and c.lemma == "avoir" for c in below):
        return []
    reflexives = scene.language.words("particles", "reflexives")
    pronouns = [c.i for c in below if c.rel == "expl" and c.lemma not in reflexives and c.i < token.i]
    return pronouns if not any(c.lemma in reflexives for c in below) else []


def _beside_a_thing(scene: Scene, token: Token, agents: list[int]) -> list[int]:
    """*X s'est baigné dans une station affirmant que C*: the participle beside a thing goes with the subject of the sentence."""
    if token.rel != "acl" or agents != [token.head] or token.feats.get("Tense") != "Pres" or scene.mention(token.head) is not None:
        return agents
    for above in scene.sent.ancestors(token.head):
        subjects = [c.i for c in scene.children(above.i) if c.rel == "nsubj" and scene.mention(c.i) is not None]
        if subjects:
            return subjects
    return agents


def _is_clause(scene: Scene, token: Token) -> bool:
    """*il a été annoncé que C*, not *le fait, même non répété, de C*."""
    return any(c.rel in {"aux", "cop"} for c in scene.children(token.i))


def _inserted_speakers(scene: Scene, token: Token, agents: list[int]) -> list[int]:
    """*a-t-il dit*, *a dit hier le maire*: of an inserted clause, who stands after its verb, else its subject."""
    after = [a for a in agents if a > token.i]
    clitic = _clitic(scene, token)
    noun = noun_after(scene, token) if not after else None
    if clitic is not None:
        return [clitic]
    if after:
        return after
    if noun is not None:
        return conjuncts(scene.sent, noun)
    return agents


def _clitic(scene: Scene, token: Token) -> int | None:
    """*dit-il*, *a-t-il dit*: the pronoun that hangs on the verb or its auxiliary by a hyphen; not the *-t-* before it."""
    pronouns = scene.language.words("anaphors", "subject") | scene.language.words("anaphors", "impersonal")
    near = scene.sent.tokens[max(0, token.i - _CLITIC) : token.i + _CLITIC]
    return next((t.i for t in near if t.text.startswith("-") and t.text.casefold().lstrip("-").removeprefix("t-") in pronouns), None)


def noun_after(scene: Scene, token: Token) -> int | None:
    """The first bare noun phrase after the verb: the speaker when the parser took it for an object."""
    bare_time = scene.language.words("particles", "bare_time")
    for word in scene.sent.tokens[token.i + 1 :]:
        if word.text in {",", ".", ";"}:
            return None
        if (
            (word.upos in {"NOUN", "PROPN"} or (word.upos == "PRON" and (word.lemma == "un" or scene.is_listed("collectives", word.lemma))))
            and word.lemma.casefold() not in bare_time
            and not preposition(scene.sent, word.i)
            and word.head == token.i
            and word.rel in {"obj", "obl", "nsubj", "xcomp", "dislocated", "appos"}
        ):
            return word.i
        if word.upos == "SCONJ":
            return None
    return None


def _is_personal(scene: Scene, a: int) -> bool:
    """*on* is nobody; *il* is somebody unless the parser calls it expletive."""
    token = scene.sent.tokens[a]
    form = token.text.casefold().lstrip("-").removeprefix("t-")
    return (
        not scene.is_listed("impersonal", form)
        or (form == "il" and token.rel == "expl" and _is_misread(scene, token))
        or (form == "il" and (token.text.startswith("-") or token.dep != "expl:subj"))
    )


def _is_misread(scene: Scene, token: Token) -> bool:
    return any(c.dep == "aux:tense" and c.lemma == "avoir" for c in scene.children(token.head))


def _is_impersonal(scene: Scene, token: Token, pred: Predication) -> bool:
    """*On dit que*, *il se dit que*."""
    return any(c.rel == "expl" or scene.is_listed("impersonal", c.lemma.casefold()) for c in scene.children(token.i)) or any(
        scene.is_listed("impersonal", scene.sent.tokens[a].lemma.casefold()) for a in pred.agent
    )


def _can_speak(scene: Scene, a: int, frame: str) -> bool:
    """Anything may be the subject of a *que*-clause or a parenthetical; other frames want somebody known."""
    if frame in {"say", "que", "inf"} or (
        frame == "to_inf" and scene.sent.tokens[a].upos == "NOUN" and scene.is_quoted(scene.sent.tokens[a].span)
    ):
        return True
    token = scene.sent.tokens[a]
    return token.upos in {"PRON", "PROPN"} or scene.mention(a) is not None or _points_back(scene, token)


def _points_back(scene: Scene, token: Token) -> bool:
    """*ces derniers*, *cette dernière*."""
    first = scene.sent.tokens[max(0, token.i - 1)]
    phrase = f"{first.text} {token.text}".casefold()
    return any(form == phrase for form, *_ in scene.language.settings["anaphors"]["same"])


def _medium(scene: Scene, token: Token) -> int | None:
    """*Dans une vidéo publiée par X, on voit*: the document speaks when nobody else does."""
    for prep, i in _obliques(scene, token):
        if scene.is_listed("medium", prep) and is_document(scene, i):
            return i
        if scene.is_listed("learnt_from", prep) and scene.mention(i) is not None:
            return i  # *a-t-on appris auprès de la préfecture*
    return None


def _obliques(scene: Scene, token: Token) -> list[tuple[str, int]]:
    """Prepositional complements of a verb, those below an adverb (*auprès* + *de X*) with their whole preposition."""
    found = [(preposition(scene.sent, c.i), c.i) for c in scene.children(token.i) if c.rel == "obl"]
    for adverb in scene.children(token.i):
        if adverb.upos == "ADV":
            found += [(f"{adverb.lemma} {preposition(scene.sent, c.i)}", c.i) for c in scene.children(adverb.i) if c.rel in {"obl", "nmod"}]
    return found


def is_author_comment(scene: Scene, token: Token) -> bool:
    """*Rappelons que*, *il faut noter que*, *on peut dire que*: the author speaks to the reader."""
    finite = finite_verb(scene.sent, token.i)
    if finite.feats.get("Person") in {"1", "2"} and _foretells(scene, token, finite):
        return True
    if scene.is_quoted(token.span):
        return False
    below = scene.children(token.i)
    if token.feats.get("VerbForm") == "Inf":
        return _is_advised(scene, token)
    first_plural = token.feats.get("Person") == "1" and token.feats.get("Number") == "Plur" and token.feats.get("VerbForm") == "Fin"
    return first_plural and not any(c.rel in {"nsubj", "csubj", "aux"} for c in below)


def _foretells(scene: Scene, token: Token, finite: Token) -> bool:
    """*vous observerez que*, *je dirais que*: the reader is addressed, or the author feels for the word."""
    later = finite.feats.get("Tense") == "Fut" or finite.feats.get("Mood") == "Cnd"
    return later and (finite.feats.get("Person") == "2" or token.lemma in scene.language.words("attribution", "manner_of_speaking"))


def _is_advised(scene: Scene, token: Token) -> bool:
    """*il faut noter*, *on peut dire*: an infinitive below an impersonal verb or a modal of *on*."""
    governor = scene.sent.tokens[token.head]
    family = scene.children(governor.i)
    if governor.i != token.i and any(c.rel == "expl" and c.lemma == "il" for c in family):
        return True
    subject = next((c for c in family if c.rel == "nsubj"), None)
    return subject is not None and subject.lemma == "on" and governor.lemma in {"pouvoir", "devoir"}
