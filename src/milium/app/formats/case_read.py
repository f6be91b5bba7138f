"""From the validated document to the ``Case`` the engines read."""

from typing import Any

from milium.app.formats.problems import CaseRefusedError
from milium.domain.answers import Answer, Unknown
from milium.domain.cases import Case, DiaryEntry, Lesion, Product, Wishes
from milium.domain.ids import FindingId, ItemId, LesionId, PlaceId, ProductId


def case_from(read: Any) -> Case:  # noqa: ANN401 - a model made at run time
    """The case in a document the models have accepted."""
    answers = {
        **_answers(read.person),
        **_answers(read.habits),
        **_answers(read.wishes, skip=("budget", "max_steps", "avoid")),
    }
    return Case(
        as_of=read.as_of,
        place=PlaceId(read.place),
        answers=answers,
        lesions=_lesions(read.lesions),
        shelf=_shelf(read.shelf),
        skin={} if read.skin is None else _skin(read.skin.answers),
        known_type="" if read.skin is None else read.skin.known_type,
        wishes=_wishes(read.wishes),
        words=read.words,
        diary=tuple(
            DiaryEntry(entry.on, _answers(entry, skip=("on", "note")), entry.note)
            for entry in read.diary
        ),
    )


def _answers(read: Any, skip: tuple[str, ...] = ()) -> dict[FindingId, Answer]:  # noqa: ANN401
    if read is None:
        return {}
    return {
        FindingId(name): answer
        for name in read.model_fields_set
        if name not in skip
        and isinstance(answer := getattr(read, name), Answer)
        and answer != Unknown()
    }


def _skin(read: Any) -> dict[ItemId, Answer]:  # noqa: ANN401
    return {ItemId(name): answer for name, answer in _answers(read).items()}


def _lesions(read: list[Any]) -> tuple[Lesion, ...]:
    ids = _ids([each.id for each in read])
    return tuple(
        Lesion(LesionId(name), _answers(each, skip=("id",)))
        for name, each in zip(ids, read, strict=True)
    )


def _shelf(read: list[Any]) -> tuple[Product, ...]:
    ids = _ids([each.id for each in read])
    return tuple(
        Product(
            id=ProductId(name),
            name=each.name,
            label=each.label,
            answers=_answers(each, skip=("id", "name", "label", "since")),
            since=each.since,
        )
        for name, each in zip(ids, read, strict=True)
    )


def _ids(given: list[str]) -> list[str]:
    """The ids given, and numbers for those without; refuses one given twice."""
    twice = next((name for n, name in enumerate(given) if name and name in given[:n]), None)
    if twice is not None:
        raise CaseRefusedError.one("id", f"'{twice}' stands there twice; give each its own")
    numbers = (str(n) for n in range(1, 10_000) if str(n) not in given)
    return [name or next(numbers) for name in given]


def _wishes(read: Any) -> Wishes:  # noqa: ANN401
    if read is None:
        return Wishes()
    return Wishes(
        budget_cents=None if read.budget is None else read.budget.amount,
        currency="" if read.budget is None else read.budget.currency,
        max_steps=read.max_steps,
        avoid=tuple(read.avoid),
    )
