"""The slow, obvious reader of a clean comma list: split, compare with every name, one by one."""

from milium.domain.ids import IngredientId
from milium.domain.labels import Vocabulary


def read_clean_list(
    label: str, vocabulary: Vocabulary
) -> tuple[tuple[str, IngredientId | None], ...]:
    """The entries of a list separated by comma and space, with what each of them names."""
    return tuple((name, _named(name, vocabulary)) for name in label.removesuffix(".").split(", "))


def _named(name: str, vocabulary: Vocabulary) -> IngredientId | None:
    for ingredient in vocabulary.ingredients.values():
        for other in (ingredient.inci, *ingredient.names):
            if other.upper() == name.upper():
                return ingredient.id
    return None
