"""Lemmas that a lexicon can vouch for.

The model's lemmatizer is right for 97 words in a hundred; the hundredth is a rare verb, and rare verbs are what the
tables are full of.  A form that regular inflection derives from a verb of the tables is given that lemma when the
model's own lemma is in no table.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from selon.lang.language import load_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selon.lang.language import Language


@lru_cache(maxsize=8)
def verb_forms(code: str) -> Mapping[str, str]:
    """Forms of the verbs in the tables, by form."""
    language = load_language(code)
    forms: dict[str, str] = {}
    for lemma in sorted(known_verbs(language)):
        for form in (*inflect(lemma, language), *preterites(lemma, language)):
            forms.setdefault(form, lemma)
            forms.setdefault(respelt(form, lemma, language), lemma)
    for lemma in sorted(_short_verbs(language)):
        forms.update({form: lemma for form in preterites(lemma, language) if form not in forms})
    return forms


@lru_cache(maxsize=8)
def preterite_forms(code: str) -> Mapping[str, str]:
    """Third persons of the passé simple of the verbs in the tables that are no other form of one and no noun (`not_preterites`)."""
    language = load_language(code)
    present = {form for lemma in known_verbs(language) for form in inflect(lemma, language)[:2]}
    nouns = {*language.settings["preterite"]["not_preterites"], *language.nouns}
    return {
        form: lemma
        for lemma in sorted(known_verbs(language) | _short_verbs(language))
        for form in preterites(lemma, language)
        if form not in nouns and (form not in present or lemma.endswith("er"))
    }


@lru_cache(maxsize=8)
def finite_forms(code: str) -> Mapping[str, str]:
    """Third persons of the present that are forms of one verb of the tables and no participle or noun ending in -e."""
    language = load_language(code)
    forms: dict[str, str] = {}
    for lemma in sorted(known_verbs(language)):
        for ending, singular, plural, participle in language.settings["irregular"]["forms"]:
            if lemma.endswith(ending):
                stem = lemma[: -len(ending)]
                forms.update({stem + plural: lemma})
                if singular != participle or lemma in language.cues:
                    forms.setdefault(stem + singular, lemma)
                break
        else:
            if lemma.endswith("er"):
                forms.setdefault(lemma[:-2] + "ent", lemma)
    return forms


def known_verbs(language: Language) -> frozenset[str]:
    """Infinitives that head an entry of some table."""
    endings = tuple(group["ending"] for group in language.settings["inflection"]) + tuple(
        row[0] for row in language.settings["irregular"]["forms"]
    )
    heads = [*language.cues, *language.events, *language.factuality]
    return frozenset(h for h in heads if h.endswith(endings) and len(h) > 4)


def _short_verbs(language: Language) -> frozenset[str]:
    """*tuer*, *nier*: too short for all their forms to be told from other words, but not *tua*."""
    heads = [*language.cues, *language.events, *language.factuality]
    return frozenset(h for h in heads if len(h) == 4 and h.endswith("er"))


def inflect(lemma: str, language: Language) -> list[str]:
    """The forms of an infinitive, by the first row of `[irregular]` or group of `[[inflection]]` whose ending it has."""
    for ending, singular, plural, participle in language.settings["irregular"]["forms"]:
        if lemma.endswith(ending):
            stem = lemma[: -len(ending)]
            past = plural.removesuffix("ent")
            later = [future_base(lemma, language) + end for mood in ("future", "conditional") for end in language.settings[mood]["endings"]]
            participles = [participle + agreement for agreement in ("", "e", "s", "es")]
            return [stem + form for form in (singular, plural, past + "ait", past + "aient", past + "ant", *participles)] + later
    for group in language.settings["inflection"]:
        if lemma.endswith(group["ending"]):
            stem = lemma[: -len(group["ending"])]
            later = [future_base(lemma, language) + end for mood in ("future", "conditional") for end in language.settings[mood]["endings"]]
            forms = [stem + ending for ending in group["endings"]] + later
            for old, new in group.get("spelling", ()):
                forms = [form.replace(old, new) for form in forms]
            return forms
    return []


@lru_cache(maxsize=65536)
def _preterites(lemma: str, code: str) -> tuple[str, ...]:
    for ending, singular, plural in load_language(code).settings["preterite"]["forms"]:
        if lemma.endswith(ending):
            stem = lemma[: -len(ending)]
            return stem + singular, stem + plural
    return ()


def preterites(lemma: str, language: Language) -> tuple[str, ...]:
    """The third persons of the passé simple: *limogea*, *limogèrent* of *limoger*; *obtint*, *obtinrent* of *obtenir*."""
    return _preterites(lemma, language.code)


def respelt(form: str, lemma: str, language: Language) -> str:
    """A form of *reconnaître* as it is spelt since 1990: *reconnait*; others as they are."""
    spelling = language.settings["spelling"]
    return form.replace(spelling["old"], spelling["new"]) if lemma.endswith(tuple(spelling["verbs"])) else form


@lru_cache(maxsize=65536)
def _plain_forms(lemma: str, code: str) -> Mapping[str, Mapping[str, str]]:
    """Features of the passé simple, which *finit* shares with the present, and of the spelling of 1990."""
    language = load_language(code)
    spelling, present = language.settings["spelling"], inflect(lemma, language)[:2]
    past = {form: language.settings["preterite"]["features"] for form in preterites(lemma, language) if form not in present}
    new = {respelt(form, lemma, language): spelling["features"] for form in present} if lemma.endswith(tuple(spelling["verbs"])) else {}
    return {**past, **new}


def corrected(form: str, upos: str, lemma: str, language: Language) -> str:
    """The lemma that the tables vouch for, else the model's."""
    if upos == "PRON" and lemma in language.words("particles", "reflexives"):
        return str(language.settings["particles"]["reflexives"][0])
    if upos == "PRON" and form.casefold().replace("’", "'") in language.words("particles", "object_clitics"):
        return str(language.settings["particles"]["object_clitics"][0])
    if upos == "NOUN":
        return _known_noun(form.casefold(), lemma, language)
    if upos != "VERB" or lemma in language.cues or lemma in language.events or lemma in language.words("particles", "auxiliaries"):
        return lemma
    return verb_forms(language.code).get(form.casefold(), lemma)


def clause_verb(form: str, language: Language) -> str | None:
    """The verb of the tables that a finite form belongs to, whatever the tagger says: *pleurait*, *ment*; None when it is no such form."""
    lower = form.casefold()
    finite = finite_forms(language.code).get(lower) or preterite_forms(language.code).get(lower)
    if finite is not None:
        return finite
    return verb_forms(language.code).get(lower) if lower.endswith(("ait", "aient", "e")) and not lower.endswith("ée") else None


def _known_noun(form: str, lemma: str, language: Language) -> str:
    """The singular that the tables know of a noun whose lemma they do not: *slogans* of *slogans*, *fuser* of *fusée*."""
    nouns = known_nouns(language.code)
    if lemma.casefold() in nouns:
        return lemma
    singulars = (form, form.removesuffix("s"), form.removesuffix("x"), form.removesuffix("aux") + "al" if form.endswith("aux") else form)
    return next((singular for singular in singulars if singular in nouns), lemma)


@lru_cache(maxsize=8)
def known_nouns(code: str) -> frozenset[str]:
    """Single nouns that head a row of `nouns.tsv`, stand as objects of `events.tsv` or name a role."""
    language = load_language(code)
    objects = {word for row in language.tables.get("events.tsv", ()) for word in row.many("object")}
    roles = {row["role"].casefold() for row in language.tables.get("roles.tsv", ())}
    said = {
        head for head, found in language.cues.items() if any(e.row["frame"].startswith("noun") or e.row["frame"] == "medium" for e in found)
    }
    rest = {
        word
        for index in (language.events, language.cues, language.nouns)
        for found in index.values()
        for e in found
        for word in e.phrase.rest
    }
    singular = {word for word in rest if not word.endswith(("s", "x"))}
    return frozenset(word for word in {*objects, *roles, *said, *singular, *language.nouns} if word.isalpha())


def future_base(lemma: str, language: Language) -> str:
    """What the endings of the future follow: *attaquer*, *prendr*, *reverr*."""
    for ending, stem in language.settings["future"]["stems"]:
        if lemma.endswith(ending):
            return str(lemma[: -len(ending)] + stem)
    return lemma.removesuffix("e") if lemma.endswith("re") else lemma


def known_word(form: str, upos: str, lemma: str, *, language: Language) -> tuple[str, Mapping[str, str] | None]:
    """The lemma that the tables or regular inflection vouch for, and the features that the form leaves no doubt about; None without any."""
    return _known_word(form, upos, lemma, language.code)


@lru_cache(maxsize=1 << 16)
def _known_word(form: str, upos: str, lemma: str, code: str) -> tuple[str, Mapping[str, str] | None]:
    """The same by code: words come back, and a reading costs a tenth less."""
    language = load_language(code)
    better = corrected(form, upos, lemma, language)
    if upos != "VERB" or better in language.words("particles", "auxiliaries"):
        return better, None
    sure = mood_of(form, better, language)
    if sure is None and form.casefold() in preterite_forms(language.code):
        return preterite_forms(language.code)[form.casefold()], dict(language.settings["preterite"]["features"])
    return (better, sure) if sure is not None else read_mood(form.casefold(), language) or (better, None)


def read_mood(form: str, language: Language) -> tuple[str, Mapping[str, str]] | None:
    """Infinitive and features of a form that can only be a conditional or a future: *daterait*, *cacheraient*, *vaudrait*.

    *tirait* is left alone: cut before its ending it looks like an infinitive and is none (`conditional.not_infinitives`).
    """
    for mood in ("conditional", "future"):
        for ending in sorted(language.settings[mood]["endings"], key=len, reverse=True):
            infinitive = _infinitive(form.removesuffix(ending), language) if form.endswith(ending) else None
            if infinitive is not None:
                return infinitive, dict(language.settings[mood]["features"])
    return None


def _infinitive(base: str, language: Language) -> str | None:
    """What the future stem is made from: *dater*, *viendr* of *venir*; None when it may be the stem of another tense."""
    fitting = [pair for pair in language.settings["future"]["stems"] if base.endswith(pair[1]) and (len(pair[1]) > 3 or base == pair[1])]
    if fitting:
        ending, stem = max(fitting, key=lambda pair: len(pair[1]))
        return str(base.removesuffix(stem) + ending)
    regular = len(base) > 3 and base.endswith(("er", "ir")) and base not in language.words("conditional", "not_infinitives")
    return base if regular else None


def mood_of(form: str, lemma: str, language: Language) -> Mapping[str, str] | None:
    """Features that the form of a known infinitive leaves no doubt about: *attaquerait*, *partira*, *limogea*."""
    base = future_base(lemma.casefold(), language)
    lower = form.casefold()
    sure = _plain_forms(lemma, language.code).get(lower)
    if sure is not None:
        return sure
    base = respelt(base, lemma, language)
    if len(lower) <= len(base) or not lower.startswith(base) or not base.endswith("r"):
        return None
    ending = lower[len(base) :]
    for mood in ("conditional", "future"):
        if ending in language.settings[mood]["endings"]:
            return dict(language.settings[mood]["features"])
    return None
