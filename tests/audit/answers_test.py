#!/usr/bin/env python3
"""The real `asar-audit` on receipts, proofs, comparisons, explanations, and what it remembers between two audits.

Usage: answers_test.py ASAR ASAR_AUDIT [unittest options]
"""
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import program_test  # noqa: E402
from asar_program import Asar  # noqa: E402

OK, NOT_CHECKED, USAGE, WRONG, NOT_FOUND = 0, 1, 2, 4, 5
VECTORS = Path(__file__).parents[1] / "vectors" / "tlog_vectors.json"
MEMORY_KIB = 1 << 20  # of any program run here


def run(*words, environment=None):
    return subprocess.run([program_test.AUDIT, *map(str, words)], capture_output=True, check=False, timeout=60,
                          env={**os.environ, **(environment or {})})


class Views:
    """A log, and two histories of its next day: each is what an operator may show to somebody else."""

    def __init__(self, folder):
        ledger = program_test.Ledger(folder)
        self.asar, self.ledger = ledger.asar, ledger
        self.vkey = ledger.pins[1]
        self.today = self.shown(ledger.asar, folder, "today")
        ledger.asar.run("backup", "create", folder / "backup")
        self.one, self.other = (self.tomorrow(folder, name) for name in ("one", "other"))

    def tomorrow(self, folder, name):
        asar = Asar(program_test.PROGRAM, folder / f"restored-{name}")
        asar.run("backup", "restore", folder / "backup")
        for kept in ("keys", "asar.toml"):
            source, target = self.asar.folder / kept, asar.folder / kept
            if source.is_dir():
                shutil.copytree(source, target, dirs_exist_ok=True)
            elif source.exists():
                shutil.copyfile(source, target)
        asar.now = "2026-03-12T09:00:00+05:00"
        asar.submit(self.ledger.first, {"command": "personRegister", "person": asar.new_id(), "region": "KZ-75",
                                        "office": self.ledger.office, "ageBand": "unknown", "ageBasis": "declared"})
        asar.run("checkpoint", "create")
        return self.shown(asar, folder, name)

    @staticmethod
    def shown(asar, folder, name):
        """Its size, bundle, tiles, checkpoint, and a receipt with its entry."""
        view = {kind: folder / f"{name}.{kind}" for kind in ("zip", "tiles", "note", "tlog-proof", "entry")}
        asar.run("audit", "bundle", view["zip"])
        asar.run("export", "tiles", view["tiles"])
        view["note"].write_text(asar.run("checkpoint", "show")["note"])
        view["size"] = asar.run("status")["size"]
        last = view["size"] - 2  # the submission of the last event
        asar.run("export", "proof", last, view["tlog-proof"], "--entry", view["entry"])
        return {**view, "last": last}


class Answers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-answers-")
        cls.folder = Path(cls.temporary.name)
        cls.views = Views(cls.folder)
        cls.today, cls.one, cls.other = cls.views.today, cls.views.one, cls.views.other
        cls.pin = ["--vkey", cls.views.vkey]
        cls.stranger = json.loads(VECTORS.read_text())["note"]["log_vkey"]

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def setUp(self):
        self.work = Path(tempfile.mkdtemp(dir=self.folder))

    def told(self, *words):
        """The JSON answer; its exit code is that of the program."""
        done = run(*words, "--json")
        answer = json.loads(done.stdout)
        self.assertEqual(answer["exit"], done.returncode, done)
        return answer

    def expect(self, verdict, *words):
        answer = self.told(*words)
        self.assertEqual(answer["verdict"].split(" ")[0], verdict, answer)
        return answer

    def written(self, name, content):
        file = self.work / name
        file.write_bytes(content)
        return file


class Receipts(Answers):
    def test_a_receipt_proves_its_entry_by_bytes_leaf_or_log(self):
        receipt, entry = self.today["tlog-proof"], ["--entry", self.today["entry"]]
        answer = self.expect("OK", "verify", receipt, *self.pin, *entry)
        self.expect("OK", "verify", receipt, *self.pin, "--leaf", answer["facts"]["leaf"])
        self.expect("OK", "verify", receipt, *self.pin, "--log", self.one["zip"])
        self.expect("OK", "verify", receipt, *self.pin, *entry, "--submission", answer["facts"]["submission"],
                    "--ledger", self.views.ledger.pins[3])

    def test_what_was_not_brought_is_not_checked(self):
        receipt = self.today["tlog-proof"]
        self.expect("COULD_NOT_CHECK", "verify", receipt, *self.pin)
        self.expect("COULD_NOT_CHECK", "verify", receipt, "--entry", self.today["entry"])

    def test_it_proves_nothing_else(self):
        receipt, entry = self.today["tlog-proof"], ["--entry", self.today["entry"]]
        self.expect("ENTRY_TAMPERED", "verify", receipt, *self.pin, "--entry", self.one["entry"])
        self.expect("ENTRY_TAMPERED", "verify", receipt, *self.pin, *entry, "--submission", self.views.asar.new_id())
        self.expect("ORIGIN_MISMATCH", "verify", receipt, *self.pin, *entry, "--ledger", self.views.asar.new_id())
        self.expect("ORIGIN_MISMATCH", "verify", receipt, "--vkey", self.stranger, *entry)
        text = receipt.read_bytes()
        self.expect("BUNDLE_DAMAGED", "verify", self.written("cut.tlog-proof", text[:40]), *self.pin, *entry)
        resigned = text.replace(str(self.today["size"]).encode() + b"\n", b"1\n", 1)
        self.assertIn(self.told("verify", self.written("changed", resigned), *self.pin, *entry)["verdict"].split()[0],
                      {"BAD_SIGNATURE", "ENTRY_TAMPERED"})

    def test_a_log_that_dropped_or_rewrote_it_is_caught(self):
        receipt, entry = self.one["tlog-proof"], ["--entry", self.one["entry"]]
        self.expect("OK", "verify", receipt, *self.pin, *entry, "--log", self.one["tiles"])
        self.expect("FORK", "verify", receipt, *self.pin, *entry, "--log", self.other["zip"])
        self.expect("ROLLBACK", "verify", receipt, *self.pin, *entry, "--log", self.today["zip"])
        self.expect("FORK", "verify", receipt, *self.pin, *entry, "--old", self.other["note"])

    def test_receipts_of_another_log_are_read_by_the_same_rules(self):
        vectors = json.loads(VECTORS.read_text())
        receipt = self.written("r.tlog-proof", vectors["tlog_proof"]["index_299_size_300"].encode())
        leaf = subprocess.run(["sha256sum"], input=b"\0entry 299\n", capture_output=True, check=True).stdout.decode()
        pin = ["--vkey", vectors["note"]["log_vkey"]]
        self.expect("OK", "verify", receipt, *pin, "--leaf", leaf.split()[0])
        self.expect("ENTRY_TAMPERED", "verify", receipt, *pin, "--leaf", "00" * 32)
        self.expect("BAD_SIGNATURE", "verify", self.written("changed.tlog-proof", receipt.read_bytes().replace(
            b"\n300\n", b"\n301\n")), *pin, "--leaf", leaf.split()[0])


class Trust(Answers):
    def test_what_was_ok_is_remembered_and_held_against_the_log(self):
        store = self.work / "store"
        trusting = [*self.pin, "--trust-store", store]
        self.expect("OK", "verify", self.today["zip"], *trusting)
        kept = list(store.glob("*.checkpoint"))
        self.assertEqual([file.read_bytes() for file in kept], [self.today["note"].read_bytes()])
        self.expect("OK", "verify", self.one["tiles"], *trusting)
        self.assertEqual(kept[0].read_bytes(), self.one["note"].read_bytes())
        self.expect("ROLLBACK", "verify", self.today["zip"], *trusting)
        self.expect("FORK", "verify", self.other["zip"], *trusting)
        self.expect("FORK", "verify", self.other["tlog-proof"], "--entry", self.other["entry"], *trusting)
        self.assertEqual(kept[0].read_bytes(), self.one["note"].read_bytes())
        self.assertEqual(sorted(store.iterdir()), [kept[0], kept[0].with_suffix(".judged")])
        # The same without the store finds nothing: what was remembered makes the difference.
        self.expect("OK", "verify", self.other["zip"], *self.pin)

    def test_what_was_judged_is_not_judged_again(self):
        store = self.work / "store"
        trusting = [*self.pin, "--trust-store", store]
        first = self.expect("OK", "verify", self.today["tiles"], *trusting)
        self.assertGreater(first["signatures"], 0)
        self.assertEqual(first["trusted"], 0)
        record = next(store.glob("*.judged"))
        self.assertEqual(record.stat().st_mode & 0o777, 0o600)
        again = self.expect("OK", "verify", self.today["zip"], *trusting)
        self.assertEqual((again["signatures"], again["trusted"]), (0, self.today["size"]))
        self.assertEqual(again["events"], first["events"])
        self.assertIn(f"entries 0…{self.today['size'] - 1}: trusted since", "\n".join(again["notChecked"]))
        grown = self.expect("OK", "verify", self.one["tiles"], *trusting, "--old", self.today["note"])
        self.assertEqual(grown["trusted"], self.today["size"])
        self.assertGreater(grown["signatures"], 0)
        again = self.expect("OK", "verify", self.one["tiles"], *trusting)
        self.assertEqual((again["signatures"], again["trusted"]), (0, self.one["size"]))
        # Without the store all is judged.
        self.assertEqual(self.expect("OK", "verify", self.one["tiles"], *self.pin)["signatures"],
                         first["signatures"] + grown["signatures"])
        self.refusals(store, record, trusting)

    def refusals(self, store, record, trusting):
        was = record.read_bytes()
        self.assertEqual(self.expect("FORK", "verify", self.other["tiles"], *trusting)["trusted"], 0)
        self.expect("ROLLBACK", "verify", self.today["tiles"], *trusting)
        changed = self.work / "changed"
        shutil.copytree(self.one["tiles"], changed)
        for file in (changed / "tile" / "entries").rglob("*"):
            if file.is_file():
                octets = bytearray(file.read_bytes())
                octets[len(octets) // 2] ^= 1
                file.write_bytes(octets)
        self.assertNotEqual(self.told("verify", changed, *trusting)["exit"], OK)
        self.assertEqual(record.read_bytes(), was, "it is of what was OK")
        # Remembered alone, as `watch` does, is not judged.
        record.unlink()
        self.assertTrue(list(store.glob("*.checkpoint")))
        self.assertEqual(self.expect("OK", "verify", self.one["tiles"], *trusting)["trusted"], 0)
        self.assertEqual(record.read_bytes(), was)

    def test_an_unpinned_key_is_not_remembered(self):
        store = self.work / "store"
        self.expect("OK", "verify", self.today["zip"], "--trust-store", store)
        self.assertFalse(store.exists() and list(store.iterdir()))

    def test_a_store_that_cannot_be_used_is_never_ok(self):
        store = self.work / "store"
        trusting = [*self.pin, "--trust-store", store]
        self.expect("OK", "verify", self.today["zip"], *trusting)
        for kept in sorted(store.iterdir()):
            was = kept.read_text()
            kept.write_text("damaged\n")
            self.expect("COULD_NOT_CHECK", "verify", self.today["zip"], *trusting)
            self.assertEqual(kept.read_text(), "damaged\n")
            kept.write_text(was)
        self.expect("OK", "verify", self.today["zip"], *trusting)
        self.expect("COULD_NOT_CHECK", "verify", self.today["zip"], *self.pin, "--trust-store", kept / "below")


class Proofs(Answers):
    def test_a_receipt_is_what_the_ledger_itself_hands_out(self):
        out, entry = self.work / "made.tlog-proof", self.work / "made.entry"
        for export in (self.today["zip"], self.today["tiles"]):
            answer = self.expect("OK", "prove", export, self.today["last"], *self.pin, "--out", out, "--entry", entry)
            self.assertEqual(out.read_bytes(), self.today["tlog-proof"].read_bytes())
            self.assertEqual(entry.read_bytes(), self.today["entry"].read_bytes())
            self.assertEqual(answer["document"].encode(), out.read_bytes())
        self.assertEqual(run("prove", self.today["zip"], self.today["last"], *self.pin).stdout, out.read_bytes())
        self.expect("OK", "verify", out, *self.pin, "--entry", entry)

    def test_nothing_is_made_of_what_is_not_there_or_not_in_order(self):
        out = self.work / "out"
        self.assertEqual(run("prove", self.today["zip"], self.today["size"], "--out", out).returncode, NOT_FOUND)
        self.expect("ORIGIN_MISMATCH", "prove", self.today["zip"], 1, "--vkey", self.stranger, "--out", out)
        tiles = self.work / "tiles"
        shutil.copytree(self.today["tiles"], tiles)
        tile = next(tiles.glob("tile/0/000.p/*"))
        honest = tile.read_bytes()
        tile.write_bytes(bytes([honest[0] ^ 1]) + honest[1:])
        self.expect("TILE_TAMPERED", "prove", tiles, 1, *self.pin, "--out", out)
        self.expect("TILE_TAMPERED", "consistency", tiles, *self.pin, "--from", 3, "--out", out)
        tile.write_bytes(honest[:-1])
        self.expect("COULD_NOT_CHECK", "prove", tiles, 1, *self.pin, "--out", out)
        self.assertFalse(out.exists())

    def test_consistency_is_proved_from_a_checkpoint_or_a_size(self):
        from_note = self.expect("OK", "consistency", self.one["zip"], *self.pin, "--from", self.today["note"])
        from_size = self.expect("OK", "consistency", self.one["tiles"], *self.pin, "--from", self.today["size"])
        self.assertEqual(from_note["document"], from_size["document"])
        self.assertEqual(int(from_note["facts"]["hashes"]), len(from_note["document"].splitlines()))
        self.expect("FORK", "consistency", self.one["zip"], *self.pin, "--from", self.other["note"])
        self.expect("ROLLBACK", "consistency", self.today["zip"], *self.pin, "--from", self.one["note"])
        strange = self.written("strange", b"no checkpoint\n")
        self.expect("COULD_NOT_CHECK", "consistency", self.today["zip"], *self.pin, "--from", strange)
        self.assertEqual(run("consistency", self.today["zip"], "--from", 10 ** 9).returncode, NOT_FOUND)


class Comparisons(Answers):
    def test_one_log_is_one_log(self):
        for one in (self.today["zip"], self.today["tiles"], self.today["note"]):
            self.expect("OK", "compare", one, self.today["zip"], *self.pin)
            self.expect("OK", "compare", one, self.one["zip"], *self.pin)
            self.expect("OK", "compare", self.one["tiles"], one, *self.pin)
        self.expect("COULD_NOT_CHECK", "compare", self.today["note"], self.one["note"], *self.pin)
        self.expect("COULD_NOT_CHECK", "compare", self.one["note"], self.other["note"])

    def test_a_split_view_becomes_a_proof_that_others_accept(self):
        pairs = [(self.one[a], self.other[b]) for a, b in (("zip", "tiles"), ("note", "note"), ("note", "zip"))]
        for number, pair in enumerate(pairs):
            proof = self.work / f"proof-{number}"
            self.expect("FORK", "compare", *pair, *self.pin, "--out", proof)
            answer = self.expect("FORK", "verify", proof, *self.pin)
            self.assertEqual(answer["facts"]["liar"], self.views.vkey)
            self.expect("COULD_NOT_CHECK", "verify", proof)
            self.expect("ORIGIN_MISMATCH", "verify", proof, "--vkey", self.stranger)
            content = proof.read_bytes()
            for at in range(0, len(content), 7):
                changed = self.written("changed", content[:at] + bytes([content[at] ^ 1]) + content[at + 1:])
                self.assertNotEqual(self.told("verify", changed, *self.pin)["verdict"].split(" ")[0], "FORK", at)

    def test_two_checkpoints_that_agree_accuse_nobody(self):
        note = self.today["note"].read_bytes()
        forged = b"asar/equivocation/v1\npath 0\n" + (b"note %d\n" % len(note) + note) * 2
        answer = self.expect("BUNDLE_DAMAGED", "verify", self.written("forged", forged), *self.pin)
        self.assertIn("nobody is shown to have lied", answer["findings"][0]["sentence"])


class Explanations(Answers):
    def explained(self, index, *options, environment=None):
        done = run("explain", self.today["zip"], index, *self.pin, *options, environment=environment)
        self.assertEqual(done.returncode, OK, done)
        return done.stdout.decode()

    def test_every_entry_is_explained_in_each_language(self):
        for language, held in (("kk", "Ережелер сақталған."), ("ru", "Правила соблюдены."), ("en", "The rules held.")):
            for index in range(self.today["size"]):
                self.assertIn(held, self.explained(index, "--lang", language))

    def test_it_says_what_the_entry_says(self):
        ledger = self.views.ledger
        claims = self.views.asar.run("event", "list", "--event", "HoursClaimed", "--limit", 9)["entries"]
        text = self.explained(claims[0]["index"])
        for part in (f"hours: {ledger.hours}", f"volunteer: {ledger.volunteer.id}", "minutes: 90", "presence: on site",
                     f"Signed by person: {ledger.volunteer.id}", "2026-03-10T10:00:00+05:00", "verdict OK"):
            self.assertIn(part, text)

    def test_neither_locale_nor_time_zone_changes_it(self):
        usual = self.explained(1)
        for environment in ({"LC_ALL": "C", "TZ": "Asia/Almaty"}, {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/Caracas"}):
            self.assertEqual(self.explained(1, environment=environment), usual)

    def test_an_entry_that_is_not_there_is_not_found(self):
        done = run("explain", self.today["zip"], self.today["size"])
        self.assertEqual(done.returncode, NOT_FOUND)
        self.assertIn(f"the log has {self.today['size']} entries", done.stdout.decode())

    def test_the_words_around_it_are_in_the_language_too(self):
        for language, verdict in (("kk", "қорытынды OK"), ("ru", "вывод OK"), ("en", "verdict OK")):
            self.assertIn(verdict, self.explained(1, "--lang", language))
            done = run("recompute", self.today["zip"], *self.pin, "--lang", language)
            self.assertIn(verdict, done.stdout.decode(), done)


class Languages(Answers):
    """Of `verify`, `prove`, `consistency` and `compare`: the words around, and what the verdict means."""

    WORDS = {"kk": ("көлемі", "түбірі", "тексерілгені", "қорытынды"),
             "ru": ("размер", "корень", "проверено", "вывод"),
             "en": ("size", "root", "checked", "verdict")}
    FORK = {"kk": "бұрын қол қойылғаннан басқа өткенді", "ru": "не то прошлое, которое было подписано раньше",
            "en": "another past than the one that was signed before"}

    def shown(self, code, *words):
        done = run(*words)
        self.assertEqual(done.returncode, code, done)
        return done.stdout.decode().splitlines()

    def test_what_is_ok_is_told_in_each_language(self):
        for language, (size, root, checked, verdict) in self.WORDS.items():
            for words in (("verify", self.today["zip"]), ("verify", self.today["tiles"]),
                          ("verify", self.today["tlog-proof"], "--entry", self.today["entry"]),
                          ("prove", self.today["zip"], 1, "--out", self.work / "out"),
                          ("consistency", self.one["zip"], "--from", self.today["note"])):
                lines = self.shown(OK, *words, *self.pin, "--lang", language)
                for word in (size, root):
                    self.assertTrue(any(line.startswith(f"{word} ") for line in lines), f"{word} in {lines}")
                self.assertIn(checked, lines)
                self.assertTrue(lines[-2].startswith(f"{verdict} OK"), lines)

    def test_a_bundle_in_kazakh_has_no_english_word_around(self):
        lines = self.shown(OK, "verify", self.today["zip"], *self.pin, "--timings", "--lang", "kk")
        for line in lines:
            self.assertNotRegex(line, r"^(ledger|origin|size|root|witnesses|key|checked|not checked|verdict|timings)")
        self.assertIn("Тексерілгенде қате табылмады", lines[-1])

    def test_what_a_fork_means_and_what_to_do_is_told(self):
        for language, meaning in self.FORK.items():
            for words in (("verify", self.one["zip"], "--old", self.other["note"]),
                          ("consistency", self.one["zip"], "--from", self.other["note"]),
                          ("compare", self.one["zip"], self.other["zip"])):
                lines = self.shown(WRONG, *words, *self.pin, "--lang", language)
                self.assertTrue(lines[-2].startswith(f"{self.WORDS[language][3]} FORK"), lines)
                self.assertIn(meaning, lines[-1])
                self.assertIn(meaning, self.told(*words, *self.pin, "--lang", language)["meaning"])

    def test_without_a_language_it_is_english(self):
        words = ("verify", self.today["zip"], *self.pin)
        self.assertEqual(self.shown(OK, *words), self.shown(OK, *words, "--lang", "en"))
        self.assertIn("Nothing is wrong in what was checked", self.told(*words)["meaning"])

    def test_an_unknown_language_is_a_wrong_call_that_writes_nothing(self):
        out = self.work / "out"
        for words in (("verify", self.today["zip"], "--trust-store", out),
                      ("prove", self.today["zip"], 1, "--out", out),
                      ("consistency", self.one["zip"], "--from", self.today["note"], "--out", out),
                      ("compare", self.one["zip"], self.other["zip"], "--out", out)):
            done = run(*words, *self.pin, "--lang", "de")
            self.assertEqual(done.returncode, USAGE, done)
            self.assertIn(b"--lang is kk, ru or en", done.stderr)
            self.assertFalse(out.exists())


class Streams(Answers):
    GRANT = "01arz3ndektsv4rrffq69g5fav"

    def test_what_needs_a_whole_log_says_so_of_one_stream(self):
        """By its looks: whether such a bundle is in order is for `verify`."""
        bundle = self.work / "grant"
        bundle.mkdir()
        (bundle / "stream").write_text(f"asar/stream/v1\ngrant {self.GRANT}\nheads 1\n")
        (bundle / "manifest").write_text("")
        said = f"this bundle holds one stream (grant {self.GRANT}): use `asar-audit verify`"
        for words in (["prove", bundle, 1], ["consistency", bundle, "--from", 1], ["explain", bundle, 1],
                      ["compare", bundle, self.today["zip"]], ["recompute", bundle], ["rules", bundle]):
            done = run(*words, *self.pin)
            self.assertEqual(done.returncode, NOT_CHECKED, done)
            self.assertIn(said, " ".join((done.stdout + done.stderr).decode().split()), words)
            self.assertNotIn("DAMAGED", done.stdout.decode())
        done = run("watch", bundle, *self.pin, "--once", "--trust-store", self.work / "store")
        self.assertEqual(done.returncode, NOT_CHECKED, done)
        self.assertIn(said, done.stdout.decode())


class Hostile(Answers):
    def test_no_file_makes_it_fall_or_grow(self):
        note = self.today["note"].read_text()
        huge = self.work / "huge.tlog-proof"
        with huge.open("wb") as file:
            file.write(b"c2sp.org/tlog-proof@v1\n")
            file.truncate(8 << 30)
        size = note.split("\n")[1]
        largest = self.work / "largest"
        shutil.copytree(self.today["tiles"], largest)
        (largest / "checkpoint").write_text(note.replace(f"\n{size}\n", f"\n{2 ** 63 - 1}\n", 1))
        fifo = self.work / "fifo"
        os.mkfifo(fifo)
        files = [huge, largest, fifo, self.work / "nowhere", self.written("empty.tlog-proof", b""),
                 self.written("path", b"asar/equivocation/v1\npath 64\n" + b"A" * 100),
                 self.written("note", b"asar/equivocation/v1\npath 0\nnote 99999999999999999999\n"),
                 self.written("c1", b"c2sp.org/tlog-proof@v1\nindex 18446744073709551615\n\n\xc2\x9b\n0\n\n")]
        for file in files:
            for words in (["verify", file], ["prove", file, 0], ["prove", file, 2 ** 62], ["compare", file, file],
                          ["consistency", file, "--from", 2 ** 61], ["explain", file, 2 ** 62]):
                done = run(*words, *self.pin)
                self.assertIn(done.returncode, {NOT_CHECKED, WRONG, NOT_FOUND}, (words, done))
                self.assertNotIn(b"\xc2\x9b", done.stdout)
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, MEMORY_KIB)

    def test_nothing_is_written_but_what_was_asked_for(self):
        """The exports are read-only files in a read-only folder; the working directory stays empty."""
        copy = self.work / "copy"
        shutil.copytree(self.today["tiles"], copy)
        before = sorted(copy.rglob("*"))
        for words in (["verify", copy], ["prove", copy, 1], ["consistency", copy, "--from", 2], ["explain", copy, 1],
                      ["compare", copy, self.other["zip"]]):
            empty = Path(tempfile.mkdtemp(dir=self.work))
            done = subprocess.run([program_test.AUDIT, *map(str, words), *self.pin], cwd=empty, capture_output=True,
                                  check=False, timeout=60)
            self.assertEqual(done.returncode, OK, done)
            self.assertEqual(list(empty.iterdir()), [])
        self.assertEqual(sorted(copy.rglob("*")), before)

    def test_a_wrong_call_says_what_to_do(self):
        key = self.written("vkey.txt", self.views.vkey.encode())
        mistyped = self.views.vkey[:-1] + ("A" if self.views.vkey[-1] != "A" else "B")
        for words, said in ((["foo"], "there is no command foo"), ([], "recompute"),
                            (["verify", self.today["zip"], "--vkey", key], f'--vkey "$(cat {key})"'),
                            (["verify", self.today["zip"], "--vkey", mistyped], "mistyped"),
                            (["verify", self.today["zip"], "--vkey", "name"], "name+hash+base64"),
                            (["watch", self.today["zip"], *self.pin, "--trust-store", self.work], "asar-audit verify")):
            done = run(*words)
            self.assertEqual(done.returncode, USAGE, done)
            self.assertIn(said, done.stderr.decode(), words)

    def test_what_is_no_export_says_what_it_is(self):
        cut = self.written("cut.zip", self.today["zip"].read_bytes()[:-1000])
        hashes = self.work / "hashes"
        self.expect("OK", "consistency", self.one["zip"], *self.pin, "--from", self.today["size"], "--out", hashes)
        for file, said in ((cut, "fetch it again"), (self.today["note"], "asar-audit compare"), (hashes, "of a proof")):
            answer = self.expect("BUNDLE_DAMAGED", "verify", file, *self.pin)
            self.assertEqual([said in one["sentence"] for one in answer["findings"]], [True], answer)
        done = run("verify", self.work / "nowhere", *self.pin)
        self.assertTrue(done.stdout.decode().startswith(
            f"checked\n  nothing\nnot checked\n  there is no file or folder {self.work / 'nowhere'}\n"), done)

    def test_a_wrong_call_is_a_usage_error(self):
        export, receipt = self.today["zip"], self.today["tlog-proof"]
        for words in (["verify", export, "--entry", export], ["verify", receipt, "--leaf", "xyz"],
                      ["verify", receipt, "--entry", self.work / "nowhere"], ["verify", receipt, "--timings"],
                      ["verify", receipt, "--submission", "x"], ["prove", export], ["prove", export, "-1"],
                      ["prove", export, "x"], ["consistency", export], ["compare", export],
                      ["consistency", export, "--from", self.work / "nowhere"], ["explain", export, 1, "--lang", "de"],
                      ["compare", export, export, "--vkey", "x"]):
            self.assertEqual(run(*words).returncode, USAGE, words)
        for command in ("prove", "consistency", "compare", "explain"):
            self.assertEqual(run(command, "--help").returncode, OK, command)


if __name__ == "__main__":
    program_test.PROGRAM, program_test.AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
