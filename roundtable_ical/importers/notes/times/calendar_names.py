"""Months, days of the week and small numbers by name, in several languages, folded.

The languages are English, French, Spanish, German, Portuguese, Italian, Dutch, Catalan and
Indonesian.  Names are folded (`letters.folded`); short forms are as dictionaries of each language
give them (CLDR "abbreviated").
"""

_MONTH_NAMES = (
    "january jan janvier janv enero ene januar janner janeiro gennaio gen januari gener",
    "february feb febr fevrier fevr fev febrero februar fevereiro febbraio februari febrer",
    "march mar mars marzo marz mrz marco maart mrt marc maret",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio maggio mag mei maig",
    "june jun juin junio juni junho giugno giu juny",
    "july jul juillet juil julio juli julho luglio lug juliol",
    "august aug aout agosto ago augustus agost agustus",
    "september sept sep septembre septiembre set setiembre setembro settembre setembre",
    "october oct octobre octubre oktober okt outubro out ottobre ott",
    "november nov novembre noviembre novembro nopember",
    "december dec decembre diciembre dic dezember dez dezembro dicembre desembre desember",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
"""Month (1 to 12) by its folded name or short form."""

_WEEKDAY_NAMES = (
    "monday lundi lunes montag segunda-feira lunedi maandag dilluns senin",
    "tuesday mardi martes dienstag terca-feira martedi dinsdag dimarts selasa",
    "wednesday mercredi miercoles mittwoch quarta-feira mercoledi woensdag dimecres rabu",
    "thursday jeudi jueves donnerstag quinta-feira giovedi donderdag dijous kamis",
    "friday vendredi viernes freitag sexta-feira venerdi vrijdag divendres jumat",
    "saturday samedi sabado samstag sonnabend sabato zaterdag dissabte sabtu",
    "sunday dimanche domingo sonntag domenica zondag diumenge minggu",
)
_WEEKDAY_SHORTS = (
    "mon lun mo seg ma segunda",
    "tue tues mar di ter terca",
    "wed weds mer mie mi qua quarta",
    "thu thur thurs jeu jue do qui gio quinta",
    "fri ven vie fr sex sexta",
    "sat sam sab sa",
    "sun dim dom so",
)
WEEKDAYS = {
    form: number
    for number, names in enumerate(_WEEKDAY_NAMES)
    for name in names.split()
    for form in (name, name.replace("-", " "))
}
"""Day of the week (Monday is 0) by its folded name."""

WEEKDAY_SHORTS = {
    name: number for number, names in enumerate(_WEEKDAY_SHORTS) for name in names.split()
}
"""Day of the week by its short form; these are words of other meaning too, where no date"
  " follows."""

ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "one first premier premiere primer primera primero erster erste primeiro primo uno un",
            "two second deuxieme segundo segunda zweiter zweite secondo dos deux due zwei dois",
            "three third troisieme tercer tercera tercero dritter dritte terceiro terzo tres trois",
            "four fourth quatrieme cuarto cuarta vierter vierte quarto cuatro quatre vier",
            "five fifth cinquieme quinto quinta funfter funfte cinco cinq funf",
            "six sixth sixieme sexto sexta sechster sechste seis sechs sesto",
            "seven seventh septieme septimo septima siebter siebte siete sept sieben settimo",
        ),
        1,
    )
    for word in words.split()
}
"""1 to 7 by the folded word."""
