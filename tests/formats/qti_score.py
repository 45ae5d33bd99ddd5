"""A scorer for QTI packages that shares nothing with the writer: it reads the XML and does what the
specification of QTI 2.1 says of responseProcessing. QTI 3.0 is read under the names of QTI 2.1.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

Value = Any
"""None, a float, bool or str, a list (ordered) or a frozenset-like sorted tuple (multiple)."""


class BrokenError(Exception):
    """The item cannot be used: its key names nothing that is there."""


def name_of(node: Any) -> str:
    local = etree.QName(node).localname.removeprefix("qti-")
    return re.sub(r"-(\w)", lambda m: m[1].upper(), local)


def attribute(node: Any, name: str) -> str | None:
    kebab = re.sub(r"([A-Z])", lambda m: f"-{m[1].lower()}", name)
    return node.get(name, node.get(kebab))


def children(node: Any, name: str) -> list[Any]:
    return [child for child in node if name_of(child) == name]


def inside(node: Any, *names: str) -> list[Any]:
    return [each for each in node.iter(etree.Element) if name_of(each) in names]


def words(node: Any) -> str:
    return "".join(node.itertext())


def open_package(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def items(data: bytes) -> dict[str, "ItemFile"]:
    """Return the items in the order of the test, found from the manifest as an importer does."""
    files = open_package(data)
    manifest = etree.fromstring(files["imsmanifest.xml"])
    resources = {node.get("identifier"): node for node in inside(manifest, "resource")}
    for node in resources.values():
        assert all(file.get("href") in files for file in inside(node, "file"))
        assert node.get("href") in files
        assert all(d.get("identifierref") in resources for d in inside(node, "dependency"))
    listed = {node.get("href") for node in resources.values()}
    assert listed == set(files) - {"imsmanifest.xml"}
    [test] = [node for node in resources.values() if node.get("type").startswith("imsqti_test_")]
    refs = inside(etree.fromstring(files[test.get("href")]), "assessmentItemRef")
    needed = {node.get("identifierref") for node in inside(test, "dependency")}
    found = {}
    for ref in refs:
        made = ItemFile(etree.fromstring(files[ref.get("href")]))
        assert made.id == ref.get("identifier")
        assert made.id in needed
        found[made.id] = made
    return found


@dataclass
class ItemFile:
    root: Any

    @property
    def id(self) -> str:
        return str(self.root.get("identifier"))

    @property
    def body(self) -> Any:
        [body] = children(self.root, "itemBody")
        return body

    def interactions(self) -> Iterator[Any]:
        return (n for n in self.body.iter(etree.Element) if name_of(n).endswith("Interaction"))

    def kinds(self) -> set[str]:
        return {name_of(each) for each in self.interactions()}

    def declarations(self) -> dict[str, Any]:
        return {each.get("identifier"): each for each in children(self.root, "responseDeclaration")}

    def check_keys(self) -> None:
        """Every response is asked for, and every identifier of a key is there to be chosen."""
        asked = {attribute(each, "responseIdentifier"): each for each in self.interactions()}
        if set(asked) != set(self.declarations()):
            raise BrokenError(f"{self.id}: {set(asked)} is not {set(self.declarations())}")
        for name, declared in self.declarations().items():
            if attribute(declared, "baseType") == "string":
                continue
            there = {each.get("identifier") for each in asked[name].iter(etree.Element)}
            keys = [words(each) for each in inside(declared, "value")]
            keys += [attribute(each, "mapKey") for each in inside(declared, "mapEntry")]
            missing = {part for key in keys for part in key.split()} - there
            if missing or not keys:
                raise BrokenError(f"{self.id}: {missing or 'no key'}")

    def respond(self, answer: Any) -> dict[str, Value]:
        """Return the responses of a learner who sees words and gives ``answer``."""
        fields = list(self.interactions())
        if len(fields) == 1 and name_of(fields[0]) in _WHOLE:
            return {attribute(fields[0], "responseIdentifier"): _WHOLE[name_of(fields[0])](
                fields[0], answer
            )}  # fmt: skip
        assert len(fields) == len(answer)
        return {
            attribute(field, "responseIdentifier"): _FIELD[name_of(field)](field, each)
            for field, each in zip(fields, answer, strict=True)
        }

    def outcome(self, responses: dict[str, Value]) -> dict[str, Value]:
        self.check_keys()
        return Processor(self, responses).run()

    def grade(self, answer: Any) -> float:
        return float(self.outcome(self.respond(answer))["SCORE"])

    def told(self, outcome: dict[str, Value]) -> str:
        shown = [
            each
            for each in children(self.root, "modalFeedback")
            if outcome[attribute(each, "outcomeIdentifier")] == each.get("identifier")
        ]
        assert len(shown) <= 1
        return "".join(map(words, shown))


def _options(field: Any, *names: str) -> dict[str, str]:
    found = inside(field, *names)
    made = {words(each).strip(): each.get("identifier") for each in found}
    assert len({each.get("identifier") for each in found}) == len(found)
    return made


def _choose(field: Any, answer: list[str]) -> Value:
    options = _options(field, "simpleChoice")
    chosen = [options[each.strip()] for each in answer]
    most = int(attribute(field, "maxChoices"))
    assert not most or len(chosen) <= most
    return chosen[0] if most == 1 else tuple(sorted(chosen))


def _match(field: Any, answer: dict[str, str]) -> Value:
    lefts, rights = (_options(s, "simpleAssociableChoice") for s in inside(field, "simpleMatchSet"))
    assert {left.strip() for left in answer} == set(lefts)
    pairs = [f"{lefts[a.strip()]} {rights[b.strip()]}" for a, b in answer.items()]
    return tuple(sorted(pairs))


def _order(field: Any, answer: list[str]) -> Value:
    found = inside(field, "simpleChoice")
    texts: dict[str, list[str]] = {}
    for each in found:
        texts.setdefault(words(each).strip(), []).append(each.get("identifier"))
    assert len(found) == len(answer)
    return [texts[each.strip()].pop() for each in answer]


_WHOLE: dict[str, Callable[[Any, Any], Value]] = {
    "choiceInteraction": _choose,
    "matchInteraction": _match,
    "orderInteraction": _order,
    "extendedTextInteraction": lambda _, answer: answer,
}
_FIELD: dict[str, Callable[[Any, Any], Value]] = {
    "textEntryInteraction": lambda _, answer: answer,
    "inlineChoiceInteraction": lambda field, word: _options(field, "inlineChoice")[word.strip()],
}


class Processor:
    """Response processing of one attempt."""

    def __init__(self, item: ItemFile, responses: dict[str, Value]) -> None:
        self.item = item
        self.declared = item.declarations()
        self.values: dict[str, Value] = dict.fromkeys(self.declared) | responses
        for each in children(item.root, "outcomeDeclaration"):
            given = inside(each, "value")
            number = attribute(each, "baseType") == "float"
            default = 0.0 if number else None
            self.values[each.get("identifier")] = float(words(given[0])) if given else default

    def run(self) -> dict[str, Value]:
        for rule in children(self.item.root, "responseProcessing"):
            self.rules(rule)
        return self.values

    def rules(self, rules: Iterable[Any]) -> None:
        for rule in rules:
            match name_of(rule):
                case "responseCondition":
                    self.condition(rule)
                case "setOutcomeValue":
                    name = rule.get("identifier")
                    assert name in self.values, name
                    self.values[name] = self.value(rule[0])
                case other:
                    raise AssertionError(f"{other} is no rule")

    def condition(self, rule: Any) -> None:
        for branch in rule:
            if name_of(branch) == "responseElse":
                self.rules(branch)
            elif self.value(branch[0]) is True:
                self.rules(branch[1:])
                return

    def value(self, node: Any) -> Value:
        kind = re.sub(r"([A-Z])", lambda m: f"_{m[1].lower()}", name_of(node))
        evaluate = getattr(self, f"_{kind}", None)
        assert evaluate, f"{name_of(node)} is not known"
        return evaluate(node)

    def _variable(self, node: Any) -> Value:
        return self.values[node.get("identifier")]

    def _base_value(self, node: Any) -> Value:
        kind = attribute(node, "baseType")
        return float(words(node)) if kind == "float" else words(node)

    def _correct(self, node: Any) -> Value:
        declared = self.declared[node.get("identifier")]
        [right] = children(declared, "correctResponse")
        values = [words(each) for each in children(right, "value")]
        match attribute(declared, "cardinality"):
            case "single":
                [value] = values
                return value
            case "multiple":
                return tuple(sorted(values))
            case _:
                return values

    def _match(self, node: Any) -> Value:
        first, second = map(self.value, node)
        return None if first is None or second is None else first == second

    def _is_null(self, node: Any) -> bool:
        return self.value(node[0]) in (None, "", (), [])

    def _not(self, node: Any) -> Value:
        value = self.value(node[0])
        return None if value is None else not value

    def _or(self, node: Any) -> Value:
        values = [self.value(each) for each in node]
        return True if True in values else (None if None in values else False)

    def _gte(self, node: Any) -> Value:
        first, second = map(self.value, node)
        return None if first is None or second is None else first >= second

    def _sum(self, node: Any) -> Value:
        values = [self.value(each) for each in node]
        return None if None in values else sum(values)

    def _ordered(self, node: Any) -> Value:
        return [self.value(each) for each in node]

    def _string_match(self, node: Any) -> Value:
        first, second = map(self.value, node)
        assert first is not None
        return _same(first, second, attribute(node, "caseSensitive") == "true")

    def _map_response(self, node: Any) -> float:
        declared = self.declared[node.get("identifier")]
        [mapping] = children(declared, "mapping")
        given = self.values[node.get("identifier")]
        given = [given] if isinstance(given, str) else sorted(set(given))
        total = sum(self._mapped(mapping, declared, each) for each in given)
        lower, upper = (attribute(mapping, each) for each in ("lowerBound", "upperBound"))
        return min(max(total, float(lower)), float(upper))

    def _mapped(self, mapping: Any, declared: Any, given: str) -> float:
        for entry in children(mapping, "mapEntry"):
            exact = attribute(declared, "baseType") != "string"
            exact = exact or attribute(entry, "caseSensitive") == "true"
            if _same(attribute(entry, "mapKey"), given, exact):
                return float(attribute(entry, "mappedValue"))
        return float(attribute(mapping, "defaultValue"))


def _same(first: str, second: str, exact: bool) -> bool:
    return first == second if exact else first.lower() == second.lower()
