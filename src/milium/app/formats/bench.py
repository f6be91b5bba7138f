"""The answers of another tool to MiliaBench, one JSON object a line."""

import json

from pydantic import BaseModel, ConfigDict, ValidationError

from milium.app.formats.problems import CaseRefusedError
from milium.domain.ids import ConditionId, ProfessionId
from milium.domain.triage import Rung, When, Zone
from milium.domain.vignettes import ToolAnswer

MAX_BYTES = 5_000_000
_WHEN = {when.name.lower(): when for when in When}
_RUNG = {rung.name.lower(): rung for rung in Rung}
_ZONE = {zone.value: zone for zone in Zone}


class ToolAnswerJson(BaseModel):
    """One line: the vignette's id and what the tool answered; ``when`` null for no answer."""

    model_config = ConfigDict(strict=True, extra="forbid")

    id: str
    when: str | None = None
    conditions: list[str] = []
    zones: dict[str, str] = {}
    who: list[str] = []


def read_tool_answers(data: bytes, name: str) -> dict[str, ToolAnswer]:
    """The answers by vignette.

    Raises:
        CaseRefusedError: naming the line.
    """
    if len(data) > MAX_BYTES:
        raise CaseRefusedError.one("", f"{name}: is larger than {MAX_BYTES:,} bytes")
    found = {}
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            vignette, answer = _line(line, f"{name}, line {number}")
            found[vignette] = answer
    return found


def _line(line: bytes, where: str) -> tuple[str, ToolAnswer]:
    try:
        read = ToolAnswerJson.model_validate(json.loads(line))
        answer = ToolAnswer(
            when=None if read.when is None else _WHEN[read.when],
            conditions=tuple(map(ConditionId, read.conditions)),
            zones={_ZONE[zone]: _RUNG[rung] for zone, rung in read.zones.items()},
            who=tuple(map(ProfessionId, read.who)),
        )
    except KeyError as error:
        words = ", ".join((*_WHEN, *_ZONE, *_RUNG))
        raise CaseRefusedError.one("", f"{where}: {error} is none of {words}") from None
    except (ValidationError, ValueError, RecursionError) as error:
        problem = f"{where}: should be one object with id, when, conditions, zones and who"
        raise CaseRefusedError.one("", problem) from error
    return read.id, answer
