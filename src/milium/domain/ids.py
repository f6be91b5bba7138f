"""Identifiers, each a type of its own so that one can't stand for another."""

from typing import NewType

AnswerWord = NewType("AnswerWord", str)
AreaId = NewType("AreaId", str)
ConditionId = NewType("ConditionId", str)
FindingId = NewType("FindingId", str)
IngredientClass = NewType("IngredientClass", str)
IngredientId = NewType("IngredientId", str)
ItemId = NewType("ItemId", str)
KindId = NewType("KindId", str)
LesionId = NewType("LesionId", str)
MessageId = NewType("MessageId", str)
PlaceId = NewType("PlaceId", str)
ProductId = NewType("ProductId", str)
ProfessionId = NewType("ProfessionId", str)
QuestionId = NewType("QuestionId", str)
ReviewItemId = NewType("ReviewItemId", str)
RuleId = NewType("RuleId", str)
SourceId = NewType("SourceId", str)
