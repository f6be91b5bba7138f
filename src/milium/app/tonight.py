"""Tonight in three lines: what the answers ask for first, then what the plan adds."""

from milium.app.formats.guide import GuideJson

MOST = 3


def tonight_lines(guide: GuideJson) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The three lines for tonight, and whatever else the answers ask for.

    What a rule says because of an answer comes before what the plan adds from the shelf; of the
    plan's lines only those are shown that fit into three. While something has to happen now, every
    line belongs to it and none is held back.
    """
    asked = tuple(dict.fromkeys(guide.triage.texts.tonight))
    if guide.regimen is None:
        return asked, ()
    lines = tuple(dict.fromkeys((*asked, *guide.regimen.tonight)))
    return lines[:MOST], tuple(line for line in asked if line not in lines[:MOST])
