"""An honest bundle, taken apart; and who has the log's key, and seals other entries as the ledger would have."""
import base64
import json
import struct

import bundle
import notes
from capnp import Message
from chain import Chain
from figures import Figures
from merkle import Tree, leaf_hash, tile_name, tiles_of
from nacl.signing import SigningKey
from verify import Report


def key_of(file):
    return SigningKey(base64.b64decode(json.loads(file.read_text())["seed"]))


class Honest:
    """One honest bundle, its entries, and the key that sealed it."""

    def __init__(self, octets, key, schema):
        self.octets, self.key, self.schema = octets, key, schema
        self.members = bundle.from_zip(octets)
        self.checkpoint = notes.checkpoint(self.members["checkpoint"])
        self.entries = [entry for number, width in tiles_of(self.checkpoint.size)
                        for entry in bundle.split_entries(self.members[tile_name("entries", number, width)], width)]
        self.values = [Message(schema, "Entry", entry) for entry in self.entries]
        self.submissions = [i for i, entry in enumerate(self.values) if entry.value["which"] == "submission"]
        self.events = [i for i, entry in enumerate(self.values) if entry.value["which"] == "event"]
        self.later_events = [i for i in self.events if self.values[i].value["event"]["submission"]]
        self.in_streams = [i for i in self.events if self.values[i].value["streams"]]
        self.in_previous = [i for i in self.in_streams if self.values[i].value["streams"][-1]["previous"]]
        # The last submission, its event, and the entry before it, which only its signer had seen.
        self.last_submission, self.last_event = self.submissions[-1:], self.events[-1:]
        self.last_seen = [self.submissions[-1] - 1]

    def sealed(self, entries, key=None, origin=None, figures=None, root=None):
        """A bundle of these entries with everything that follows from them made anew."""
        chain = Chain(self.schema, entries, report := Report())
        tree, origin, key = Tree(chain.leaves), origin or self.checkpoint.origin, key or self.key
        if figures is None:
            figures = self.counted(chain, tree) if report.readable else self.members["figures.json"]
        text = f"{origin}\n{tree.size}\n{base64.b64encode(root or tree.root()).decode()}\n"
        signature = notes.key_id(origin, key.verify_key.encode()) + key.sign(text.encode()).signature
        members = {"README": self.members["README"], "figures.json": figures, **tree.tiles(),
                   "checkpoint": f"{text}\n— {origin} {base64.b64encode(signature).decode()}\n".encode()}
        for number, width in tiles_of(tree.size):
            some = entries[number * 256:number * 256 + width]
            members[tile_name("entries", number, width)] = bundle.joined_entries(some)
        members["manifest"] = bundle.manifest_of(members)
        return members

    @staticmethod
    def counted(chain, tree):
        figures = Figures(chain.proposals)
        for submission in chain.submissions:
            figures.add(submission)
        return figures.as_bytes(tree.size, tree.root())

    def linked(self, entries, first=0, shift=0):
        """The same entries, from `first` on with their indexes, `previous` and, moved by `shift`, their submissions."""
        done = list(entries[:first])
        for index, entry in enumerate(entries[first:], first):
            message = Message(self.schema, "Entry", entry)
            octets = bytearray(entry)
            self.put(octets, message, "Entry", "index", index)
            if index:
                place = message.places["previous"]
                octets[place:place + 32] = leaf_hash(done[-1])
            if shift and message.value["which"] == "event" and message.value["event"]["submission"] >= first:
                self.put(octets, message, "EventBody", "submission", message.value["event"]["submission"] + shift)
            done.append(bytes(octets))
        return done

    def put(self, octets, message, type_name, field, value):
        place = message.places[type_name] + self.schema.structs[type_name].of(field).at // 8
        struct.pack_into("<Q", octets, place, value)
