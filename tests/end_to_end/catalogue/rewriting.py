"""A whole log told again with something in it changed: every hash, root and signature that follows from the change is
made anew by who has the keys of everybody, so that only those who remember the log as it was can tell.
"""
import base64
import json
import struct

import notes
from capnp import Message
from merkle import Tree, leaf_hash
from nacl.signing import SigningKey
from signers import root_of, signed_bytes


def keys_below(*folders):
    """Signing keys by their public ones, from the key files in the clear below these folders."""
    found = {}
    for folder in folders:
        for file in folder.rglob("*.key"):
            key = SigningKey(base64.b64decode(json.loads(file.read_text())["seed"]))
            found[key.verify_key.encode()] = key
    return found


def with_number(schema, type_name, octets, inner, field, value, form="<q"):
    """A message with one number of a struct changed."""
    place = Message(schema, type_name, octets).places[inner] + schema.structs[inner].of(field).at // 8
    changed = bytearray(octets)
    struct.pack_into(form, changed, place, value)
    return bytes(changed)


def signed_properly(key, header):
    return key.sign(signed_bytes(header)).signature


class Rewriting:
    """Edits are functions of an index and bytes: of the command of an event, of the header of a submission, of an entry
    before it is hashed. `sign` takes an index, a key and a header."""

    def __init__(self, honest, keys):
        self.honest, self.keys = honest, keys
        self.command = self.header = self.entry = lambda index, octets: octets
        self.sign = lambda index, key, header: signed_properly(key, header)

    def entries(self):
        self.done, self.hashes = [], {}  # an old leaf hash → the new one
        self.commands = {}
        for index, value in enumerate(self.honest.values):
            octets = self.honest.entries[index]
            if value.value["which"] == "submission":
                octets = self.submission(index, octets, value.value["submission"])
            else:
                octets = octets.replace(value.value["event"]["command"], self.commands[index], 1)
            if index:
                octets = octets.replace(value.value["previous"], leaf_hash(self.done[-1]), 1)
            octets = self.entry(index, octets)
            self.hashes[leaf_hash(self.honest.entries[index])] = leaf_hash(octets)
            self.done.append(octets)
        return self.done

    def submission(self, index, octets, body):
        header = Message(self.honest.schema, "Header", body["header"]).value
        count = header["count"]
        old = [self.honest.values[index + 1 + i].value["event"]["command"] for i in range(count)]
        new = [self.command(index + 1 + i, self.follow(command)) for i, command in enumerate(old)]
        self.commands.update({index + 1 + i: command for i, command in enumerate(new)})
        changed = body["header"]
        if header["seen"]["size"]:
            tree = Tree([leaf_hash(entry) for entry in self.done])
            changed = changed.replace(header["seen"]["root"], tree.root(header["seen"]["size"]), 1)
        changed = changed.replace(header["commandsRoot"], root_of(new), 1)
        changed = self.header(index, changed)
        octets = octets.replace(body["header"], changed, 1)
        return self.signatures(index, octets, body["signatures"], header["key"], changed)

    def signatures(self, index, octets, signatures, was, header):
        now = Message(self.honest.schema, "Header", header).value["key"]
        for one in signatures:
            key = now if one["key"] == was else one["key"]
            octets = octets.replace(one["signature"], self.sign(index, self.keys[key], header), 1)
            # The key stands in the header, too, where it has been changed already.
            octets = octets.replace(one["key"], key) if key != one["key"] else octets
        return octets

    def follow(self, command):
        """The command with hashes of earlier entries as they are now."""
        for old, new in self.hashes.items():
            if old != new and old in command:
                command = command.replace(old, new)
        return command


def line_of(name, key, text):
    """The line by which a log signs a text of its own."""
    signature = notes.key_id(name, key.verify_key.encode()) + key.sign(text.encode()).signature
    return f"— {name} {base64.b64encode(signature).decode()}\n"
