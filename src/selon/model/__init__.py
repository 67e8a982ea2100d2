"""What we say: frozen values, standard library only, no input or output."""

from selon.model.actor import Actor, Mention
from selon.model.attribution import Attribution
from selon.model.cell import Cell
from selon.model.claim import Claim, Party
from selon.model.dates import DateInterval
from selon.model.document import Document
from selon.model.event import Event, Slot
from selon.model.factuality import Factuality
from selon.model.reading import Reading
from selon.model.span import Span
from selon.model.syntax import Entity, Sentence, Token
from selon.model.timex import Timex
from selon.model.toponym import Toponym
from selon.model.wording import Wording

__all__ = [
    "Actor", "Attribution", "Cell", "Claim", "DateInterval", "Document", "Entity", "Event", "Factuality", "Mention",
    "Party", "Reading", "Sentence", "Slot", "Span", "Timex", "Token", "Toponym", "Wording",
]  # fmt: skip
