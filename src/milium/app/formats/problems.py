"""Refusals in one shape: every problem with its path, and RFC 9457 for both front doors."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

LONGEST_SHOWN = 60


def shown(value: object) -> str:
    """What was written, in quotes, cut where nobody would read on."""
    text = str(value)
    return f"'{text}'" if len(text) <= LONGEST_SHOWN else f"'{text[:LONGEST_SHOWN]}...'"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where (a path like ``lesions.1.site``) and what to do."""

    path: str
    detail: str


class CaseRefusedError(ValueError):
    """A case that can't be read; holds all problems at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems and say them a line each."""
        self.problems = problems
        super().__init__(
            "\n".join(f"{p.path}: {p.detail}" if p.path else p.detail for p in problems)
        )

    @classmethod
    def one(cls, path: str, detail: str) -> "CaseRefusedError":
        """A refusal with a single problem."""
        return cls((Problem(path, detail),))


class ProblemJson(BaseModel):
    """An error as RFC 9457 problem details, on the command line as over HTTP."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    problems: list[dict[str, str]] = []


def problem_json(title: str, status: int, error: Exception) -> ProblemJson:
    """The error as published JSON."""
    problems = error.problems if isinstance(error, CaseRefusedError) else ()
    return ProblemJson(
        title=title,
        status=status,
        detail=str(error),
        problems=[{"path": each.path, "detail": each.detail} for each in problems],
    )


def problems_of(error: ValidationError, model: type[BaseModel]) -> tuple[Problem, ...]:
    """Each problem pydantic found, in our words."""
    return tuple(
        Problem(_path(each["loc"]), _detail(dict(each), model))
        for each in error.errors(include_url=False, include_context=True)
    )


def _path(loc: tuple[int | str, ...]) -> str:
    """A path with places counted from 1, as a person counts."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in loc)


def _detail(found: dict[str, Any], model: type[BaseModel]) -> str:  # noqa: PLR0911 - a table
    match found["type"]:
        case "extra_forbidden":
            allowed = sorted(_fields_at(model, found["loc"][:-1]))
            close = get_close_matches(str(found["loc"][-1]), allowed, n=1)
            hint = f" (did you mean '{close[0]}'?)" if close else ""
            return f"there is no such key{hint}. Allowed: {', '.join(allowed)}"
        case "missing":
            return "is missing; add it"
        case "value_error":
            return str(found["ctx"]["error"])
        case "model_type" | "model_attributes_type" | "dict_type":
            return "should be a mapping of keys to values"
        case "list_type":
            return "should be a list"
        case "too_long":
            return f"holds too many; at most {found['ctx']['max_length']} fit"
        case _:
            return str(found["msg"])


def _fields_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> Iterator[str]:
    """The keys allowed at a path."""
    here: Any = model
    for part in loc:
        if isinstance(part, str):
            here = _model_in(here.model_fields[part].annotation)
    yield from here.model_fields


def _model_in(annotation: Any) -> Any:  # noqa: ANN401 - walks type annotations
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(_model_in(each) for each in annotation.__args__ if each is not type(None))
