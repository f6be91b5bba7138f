"""Settings: how each is read, and every refusal."""

from pathlib import Path

import pytest

from milium.app.settings import Settings, SettingsRefusedError

HOME = Path("somewhere")


def changed(**values: object) -> Settings:
    return Settings(home=HOME).changed(values, "the test")


def test_the_defaults() -> None:
    assert Settings(home=HOME) == Settings(HOME, 8100, "en", "ELSEWHERE", (), ())


def test_what_is_not_named_stays() -> None:
    assert changed(port="0", language="de").changed({"place": "DE"}, "then") == Settings(
        HOME, 0, "de", "DE"
    )


@pytest.mark.parametrize("port", [0, "0", 8100, "65535"])
def test_a_port_is_a_number_up_to_the_highest(port: object) -> None:
    assert changed(port=port).port == int(str(port))


@pytest.mark.parametrize(
    "port",
    ["65536", 70000, -1, "-1", "http", "", " 80", "8.0", 80.5, True, None, "\u00b2", "9" * 5000],
)
def test_a_port_that_is_none_is_refused(port: object) -> None:
    with pytest.raises(SettingsRefusedError, match="the test: port '.*' should be a number from 0"):
        changed(port=port)


def test_an_unknown_setting_is_refused_with_the_nearest_and_all_there_are() -> None:
    with pytest.raises(SettingsRefusedError) as caught:
        changed(langage="de")

    assert str(caught.value) == (
        "the test: there is no setting 'langage' (did you mean 'language'?). "
        "Allowed: home, port, language, place, modules_off, overlays"
    )


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("plan", ("plan",)),
        ("plan,products", ("plan", "products")),
        (" plan , ,products ", ("plan", "products")),
        (["plan"], ("plan",)),
        (("plan", " "), ("plan",)),
        ("", ()),
        ([], ()),
    ],
)
def test_modules_are_a_list_or_names_with_commas(given: object, read: tuple[str, ...]) -> None:
    assert changed(modules_off=given).modules_off == read


@pytest.mark.parametrize("name", ["triage", "plans", "serve"])
def test_only_a_module_that_may_be_missing_is_switched_off(name: str) -> None:
    with pytest.raises(SettingsRefusedError, match=f"there is no module '{name}'"):
        changed(modules_off=name)


def test_overlays_are_files_by_name() -> None:
    assert changed(overlays="a.csv, b.csv").overlays == ("a.csv", "b.csv")


def test_the_home_folder_may_begin_with_a_tilde() -> None:
    assert changed(home="~/milium").home == Path("~/milium").expanduser()


def test_a_place_or_language_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(SettingsRefusedError, match=r"place: there is no 'UK'.*Allowed: GB, US"):
        changed(place="UK").check("place", ["GB", "US"])
    changed(place="GB").check("place", ["GB", "US"])
