"""What ``mizumado-db`` says of the billing host's files: of whole ones, and of refused lines."""

from __future__ import annotations

from typing import Final

from db.rules.import_words import Fault

IMPORT_SENTENCES: Final = {
    "import.no_file": "There is no file or folder {file}. Check the path.",
    "import.nothing": "There is no file in {place}. Name the host's files, or their folder.",
    "import.too_many_files": "A delivery has {most} files at most. Name fewer.",
    "import.name_twice": "Two files are called {file}. Leave one out.",
    "import.empty": "{file} is empty. Have the billing host send it again.",
    "import.unreadable": "{file} cannot be read. Check the right to it, and the drive.",
    "import.unknown_name": "No layout is for files called {file}. Leave it out, or add a layout "
    "whose `files` name it.",
    "import.wrong_header": "{file} does not begin as its name promises: its header record is "
    "another one's. Check whether it is the right file, or mend `header` in its layout.",
    "import.running": "{by} has been running an import since {since}. Wait until it is done.",
    "import.overtaken": "Somebody else changed rows of {table} meanwhile. Nothing was stored; "
    "run the import again.",
    "import.limit_unreadable": "Write how many lines may be refused as 0, 20 or 0.5%, not {text}.",
    "import.report": "The report was not written to {file}: {why}.",
    "layout.unreadable": "The layout {file} cannot be read: {why}.",
    "layout.fault": "The layout {file} is wrong at {key}. It should be: {wanted}.",
    "layout.no_folder": "There is no folder of layouts {folder}. Check --layouts.",
    "export.no_layout": "No layout is for {kind}. Add one to the folder of layouts.",
    "export.not_encodable": "{encoding} has no {characters}. Such characters: {count}; records "
    "with them: {records}, the first: {line} Use --format utf-8, or list the characters in "
    "gaiji.toml.",
    "export.too_wide": "{value} has no room in the {width} bytes of {field}. Widen it in the "
    "layout.",
    "export.no_folder": "{folder} cannot be written to: {why}.",
}
"""The sentences of refusals of whole files."""

FAULTS: Final = {
    Fault.FIELDS: "has {value} fields instead of {expected}",
    Fault.MARK: "begins with {value}, no record has that mark",
    Fault.QUOTE: "has a quotation mark without an end",
    Fault.WIDTH: "is {value} bytes long instead of {expected}",
    Fault.BYTES: "{field} has bytes that are no text, at byte {expected}",
    Fault.GAIJI: "{field} has a character of the host's own that gaiji.toml does not list: "
    "{expected}",
    Fault.CONTROL: "{field} has a character that cannot be seen: {expected}",
    Fault.MISSING: "{field} is missing",
    Fault.TOO_LONG: "{field} is longer than {expected} characters: {value}",
    Fault.TOO_SHORT: "{field} is shorter than {expected} characters: {value}",
    Fault.NUMBER: "{field} is no number: {value}",
    Fault.RANGE: "{field} is {value}, out of range: {expected}",
    Fault.DAY: "{field} is no day written {expected}: {value}",
    Fault.FUTURE: "{field} lies ahead: {value}",
    Fault.CODE: "{field} is {value}, none of the codes {expected}",
    Fault.MAIL: "{field} is no address that mail can be sent to: {value}",
    Fault.DUPLICATE: "{field} came before, in line {expected}: {value}",
    Fault.UNKNOWN: "{field} refers to nothing that is known: {value}",
    Fault.REFUSED_BEFORE: "{field} refers to a line that was refused: {value}",
    Fault.ORDER: "{field} is {value}, before {expected}",
    Fault.OVERLAP: "{field} is {value}, but what was before ended on {expected}",
    Fault.ELSEWHERE: "{field} hangs at another place: {value}",
    Fault.NOT_THERE: "{field} is {value}, when no such meter or contract was there",
    Fault.USAGE: "{field} is {value}, the values of the meter give {expected}",
    Fault.TOTAL: "{field} is {value}, the parts add up to {expected}",
    Fault.TAX: "{field} is {value}, the tariff gives {expected}",
    Fault.PRICE: "{field} is {value}, the tariff gives {expected}",
    Fault.TARIFF: "{field} is {value}, no tariff file describes it",
    Fault.DROPPED: "the bill had {expected} before and has it no more",
    Fault.TOO_MUCH: "{field} is {value}, more than there is: {expected}",
    Fault.CONFIRMED: "{field} is empty, but the payment was confirmed on {expected}",
    Fault.TRAILER_MISSING: "the trailer record is missing: the file was cut off",
    Fault.AFTER_TRAILER: "records follow the trailer in line {value}",
    Fault.ROWS: "the trailer counts {value} records, the file has {expected}",
    Fault.SUM_YEN: "the trailer says {value} yen, the records come to {expected}",
    Fault.SUM_M3: "the trailer says {value} m3, the records come to {expected}",
    Fault.TOO_MANY: "more than 100,000 lines were refused; reading stopped there",
}
"""What is wrong with a line, after its number."""
