"""The heads of all streams: the trees that a StreamHeads binds, made anew from what came before it."""
import re
from dataclasses import dataclass
from hashlib import sha256

from chain import in_effect

REGION = re.compile(rb"[A-Z]{2}-[A-Z0-9]{1,3}\x00+")
MONEY = ("awarded", "disbursed", "spent", "returned")
MOST = 2**63 - 1


@dataclass(frozen=True)
class Node:
    hash: bytes
    count: int
    sums: tuple

    def octets(self):
        return self.hash + number(self.count) + b"".join(map(number, self.sums))


class Overflow(Exception):
    """A sum that is negative, or that 63 bits do not hold."""


def number(value):
    return value.to_bytes(8, "big")


def leaf(stream, count, last, sums=()):
    if min(sums, default=0) < 0:
        raise Overflow
    octets = stream + number(count) + number(last) + b"".join(map(number, sums))
    return Node(sha256(b"\x00" + octets).digest(), count, tuple(sums))


def join(left, right):
    sums = tuple(map(sum, zip(left.sums, right.sums)))
    count = left.count + right.count
    if max(count, *sums, 0) > MOST or min(left.sums + right.sums, default=0) < 0:
        raise Overflow
    return Node(sha256(b"\x01" + left.octets() + right.octets()).digest(), count, sums)


def root_of(leaves, width):
    """In the order given, which is that of their ids."""
    if not leaves:
        return Node(sha256(b"").digest(), 0, (0,) * width)
    level = list(leaves)
    while len(level) > 1:
        level = [join(*level[at:at + 2]) if at + 1 < len(level) else level[at] for at in range(0, len(level), 2)]
    return level[0]


def climb(node, place, size, path):
    """The root that the path leads to from that leaf; none where it does not fit its place."""
    if place >= size:
        return None
    last = size - 1
    for beside in path:
        if last == 0:
            return None
        if place & 1 or place == last:
            node = join(beside, node)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            node = join(node, beside)
        place, last = place >> 1, last >> 1
    return node if last == 0 else None


def streams_root(node, count):
    return {"streams": count, "entries": node.count, "root": node.hash}


class Heads:
    """Goes before the parts whose state it reads: heads are those before their own entry."""

    def __init__(self, streams, figures, report):
        self.streams, self.figures, self.report = streams, figures, report
        self.persons, self.organisations = set(), set()

    def add(self, submission):
        for event in submission.events:
            if event.kind == "streamHeads":
                self.judge(event, len(submission.events))
            self.learn(event)

    def learn(self, event):
        done = in_effect(event, self.figures.proposals)
        if done and done.kind == "ledgerFound":
            self.persons.update(one["person"] for one in done.body["authorities"])
        elif done and done.kind == "personRegister":
            self.persons.add(done.body["person"])
        elif done and done.kind == "organisationRegister":
            self.organisations.add(done.body["organisation"])

    def judge(self, event, commands):
        try:
            wanted = self.made(event.index)
        except Overflow:
            wanted = None
        if commands != 1 or event.body != wanted:
            self.report.add("RULE_VIOLATION", "the streams before it have other heads or sums", event.index)

    def leaves(self, ids, sums=lambda stream: ()):
        heads = self.streams.heads
        return [leaf(stream, *heads[stream], sums(stream)) for stream in sorted(ids) if stream in heads]

    def made(self, index):
        minutes = self.figures.minutes_by_volunteer()
        persons, timed = self.leaves(self.persons), self.leaves(self.persons, lambda one: (minutes.get(one, 0),))
        organisations = self.leaves(self.organisations)
        regions = self.leaves(stream for stream in self.streams.heads if REGION.fullmatch(stream))
        service = root_of(timed, 1)
        return {"atSize": index, "persons": streams_root(root_of(persons, 0), len(persons)),
                "service": {"minutes": service.sums[0], "root": service.hash}, "grants": self.grants(),
                "organisations": streams_root(root_of(organisations, 0), len(organisations)),
                "regions": streams_root(root_of(regions, 0), len(regions))}

    def grants(self):
        by_currency = {}
        for grant, (award, _) in self.figures.grants.items():
            by_currency.setdefault(award["amount"]["currency"], []).append(grant)
        found = []
        for currency, grants in sorted(by_currency.items()):
            leaves = self.leaves(grants, self.figures.sums_of)
            root = root_of(leaves, len(MONEY))
            found.append({"currency": currency, **streams_root(root, len(leaves)), **dict(zip(MONEY, root.sums))})
        return found
