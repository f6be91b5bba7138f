"""Reading the hazard log: ``proof/hazards.yaml``."""

from milium.domain.reviews import Hazard
from milium.kb.entries import Entry, KnowledgeError
from milium.kb.read import PROOF, knowledge_root
from milium.kb.strict_yaml import parse_yaml

FILE = "hazards.yaml"


def load_hazards() -> tuple[Hazard, ...]:
    """The hazard log of the knowledge package, in its order.

    Raises:
        KnowledgeError: an entry is wrong.
    """
    file = knowledge_root() / PROOF / FILE
    return read_hazards(file.read_text("utf-8"))


def read_hazards(text: str) -> tuple[Hazard, ...]:
    """The hazards of one file.

    Raises:
        KnowledgeError: an entry is wrong, or an id stands there twice.
    """
    file = Entry(parse_yaml(text, FILE), FILE)
    found: dict[str, Hazard] = {}
    for entry in file.entries("hazards"):
        each = _hazard(entry)
        if each.id in found:
            message = f"{FILE}: '{each.id}' stands there twice; ids are unique"
            raise KnowledgeError(message)
        found[each.id] = each
    return file.done(tuple(found.values()))


def _hazard(entry: Entry) -> Hazard:
    return entry.done(
        Hazard(
            id=entry.text("id"),
            hazard=entry.text("hazard"),
            harmed=entry.text("harmed"),
            cause=entry.text("cause"),
            severity=entry.text("severity"),
            controls=entry.words("controls"),
            remains=entry.text("remains"),
        )
    )
