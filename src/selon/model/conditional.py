"""How a verb in the conditional is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.model.span import Span

READINGS = ("hearsay", "modal", "hypothetical", "future_in_past", "polite", "question")


@dataclass(frozen=True, slots=True)
class Conditional:
    """A verb in the conditional and what it is there for.

    Attributes:
        span: the finite form: *aurait*, *viendrait*.
        sentence: index of its sentence.
        token: index of the finite form in the sentence.
        head: index of the predicate that it carries: *signé* of *aurait signé*; `token` itself when it stands alone.
        reading: hearsay (*il aurait fui*: somebody unnamed says so), modal (*pourrait*, *devrait*), hypothetical (*s'il partait,
            elle resterait*; a project, a consequence), future_in_past (*a décidé qu'il partirait*), polite (*je voudrais*,
            *on dirait*: wish, advice, manner of speaking) or question (*où serait-il ?*).
        by: the rule of `conditionals.toml`.

    Source: the readings of the French conditional in Dendale 1993 and Kronning 2002; the evidential one is the *conditionnel de presse*.
    """

    span: Span
    sentence: int
    token: int
    head: int
    reading: str
    by: str
