#!/usr/bin/env python3
"""All of one stream, with the real programs: heads are recorded, one grant, person, organisation or region is exported,
and an operator who has every key leaves out, adds, changes or delays something. `asar-audit` and the verifier in
Python, which share no code, name each and agree.

Usage: heads_flow_test.py ASAR ASAR_AUDIT [unittest options]
"""
import json
import random
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "verifier"), str(HERE.parent / "audit")]

try:
    import nacl  # noqa: F401
except ImportError:
    print("SKIPPED: this python3 has no nacl: the package python3-nacl is for that of /usr/bin")
    sys.exit(77)

import bundle  # noqa: E402
import honest  # noqa: E402
import program_test  # noqa: E402
from asar_program import Refused  # noqa: E402
from capnp import Message  # noqa: E402
from merkle import leaf_hash  # noqa: E402
from signers import signed_bytes  # noqa: E402
from verify import Verifier  # noqa: E402

PROGRAM = AUDIT = None
MUTANTS, SEED = 240, 20261201


class Parts:
    """A stream's bundle, taken apart to be changed: its entries with their paths, and its other members."""

    def __init__(self, octets):
        self.members = bundle.from_zip(octets)
        self.entries, rest = {}, self.members["entries"]
        for block in self.members["proofs"].decode().split("\n\n")[:-1]:
            first, *path = block.split("\n")
            length = int.from_bytes(rest[:2], "big")
            self.entries[int(first[6:])] = (rest[2:2 + length], path)
            rest = rest[2 + length:]

    def zipped(self):
        members = dict(self.members)
        shown = sorted(self.entries.items())
        members["entries"] = bundle.joined_entries([entry for _, (entry, _) in shown])
        proofs = ("\n".join([f"index {index}", *path]) + "\n\n" for index, (_, path) in shown)
        members["proofs"] = "".join(proofs).encode()
        return sealed(members)

    def text(self):
        return self.members["stream"].decode()


def sealed(members):
    members = {**members, "manifest": b""}
    members["manifest"] = bundle.manifest_of(members)
    return bundle.zipped(bundle.in_order(members))


class Heads(unittest.TestCase):
    """The tests run in the order of their numbers: time goes on."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-heads-")
        cls.folder = Path(cls.temporary.name)
        program_test.PROGRAM = PROGRAM
        cls.ledger = program_test.LaterLedger(cls.folder)
        cls.asar = cls.ledger.asar
        cls.operator = cls.asar.new_person("operator")
        cls.asar.submit(cls.ledger.first, cls.ledger.registration(cls.operator),
                        cls.asar.run("key", "request", cls.operator.key_file))
        cls.ledger.decide({"command": "roleGrant", "person": cls.operator.id, "role": "operator"})
        cls.dollars = cls.asar.new_id()
        cls.ledger.agree(*cls.ledger.funders, {
            "command": "grantAward", "grant": cls.dollars, "number": "G-USD", "title": "A grant in dollars",
            "funder": cls.ledger.fund, "grantee": cls.ledger.ngo, "programme": cls.ledger.programme,
            "region": "KZ-75", "amount": {"minor": 7000, "currency": "USD"}, "grantClass": "other",
            "source": "private", "occurredAt": cls.asar.now})
        cls.vkey, cls.id = cls.ledger.pins[1], cls.ledger.pins[3]
        cls.verifier = Verifier(cls.vkey, cls.id)
        cls.judged_file = cls.folder / "judged.zip"

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def export(self, name, *words, key=True):
        file = self.folder / f"{name}.zip"
        signing = ["--key", self.operator.key_file, "--signed-at", self.asar.now] if key else []
        return file, self.asar.run("audit", "bundle", file, *words, *signing)

    def audited(self, octets):
        self.judged_file.write_bytes(octets)
        pins = ["--vkey", self.vkey, "--ledger", self.id]
        done = subprocess.run([AUDIT, "verify", str(self.judged_file), "--json", *pins], capture_output=True, text=True,
                              check=False, timeout=60)
        report = json.loads(done.stdout)
        self.assertEqual(report["exit"], done.returncode, done)
        return report

    def verdict(self, octets):
        """The first word of both, who have to agree."""
        report = self.audited(octets)
        word = report["verdict"].split(" ")[0]
        self.assertEqual(self.verifier.judge(octets).verdict, word, report)
        return word

    def test_1_every_sort_of_stream_is_exported_whole_and_accepted(self):
        streams = {"grant": self.ledger.grant, "person": self.ledger.volunteer.id, "organisation": self.ledger.ngo,
                   "region": "KZ-75"}
        size = self.asar.run("status")["size"]
        for sort, name in streams.items():
            file, answer = self.export(sort, f"--{sort}", name)
            self.assertEqual(self.verdict(file.read_bytes()), "OK", sort)
            facts = self.audited(file.read_bytes())["facts"]
            self.assertEqual((facts[sort], facts["entries"]), (name, str(answer["entries"])))
            self.assertEqual(facts["complete up to position"], str(answer["heads"]))
            self.assertRegex(facts["recorded at"], r"2026-03-11T\d\d:\d\d:\d\dZ")
        self.assertEqual(self.asar.run("status")["size"], size + 2, "heads that are the last entry are not made anew")
        money = self.audited((self.folder / "grant.zip").read_bytes())["facts"]
        self.assertEqual((money["awarded"], money["disbursed"], money["spent"], money["returned"]),
                         ("100000 KZT", "100000 KZT", "30000 KZT", "0 KZT"))
        self.assertEqual(self.audited((self.folder / "person.zip").read_bytes())["facts"]["minutes"], "60")

    def test_2_a_folder_is_judged_as_its_zip(self):
        folder = self.folder / "grant-folder"
        self.asar.run("audit", "bundle", folder, "--directory", "--grant", self.ledger.grant)
        done = subprocess.run([AUDIT, "verify", str(folder), "--vkey", self.vkey], capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.returncode, 0, done)
        self.assertIn("complete up to position", done.stdout)
        readme = (folder / "README").read_text(encoding="utf-8")
        for words in ("asar-audit verify THIS-FILE --vkey VKEY", "ОСЫ-ФАЙЛ", "ЭТОТ-ФАЙЛ"):
            self.assertIn(words, readme)

    def test_3_any_event_withheld_is_an_incomplete_stream(self):
        for sort in ("grant", "person", "organisation"):
            whole = Parts((self.folder / f"{sort}.zip").read_bytes())
            heads = int(re.search(r"heads (\d+)", whole.text())[1])
            events = [index for index in whole.entries if index < heads - 1]
            for index in events:
                less = Parts((self.folder / f"{sort}.zip").read_bytes())
                del less.entries[index]
                self.assertIn(self.verdict(less.zipped()), ("INCOMPLETE_STREAM", "BUNDLE_DAMAGED"), f"{sort} {index}")
        # The last event with its submission: nothing else of it is left.
        less = Parts((self.folder / "grant.zip").read_bytes())
        last = max(index for index in less.entries if index < heads - 1)
        del less.entries[last], less.entries[last - 1]
        report = self.audited(less.zipped())
        self.assertEqual(self.verdict(less.zipped()), "INCOMPLETE_STREAM")
        self.assertTrue(any(f"at position {last}" in one["sentence"] for one in report["findings"]), report)

    def test_4_a_wrong_sum_and_a_foreign_entry_are_named(self):
        grant = Parts((self.folder / "grant.zip").read_bytes())
        less = grant.text().replace(" 100000 100000 30000 0\n", " 100000 100000 20000 0\n", 1)
        grant.members["stream"] = less.encode()
        self.assertEqual(self.verdict(grant.zipped()), "FIGURES_DIFFER")
        person = Parts((self.folder / "person.zip").read_bytes())
        person.members["stream"] = person.text().replace(" 60\n", " 6000\n", 1).encode()
        self.assertEqual(self.verdict(person.zipped()), "FIGURES_DIFFER")
        mixed = Parts((self.folder / "grant.zip").read_bytes())
        # Of another export under the same heads.
        index = next(index for index in person.entries if index not in mixed.entries)
        mixed.entries[index] = person.entries[index]
        self.assertEqual(self.verdict(mixed.zipped()), "BUNDLE_DAMAGED")

    def test_5_a_stream_that_is_not_there_is_proved_absent(self):
        for sort in ("grant", "person", "organisation"):
            file, answer = self.export(f"no-{sort}", f"--{sort}", self.asar.new_id(), key=False)
            self.assertEqual(answer["entries"], 0)
            self.assertEqual(self.verdict(file.read_bytes()), "OK", sort)
        file, _ = self.export("no-region", "--region", "KZ-99", key=False)
        self.assertEqual(self.verdict(file.read_bytes()), "OK")
        # That proof under the name of one that is there.
        absent = Parts((self.folder / "no-grant.zip").read_bytes())
        renamed = re.sub("grant [0-9a-z]{26}", f"grant {self.ledger.grant}", absent.text(), count=1)
        absent.members["stream"] = renamed.encode()
        self.assertEqual(self.verdict(absent.zipped()), "INCOMPLETE_STREAM")

    def test_6_grants_of_two_currencies_have_trees_of_their_own(self):
        file, _ = self.export("dollars", "--grant", self.dollars, key=False)
        self.assertEqual(self.verdict(file.read_bytes()), "OK")
        self.assertEqual(self.audited(file.read_bytes())["facts"]["awarded"], "7000 USD")
        trees = re.findall("tree (.*)", Parts((self.folder / "no-grant.zip").read_bytes()).text())
        self.assertEqual(trees, ["grants KZT", "grants USD"])
        one = Parts((self.folder / "no-grant.zip").read_bytes())
        one.members["stream"] = one.text().split("tree grants USD")[0].encode()
        self.assertEqual(self.verdict(one.zipped()), "INCOMPLETE_STREAM", "it could be in the tree that is not shown")

    def test_7_minutes_are_left_out_for_who_may_not_see_those_of_others(self):
        file, _ = self.export("person-alone", "--person", self.ledger.volunteer.id, "--without-minutes", key=False)
        self.assertEqual(self.verdict(file.read_bytes()), "OK")
        self.assertNotIn("minutes", Parts(file.read_bytes()).text())
        self.assertTrue(any("minutes" in one for one in self.audited(file.read_bytes())["notChecked"]))

    def test_8_both_auditors_agree_on_every_mutant(self):
        chosen = random.Random(SEED)
        honest = {sort: Parts((self.folder / f"{sort}.zip").read_bytes()) for sort in ("grant", "person", "no-grant")}
        found = 0
        for number in range(MUTANTS):
            sort = chosen.choice(sorted(honest))
            members = dict(honest[sort].members)
            name = chosen.choice(["checkpoint", "entries", "proofs", "stream", "stream"])
            octets = bytearray(members[name])
            at = chosen.randrange(len(octets))
            if number % 3 == 0:
                del octets[at:at + chosen.randrange(1, 60)]
            elif number % 3 == 1:
                octets[at] ^= 1 << chosen.randrange(7)
            else:
                lines = bytes(octets).split(b"\n")
                some = chosen.randrange(len(lines))
                lines.insert(chosen.randrange(len(lines)), lines[some])
                octets = b"\n".join(lines)
            members[name] = bytes(octets)
            changed = sealed(members)
            report = self.audited(changed)
            word, other = report["verdict"].split(" ")[0], self.verifier.judge(changed)
            told = f"{number} {sort} {name}: {report} {other.findings}"
            self.assertEqual(report["exit"] == 0, other.verdict == "OK", told)
            if report["exit"] != 1 and other.exit != 1:
                self.assertEqual(word, other.verdict, told)
            found += report["exit"] != 0
        self.assertGreater(found, MUTANTS * 9 // 10)

    def test_9_heads_may_be_25_hours_old_and_no_older(self):
        """What the operator shows of today: the stream as it was yesterday, under the newest checkpoint."""
        old = Parts((self.folder / "grant.zip").read_bytes())
        for hours, wanted in (("2026-03-12T10:00:00+05:00", "OK"), ("2026-03-12T10:00:01+05:00", "INCOMPLETE_STREAM")):
            self.asar.now = hours
            newcomer = self.asar.new_person(f"newcomer {hours[17:19]}")
            self.asar.submit(self.ledger.first, self.ledger.registration(newcomer))
            self.asar.run("checkpoint", "create")
            self.assertEqual(self.verdict(self.under_the_newest(old).zipped()), wanted, hours)
        without = self.under_the_newest(old)
        del without.entries[max(without.entries)]
        self.assertEqual(self.verdict(without.zipped()), "INCOMPLETE_STREAM", "nobody knows how old they are")

    def under_the_newest(self, parts):
        """The same entries and heads, the last entry of the log besides, each led to today's checkpoint."""
        newest = Parts(parts.zipped())
        last = self.asar.run("status")["size"] - 1
        for index in {*parts.entries, last}:
            proof, entry = self.folder / "one.tlog-proof", self.folder / "one.entry"
            self.asar.run("export", "proof", index, proof, "--entry", entry)
            head, checkpoint = proof.read_text(encoding="utf-8").split("\n\n", 1)
            path = parts.entries[index][1] if index in parts.entries else ["command"]  # the one of its submission
            signed = path[path.index("command"):] if "command" in path else []
            newest.entries[index] = (entry.read_bytes(), head.split("\n")[2:] + signed)
            newest.members["checkpoint"] = checkpoint.encode()
        return newest

    def test_a_export_asks_for_fresh_heads(self):
        self.asar.submit(self.ledger.first, self.ledger.registration(self.asar.new_person("somebody")))
        self.asar.run("checkpoint", "create")
        with self.assertRaises(Refused) as refused:
            self.export("late", "--grant", self.ledger.grant, key=False)
        self.assertEqual(refused.exception.error["code"], "E_HEADS_MISSING")
        with self.assertRaises(Refused) as refused:
            self.asar.run("heads", "record", "--key", self.ledger.first.key_file, "--person", self.ledger.first.id,
                          "--signed-at", self.asar.now)
        self.assertEqual(refused.exception.error["code"], "E_ROLE_MISSING")
        recorded = self.asar.run("heads", "record", "--key", self.operator.key_file, "--signed-at", self.asar.now)
        self.assertEqual(recorded["index"], self.asar.run("status")["size"] - 1)
        file, answer = self.export("late", "--grant", self.ledger.grant, key=False)
        self.assertEqual((answer["heads"], self.verdict(file.read_bytes())), (recorded["index"], "OK"))

    def test_b_one_stream_at_a_time_and_a_region_that_is_one(self):
        two = ("--grant", self.ledger.grant, "--region", "KZ-75")
        for words in (two, ("--region", "KZ75"), ("--without-minutes",)):
            with self.assertRaises(Refused) as refused:
                self.export("none", *words, key=False)
            self.assertEqual(refused.exception.code, 2, words)

    def test_c_the_whole_ledger_is_accepted_with_its_heads(self):
        file, _ = self.export("whole", key=False)
        self.assertEqual(self.verdict(file.read_bytes()), "OK")

    def test_d_heads_that_lie_are_found_in_the_whole_ledger(self):
        """Signed by the operator, sealed with the log's key: only who makes the trees anew can see it."""
        key = honest.key_of(self.asar.folder / "keys" / "log.key")
        whole = honest.Honest((self.folder / "whole.zip").read_bytes(), key, self.verifier.schema)
        heads = len(whole.entries) - 1
        command = whole.values[heads].value["event"]["command"]
        root = Message(whole.schema, "Command", command).value["streamHeads"]["regions"]["root"]
        body = whole.values[heads - 1].value["submission"]
        for lie, wanted in ((root, "OK"), (bytes(31) + b"\x01", "RULE_VIOLATION")):
            changed = command.replace(root, lie)
            header = body["header"].replace(leaf_hash(command), leaf_hash(changed))
            signature = honest.key_of(Path(self.operator.key_file)).sign(signed_bytes(header)).signature
            entries = list(whole.entries)
            entries[heads - 1] = (entries[heads - 1].replace(body["header"], header)
                                  .replace(body["signatures"][0]["signature"], signature))
            entries[heads] = entries[heads].replace(command, changed)
            members = whole.sealed(whole.linked(entries, heads - 1))
            self.assertEqual(self.verdict(bundle.zipped(bundle.in_order(members))), wanted)

    def grown(self, moment):
        """What `asar status` says of the heads after somebody was registered then."""
        self.asar.now = moment
        self.asar.submit(self.ledger.first, self.ledger.registration(self.asar.new_person(self.asar.new_id())))
        return self.asar.run("status")

    def created(self, *key):
        return self.asar.run("checkpoint", "create", *key, "--signed-at", self.asar.now)

    def test_e_the_first_checkpoint_of_a_day_records_what_is_due_where_it_has_the_key(self):
        key = ("--key", self.operator.key_file)
        self.asar.now = "2026-03-13T09:00:00+05:00"
        before = self.asar.run("status")
        self.assertEqual(self.created(*key)["size"], before["size"], "nothing came after the last ones")
        due = self.grown(self.asar.now)
        self.assertEqual((due["size"], due["heads"]["due"]), (before["size"] + 2, True))
        with self.assertRaises(Refused) as refused:
            self.created("--key", self.ledger.first.key_file, "--person", self.ledger.first.id)
        self.assertEqual(refused.exception.error["code"], "E_ROLE_MISSING")
        made = self.created(*key)
        self.assertEqual((made["size"], made["heads"]["index"]), (due["size"] + 2, due["size"] + 1))
        self.assertEqual((made["heads"]["recordedAt"], made["heads"]["due"]), ("2026-03-13T04:00:00+00:00", False))
        again = self.grown("2026-03-13T23:59:59+05:00")
        self.assertFalse(again["heads"]["due"], "they were recorded on that day, by its own offset")
        self.assertEqual(self.created(*key)["size"], again["size"])
        self.assertTrue(self.grown("2026-03-14T00:00:00+05:00")["heads"]["due"])

    def test_f_without_the_key_it_is_signed_and_one_line_says_that_they_are_due(self):
        size = self.grown("2026-03-14T00:00:00+05:00")["size"]
        made = self.created()
        self.assertEqual((made["size"], made["heads"]["due"]), (size, True))
        told = self.asar.raw("checkpoint", "create")
        self.assertEqual((told.returncode, told.stdout.strip()), (0, made["note"].strip()))
        self.assertEqual(len(told.stderr.splitlines()), 1, told.stderr)
        self.assertIn("15 hours ago", told.stderr)
        self.assertIn("asar heads record --key", told.stderr)
        shown = self.asar.raw("status").stdout
        self.assertIn(f"at position {made['heads']['index']}, bound 15 hours ago", shown)
        self.assertIn("! the heads of the streams", shown)
        self.assertEqual(self.asar.raw("--quiet", "checkpoint", "create").stderr, "")

    def test_g_an_export_records_them_anew_after_a_day_in_which_nothing_came(self):
        _, first = self.export("day", "--grant", self.ledger.grant)
        self.asar.now = "2026-03-15T00:00:00+05:00"
        _, kept = self.export("day", "--grant", self.ledger.grant)
        self.assertEqual(kept["heads"], first["heads"])
        self.asar.now = "2026-03-15T00:00:01+05:00"
        file, anew = self.export("day", "--grant", self.ledger.grant)
        self.assertEqual((anew["heads"], self.verdict(file.read_bytes())), (first["heads"] + 2, "OK"))


if __name__ == "__main__":
    PROGRAM, AUDIT = (sys.argv.pop(1) for _ in range(2))
    unittest.main()
