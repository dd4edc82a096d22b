"""The database of a log in the hands of its administrator: `ldb` of rocksdb-tools, and the head file beside it."""
import hashlib
import shutil
import subprocess

from merkle import Tree, leaf_hash

SLOT = 4096


def is_there():
    return shutil.which("ldb") is not None


class Database:
    """Of a ledger that no program has open. Frames are {first position: value}."""

    def __init__(self, ledger):
        self.ledger = ledger

    def run(self, *words):
        done = subprocess.run(["ldb", f"--db={self.ledger / 'log'}", *words], capture_output=True, text=True,
                              check=False)
        assert done.returncode == 0 and "Failed" not in done.stderr, done
        return done.stdout

    def frames(self):
        lines = [line.split(" : ") for line in self.run("scan", "--hex").splitlines()]
        return {int(key, 16): bytes.fromhex(value[2:]) for key, value in lines}

    def put(self, first, value):
        self.run("put", "--hex", f"0x{first:016X}", "0x" + value.hex().upper())

    def delete(self, first):
        self.run("delete", "--hex", f"0x{first:016X}")

    def forge_head(self):
        """Promises what the database holds now, as the hashes in its frames say."""
        leaves = [leaf for _, value in sorted(self.frames().items()) for leaf in leaves_of(value)]
        content = b"asarhead" + len(leaves).to_bytes(8, "big") + Tree(leaves).root() + leaves[-1]
        slot = content.ljust(SLOT - 32, b"\0")
        (self.ledger / "head").write_bytes((slot + hashlib.sha256(slot).digest()) * 2)


def leaves_of(value):
    count = int.from_bytes(value[1:5], "big")
    return [value[5 + 32 * i:37 + 32 * i] for i in range(count)]


def entries_of(value):
    entries, rest = [], value[5 + 32 * len(leaves_of(value)):]
    while rest:
        length = int.from_bytes(rest[:2], "big")
        entries.append(rest[2:2 + length])
        rest = rest[2 + length:]
    return entries


def frame(entries, leaves=None):
    leaves = leaves or [leaf_hash(entry) for entry in entries]
    return (b"\1" + len(entries).to_bytes(4, "big") + b"".join(leaves)
            + b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries))
