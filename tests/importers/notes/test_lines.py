from roundtable_ical.importers.notes.lines import Line


def test_columns_are_what_tabs_set_apart_and_an_empty_one_counts() -> None:
    assert Line(number=1, text="9.00 - 9.30\tWelcome").cells == ("9.00 - 9.30", "Welcome")
    assert Line(number=1, text="\tMr. Guy Ryder ").cells == ("", "Mr. Guy Ryder")
    assert Line(number=1, text="Welcome").cells == ("Welcome",)


def test_a_line_of_white_space_is_blank() -> None:
    assert [Line(number=1, text=text).is_blank for text in ("", " \t ", "x")] == [True, True, False]
