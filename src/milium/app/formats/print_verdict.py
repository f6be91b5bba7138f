"""What decided about a product, in one plain line."""

from milium.app.texts import Texts
from milium.domain.exposure import Verdict, VerdictKind
from milium.domain.knowledge import Knowledge
from milium.domain.messages import say


class VerdictLines:
    """Finds the one line of a verdict."""

    def __init__(self, knowledge: Knowledge, texts: Texts) -> None:
        """Keep the findings, whose questions are asked, and the texts."""
        self._findings = knowledge.triage.asking.findings
        self._texts = texts

    def line(self, verdict: Verdict, product: str) -> str:
        """The sentence of the first rule that decided; where none did, what that means."""
        deciding = [each for each in verdict.reasons if each.entry in verdict.decided_by]
        if deciding:
            return self._texts.say(deciding[0].message)
        name = f"verdict.line.{verdict.kind.name.lower()}"
        if verdict.kind is VerdictKind.NOT_KNOWN_YET and not verdict.unknown:
            name = "verdict.line.half_read"
        questions = " ".join(self.questions(verdict))
        return self._texts.say(
            say(name, product=product, questions=questions, names=", ".join(verdict.asks))
        )

    def questions(self, verdict: Verdict) -> list[str]:
        """What is still open, as it would be asked."""
        return [self._texts.text(f"finding.{each}.question") for each in verdict.unknown]
