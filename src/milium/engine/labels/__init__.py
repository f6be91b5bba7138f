"""What is printed on a pack, read: which ingredients, where in the text, how surely."""

from milium.engine.labels.explain import explain_label
from milium.engine.labels.names import normalise
from milium.engine.labels.read import read_label

__all__ = ["explain_label", "normalise", "read_label"]
