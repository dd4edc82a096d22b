#!/usr/bin/env python3
"""Judges a bundle from its bytes, the pinned key and the schema: integrity, signatures, completeness and sums.

It was written from ledger/schema/README.md and the public formats alone and shares nothing with the programs. Who may
do what, and when, it does not judge.

Usage: verify.py BUNDLE --vkey VKEY --ledger ID     exit 0 in order, 1 not checked, 4 something is wrong
"""
import argparse
import sys
from hashlib import sha256
from pathlib import Path

import bundle
import notes
from chain import Chain
from figures import Figures, id_text
from heads import Heads
from merkle import Tree, tiles_of, tile_name
from schema import Schema
from signers import Signers
from stream import StreamJudge
from streams import Streams

HASH = 32
SCHEMA = Path(__file__).parents[3] / "ledger" / "schema"
ORDER = ["BUNDLE_DAMAGED", "ORIGIN_MISMATCH", "BAD_CHECKPOINT", "TILE_TAMPERED", "ENTRY_TAMPERED", "CHAIN_BROKEN",
         "FORK", "BAD_SIGNATURE", "RULE_VIOLATION", "INCOMPLETE_STREAM", "FIGURES_DIFFER"]


class Report:
    def __init__(self, without=()):
        self.findings, self.open = [], []
        self.readable = True  # every entry is canonical and at its place, so that they can be replayed
        self.without = without  # checks that are switched off: to show that each is needed

    def add(self, word, what, index=None):
        if word in ("ENTRY_TAMPERED", "CHAIN_BROKEN"):
            self.readable = False
        if word not in self.without:
            self.findings.append((ORDER.index(word), -1 if index is None else index, word, what))

    def leave_open(self, what):
        self.open.append(what)

    @property
    def verdict(self):
        if not self.findings:
            return "COULD_NOT_CHECK" if self.open else "OK"
        word = min(self.findings)[2]
        return "BAD_SIGNATURE" if word == "BAD_CHECKPOINT" else word

    @property
    def exit(self):
        return {"OK": 0, "COULD_NOT_CHECK": 1}.get(self.verdict, 4)


class Verifier:
    def __init__(self, vkey, ledger, schema=None):
        self.log, self.ledger = notes.LogKey.from_text(vkey), ledger
        self.schema = schema or Schema(SCHEMA)

    def judge(self, file, without=()):
        """`file`: the bytes of a ZIP, or the members of a folder by name."""
        report = Report(without)
        try:
            members = bundle.from_zip(file) if isinstance(file, bytes) else file
        except bundle.Damaged as error:
            report.add("BUNDLE_DAMAGED", str(error))
            return report
        if members.get("manifest") != bundle.manifest_of(members):
            report.add("BUNDLE_DAMAGED", "the manifest is not that of the members")
        checkpoint = self.checkpoint(members, report)
        if checkpoint and "stream" in members:
            self.judge_keys([], checkpoint, report)
            StreamJudge(self.schema, members, checkpoint, report)
        elif checkpoint:
            self.judge_log(members, checkpoint, report)
        return report

    def checkpoint(self, members, report):
        if "checkpoint" not in members:
            report.add("BUNDLE_DAMAGED", "checkpoint is not there")
            return None
        try:
            checkpoint = notes.checkpoint(members["checkpoint"])
        except notes.Malformed as error:
            report.add("BAD_CHECKPOINT", str(error))
            return None
        if checkpoint.origin != self.log.name:
            report.add("ORIGIN_MISMATCH", f"the origin is {checkpoint.origin}")
        return checkpoint

    def judge_keys(self, keys, checkpoint, report):
        """By the key of the log at its size, where the pinned one is or was the log's; else by the pinned one alone."""
        known = [key for _, key in keys]
        due = self.log.key
        if due in known:
            due = [key for since, key in keys if since <= checkpoint.size][-1]
        for key in {due, self.log.key, *known}:
            signature = checkpoint.signature_by(self.log.name, key)
            if key == due if signature is None else not notes.signed_by(key, checkpoint.text, signature):
                report.add("BAD_CHECKPOINT", "a key of the log did not sign, or its signature does not hold")

    def judge_log(self, members, checkpoint, report):
        if checkpoint.size > 64 * sum(map(len, members.values())):
            report.leave_open("far more entries are signed than are there")  # so many tiles are not looked for
            self.judge_keys([], checkpoint, report)
            return
        wanted = bundle.names_of(checkpoint.size)
        for name in sorted(set(members) ^ wanted):
            report.add("BUNDLE_DAMAGED", f"{name} is a member too " + ("many" if name in members else "few"))
        leaves = self.judge_tiles(members, checkpoint, report)
        entries = self.entries(members, checkpoint.size, report)
        if entries is None:
            self.judge_keys([], checkpoint, report)
        else:
            chain = Chain(self.schema, entries, report)
            for index, (leaf, hashed) in enumerate(zip(chain.leaves, leaves or chain.leaves)):
                if leaf != hashed:
                    report.add("ENTRY_TAMPERED", "its leaf hash is not that of its tile", index)
            keys = self.keys_of(chain)
            self.judge_keys(keys, checkpoint, report)
            self.judge_founding(chain, keys, report)
            if chain.submissions and report.readable:
                self.replay(chain, members, report)

    @staticmethod
    def judge_tiles(members, checkpoint, report):
        """The leaf hashes as the tiles have them, if they can be read; root and other tiles follow from them."""
        names = [tile_name("0", number, width) for number, width in tiles_of(checkpoint.size)]
        below = b"".join(members.get(name, b"") for name in names)
        if len(below) != HASH * checkpoint.size:
            report.leave_open("the tiles of level 0 are not as long as they have to be")
            return None
        leaves = [below[at:at + HASH] for at in range(0, len(below), HASH)]
        tree = Tree(leaves)
        if tree.root() != checkpoint.root:
            report.add("TILE_TAMPERED", "the tiles do not give the root that is signed")
        for name, octets in tree.tiles().items():
            if members.get(name, octets) != octets:
                report.add("TILE_TAMPERED", f"{name} does not follow from the tiles below")
        return leaves

    @staticmethod
    def entries(members, size, report):
        found = []
        for number, width in tiles_of(size):
            name = tile_name("entries", number, width)
            try:
                found += bundle.split_entries(members[name], width)
            except (KeyError, bundle.Damaged) as error:
                report.leave_open(f"{name}: {error}")
                return None
        return found

    def replay(self, chain, members, report):
        tree = Tree(chain.leaves)
        signers = Signers(tree, chain.proposals, report)
        streams, figures = Streams(self.schema, chain.proposals, report), Figures(chain.proposals)
        heads = Heads(streams, figures, report)
        for submission in chain.submissions:
            for part in (heads, signers, streams, figures):
                part.add(submission)
        if members.get("figures.json", b"") != figures.as_bytes(tree.size, tree.root()):
            report.add("FIGURES_DIFFER", "the figures are not those of the entries")

    @staticmethod
    def keys_of(chain):
        """The keys of the log, each with the first size that it signs: the founding's, and those put in its place."""
        first = chain.submissions[0] if chain.submissions else None
        if first is None or first.index != 0 or not first.events or first.events[0].kind != "ledgerFound":
            return []
        keys = [(0, first.events[0].body["logKey"])]
        for event in (event for submission in chain.submissions for event in submission.events):
            if event.kind != "logKeyRotate" or event.decision["effect"] != "effective":
                continue
            before, after = keys[-1][1], event.body["key"]
            message = b"asar/log-key/v1" + sha256(first.octets).digest()[:16] + before + after
            fresh = after not in [key for _, key in keys]
            if fresh and all(notes.signed_by(key, message, event.body[name])
                             for key, name in ((before, "oldSignature"), (after, "newSignature"))):
                keys.append((event.index + 1, after))
        return keys

    def judge_founding(self, chain, keys, report):
        """Also of a log that cannot be replayed: its first two entries say which one it is."""
        first = chain.submissions[0] if chain.submissions else None
        if first is None or first.index != 0:
            return
        if id_text(sha256(first.octets).digest()[:16]) != self.ledger:
            report.add("ORIGIN_MISMATCH", "another ledger than the pinned one")
        if first.events and first.events[0].kind == "ledgerFound":
            body = first.events[0].body
            if body["origin"] != self.log.name or self.log.key not in [key for _, key in keys]:
                report.add("ORIGIN_MISMATCH", "the founding names another origin or key")


def main():
    parser = argparse.ArgumentParser(description="judges a bundle by its bytes, signatures, streams and sums")
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--vkey", required=True)
    parser.add_argument("--ledger", required=True)
    options = parser.parse_args()
    file = bundle.from_folder(options.bundle) if options.bundle.is_dir() else options.bundle.read_bytes()
    report = Verifier(options.vkey, options.ledger).judge(file)
    for _, index, word, what in sorted(report.findings)[:50]:
        print(word, *([index] if index >= 0 else []), what)
    for what in report.open[:50]:
        print("not checked:", what)
    print("verdict", report.verdict)
    return report.exit


if __name__ == "__main__":
    sys.exit(main())
