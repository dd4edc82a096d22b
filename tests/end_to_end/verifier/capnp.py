"""Reads one canonical Cap'n Proto message without segment table, and refuses any other spelling of it.

Canonical: everything in preorder without gaps, no trailing zero words, no far pointers, nothing that the schema does
not know.
"""
import re
import struct

FORMATS = {"Int8": "<b", "UInt8": "<B", "Int16": "<h", "UInt16": "<H", "Int32": "<i", "UInt32": "<I", "Int64": "<q",
           "UInt64": "<Q"}
SIZES = {"id": 16, "hash": 32, "key": 32, "signature": 64}
CODE = re.compile(r"[A-Za-z0-9._/:-]{1,64}")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
DAYS = (10957, 47846)  # 2000-01-01 … 2100-12-31
MOMENTS = (DAYS[0] * 86_400_000, (DAYS[1] + 1) * 86_400_000)
OFFSET_MOST = 14 * 60
CURRENCY = re.compile("[A-Z]{3}")
TEXT_MOST, LIST_MOST, MONEY_MOST, MINUTES_MOST = 4096, 4096, 10**15, 10**10
STRUCT, LIST, BYTES, POINTERS, COMPOSITE = 0, 1, 2, 6, 7
ELEMENT_CODES = {1: 1, 8: 2, 16: 3, 32: 4, 64: 5}


class Malformed(Exception):
    """These are not the canonical bytes of a value."""


class UnknownKind(Exception):
    """A member of a union that this schema does not know: such bytes can be neither praised nor blamed."""


def need(holds, what):
    if not holds:
        raise Malformed(what)


class Message:
    """`value` is a dict by field; absent pointers are left out, `which` names the member of a union."""

    def __init__(self, schema, type_name, octets):
        self.schema, self.octets = schema, bytes(octets)
        need(len(octets) % 8 == 0 and len(octets) >= 8, "not whole words")
        self.size, self.end = len(octets) // 8, 1
        self.places = {}  # of the last struct of each type and the last field of bytes of each name: its first byte
        self.value = self.struct_at(0, type_name)
        need(self.end == self.size, "bytes after the message")

    def word(self, at):
        return struct.unpack_from("<Q", self.octets, at * 8)[0]

    def take(self, words):
        at, self.end = self.end, self.end + words
        need(self.end <= self.size, "cut short")
        return at

    def target(self, at, kind):
        """Upper half of a pointer, which has to point just behind what was read so far."""
        word = self.word(at)
        need(word & 3 == kind, "another kind of pointer")
        offset = (word & 0xFFFFFFFF) >> 2
        offset -= (offset >> 29) << 30
        need(at + 1 + offset == self.end, "not in preorder")
        return word >> 32

    def struct_at(self, at, type_name):
        if self.word(at) & 0xFFFFFFFF == 0xFFFFFFFC:  # a struct without any words points before itself
            need(self.word(at) >> 32 == 0, "an empty struct of some size")
            return self.struct_body(self.end, (0, 0), type_name)
        sizes = self.target(at, STRUCT)
        words, pointers = sizes & 0xFFFF, sizes >> 16
        need(words + pointers > 0, "an empty struct")
        body = self.take(words + pointers)
        need(not words or self.word(body + words - 1), "zeros at the end of numbers")
        need(not pointers or self.word(body + words + pointers - 1), "null pointers at the end")
        return self.struct_body(body, (words, pointers), type_name)

    def struct_body(self, body, sizes, type_name):
        shape, (words, pointers) = self.schema.structs[type_name], sizes
        need(words <= shape.words and pointers <= shape.pointers, f"fields that {type_name} does not have")
        self.places[type_name] = body * 8
        numbers = int.from_bytes(self.octets[body * 8:(body + words) * 8], "little")
        value, known = {}, 0
        if shape.union:
            which = numbers >> shape.union_at & 0xFFFF
            known |= 0xFFFF << shape.union_at
            if which >= len(shape.union):
                raise UnknownKind(f"member {which} of {type_name}")
            value["which"] = shape.union[which].name
        for field in shape.fields:
            if field.in_union and field.name != value["which"]:
                continue
            if not field.is_list and (field.type in self.schema.enums or field.type in FORMATS or field.type == "Bool"):
                bits = self.schema.bits(field.type)
                known |= ((1 << bits) - 1) << field.at
                value[field.name] = self.number(field, numbers >> field.at & ((1 << bits) - 1), type_name)
            elif field.at < pointers and self.word(body + words + field.at):
                value[field.name] = self.pointed(field, body + words + field.at, type_name)
            else:
                need(field.is_list or "optional" in field.notes, f"{type_name}.{field.name} is not there")
                if field.is_list:
                    value[field.name] = []
        need(numbers & ~known == 0, f"bits that {type_name} does not have")
        return value

    def number(self, field, bits, type_name):
        if field.type == "Bool":
            return bool(bits)
        if field.type in self.schema.enums:
            names = self.schema.enums[field.type]
            need(bits < len(names), f"no {field.type} has the number {bits}")
            return names[bits]
        form = FORMATS[field.type]
        value = struct.unpack(form, bits.to_bytes(struct.calcsize(form), "little"))[0]
        if "day" in field.notes:
            need(DAYS[0] <= value <= DAYS[1] or (value == 0 and "optional" in field.notes), "a day out of range")
        if "minutes" in field.notes:
            need(abs(value) <= MINUTES_MOST, "minutes out of range")
        if type_name == "Instant":
            need(OFFSET_MOST >= abs(value) if field.name == "offsetMinutes" else MOMENTS[0] <= value <= MOMENTS[1],
                 "a moment out of range")
        elif field.type == "Int64" and not field.notes.keys() & {"minutes", "utcMs", "count"}:
            need(abs(value) <= MONEY_MOST, "money out of range")
        return value

    def pointed(self, field, at, type_name):
        if field.is_list:
            return self.list_at(field, at)
        if field.type == "Data":
            octets = self.bytes_at(at)
            self.places[field.name] = self.end * 8 - (len(octets) + 7) // 8 * 8
            size = next((SIZES[note] for note in SIZES if note in field.notes), None)
            need(size is None or len(octets) == size, f"{field.name} has {len(octets)} bytes")
            need("id" not in field.notes or any(octets), f"{field.name} is zero")
            return octets
        if field.type == "Text":
            return self.text_at(field, at, type_name)
        return self.struct_at(at, field.type)

    def bytes_at(self, at):
        """A list of bytes, and zeros up to the next word."""
        upper = self.target(at, LIST)
        need(upper & 7 == BYTES and upper >> 3, "not a list of bytes, or an empty one")
        length = upper >> 3
        start = self.take((length + 7) // 8) * 8
        need(not any(self.octets[start + length:self.end * 8]), "padding that is not zero")
        return self.octets[start:start + length]

    def text_at(self, field, at, type_name=""):
        octets = self.bytes_at(at)
        need(octets[-1] == 0 and 1 < len(octets) <= TEXT_MOST + 1, "a text without end, empty or too long")
        try:
            text = octets[:-1].decode("utf-8")
        except UnicodeDecodeError as error:
            raise Malformed("a text that is no UTF-8") from error
        need(not CONTROL.search(text), "control characters")
        need(field.name != "currency" or CURRENCY.fullmatch(text), "no currency")
        need("code" not in field.notes or CODE.fullmatch(text), f"{field.name} is no code")
        return text

    def list_at(self, field, at):
        upper = self.target(at, LIST)
        code, count = upper & 7, upper >> 3
        if field.type in self.schema.structs:
            need(code == COMPOSITE, "not a list of structs")
            return self.structs_at(field, count)
        need(0 < count <= LIST_MOST, "a list that is empty or too long")
        if field.type in ("Data", "Text"):
            need(code == POINTERS, "not a list of pointers")
            first = self.take(count)
            read = self.bytes_at if field.type == "Data" else lambda place: self.text_at(field, place)
            return [read(first + n) for n in range(count)]
        bits = self.schema.bits(field.type)
        need(code == ELEMENT_CODES[bits], "elements of another size")
        start = self.take((count * bits + 63) // 64)
        numbers = int.from_bytes(self.octets[start * 8:self.end * 8], "little")
        need(numbers >> (count * bits) == 0, "padding that is not zero")
        return [self.number(field, numbers >> (n * bits) & ((1 << bits) - 1), "") for n in range(count)]

    def structs_at(self, field, all_words):
        tag = self.word(self.take(1))
        count, words, pointers = (tag & 0xFFFFFFFF) >> 2, tag >> 32 & 0xFFFF, tag >> 48
        size = words + pointers
        need(tag & 3 == STRUCT and 0 < count <= LIST_MOST and count * size == all_words, "a list not as it says")
        first = self.take(all_words)
        bodies = [first + n * size for n in range(count)]
        need(not words or any(self.word(body + words - 1) for body in bodies), "zeros at the end of all numbers")
        need(not pointers or any(self.word(body + size - 1) for body in bodies), "null pointers at the end of all")
        return [self.struct_body(body, (words, pointers), field.type) for body in bodies]
