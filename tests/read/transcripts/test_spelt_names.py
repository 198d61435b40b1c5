"""Names in capitals become names as people write them."""

import pytest

from factcheck.read.transcripts.testimony.spelt_names import joined_letters, surname, written


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("NORA VALE", "Nora Vale"),
        ("JOSÉ GARCÍA-LÓPEZ", "José García-López"),
        ("SARAH J. O'CONNOR", "Sarah J. O'Connor"),
        ("PAUL McCOLE", "Paul McCole"),
        ("PAUL MCCOLE", "Paul McCole"),
        ("ANNA DeLUCA", "Anna DeLuca"),
        ("MICHAEL T. DE LA CRUZ", "Michael T. de la Cruz"),
        ("MARCUS O'DELL, JR.", "Marcus O'Dell, Jr."),
        ("HENRY VALE III", "Henry Vale III"),
        ("RUTH ADLER, M.D., Ph.D.", "Ruth Adler"),
        ("TOBIAS COLE, ESQ.", "Tobias Cole"),
        ("DR. HANA IMAI", "Hana Imai"),
        ("SPECIAL AGENT GRETA HANNAN", "Greta Hannan"),
        ("Elena M. Ruiz", "Elena M. Ruiz"),
        ("D E S M O N D   B L A K E", "Desmond Blake"),
    ],
)
def test_a_printed_name_as_people_write_it(printed: str, name: str) -> None:
    assert written(printed) == name


def test_letters_set_apart_are_joined_and_other_words_stay() -> None:
    assert joined_letters("P R O C E E D I N G S") == "PROCEEDINGS"
    assert joined_letters("I was A in B  and C") == "I was A in B  and C"


@pytest.mark.parametrize(("name", "last"), [("Marcus O'Dell, Jr.", "o'dell"), ("COLE", "cole"), ("", "")])
def test_the_surname_is_the_last_word_that_is_no_suffix(name: str, last: str) -> None:
    assert surname(name) == last
