#!/usr/bin/env python3
"""A ledger and those who watch it, with the real programs: fresh and growing, killed and started again, forked.

Usage: witness_flow_test.py ASAR ASAR_WITNESS [unittest options]. Exit code 77: all went well, but a part could not be
tried here.
"""
import base64
import json
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Refused  # noqa: E402
from witness_program import Witness, fetch, policy  # noqa: E402

try:
    from python_witness import PythonWitness
except ImportError:
    PythonWitness = None

ASAR = None
WITNESS = None
ORIGIN = "demo.example/asar"


class Watched(unittest.TestCase):
    """A ledger of its own for every test, and a witness that watches it."""

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="asar-witness-e2e-")
        self.addCleanup(self.temporary.cleanup)
        self.folder = Path(self.temporary.name)
        self.asar = Asar(ASAR, self.folder / "ledger")
        self.people = self.asar.found()
        status = self.asar.run("status")
        self.vkey, self.origin = status["vkey"], status["origin"]
        self.one = self.witness("one")
        self.policy = policy(self.folder / "policy", "quorum one\n", f"log {self.vkey}\n", self.one.line())

    def witness(self, name, watching=True):
        made = Witness(WITNESS, self.folder / name, name)
        if watching:
            made.add_log(self.vkey)
        else:
            made.add_log("log.example/volunteer-ledger+d899d489+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")
        self.addCleanup(made.stop)
        return made.start()

    def grow(self, asar=None):
        asar = asar or self.asar
        asar.now = "2026-03-02T09:00:00+05:00"
        asar.submit_one(self.people[0], "officeEstablish", office=asar.new_id(), kind="regional", region="KZ-75",
                        names={"kk": "Sample", "ru": "Sample", "en": "Sample"})

    def create(self, asar=None, file=None):
        return (asar or self.asar).run("checkpoint", "create", "--witness-policy", file or self.policy)

    def refused(self, reason, run, *words):
        with self.assertRaises(Refused) as refused:
            run(*words)
        self.assertEqual(refused.exception.error["code"], "E_" + reason)
        return refused.exception

    def copy(self, name):
        """The ledger as it is now, keys and all."""
        shutil.copytree(self.asar.folder, self.folder / name)
        return Asar(ASAR, self.folder / name)


class Growing(Watched):
    def test_a_fresh_and_a_growing_log_are_cosigned(self):
        made = self.create()
        self.assertEqual((made["witnesses"], made["quorum"], made["notCosigned"]), (1, True, []))
        self.assertIn("one.example/witness", made["note"])
        published = (self.asar.folder / "tiles" / "checkpoint").read_text(encoding="utf-8")
        self.assertEqual(published, made["note"])
        for _ in range(3):
            self.grow()
            grown = self.create()
            self.assertEqual(grown["witnesses"], 1)
            self.assertEqual(self.one.run("logs", "--state", self.one.folder / "state")["logs"][0]["size"],
                             grown["size"])
        status, _, shown = self.one.shown(self.origin)
        self.assertEqual(status, 200)
        self.assertEqual(shown, grown["note"])

    def test_without_a_policy_nobody_is_asked_and_the_kept_one_counts(self):
        self.grow()
        self.assertEqual(self.asar.run("checkpoint", "create")["witnesses"], 0)
        shutil.copy(self.policy, self.asar.folder / "witnesses.policy")
        self.assertEqual(self.asar.run("checkpoint", "create")["witnesses"], 1, "the same checkpoint, now cosigned")
        self.assertEqual(self.asar.run("checkpoint", "show")["witnesses"], 1)
        self.assertEqual(self.asar.run("status")["witnesses"], 1)

    def test_what_was_missed_is_made_good_by_a_409(self):
        self.create()
        self.grow()
        self.asar.run("checkpoint", "create")  # nobody is asked: the published note has no cosignature
        self.grow()
        made = self.create()
        self.assertEqual(made["witnesses"], 1)
        status, kind, body = self.one.post("old 0\n\n" + made["note"])
        self.assertEqual((status, kind, body), (409, "text/x.tlog.size", f"{made['size']}\n"))

    def test_killed_and_started_again_it_remembers(self):
        self.create()
        self.grow()
        self.assertEqual(self.one.stop(signal.SIGKILL), -signal.SIGKILL)
        missed = self.asar.raw("--json", "checkpoint", "create", "--witness-policy", self.policy)
        self.assertEqual(missed.returncode, 3, missed.stderr)
        told = json.loads(missed.stdout)["data"]
        self.assertEqual((told["witnesses"], told["quorum"]), (0, False))
        self.assertEqual(told["notCosigned"][0]["answer"], "silent")
        self.one.start()
        again = self.create()
        self.assertEqual((again["witnesses"], again["size"]), (1, told["size"]))
        self.assertEqual(self.one.stop(signal.SIGTERM), 0)
        self.one.start()
        self.grow()
        self.assertEqual(self.create()["witnesses"], 1)

    def test_two_of_three_are_enough_with_one_down(self):
        two, three = self.witness("two"), self.witness("three")
        group = policy(self.folder / "group", "group enough 2 one two three\nquorum enough\n", self.one.line(),
                       two.line(), three.line())
        self.assertEqual(self.create(file=group)["witnesses"], 3)
        three.stop()
        self.grow()
        made = self.create(file=group)
        self.assertEqual((made["witnesses"], made["quorum"]), (2, True))
        self.assertEqual([(other["name"], other["answer"]) for other in made["notCosigned"]], [("three", "silent")])
        two.stop()
        self.grow()
        done = self.asar.raw("checkpoint", "create", "--witness-policy", group)
        self.assertEqual(done.returncode, 3)
        self.assertIn("one cosigned", done.stderr)
        self.assertIn("the quorum is not met", done.stderr)
        for language, words in (("kk", "кворум жоқ"), ("ru", "кворума нет")):
            said = self.asar.raw("--lang", language, "checkpoint", "create", "--witness-policy", group)
            self.assertIn(words, said.stderr)

    def test_who_does_not_know_the_log_or_knows_another_key_is_named(self):
        stranger = self.witness("stranger", watching=False)
        other = policy(self.folder / "other", "quorum none\n", stranger.line())
        told = self.create(file=other)["notCosigned"][0]
        self.assertEqual(told["answer"], "unknownLog")
        self.assertIn(self.vkey, told["why"], "what to ask its operator to add")
        elsewhere = Asar(ASAR, self.folder / "elsewhere")
        elsewhere.found()
        self.assertEqual(elsewhere.run("status")["origin"], self.origin, "the same name, another key")
        told = self.create(elsewhere, policy(self.folder / "no-log", "quorum none\n", self.one.line()))
        self.assertEqual(told["notCosigned"][0]["answer"], "keyRefused")

    def test_a_policy_for_another_log_and_a_bad_one_are_refused(self):
        strange = policy(self.folder / "strange", "quorum none\n",
                         "log log.example/volunteer-ledger+d899d489+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4\n")
        self.refused("POLICY_OTHER_LOG", self.asar.run, "checkpoint", "create", "--witness-policy", strange)
        bad = policy(self.folder / "bad", "quorum nobody\n")
        self.assertIn("line 1", self.refused("BAD_POLICY", self.asar.run, "checkpoint", "create", "--witness-policy",
                                             bad).error["message"])

    def test_a_silent_witness_keeps_nobody_from_writing(self):
        with Stub() as stub:
            slow = policy(self.folder / "slow", "quorum none\n", self.one.line(url=stub.url))
            self.grow()
            asking = subprocess.Popen([ASAR, "--data", str(self.asar.folder), "--json", "checkpoint", "create",
                                       "--witness-policy", str(slow)], stdout=subprocess.PIPE, text=True)
            stub.asked.wait(20)
            self.grow()  # while the witness is being waited for: E_LOCKED if that held the lock
            out, _ = asking.communicate(timeout=30)
            self.assertEqual(json.loads(out)["data"]["notCosigned"][0]["answer"], "silent")


    def test_nor_does_one_that_records_and_signs_afterwards(self):
        size = self.asar.run("status")["size"]
        with Stub() as stub, ThreadPoolExecutor(1) as other:
            policy(self.asar.folder / "witnesses.policy", "quorum none\n", self.one.line(url=stub.url))
            first = other.submit(self.grow)
            self.assertTrue(stub.asked.wait(20))
            self.grow()  # while the first one waits for the witness: E_LOCKED if that held the lock
            first.result(30)
        self.assertEqual(self.asar.run("status")["size"], size + 4)


class Lost(Watched):
    """What a ledger that lost entries, or has others in their place, is kept from."""

    def test_a_restored_backup_signs_nothing_below_what_was_witnessed(self):
        self.create()
        shutil.copy(self.policy, self.asar.folder / "witnesses.policy")
        self.asar.run("backup", "create", self.folder / "backup")
        self.grow()
        newest = self.create()
        restored = Asar(ASAR, self.folder / "restored")
        restored.raw("backup", "restore", self.folder / "backup")
        shutil.copytree(self.asar.folder / "keys", restored.folder / "keys")
        refused = self.refused("ROLLBACK_SUSPECTED", restored.run, "checkpoint", "create")
        self.assertEqual(refused.code, 4)
        self.assertIn(f"with {newest['size']} entries", refused.error["message"])
        self.assertIn("this log's own signature", refused.error["message"])
        self.assertFalse((restored.folder / "tiles" / "checkpoint").exists())

    def test_a_restored_backup_signs_nothing_where_no_witness_answers(self):
        self.create()
        shutil.copy(self.policy, self.asar.folder / "witnesses.policy")
        self.asar.run("backup", "create", self.folder / "backup")
        self.grow()
        self.create()
        restored = Asar(ASAR, self.folder / "restored")
        restored.raw("backup", "restore", self.folder / "backup")
        shutil.copytree(self.asar.folder / "keys", restored.folder / "keys")
        self.one.stop()
        size = restored.run("status")["size"]
        self.grow(restored)
        self.assertGreater(restored.run("status")["size"], size, "recording goes on")
        refused = self.refused("WITNESSES_SILENT", restored.run, "checkpoint", "create")
        self.assertEqual(refused.code, 9)
        self.assertIn("one: ", refused.error["message"])
        self.assertFalse((restored.folder / "tiles" / "checkpoint").exists())
        self.one.start()
        self.refused("FORK_SUSPECTED", restored.run, "checkpoint", "create")

    def test_a_new_ledger_signs_where_a_witness_does_not_know_it_yet(self):
        stranger = self.witness("stranger", watching=False)
        new = Asar(ASAR, self.folder / "new")
        new.folder.mkdir()
        policy(new.folder / "witnesses.policy", "quorum none\n", stranger.line())
        new.found()
        self.assertEqual(new.run("status")["witnesses"], 0)
        self.assertTrue((new.folder / "tiles" / "checkpoint").exists())

    def test_a_fork_is_refused_by_both_sides(self):
        self.create()
        forked = self.copy("forked")
        self.grow()
        self.create()
        self.grow(forked)
        self.grow(forked)
        refused = self.refused("FORK_SUSPECTED", self.create, forked)
        self.assertIn("root", refused.error["message"])
        before = self.one.shown(self.origin)
        # One that asks nobody before it signs is refused by the witness.
        note = forked.run("checkpoint", "create")["note"]
        size = self.one.run("logs", "--state", self.one.folder / "state")["logs"][0]["size"]
        status, _, body = self.one.post(f"old {size}\n" + (base64.b64encode(bytes(32)).decode() + "\n") + "\n" + note)
        self.assertEqual(status, 422, body)
        self.assertEqual(self.one.shown(self.origin), before)

    def test_another_root_at_the_same_size_is_422(self):
        self.create()
        forked = self.copy("forked")
        self.grow()
        made = self.create()
        self.grow(forked)
        note = forked.run("checkpoint", "create")
        self.assertEqual(note["size"], made["size"])
        status, _, body = self.one.post(f"old {made['size']}\n\n{note['note']}")
        self.assertEqual(status, 422, body)
        self.refused("FORK_SUSPECTED", self.create, forked)

    def test_writing_goes_on_where_signing_is_refused(self):
        self.create()
        forked = self.copy("forked")
        self.grow()
        self.create()
        self.grow(forked)
        size = forked.run("status")["size"]
        self.refused("FORK_SUSPECTED", self.create, forked)
        self.grow(forked)
        self.assertEqual(forked.run("status")["size"], size + 2)


class Asked(Watched):
    """The witness by itself."""

    def test_status_codes(self):
        made = self.create()
        note = made["note"]
        lines = note.split("\n")
        forged = list(lines)
        forged[4] = forged[4][:-8] + ("AAAA" if forged[4][-8:-4] != "AAAA" else "BBBB") + forged[4][-4:]
        unknown = note.replace(self.origin, "elsewhere.example/log")
        for body, expected in (("", 400), ("old 1\n", 400), (f"old 0\n\n{unknown}", 404),
                               ("old 0\n\n" + "\n".join(forged), 403), (f"old {made['size'] + 1}\n\n{note}", 400),
                               (f"old 0\n\n{note}", 409), (f"old {made['size']}\n\n{note}", 200)):
            self.assertEqual(self.one.post(body)[0], expected, body)
        self.assertEqual(fetch(f"{self.one.url}/add-checkpoint", b"x" * 600_000)[0], 413)
        self.assertEqual(self.one.shown("elsewhere.example/log")[0], 404)

    def test_programs_say_what_is_wrong_and_end_with_its_code(self):
        state = self.one.folder / "state"
        for code, reason, words in (
                (8, "LOCKED", ("serve", "--state", state, "--key", self.one.key_file, "--listen", "127.0.0.1:0")),
                (10, "NOT_INITIALISED", ("logs", "--state", self.folder / "none")),
                (6, "FILE_EXISTS", ("key", "create", self.one.key_file, "--name", "a")),
                (5, "FILE_MISSING", ("key", "show", self.folder / "none")),
                (2, "USAGE", ("add-log", "nonsense", "--state", state)),
                (2, "USAGE", ("key", "create", self.folder / "x", "--name", "a b")),
                (2, "USAGE", ("nonsense",))):
            done = self.one.raw("--json", *words)
            self.assertEqual((done.returncode, json.loads(done.stdout)["error"]["code"]), (code, "E_" + reason), words)
            plain = self.one.raw(*words)
            self.assertEqual(plain.stdout, "")
            self.assertTrue(plain.stderr.startswith("asar-witness: "), plain.stderr)
        self.assertIn("add-log", self.one.raw("--help").stdout)
        self.assertFalse(self.one.add_log(self.vkey)["logs"][0]["added"], "it is watched already")

    def test_a_passphrase_opens_its_key(self):
        locked = self.folder / "locked.key"
        passphrase = self.folder / "passphrase"
        passphrase.write_text("open sesame\n", encoding="utf-8")
        made = self.one.run("key", "create", locked, "--name", "locked.example", "--passphrase-file", passphrase)
        self.assertEqual(self.one.run("key", "show", locked)["vkey"], made["vkey"])
        self.assertEqual(self.asar.run("key", "show", locked)["vkey"], made["vkey"], "asar reads it too")
        done = self.one.raw("serve", "--state", self.folder / "one" / "state", "--key", locked, "--listen",
                            "127.0.0.1:0")
        self.assertEqual(done.returncode, 8, "it is the folder that is taken")
        other = Witness(WITNESS, self.folder / "fresh", "fresh")
        other.add_log(self.vkey)
        done = other.raw("serve", "--state", other.folder / "state", "--key", locked)
        self.assertEqual(done.returncode, 7, done.stderr)


@unittest.skipUnless(PythonWitness, "python3-nacl signs for the witness of another make")
class OfAnotherMake(Watched):
    """A witness that shares no line with ours."""

    def setUp(self):
        super().setUp()
        self.other = PythonWitness(self.vkey)
        self.addCleanup(self.other.close)
        self.both = policy(self.folder / "both", "group both all one python\nquorum both\n", self.one.line(),
                           self.other.line())

    def test_it_cosigns_a_growing_log(self):
        for _ in range(4):
            made = self.create(file=self.both)
            self.assertEqual((made["witnesses"], made["quorum"]), (2, True), made["notCosigned"])
            self.assertEqual(self.other.size, made["size"])
            self.grow()
        self.asar.run("checkpoint", "create")
        self.grow()
        self.assertEqual(self.create(file=self.both)["witnesses"], 2, "from the size it answers with 409")

    def test_a_fork_is_known_by_it_too(self):
        alone = policy(self.folder / "alone", "quorum python\n", self.other.line())
        self.create(file=alone)
        forked = self.copy("forked")
        self.grow()
        made = self.create(file=alone)
        self.grow(forked)
        refused = self.refused("FORK_SUSPECTED", self.create, forked, alone)
        self.assertIn("holds another tree", refused.error["message"])
        self.assertEqual(forked.run("checkpoint", "create")["size"], made["size"])
        self.refused("FORK_SUSPECTED", self.create, forked, alone)  # 409 without a size: another root at the same one

    def test_a_clock_that_is_off_signs_nothing_and_records_on(self):
        alone = policy(self.folder / "alone", "quorum python\n", self.other.line())
        shutil.copy(alone, self.asar.folder / "witnesses.policy")  # else recording signs, and asks nobody
        for ahead, refuses in ((0, False), (-280, False), (-320, True), (280, False), (320, True)):
            self.other.ahead = ahead
            self.grow()
            size = self.asar.run("status")["size"]
            if refuses:
                refused = self.refused("CLOCK_OFF", self.create, self.asar, alone)
                self.assertEqual(refused.code, 1)
                self.assertIn("python", refused.error["message"])
                self.assertLess(self.asar.run("checkpoint", "show")["size"], size)
            else:
                self.assertEqual(self.create(file=alone)["size"], size)


@unittest.skipUnless(shutil.which("openssl"), "openssl makes the certificates")
class Protected(Watched):
    """A witness behind TLS, believed by its pinned authority and by nothing else."""

    def authority(self, name):
        made = self.folder / name
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                        "-nodes", "-days", "2", "-keyout", f"{made}.key", "-out", f"{made}.pem", "-subj",
                        f"/CN={name}", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
                       check=True, capture_output=True)
        return made

    def test_only_the_pinned_authority_is_believed(self):
        ours, other = self.authority("ours"), self.authority("other")
        with Proxy(self.one.url, ours) as proxy:
            behind = policy(self.folder / "behind", "quorum none\n", self.one.line(url=proxy.url))
            words = ("checkpoint", "create", "--witness-policy", behind, "--witness-ca")
            self.assertEqual(self.asar.run(*words, f"{ours}.pem")["witnesses"], 1)
            self.grow()
            told = self.asar.run(*words, f"{other}.pem")["notCosigned"][0]
            self.assertEqual(told["answer"], "silent")
            self.assertIn("certificate", told["why"])
            without = self.asar.run("checkpoint", "create", "--witness-policy", behind)
            self.assertEqual(without["witnesses"], 0, "the system does not know it either")
        plain = policy(self.folder / "plain", "quorum none\n", self.one.line(url="http://witness.example/"))
        self.assertIn("https://", self.create(file=plain)["notCosigned"][0]["why"])


class Stub:
    """Takes requests and answers none."""

    def __init__(self):
        self.asked = threading.Event()
        self.closing = threading.Event()
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                stub.asked.set()
                stub.closing.wait(30)

            def log_message(self, *_):
                pass

        self.start(HTTPServer(("127.0.0.1", 0), Handler), "http")

    def start(self, server, scheme):
        self.server = server
        self.url = f"{scheme}://127.0.0.1:{server.server_address[1]}"
        self.thread = threading.Thread(target=server.serve_forever)
        self.thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.closing.set()
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


class Proxy(Stub):
    """Carries requests over TLS to a witness."""

    def __init__(self, target, authority):
        self.closing = threading.Event()

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status, kind, answer = fetch(target + self.path, body)
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(answer.encode())))
                self.end_headers()
                self.wfile.write(answer.encode())

            def log_message(self, *_):
                pass

        server = HTTPServer(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(f"{authority}.pem", f"{authority}.key")
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None  # a client that does not believe it hangs up
        self.start(server, "https")


if __name__ == "__main__":
    ASAR, WITNESS = sys.argv[1], sys.argv[2]
    result = unittest.main(argv=[sys.argv[0], *sys.argv[3:]], exit=False).result
    if not result.wasSuccessful():
        sys.exit(1)
    if result.skipped:
        print(f"SKIPPED: {result.skipped[0][1]}")
        sys.exit(77)
