"""Sentences from a spaCy pipeline: our own weights, or any pipeline with Universal Dependencies labels."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy
from spacy.attrs import SENT_START

from selon.errors import PipelineError
from selon.model.syntax import Entity, Sentence, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from spacy.language import Language as SpacyLanguage
    from spacy.tokens import Doc

    from selon.stages.sentences import Cut

LOG = logging.getLogger(__name__)
_BLANKS = str.maketrans(dict.fromkeys("\n\r\t\xa0\u202f\u2009\u200b", " "))
LABELS = {"PER": "PER", "PERSON": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG", "NORP": "MISC", "MISC": "MISC"}


@dataclass(frozen=True, slots=True)
class SpacyParser:
    """Turns cut sentences into trees.

    Attributes:
        nlp: the spaCy pipeline.
        name: what made the trees, e.g. `fr@1.0`; part of every reading.
    """

    nlp: SpacyLanguage
    name: str

    def parse(
        self,
        text: str,
        cuts: tuple[Cut, ...],
        *,
        correct: Callable[[str, str, str], tuple[str, Mapping[str, str] | None]] = lambda _form, _upos, lemma: (lemma, None),
    ) -> tuple[Sentence, ...]:
        """One tree for each cut; blanks of any kind are read as blanks and take no part.

        `correct` may give a better lemma, and features that are sure, for a form, its part of speech and the model's lemma.
        """
        docs = []
        for cut in cuts:
            doc = self.nlp.make_doc(text[cut.span.start : cut.span.end].translate(_BLANKS))
            docs.append(_one_sentence(doc))
        parsed = self.nlp.pipe(docs, batch_size=64)
        return tuple(self._sentence(i, cut, doc, correct) for i, (cut, doc) in enumerate(zip(cuts, parsed, strict=True)))

    @staticmethod
    def _sentence(i: int, cut: Cut, doc: Doc, correct: Callable[[str, str, str], tuple[str, Mapping[str, str] | None]]) -> Sentence:
        offset = cut.span.start
        kept = [token for token in doc if not token.is_space]
        place = {token.i: n for n, token in enumerate(kept)}
        tokens: list[Token] = []
        children: list[list[int]] = [[] for _ in kept]
        for n, token in enumerate(kept):
            head = token.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            at = place.get(head.i, n)
            dep = "root" if at == n else token.dep_
            start = offset + token.idx
            form = token.text
            upos = token.pos_
            lemma, sure = correct(form, upos, token.lemma_ or form)
            tokens.append(
                Token(
                    n,
                    start,
                    start + len(form),
                    form,
                    lemma,
                    upos,
                    {**_features(str(token.morph)), **sure} if sure else _features(str(token.morph)),
                    at,
                    dep,
                )
            )
            if at != n:
                children[at].append(n)
        entities = tuple(
            Entity(place[inside[0].i], place[inside[-1].i] + 1, LABELS.get(ent.label_, "MISC"))
            for ent in doc.ents
            if (inside := [t for t in ent if t.i in place])
        )
        return Sentence(
            i, cut.paragraph, cut.is_heading, cut.span.start, cut.span.end, tuple(tokens), tuple(map(tuple, children)), entities
        )


def _one_sentence(doc: Doc) -> Doc:
    """The same document with no sentence start but its first word; set at once, for spaCy's setter looks at all words each time."""
    starts = numpy.full((len(doc), 1), -1, dtype="int32").astype("uint64")
    if len(doc):
        starts[0] = 1
    return doc.from_array([SENT_START], starts)  # type: ignore[arg-type]  # spaCy declares an array type of its own


@lru_cache(maxsize=4096)
def _features(morph: str) -> Mapping[str, str]:
    return dict(pair.split("=", 1) for pair in morph.split("|") if "=" in pair)


def spacy_pipelines_with_ud() -> Iterable[str]:
    """Labels that show that a parser speaks Universal Dependencies."""
    return ("nsubj", "obj", "case", "advmod")


@cache
def load_parser(name: str) -> SpacyParser:
    """The parser of an installed spaCy pipeline or of a folder that holds one.

    Raises:
        PipelineError: it is not installed, has no parser, or its labels are not those of Universal Dependencies.
    """
    import spacy
    import spacy.util

    import selon.parsers.name_classes
    import selon.parsers.tokenizer  # noqa: F401  (a pipeline of our own recipe names them)

    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        installed = ", ".join(sorted(spacy.util.get_installed_models())) or "none"
        raise PipelineError(
            f'The pipeline "{name}" cannot be loaded; expected the name of an installed spaCy pipeline or its folder. '
            f"Installed: {installed}. Usually it has not been installed with `python -m spacy download {name}` yet. "
            "Without `--pipeline`, selon reads with the weights it ships."
        ) from error
    _check_labels(nlp, name)
    return SpacyParser(nlp, f"{name}@{nlp.meta.get('version', '?')}")


def _check_labels(nlp: SpacyLanguage, name: str) -> None:
    labels = nlp.get_pipe("parser").labels if "parser" in nlp.pipe_names else ()  # type: ignore[attr-defined]
    missing = [label for label in spacy_pipelines_with_ud() if label not in labels]
    if missing:
        raise PipelineError(
            f'The pipeline "{name}" has no labels {", ".join(missing)} in its parser; expected Universal Dependencies. '
            "Usually it is an English pipeline with other labels (en_core_web_*). "
            "Leave out `--pipeline`, or train one on UD with `training/`."
        )
