"""Sentences out of messages: values, messages in messages, days, and the language beneath."""

from datetime import date

import pytest

from milium.app.texts import Texts, UnknownMessageError
from milium.domain.ids import MessageId
from milium.domain.messages import say


def texts(language: str = "en", **german: str) -> Texts:
    english = {
        "plain": "Nothing to fill in.",
        "named": "{name} is {name}.",
        "two": "{first} and {second}",
        "on": "On {day}.",
        "odd": "Keep {this-one} and {} and {Name} as they are.",
        "month.3": "March",
        "weekday.7": "Sunday",
        "empty": "",
    }
    return Texts(
        {
            "en": {MessageId(key): text for key, text in english.items()},
            "de": {MessageId(key): text for key, text in german.items()},
        },
        language,
    )


def test_values_are_filled_in_as_often_as_they_stand_there() -> None:
    assert texts().say(say("named", name="Balm")) == "Balm is Balm."
    assert texts().say(say("two", first=1, second=20)) == "1 and 20"


def test_a_value_is_never_filled_in_twice() -> None:
    assert texts().say(say("two", first="{second}", second="x")) == "{second} and x"


def test_a_message_in_a_message_is_said_in_its_place() -> None:
    inner = say("named", name="Balm")

    assert texts().say(say("two", first=inner, second=say("plain"))) == (
        "Balm is Balm. and Nothing to fill in."
    )


def test_a_day_is_written_as_people_do() -> None:
    assert texts().say(say("on", day=date(2026, 3, 1))) == "On 1 March 2026."
    assert texts().day(date(2026, 3, 1)) == "1 March 2026"
    assert texts().weekday(date(2026, 3, 1)) == "Sunday"


def test_a_message_without_a_text_is_an_error_that_names_it() -> None:
    with pytest.raises(UnknownMessageError, match="no text for 'no.such'"):
        texts().text("no.such")
    with pytest.raises(UnknownMessageError, match="no text for 'no.such'"):
        texts().say(say("two", first=say("no.such"), second=1))


def test_a_missing_value_is_an_error_that_names_both() -> None:
    with pytest.raises(UnknownMessageError, match="'two' needs a value for 'second'"):
        texts().say(say("two", first=1))


def test_a_value_too_many_is_no_error() -> None:
    assert texts().say(say("plain", name="Balm")) == "Nothing to fill in."


def test_braces_that_are_no_value_stay() -> None:
    assert texts().text("odd") == "Keep {this-one} and {} and {Name} as they are."


def test_the_language_asked_for_comes_first_and_english_stands_beneath() -> None:
    german = texts("de", plain="Nichts.")

    assert (german.language, german.text("plain")) == ("de", "Nichts.")
    assert german.say(say("named", name="Balm")) == "Balm is Balm."
    assert "named" in german
    assert "no.such" not in german


def test_a_language_there_is_not_is_english() -> None:
    assert texts("xx").language == "en"
    assert texts("xx").text("plain") == "Nothing to fill in."


def test_the_order_of_values_makes_no_other_message() -> None:
    assert say("two", first=1, second=2) == say("two", second=2, first=1)


def test_a_text_to_somebody_stands_for_the_usual_one() -> None:
    both = {MessageId("door"): "the child's doctor", MessageId("door@self"): "your doctor"}
    usual = Texts({"en": both}, "en")

    assert usual.text("door") == "the child's doctor"
    assert usual.speaking_to("self").text("door") == "your doctor"
    assert usual.speaking_to("my_child").text("door") == "the child's doctor"


def test_a_language_without_the_variant_speaks_its_own_usual_text() -> None:
    both = {MessageId("door"): "the child's doctor", MessageId("door@self"): "your doctor"}
    german = Texts({"en": both, "de": {MessageId("door"): "die Kinderarztpraxis"}}, "de")

    assert german.text("door") == "die Kinderarztpraxis"
    assert german.speaking_to("self").text("door") == "die Kinderarztpraxis"
