"""Trees that treebanks do not hold: the turns of agency dispatches, grown on treebank sentences.

Seventeen sentences of the whole French material have the form *…, a indiqué dimanche l'agence*; a parser trained
on it takes the speaker for an object.  Each function below takes a treebank tree and returns a longer one, or None
when the tree does not lend itself.  Subjects come from treebank noun phrases, from titles and from names.
"""

from __future__ import annotations

import json
import lzma
import random
from dataclasses import replace
from pathlib import Path

from conllu import Tree, Word, shift, subtree

NAMES = json.loads(lzma.decompress((Path(__file__).parent.parent / "src/selon/data/names.json.xz").read_bytes()))
DET = "Definite=Def|Gender={g}|Number=Sing|PronType=Art"
NOUN = "Gender={g}|Number=Sing"
PARTICIPLE = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
HAS = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"

SAYING = [
    tuple(v.split("/"))
    for v in (
        "déclaré/déclarer/déclare indiqué/indiquer/indique affirmé/affirmer/affirme annoncé/annoncer/annonce expliqué/expliquer/explique "
        "précisé/préciser/précise assuré/assurer/assure rapporté/rapporter/rapporte estimé/estimer/estime ajouté/ajouter/ajoute dit/dire/dit "
        "souligné/souligner/souligne martelé/marteler/martèle confirmé/confirmer/confirme prévenu/prévenir/prévient averti/avertir/avertit "
        "lancé/lancer/lance raconté/raconter/raconte répondu/répondre/répond conclu/conclure/conclut noté/noter/note rappelé/rappeler/rappelle "
        "reconnu/reconnaître/reconnaît révélé/révéler/révèle prédit/prédire/prédit résumé/résumer/résume insisté/insister/insiste "
        "commenté/commenter/commente regretté/regretter/regrette dénoncé/dénoncer/dénonce écrit/écrire/écrit tweeté/tweeter/tweete"
    ).split()
]
PARTICIPLES = [
    tuple(v.split("/"))
    for v in (
        "affirmant/affirmer estimant/estimer indiquant/indiquer assurant/assurer expliquant/expliquer soulignant/souligner "
        "précisant/préciser déclarant/déclarer rappelant/rappeler jugeant/juger ajoutant/ajouter reconnaissant/reconnaître "
        "prévenant/prévenir notant/noter espérant/espérer admettant/admettre regrettant/regretter disant/dire croyant/croire "
        "constatant/constater craignant/craindre prétendant/prétendre promettant/promettre laissant/laisser"
    ).split()[:-1]
]
GERUND = "Tense=Pres|VerbForm=Part"
# Verb groups around an infinitive of saying: forms before it as form/lemma/part of speech, the last but one the governor.
ASPECTS = [
    "n'/ne/ADV a/avoir/AUX cessé/cesser/VERB de/de/ADP",
    "ne/ne/ADV cesse/cesser/VERB de/de/ADP",
    "vient/venir/VERB de/de/ADP",
    "a/avoir/AUX tenu/tenir/VERB à/à/ADP",
    "a/avoir/AUX fini/finir/VERB par/par/ADP",
    "continue/continuer/VERB de/de/ADP",
    "n'/ne/ADV a/avoir/AUX pas/pas/ADV hésité/hésiter/VERB à/à/ADP",
]
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
PARTS = "matin soir".split()
TITLES = "ministre porte-parole président ambassadeur vice-ministre général gouverneur procureur secrétaire chef colonel maire député directeur vice-président".split()
TITLES_F = "ministre porte-parole présidente ambassadrice procureure maire députée directrice secrétaire haute-commissaire".split()
ADJECTIVES = [
    tuple(a.split("/"))
    for a in (
        "russe/russe français/française américain/américaine syrien/syrienne chinois/chinoise afghan/afghane israélien/israélienne iranien/iranienne "
        "ukrainien/ukrainienne britannique/britannique allemand/allemande malien/malienne égyptien/égyptienne libyen/libyenne turc/turque "
        "nord-coréen/nord-coréenne sud-coréen/sud-coréenne japonais/japonaise indien/indienne italien/italienne espagnol/espagnole grec/grecque "
        "algérien/algérienne marocain/marocaine tunisien/tunisienne sénégalais/sénégalaise polonais/polonaise rwandais/rwandaise"
    ).split()
]
MINISTRIES = ["Défense", "Justice", "Santé", "Culture", "Sécurité"]
BODIES = [
    tuple(b.split("/"))
    for b in (
        "armée/Fem police/Fem agence/Fem gouvernement/Masc présidence/Fem ministère/Masc parquet/Masc ambassade/Fem parlement/Masc état-major/Masc "
        "commission/Fem opposition/Fem organisation/Fem ONG/Fem quotidien/Masc chaîne/Fem préfecture/Fem tribunal/Masc rapport/Masc communiqué/Masc"
    ).split()
]


def word(form: str, lemma: str, upos: str, feats: str, dep: str, head: int, space: bool = True) -> Word:
    """A word with the defaults of a generated tree."""
    return Word(form, lemma, upos, feats, dep, head, space)


class Dispatches:
    """Grows dispatch-like trees from a pool of treebank trees; the same seed gives the same trees."""

    def __init__(self, pool: list[Tree], seed: int = 21) -> None:
        self.random = random.Random(seed)
        self.pool = pool
        self.phrases = [p for tree in pool for p in self._subjects(tree)]

    @staticmethod
    def _subjects(tree: Tree) -> list[Tree]:
        found = []
        for i, w in enumerate(tree):
            if w.dep.startswith("nsubj") and w.upos in {"NOUN", "PROPN"}:
                block = subtree(tree, i)
                whole = block[-1] - block[0] + 1 == len(block)
                plain = not any(tree[k].upos in {"VERB", "AUX", "PUNCT", "PRON"} for k in block)
                if 2 <= len(block) <= 11 and whole and plain and tree[block[0]].upos in {"DET", "PROPN"}:
                    at = {k: n for n, k in enumerate(block)}
                    found.append(
                        tuple(
                            replace(tree[k], head=at[i] if k == i else at[tree[k].head], dep="ROOT" if k == i else tree[k].dep)
                            for k in block
                        )
                    )
        return found

    # -- noun phrases: each a tree of its own, rooted at its head

    def name(self) -> Tree:
        first, last = self.random.choice(NAMES["FIRST"]), self.random.choice(NAMES["LAST"])
        return (word(first, first, "PROPN", "", "ROOT", 0), word(last, last, "PROPN", "", "flat:name", 0))

    def determined(self, noun: str, gender: str) -> list[Word]:
        vowel = noun[0].lower() in "aeiouéêh" and noun not in {"haute-commissaire"}
        article = "l'" if vowel else ("la" if gender == "Fem" else "le")
        return [
            word(article, "le", "DET", DET.format(g=gender), "det", 1, not vowel),
            word(noun, noun, "NOUN", NOUN.format(g=gender), "ROOT", 1),
        ]

    def complement(self, to: int, at: int) -> list[Word]:
        if self.random.random() < 0.5:
            return [
                word("de", "de", "ADP", "", "case", at + 2),
                word("la", "le", "DET", DET.format(g="Fem"), "det", at + 2),
                word(m := self.random.choice(MINISTRIES), m.lower(), "NOUN", NOUN.format(g="Fem"), "nmod", to),
            ]
        country = self.random.choice([c for c in NAMES["CTRY"] if " " not in c and c[0] not in "AEIOUÉÎH"])
        return [word("de", "de", "ADP", "", "case", at + 1), word(country, country, "PROPN", "", "nmod", to)]

    def titled(self) -> Tree:
        """*le ministre russe de la Défense, Nom Nom* and its shorter forms."""
        feminine = self.random.random() < 0.35
        gender = "Fem" if feminine else "Masc"
        out = self.determined(self.random.choice(TITLES_F if feminine else TITLES), gender)
        if self.random.random() < 0.6:
            adjective = self.random.choice(ADJECTIVES)
            out.append(word(adjective[feminine], adjective[0], "ADJ", NOUN.format(g=gender), "amod", 1))
        if self.random.random() < 0.35:
            out += self.complement(1, len(out))
        if self.random.random() < 0.8:
            comma = self.random.random() < 0.5
            if comma:
                out[-1] = replace(out[-1], space_after=False)
                out.append(word(",", ",", "PUNCT", "", "punct", len(out) + 1))
            at = len(out)
            first, last = self.name()
            out += [replace(first, dep="appos", head=1), replace(last, head=at)]
        return tuple(out)

    def body(self) -> Tree:
        """*l'agence de presse officielle*, *le ministère russe*, *l'armée de X*."""
        noun, gender = self.random.choice(BODIES)
        out = self.determined(noun, gender)
        if self.random.random() < 0.5:
            adjective = self.random.choice(ADJECTIVES)
            out.append(word(adjective[gender == "Fem"], adjective[0], "ADJ", NOUN.format(g=gender), "amod", 1))
        if self.random.random() < 0.3:
            out += self.complement(1, len(out))
        return tuple(out)

    def speaker(self) -> Tree:
        share = self.random.random()
        if share < 0.25:
            first, *rest = self.random.choice(self.phrases)
            return (first if first.upos == "PROPN" else replace(first, form=first.form.lower()), *rest)
        return self.titled() if share < 0.6 else self.body() if share < 0.8 else self.name()

    def attach(self, out: list[Word], phrase: Tree, dep: str, head: int) -> int:
        """Append `phrase` with its root as `dep` of `head`; gives the index of that root."""
        offset = len(out)
        root = next(i for i, w in enumerate(phrase) if w.head == i)
        out += [replace(w, head=head, dep=dep) if i == root else replace(w, head=w.head + offset) for i, w in enumerate(phrase)]
        return offset + root

    def day(self, out: list[Word], head: int) -> None:
        """A bare time phrase: *lundi*, *mardi soir*, *mardi dernier*, *hier*."""
        at, share = len(out), self.random.random()
        if share < 0.15:
            form = self.random.choice(["hier", "aujourd'hui"])
            out.append(word(form, form, "ADV", "", "advmod", head))
            return
        out.append(word(form := self.random.choice(DAYS), form, "NOUN", NOUN.format(g="Masc"), "obl:mod", head))
        if share < 0.35:
            out.append(word(part := self.random.choice(PARTS), part, "NOUN", NOUN.format(g="Masc"), "nmod", at))
        elif share < 0.55:
            form, lemma = self.random.choice([("dernier", "dernier"), ("prochain", "prochain")])
            out.append(word(form, lemma, "ADJ", NOUN.format(g="Masc"), "amod", at))

    def circumstance(self, out: list[Word], head: int) -> None:
        """Between verb and speaker: a day, *à l'AFP*, *à la presse*, *dans un communiqué*."""
        share = self.random.random()
        if share < 0.4:
            self.day(out, head)
        elif share < 0.52:
            at = len(out)
            out += [
                word("à", "à", "ADP", "", "case", at + 2),
                word("l'", "le", "DET", "Definite=Def|Number=Sing|PronType=Art", "det", at + 2, False),
                word("AFP", "AFP", "PROPN", "", "obl:arg", head),
            ]
        elif share < 0.58:
            at = len(out)
            out += [
                word("à", "à", "ADP", "", "case", at + 2),
                word("la", "le", "DET", DET.format(g="Fem"), "det", at + 2),
                word("presse", "presse", "NOUN", NOUN.format(g="Fem"), "obl:arg", head),
            ]
        elif share < 0.7:
            at = len(out)
            noun, gender, article = self.random.choice(
                [
                    ("communiqué", "Masc", "un"),
                    ("entretien", "Masc", "un"),
                    ("déclaration", "Fem", "une"),
                    ("interview", "Fem", "une"),
                    ("rapport", "Masc", "un"),
                ]
            )
            out += [
                word("dans", "dans", "ADP", "", "case", at + 2),
                word(article, "un", "DET", f"Definite=Ind|Gender={gender}|Number=Sing|PronType=Art", "det", at + 2),
                word(noun, noun, "NOUN", NOUN.format(g=gender), "obl:mod", head),
            ]

    def verb(self, out: list[Word], dep: str, head: int) -> int:
        """*a déclaré* or *déclare*; gives the index of the verb (its own head when `head` is -1)."""
        participle, lemma, present = self.random.choice(SAYING)
        if self.random.random() < 0.65:
            at = len(out) + 1
            out.append(word("a", "avoir", "AUX", HAS, "aux:tense", at))
            out.append(word(participle, lemma, "VERB", PARTICIPLE, dep, at if head < 0 else head))
        else:
            at = len(out)
            out.append(word(present, lemma, "VERB", HAS, dep, at if head < 0 else head))
        return at

    @staticmethod
    def plain(tree: Tree, *, longest: int = 30) -> int | None:
        """The root of a full sentence that ends in a full stop, or None."""
        if not 5 <= len(tree) <= longest or tree[-1].form != "." or tree[0].form in {'"', "-", "«", "—"}:
            return None
        roots = [i for i, w in enumerate(tree) if w.head == i]
        if len(roots) != 1 or tree[roots[0]].upos not in {"VERB", "NOUN", "ADJ"} or any(w.head == len(tree) - 1 for w in tree):
            return None
        return roots[0]

    # -- constructions

    def postposed(self, tree: Tree) -> Tree | None:
        """*S, a indiqué dimanche l'agence.* and *« S », déclare le ministre.*"""
        root = self.plain(tree)
        if root is None:
            return None
        out: list[Word] = []
        share = self.random.random()
        if share < 0.4:
            out = [word("«", "«", "PUNCT", "", "punct", root + 1), *shift(list(tree[:-1]), 1)]
            root += 1
            out[-1] = replace(out[-1], space_after=True)
            out.append(word("»", "»", "PUNCT", "", "punct", root, False))
        elif share < 0.5:  # the quotation began in an earlier sentence
            mark = self.random.choice(["»", '"', "”"])
            out = list(tree[:-1])
            out[-1] = replace(out[-1], space_after=mark == "»")
            out.append(word(mark, mark, "PUNCT", "", "punct", root, False))
        else:
            out = list(tree[:-1])
            out[-1] = replace(out[-1], space_after=False)
        if out[-1].upos == "PUNCT" and self.random.random() < 0.15:  # *… » commentait S*
            out[-1] = replace(out[-1], space_after=True)
            verb = self.verb(out, "parataxis:insert", root)
        else:
            comma = len(out)
            out.append(word(",", ",", "PUNCT", "", "punct", comma))
            verb = self.verb(out, "parataxis:insert", root)
            out[comma] = replace(out[comma], head=verb)
        self.circumstance(out, verb)
        self.attach(out, self.speaker(), "nsubj", verb)
        return self.close(out, root)

    def que(self, tree: Tree) -> Tree | None:
        """*Le ministre a annoncé lundi que S.*"""
        root = self.plain(tree)
        if root is None or tree[0].upos not in {"DET", "PRON", "PROPN", "ADP"}:
            return None
        out: list[Word] = []
        subject = self.attach(out, self.speaker(), "nsubj", 0)
        out[0] = self.capital(out[0])
        verb = self.verb(out, "ROOT", -1)
        out[subject] = replace(out[subject], head=verb)
        self.circumstance(out, verb)
        vowel = tree[0].form[0].lower() in "aeiouéêàâ"
        offset = len(out) + 1
        out.append(word("qu'" if vowel else "que", "que", "SCONJ", "", "mark", root + offset, not vowel))
        first = tree[0] if tree[0].upos == "PROPN" else replace(tree[0], form=tree[0].form[0].lower() + tree[0].form[1:])
        body = shift([first, *tree[1:-1]], offset)
        body[root] = replace(body[root], head=verb, dep="ccomp")
        return self.close(out + body, verb)

    def gerund(self, tree: Tree) -> Tree | None:
        """*Tout en estimant que C, S.* and *S, affirmant que C.*"""
        root = self.plain(tree)
        content = next((t for t in self.random.sample(self.pool, 40) if self.plain(t, longest=16) is not None and t[0].upos == "DET"), None)
        if root is None or content is None or tree[root].upos != "VERB" or tree[0].upos not in {"DET", "PRON", "PROPN"}:
            return None
        before = self.random.random() < 0.5
        out: list[Word] = [] if before else list(tree[:-1])
        if not before:
            out[-1] = replace(out[-1], space_after=False)
            out.append(word(",", ",", "PUNCT", "", "punct", 0))
        comma = len(out) - 1
        share = self.random.random()
        start = len(out)
        if share < 0.25:
            out.append(word("tout", "tout", "ADV", "", "advmod", 0))
        if share < 0.6:
            out.append(word("en", "en", "ADP", "", "mark", 0))
        verb = len(out)
        form, lemma = self.random.choice(PARTICIPLES)
        out.append(word(form, lemma, "VERB", GERUND, "advcl", root))
        out[start:verb] = [replace(w, head=verb) for w in out[start:verb]]
        inner = self.plain(content, longest=16)
        assert inner is not None
        vowel = content[0].form[0].lower() in "aeiouéêàâ"
        offset = len(out) + 1
        out.append(word("qu'" if vowel else "que", "que", "SCONJ", "", "mark", inner + offset, not vowel))
        body = shift([replace(content[0], form=content[0].form[0].lower() + content[0].form[1:]), *content[1:-1]], offset)
        body[inner] = replace(body[inner], head=verb, dep="ccomp")
        out += body
        if not before:
            out[comma] = replace(out[comma], head=verb)
            return self.close(out, root)
        out[0] = self.capital(out[0])
        out[-1] = replace(out[-1], space_after=False)
        out.append(word(",", ",", "PUNCT", "", "punct", verb))
        offset = len(out)
        out[verb] = replace(out[verb], head=root + offset)
        first = tree[0] if tree[0].upos == "PROPN" else replace(tree[0], form=tree[0].form[0].lower() + tree[0].form[1:])
        return tuple(out + shift([first, *tree[1:]], offset))

    def comme(self, tree: Tree) -> Tree | None:
        """*S, comme l'a expliqué le maire.*"""
        root = self.plain(tree)
        if root is None:
            return None
        out = list(tree[:-1])
        out[-1] = replace(out[-1], space_after=False)
        comma = len(out)
        out += [
            word(",", ",", "PUNCT", "", "punct", 0),
            word("comme", "comme", "SCONJ", "", "mark", 0),
            word("l'", "lui", "PRON", "Number=Sing|Person=3|PronType=Prs", "obj", 0, False),
        ]
        verb = self.verb(out, "advcl", root)
        out[comma : comma + 3] = [replace(w, head=verb) for w in out[comma : comma + 3]]
        self.circumstance(out, verb)
        self.attach(out, self.speaker(), "nsubj", verb)
        return self.close(out, root)

    def aspect(self, tree: Tree) -> Tree | None:
        """*« S », n'a cessé de répéter le maire.*"""
        root = self.plain(tree)
        if root is None:
            return None
        out = [word("«", "«", "PUNCT", "", "punct", root + 1), *shift(list(tree[:-1]), 1)]
        root += 1
        out[-1] = replace(out[-1], space_after=True)
        out.append(word("»", "»", "PUNCT", "", "punct", root, False))
        group = [tuple(w.split("/")) for w in self.random.choice(ASPECTS).split()]
        comma, governor = len(out), len(out) + len(group) - 1
        infinitive = governor + 2
        out.append(word(",", ",", "PUNCT", "", "punct", governor))
        for form, lemma, upos in group:
            dep = {"ADV": "advmod", "AUX": "aux:tense", "ADP": "mark"}.get(upos, "parataxis:insert")
            at = infinitive if upos == "ADP" else root if upos == "VERB" else governor
            feats = (
                HAS
                if upos == "AUX" or (upos == "VERB" and group[0][2] == "VERB") or form == "cesse"
                else PARTICIPLE
                if upos == "VERB"
                else ""
            )
            out.append(word(form, lemma, upos, feats, dep, at, not form.endswith("'")))
        lemma = self.random.choice(SAYING)[1]
        out.append(word(lemma, lemma, "VERB", "VerbForm=Inf", "xcomp", governor))
        out[comma] = replace(out[comma], head=governor)
        self.attach(out, self.speaker(), "nsubj", governor)
        return self.close(out, root)

    def selon(self, tree: Tree) -> Tree | None:
        """*Selon X, S.* and *S, selon X.*"""
        root = self.plain(tree)
        if root is None:
            return None
        form = self.random.choice(["selon", "selon", "selon", "d'après"])
        marker = (
            [word("selon", "selon", "ADP", "", "case", 0)]
            if form == "selon"
            else [word("d'", "de", "ADP", "", "case", 0, False), word("après", "après", "ADP", "", "fixed", 0)]
        )
        if self.random.random() < 0.5:
            out = [self.capital(marker[0]), *marker[1:]]
            at = self.attach(out, self.speaker(), "obl:mod", 0)
            out[0] = replace(out[0], head=at)
            out[-1] = replace(out[-1], space_after=False)
            out.append(word(",", ",", "PUNCT", "", "punct", at))
            offset = len(out)
            out[at] = replace(out[at], head=root + offset)
            first = tree[0] if tree[0].upos == "PROPN" else replace(tree[0], form=tree[0].form[0].lower() + tree[0].form[1:])
            return tuple(out + shift([first, *tree[1:]], offset))
        out = list(tree[:-1])
        out[-1] = replace(out[-1], space_after=False)
        comma = len(out)
        out.append(word(",", ",", "PUNCT", "", "punct", 0))
        case = len(out)
        out += [replace(w, head=case) for w in marker]
        at = self.attach(out, self.speaker(), "obl:mod", root)
        out[comma] = replace(out[comma], head=at)
        out[case] = replace(out[case], head=at)
        return self.close(out, root)

    def dated(self, tree: Tree) -> Tree | None:
        """*a rencontré mardi dernier le président*: a bare time phrase between the verb and what follows."""
        verbs = [
            i
            for i, w in enumerate(tree[:-2])
            if w.upos == "VERB"
            and w.dep in {"ROOT", "ccomp", "conj", "acl:relcl"}
            and tree[i + 1].upos in {"DET", "ADP", "PROPN"}
            and tree[i + 1].head != i
        ]
        if not verbs or len(tree) > 40:
            return None
        verb = self.random.choice(verbs)
        extra: list[Word] = []
        self.day(extra, 0)
        gap = len(extra)
        move = [i if i <= verb else i + gap for i in range(len(tree))]
        old = [replace(w, head=move[w.head]) for w in tree]
        inside = [replace(w, head=verb if i == 0 else verb + 1) for i, w in enumerate(extra)]
        return tuple(old[: verb + 1] + inside + old[verb + 1 :])

    def subject(self, tree: Tree) -> Tree | None:
        """The same sentence with a title and a name as its subject."""
        found = [
            i
            for i, w in enumerate(tree)
            if w.dep in {"nsubj", "nsubj:pass"} and w.upos in {"NOUN", "PROPN"} and "Plur" not in w.feats and tree[w.head].upos == "VERB"
        ]
        if not found or len(tree) > 40:
            return None
        top = self.random.choice(found)
        block = subtree(tree, top)
        if block[-1] - block[0] + 1 != len(block) or len(block) > 10:
            return None
        phrase = list(self.titled() if self.random.random() < 0.8 else self.body())
        if block[0] == 0:
            phrase[0] = self.capital(phrase[0])
        if any(w.form == "," for w in phrase) and tree[block[-1] + 1].form != ",":
            phrase[-1] = replace(phrase[-1], space_after=False)
            phrase.append(word(",", ",", "PUNCT", "", "punct", len(phrase) - 2))
        root = next(i for i, w in enumerate(phrase) if w.head == i)
        phrase[-1] = replace(phrase[-1], space_after=tree[block[-1]].space_after)
        gap = len(phrase) - len(block)
        move = {i: (i if i < block[0] else i + gap) for i in range(len(tree)) if i not in block}
        move.update(dict.fromkeys(block, block[0] + root))
        before = [replace(w, head=move[w.head]) for w in tree[: block[0]]]
        after = [replace(w, head=move[w.head]) for w in tree[block[-1] + 1 :]]
        inside = [replace(w, head=w.head + block[0]) for w in phrase]
        inside[root] = replace(inside[root], head=move[tree[top].head], dep=tree[top].dep)
        return tuple(before + inside + after)

    def opener(self, tree: Tree) -> Tree | None:
        """*Interrogé mardi par l'agence, S.*"""
        root = self.plain(tree)
        if root is None or tree[root].upos != "VERB":
            return None
        form, lemma = self.random.choice(
            [
                ("Interrogé", "interroger"),
                ("Cité", "citer"),
                ("Accusé", "accuser"),
                ("Contacté", "contacter"),
                ("Invité", "inviter"),
                ("Visé", "viser"),
                ("Soutenu", "soutenir"),
            ]
        )
        out = [word(form, lemma, "VERB", PARTICIPLE, "advcl", 0)]
        if self.random.random() < 0.4:
            self.day(out, 0)
        at = len(out)
        out.append(word("par", "par", "ADP", "", "case", 0))
        agent = self.attach(out, self.speaker(), "obl:agent", 0)
        out[at] = replace(out[at], head=agent)
        out[-1] = replace(out[-1], space_after=False)
        out.append(word(",", ",", "PUNCT", "", "punct", 0))
        offset = len(out)
        first = tree[0] if tree[0].upos == "PROPN" else replace(tree[0], form=tree[0].form[0].lower() + tree[0].form[1:])
        out[0] = replace(out[0], head=root + offset)
        return tuple(out + shift([first, *tree[1:]], offset))

    @staticmethod
    def capital(first: Word) -> Word:
        return replace(first, form=first.form[0].upper() + first.form[1:])

    @staticmethod
    def close(out: list[Word], root: int) -> Tree:
        out[-1] = replace(out[-1], space_after=False)
        return (*out, word(".", ".", "PUNCT", "", "punct", root))

    def grow(self, counts: dict[str, int]) -> list[Tree]:
        """As many trees of each construction as `counts` asks for."""
        out: list[Tree] = []
        for construction, wanted in counts.items():
            make = getattr(self, construction)
            made = 0
            for tree in self.random.sample(self.pool, len(self.pool)) * 2:
                grown = make(tree) if made < wanted else None
                if grown is not None:
                    out.append(grown)
                    made += 1
        return out
