"""The words on paper: none missing in either language, none that nobody uses."""

from __future__ import annotations

import re
import string
import tomllib

import pytest

from db.rules import (
    contact_words,
    control_copy,
    dunning_notice,
    era,
    import_words,
    member_words,
    reduction_notice,
    slip_barcode,
)
from db.rules import paper as paper_codes
from db.rules import words as code_words
from tests.house.source import ROOT, files, text

NOTICES = ROOT / "resources" / "notices"
PAPERS = sorted({path.name.split(".")[0] for path in files("resources/notices", pattern="*.toml")})
CODES = {
    "control_copy": (
        member_words.Procedure,
        contact_words.Channel,
        contact_words.Speaker,
        contact_words.CheckMethod,
        contact_words.CheckItem,
        control_copy.Field,
        control_copy.Withheld,
        control_copy.NextStep,
        member_words.SecretQuestion,
        member_words.MailLanguage,
        member_words.MemberState,
        member_words.WithdrawalReason,
        member_words.MemberRefusal,
        member_words.SuspensionReason,
    ),
    "batch_totals": (
        paper_codes.PaperKind,
        paper_codes.BatchState,
        paper_codes.ItemState,
        paper_codes.Exclusion,
    ),
    "import_report": (import_words.ImportState, import_words.FileKind, import_words.Fault),
    "statement": (code_words.PaymentState,),
    "daily_sheet": (
        paper_codes.PaperKind,
        contact_words.Topic,
        contact_words.Channel,
        member_words.Procedure,
    ),
    "slip": (slip_barcode.NoBarcode,),
    "reduction": (reduction_notice.Ground,),
    "common": (
        era.Era,
        code_words.Account,
        code_words.UsageClass,
        dunning_notice.Consequence,
    ),
}


def words(paper, language):
    return tomllib.loads((NOTICES / f"{paper}.{language}.toml").read_text("utf-8"))


def flat(table):
    """Every text by its section and key; of a list, how many there are."""
    return {(section, key): text for section, texts in table.items() for key, text in texts.items()}


def gaps(value):
    texts = value if isinstance(value, list) else [value]
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("paper", PAPERS)
def test_both_languages_have_every_word_of_a_paper(paper):
    japanese, english = flat(words(paper, "ja")), flat(words(paper, "en"))
    assert japanese.keys() == english.keys()
    for place, value in japanese.items():
        assert value, place
        assert english[place], place
        assert gaps(value) == gaps(english[place]), place
        assert isinstance(value, str) or len(value) == len(english[place]), place


@pytest.mark.parametrize(("paper", "kind"), [(p, k) for p, kinds in CODES.items() for k in kinds])
def test_every_code_that_a_paper_may_show_has_its_words(paper, kind):
    for language in ("ja", "en"):
        assert set(words(paper, language)[kind.__name__]) == {code.value for code in kind}


def test_no_word_lies_unused():
    code = "\n".join(text(path) for path in files("desktop/notices", pattern="*.py"))
    kinds = {kind.__name__ for codes in CODES.values() for kind in codes}
    looked_up = re.compile(r'"([a-z][a-z0-9_]*)"')
    named = set(looked_up.findall(code))
    by_code = {"person", "company"}
    for paper in PAPERS:
        for section, key in flat(words(paper, "ja")):
            assert section in kinds or key in named | by_code, f"{paper}: {section}.{key}"
