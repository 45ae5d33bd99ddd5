"""Whether a list or a second clause goes on behind a part of a clause.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from quizgen.language.circumstances import fact_words
from quizgen.language.fact import Fact

_LIST = 12


def lists_on(fact: Fact, start: int) -> bool:
    """Tell whether a list goes on behind a comma: *membawa beras, gula, dan minyak*."""
    for index, token in enumerate(fact.tokens[start : start + _LIST], start):
        finite = token.upos == "VERB" and token.segments[0] in {"meN-", "di-", "ber-", "ter-"}
        if finite or token.upos in {"AUX", "SCONJ", "ADP", "PRON"} or token.text in {".", ";"}:
            return False
        if token.upos == "CCONJ" and token.text.lower() in {"dan", "serta", "atau", "hingga"}:
            return not clause_from(fact, index + 1)
    return False


def clause_from(fact: Fact, start: int) -> bool:
    """Tell whether a predicate comes before the next mark: *…, dan harga naik*."""
    before = ""
    for token in fact.tokens[start : start + _LIST]:
        if token.upos == "PUNCT":
            return False
        noun = before == "ADP" or token.text.lower() in fact_words("leading")
        if token.upos in {"VERB", "AUX"} and not noun:
            return True
        before = token.upos
        if token.text.lower() == "yang":
            return False
    return False
