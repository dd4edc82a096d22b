"""A stream's bundle: that its entries are all of the stream, and what they sum to."""
import base64
import re
from collections import namedtuple

import heads as trees
from bundle import Damaged
from capnp import Malformed, Message, UnknownKind
from chain import Event, Submission
from figures import Figures
from merkle import leaf_hash, node_hash
from notes import signed_by
from signers import signed_bytes

PLAIN = {"README", "checkpoint", "entries", "manifest", "proofs", "stream"}
SORTS = {"person": "persons", "organisation": "organisations", "region": "regions"}
OLDEST_MS = 25 * 60 * 60 * 1000
NUMBER = re.compile("0|[1-9][0-9]{0,18}")
ALPHABET = {letter: place for place, letter in enumerate("0123456789abcdefghjkmnpqrstvwxyz")}

Leaf = namedtuple("Leaf", "place id count last sums path")


def need(holds):
    if not holds:
        raise Damaged("not of the prescribed form")


def whole(text, most=2**64 - 1):
    need(NUMBER.fullmatch(text) and int(text) <= most)
    return int(text)


def id_from(text):
    need(len(text) == 26 and set(text) <= ALPHABET.keys() and text[0] <= "7")
    value = 0
    for letter in text:
        value = value << 5 | ALPHABET[letter]
    return value.to_bytes(16, "big")


def hash_from(text):
    try:
        octets = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Damaged("no base64") from error
    need(len(octets) == 32 and base64.b64encode(octets).decode() == text)
    return octets


class Claim:
    """The member `stream`."""

    def __init__(self, octets):
        try:
            lines = octets.decode("ascii").split("\n")
        except UnicodeDecodeError as error:
            raise Damaged("not plain text") from error
        need(len(lines) > 3 and lines[0] == "asar/stream/v1" and lines.pop() == "")
        need(re.fullmatch("(person|grant|organisation|region) [^ ]+", lines[1]) and lines[2].startswith("heads "))
        self.sort, self.name = lines[1].split(" ")
        self.stream = self.name.encode().ljust(16, b"\0") if self.sort == "region" else id_from(self.name)
        need(len(self.stream) == 16)
        self.heads, self.trees = whole(lines[2][6:]), []
        for line in lines[3:]:
            self.take(line)

    def take(self, line):
        word, *rest = line.split(" ")
        if word == "tree":
            name = " ".join(rest)
            need(name in (*SORTS.values(), "minutes") or re.fullmatch("grants [A-Z]{3}", name))
            self.trees.append((name, []))
            return
        need(self.trees)
        name, leaves = self.trees[-1]
        width = 1 if name == "minutes" else 4 if name.startswith("grants") else 0
        sums = tuple(whole(one, trees.MOST) for one in rest[len(rest) - width:])
        if word == "leaf":
            need(len(rest) == 4 + width and len(leaves) < 2)
            leaves.append(Leaf(whole(rest[0]), id_from(rest[1]), whole(rest[2]), whole(rest[3]), sums, []))
        else:
            need(word == "node" and leaves and len(rest) == 2 + width and len(leaves[-1].path) < 63)
            leaves[-1].path.append(trees.Node(hash_from(rest[0]), whole(rest[1]), sums))


def brought(members):
    """Index, bytes, path of every entry and that of its command, in their order; None where it has no command."""
    entries, found, last = members["entries"], [], -1
    try:
        blocks = members["proofs"].decode("ascii").split("\n\n")
    except UnicodeDecodeError as error:
        raise Damaged("not plain text") from error
    need(blocks.pop() == "")
    for block in blocks:
        first, *hashes = block.split("\n")
        command = None
        if "command" in hashes:
            place = hashes.index("command")
            hashes, command = hashes[:place], hashes[place + 1:]
            need(len(command) <= 63)
        need(first.startswith("index ") and len(hashes) <= 63 and len(entries) >= 2)
        index, length = whole(first[6:]), int.from_bytes(entries[:2], "big")
        need(index > last and len(entries) >= 2 + length)
        paths = (None if one is None else [hash_from(hashed) for hashed in one] for one in (hashes, command))
        found.append((index, entries[2:2 + length], *paths))
        entries, last = entries[2 + length:], index
    need(not entries)
    return found


def leads(leaf_hashed, index, size, path, root):
    """RFC 9162 section 2.1.3.2."""
    if index >= size:
        return False
    last, node = size - 1, leaf_hashed
    for beside in path:
        if last == 0:
            return False
        if index & 1 or index == last:
            node = node_hash(beside, node)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            node = node_hash(node, beside)
        index, last = index >> 1, last >> 1
    return last == 0 and node == root


class StreamJudge:
    def __init__(self, schema, members, checkpoint, report):
        self.schema, self.checkpoint, self.report = schema, checkpoint, report
        self.submissions, self.events, self.proposals, self.times, self.signed = {}, {}, {}, {}, {}
        self.brought, self.allowed = set(), set()
        for name in sorted(set(members) ^ PLAIN):
            report.add("BUNDLE_DAMAGED", f"{name} is a member too " + ("many" if name in members else "few"))
        try:
            self.claim = Claim(members["stream"])
            for one in brought(members):
                self.take(*one)
        except (Damaged, KeyError) as error:
            report.add("BUNDLE_DAMAGED", str(error))
            return
        if not report.open:
            self.judge()

    def take(self, index, octets, path, command_path):
        self.brought.add(index)
        leaf = leaf_hash(octets)
        if not leads(leaf, index, self.checkpoint.size, path, self.checkpoint.root):
            self.report.add("ENTRY_TAMPERED", "its path does not lead to the root", index)
            return  # what is not in the log says nothing
        try:
            entry = Message(self.schema, "Entry", octets).value
            if entry["index"] != index:
                self.report.add("CHAIN_BROKEN", "another index", index)
                return
            if (entry["which"] == "submission") != (command_path is None):
                self.report.add("BUNDLE_DAMAGED", "a command's path is too much or missing", index)
                return
            if entry["which"] == "submission":
                body = entry["submission"]
                header = Message(self.schema, "Header", body["header"]).value
                self.submissions[index] = Submission(index, entry["recordedAt"], body["header"], header,
                                                     body["signatures"])
            else:
                body = entry["event"]
                command = Message(self.schema, "Command", body["command"]).value
                event = Event(index, leaf, body["command"], command, body["decision"], entry["streams"])
                event.place = (body["submission"], body["ordinal"])
                self.events[index] = event
                self.signed[index] = command_path
                if event.decision["effect"] == "proposed":
                    self.proposals[leaf] = event
            self.times[index] = entry["recordedAt"]
        except Malformed as error:
            self.report.add("ENTRY_TAMPERED", str(error), index)
        except UnknownKind as error:
            self.report.leave_open(f"entry {index}: {error}")

    def judge(self):
        for event in self.events.values():
            submission = self.submissions.get(event.place[0])
            if submission:
                submission.events.append(event)
                event.submission = submission
        self.judge_signatures()
        heads = self.events.get(self.claim.heads)
        if heads is None or heads.kind != "streamHeads" or heads.decision["effect"] != "effective":
            self.incomplete("no heads")
            return
        self.belongs(heads)
        if heads.body["atSize"] != self.claim.heads:
            self.incomplete("heads of another size")
        self.judge_age()
        self.own = self.own_entries()
        head = self.judge_trees(heads.body)
        self.judge_versions(head)
        for index in self.times.keys() - self.allowed if self.brought == self.times.keys() else ():
            self.report.add("BUNDLE_DAMAGED", "it does not belong to the stream", index)

    def incomplete(self, what):
        self.report.add("INCOMPLETE_STREAM", what)

    def belongs(self, event):
        self.allowed |= {event.index, event.place[0]}
        submission = self.submissions.get(event.place[0])
        if submission is None and event.place[0] in self.brought - self.times.keys():
            return  # and that it is wrong is said
        if submission is None:
            self.report.add("BUNDLE_DAMAGED", "its submission is missing", event.index)
        elif (event.index != submission.index + 1 + event.place[1] or event.place[1] >= submission.header["count"]
              or self.times[event.index] != submission.recorded_at):
            self.report.add("CHAIN_BROKEN", "not at its place", event.index)

    def judge_signatures(self):
        for index, event in self.events.items():
            header = event.submission.header if event.submission else None
            if header and not leads(leaf_hash(event.octets), event.place[1], header["count"], self.signed[index],
                                    header["commandsRoot"]):
                self.report.add("BAD_SIGNATURE", "its submission was signed for another command", index)
        for index, submission in self.submissions.items():
            if index == 0:
                continue
            lines, key = submission.signatures, submission.header["key"]
            message = signed_bytes(submission.octets)
            if [one["key"] for one in lines] != [key] or not signed_by(key, message, lines[0]["signature"]):
                self.report.add("BAD_SIGNATURE", "the signature does not hold", index)

    def judge_age(self):
        last = self.checkpoint.size - 1
        self.allowed.add(last)
        if last not in self.times or self.times[last] - self.times[self.claim.heads] > OLDEST_MS:
            self.incomplete("the heads are older than 25 hours, or nobody knows")

    def own_entries(self):
        own = {}
        for index, event in sorted(self.events.items()):
            for one in event.streams:
                if index < self.claim.heads and one["stream"] == self.claim.stream:
                    self.belongs(event)
                    if own.setdefault(one["version"], (index, one["previous"]))[0] != index:
                        self.incomplete("one number twice")
        return own

    def judge_versions(self, head):
        count, position = (head.count, head.last) if head else (0, 0)
        for version in range(count, 0, -1):
            if self.own.get(version, (None,))[0] != position:
                self.incomplete(f"number {version} is not shown")
                return
            position = self.own[version][1]
        if position != 0 or len(self.own) > count:
            self.incomplete("more than the heads know")

    def root(self, body, tree):
        """What the heads say: the number of leaves and the root; none where they know no such tree."""
        if tree in body:
            return body[tree]["streams"], trees.Node(body[tree]["root"], body[tree]["entries"], ())
        if tree == "minutes":
            service, persons = body["service"], body["persons"]
            return persons["streams"], trees.Node(service["root"], persons["entries"], (service["minutes"],))
        for one in body["grants"]:
            if tree == f"grants {one['currency']}":
                sums = tuple(one[name] for name in trees.MONEY)
                return one["streams"], trees.Node(one["root"], one["entries"], sums)
        return None

    def leads(self, leaf, root, sums=None):
        streams, node = root
        try:
            start = trees.leaf(leaf.id, leaf.count, leaf.last, leaf.sums if sums is None else sums)
            return trees.climb(start, leaf.place, streams, leaf.path) == node
        except (trees.Overflow, OverflowError):
            return False

    def judge_trees(self, body):
        shown = [name for name, _ in self.claim.trees]
        first = self.claim.trees[0][1] if shown else []
        there = [leaf.id for leaf in first] == [self.claim.stream]
        wanted = [SORTS[self.claim.sort]] if self.claim.sort in SORTS else shown[:1]
        if self.claim.sort == "person" and there and len(shown) == 2:
            wanted.append("minutes")
        if self.claim.sort == "grant" and not there:
            wanted = [f"grants {one['currency']}" for one in body["grants"]]
        sorted_right = self.claim.sort != "grant" or all(name.startswith("grants ") for name in shown)
        if shown != wanted or not sorted_right or any(self.root(body, name) is None for name in shown):
            self.incomplete("other trees than the stream asks for")
            return None
        figures = self.figures()
        if not there:
            for name, leaves in self.claim.trees:
                if not self.absent(leaves, self.root(body, name)):
                    self.incomplete("its absence is not proved")
            return None
        self.judge_leaf(body, first[0], figures)
        return first[0]

    def judge_leaf(self, body, leaf, figures):
        own = self.root(body, self.claim.trees[0][0])
        if self.claim.sort == "grant":
            counted = figures.sums_of(self.claim.stream) if self.claim.stream in figures.grants else (0,) * 4
            if self.leads(leaf, own):
                if counted != leaf.sums:
                    self.report.add("FIGURES_DIFFER", "the entries sum to something else")
            elif self.leads(leaf, own, counted):
                self.report.add("FIGURES_DIFFER", "the leaf says something else")
            else:
                self.incomplete("its leaf does not lead to the root")
            return
        if not self.leads(leaf, own):
            self.incomplete("its leaf does not lead to the root")
        if len(self.claim.trees) == 2:
            minutes = self.claim.trees[1][1]
            counted = (figures.minutes_by_volunteer().get(self.claim.stream, 0),)
            same = len(minutes) == 1 and minutes[0][:4] == leaf[:4] and minutes[0].sums == counted
            if not same or not self.leads(minutes[0], self.root(body, "minutes")):
                self.report.add("FIGURES_DIFFER", "the minutes are others")

    def absent(self, leaves, root):
        if not all(self.leads(leaf, root) for leaf in leaves):
            return False
        if len(leaves) == 2:
            return leaves[1].place == leaves[0].place + 1 and leaves[0].id < self.claim.stream < leaves[1].id
        if not leaves:
            return root[0] == 0
        if leaves[0].id < self.claim.stream:
            return leaves[0].place + 1 == root[0]
        return leaves[0].place == 0 and self.claim.stream < leaves[0].id

    def figures(self):
        """Counted from the entries of the stream, and from what voids an import."""
        figures, own = Figures(self.proposals), {index for index, _ in self.own.values()}
        batches = {self.batch_of(index) for index in own if self.claim.sort == "grant"} - {None}
        for event in self.events.values():
            if event.kind == "importVoid" and event.body["batch"] in batches:
                self.belongs(event)
        for index, submission in sorted(self.submissions.items()):
            some = [event for event in submission.events if event.index in own or
                    (event.index < self.claim.heads and event.kind in ("importRecord", "importVoid"))]
            part = Submission(index, submission.recorded_at, submission.octets, submission.header, [], some)
            figures.add(part)
        return figures

    def batch_of(self, index):
        event = self.events[index]
        if event.submission is None or not event.submission.imported:
            return None
        record = self.events.get(event.place[0] + 1)
        if record is None or record.kind != "importRecord":
            self.report.add("BUNDLE_DAMAGED", "the record of its import is missing", index)
            return None
        self.allowed.add(record.index)
        return record.body["batch"]
