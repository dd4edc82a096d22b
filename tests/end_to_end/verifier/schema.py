"""Reads the `.capnp` files: structs, enums, annotations, and where Cap'n Proto puts each field of a struct.

Only what the schema of the ledger uses: structs with at most one unnamed union whose members are structs, enums, lists,
no defaults, no groups. Anything else is an error, so that a schema that outgrows this reader is noticed.
"""
import re
from dataclasses import dataclass, field
from pathlib import Path

BITS = {"Bool": 1, "Int8": 8, "UInt8": 8, "Int16": 16, "UInt16": 16, "Int32": 32, "UInt32": 32, "Int64": 64,
        "UInt64": 64}
TEXT = r'"[^"]*"'
ANNOTATION = rf"\$[\w.]+(?:\((?:{TEXT}|[^\")])*\))?"
FIELD = re.compile(rf"(\w+) @(\d+) :([\w.]+(?:\([\w.]+\))?)\s*((?:{ANNOTATION}\s*)*)(=[^;]*)?;")
BLOCK = re.compile(r"^(struct|enum) (\w+)[^{]*\{", re.MULTILINE)


@dataclass
class Field:
    name: str
    ordinal: int
    type: str  # without the name of the import; the element for a list
    is_list: bool
    notes: dict  # annotations by name, with the text of their arguments
    in_union: bool = False
    at: int = 0  # of a number: its first bit; else: its pointer


@dataclass
class Struct:
    name: str
    fields: list
    words: int = 0
    pointers: int = 0
    union: list = field(default_factory=list)  # by the number of the discriminant
    union_at: int = 0  # bit of the discriminant

    def of(self, name):
        return next(one for one in self.fields if one.name == name)


class Space:
    """The numbers of one struct. `holes[n]` is the place of a free slot of 2^n bits, 0 where there is none."""

    def __init__(self):
        self.words, self.pointers, self.holes = 0, 0, [0] * 6

    def number(self, size):
        at = self.from_hole(size)
        if at is None:
            at, self.words = self.words << (6 - size), self.words + 1
            hole = at + 1
            for n in range(size, 6):
                self.holes[n] = hole
                hole = (hole + 1) // 2
        return at

    def from_hole(self, size):
        if size >= 6:
            return None
        if self.holes[size]:
            at, self.holes[size] = self.holes[size], 0
            return at
        larger = self.from_hole(size + 1)
        if larger is None:
            return None
        self.holes[size] = larger * 2 + 1
        return larger * 2


class Schema:
    def __init__(self, folder):
        self.structs, self.enums = {}, {}
        for path in sorted(Path(folder).glob("*.capnp")):
            self.read(without_comments(path.read_text(encoding="utf-8")))
        for struct in self.structs.values():
            self.lay_out(struct)
        self.streams = {member.name: streams_of(member.notes["kind"]) for member in self.structs["Command"].union}

    def read(self, text):
        for block in BLOCK.finditer(text):
            kind, name = block.groups()
            assert name not in self.structs and name not in self.enums, f"{name} is there twice"
            body, union = body_of(text, block.end())
            if kind == "enum":
                self.enums[name] = re.findall(r"(\w+) @\d+", body)
            else:
                self.structs[name] = Struct(name, sorted([*fields_of(body), *fields_of(union, True)],
                                                         key=lambda one: one.ordinal))

    def lay_out(self, struct):
        space, shared = Space(), None
        assert [one.ordinal for one in struct.fields] == list(range(len(struct.fields))), struct.name
        for one in struct.fields:
            if one.in_union:
                assert one.type in self.structs and not one.is_list, f"{struct.name}.{one.name} is no struct"
                struct.union.append(one)
                if len(struct.union) == 2:
                    struct.union_at = space.number(4) << 4
                if shared is None:
                    shared, space.pointers = space.pointers, space.pointers + 1
                one.at = shared
            elif not one.is_list and (one.type in BITS or one.type in self.enums):
                size = self.bits(one.type).bit_length() - 1
                one.at = space.number(size) << size
            else:
                assert one.is_list or one.type in ("Text", "Data") or one.type in self.structs, one
                one.at, space.pointers = space.pointers, space.pointers + 1
        struct.words, struct.pointers = space.words, space.pointers

    def bits(self, type_name):
        return 16 if type_name in self.enums else BITS[type_name]


def streams_of(kind):
    return re.findall(r'"(\w+)"', re.search(r"streams = \[([^\]]*)\]", kind)[1])


def without_comments(text):
    return re.sub(rf"({TEXT})|#[^\n]*", lambda found: found[1] or "", text)


def body_of(text, at):
    """What stands between a brace that was opened before `at` and its end, and what of it is in a union."""
    outer, inner, depth = [], [], 1
    for token in re.finditer(rf"{TEXT}|[^\"{{}}]+|[{{}}]", text[at:]):
        word = token[0]
        depth += {"{": 1, "}": -1}.get(word, 0)
        assert depth <= 2, "a union in a union"
        if depth == 0:
            return re.sub(r"\bunion\s*", "", "".join(outer)), "".join(inner)
        if word not in "{}":
            (outer if depth == 1 else inner).append(word)
    raise ValueError("a brace is not closed")


def fields_of(body, in_union=False):
    rest = FIELD.sub("", body).strip()
    assert not rest, f"not understood: {rest}"
    for name, ordinal, type_name, annotations, default in FIELD.findall(body):
        assert not default, f"{name} has a default"
        element = re.fullmatch(r"List\(([\w.]+)\)", type_name)
        plain = (element[1] if element else type_name).rsplit(".", 1)[-1]
        notes = {re.match(r"\$(?:\w+\.)?(\w+)", note)[1]: note for note in re.findall(ANNOTATION, annotations)}
        yield Field(name, int(ordinal), plain, bool(element), notes, in_union)
