"""What is set for a desk, and what the desk remembers by itself."""

from __future__ import annotations

import platform

import pytest

from db.errors import RuleBroken
from desktop import errors
from desktop.settings import Memory, Settings, config_file, load, practice_file


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.toml"


def test_a_desk_without_settings_practises_in_japanese(file):
    settings = load(file, {})
    assert settings == Settings(desk=platform.node()[:60])
    assert settings.practice
    assert settings.language == "ja"


def test_the_file_says_which_database_and_which_desk(file):
    file.write_text('database = "sqlite:////srv/water.db"\ndesk = "窓口3"\n', "utf-8")
    settings = load(file, {})
    assert (settings.database, settings.desk) == ("sqlite:////srv/water.db", "窓口3")
    assert not settings.practice


def test_the_environment_names_the_database_before_the_file_does(file):
    file.write_text('database = "sqlite:////srv/water.db"\n', "utf-8")
    assert load(file, {"MIZUMADO_DATABASE": "sqlite:///other.db"}).database == "sqlite:///other.db"


def test_a_file_saved_by_an_editor_on_windows_is_read(file):
    file.write_bytes('\ufeffdesk = "窓口3"\r\n'.encode())
    assert load(file, {}).desk == "窓口3"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"desk = ", "The settings cannot be read: "),
        (b'desk = "\x82\xa0"', "The settings cannot be read: "),
        (b'databse = "x"', "“databse” is not a setting. Remove it from "),
        (b"desk = 3", "“desk” has to be a text in quotes. Mend it in "),
        (b'language = "fr"', "“language” has to be ja or en. Mend it in "),
    ],
)
def test_what_is_wrong_in_the_file_is_told_with_the_files_name(language, file, text, told):
    file.write_bytes(text)
    with pytest.raises(RuleBroken) as refused:
        load(file, {})
    sentence = errors.sentence(refused.value)
    assert sentence.startswith(told)
    assert str(file) in sentence


def test_a_folder_in_the_files_place_is_told_not_raised(language, file):
    file.mkdir()
    with pytest.raises(RuleBroken, match=r"settings\.unreadable"):
        load(file, {})


def test_settings_and_practice_town_have_places_of_their_own(tmp_path):
    assert config_file() == tmp_path / "config" / "mizumado" / "settings.toml"
    assert practice_file() == tmp_path / "data" / "mizumado" / "practice.sqlite"


@pytest.mark.parametrize("text", ["sato", "窓口3", "a, b; c", "0012", "true", "@Invalid()"])
def test_what_a_desk_remembers_comes_back_as_it_was_after_a_restart(tmp_path, text):
    Memory(tmp_path / "memory.ini").keep_text("login/id", text)
    assert Memory(tmp_path / "memory.ini").text("login/id") == text


def test_an_empty_text_is_forgotten(tmp_path):
    memory = Memory(tmp_path / "memory.ini")
    memory.keep_text("login/id", "sato")
    memory.keep_text("login/id", "")
    assert memory.text("login/id") == ""


def test_the_columns_of_a_table_come_back_byte_by_byte(tmp_path):
    state = b'{"order": ["month", "\xe6\x9c\x88"]}\x00'
    Memory(tmp_path / "memory.ini").keep_state("bills", state)
    assert Memory(tmp_path / "memory.ini").state("bills") == state
    assert Memory(tmp_path / "memory.ini").state("nothing") == b""
