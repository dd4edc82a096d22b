"""Signed notes and checkpoints as C2SP writes them; Ed25519 by libsodium."""
import base64
import binascii
import re
from dataclasses import dataclass
from hashlib import sha256

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

ED25519 = b"\x01"
NOTE_MOST, SIGNATURES_MOST = 256 * 1024, 100
NUMBER = re.compile("0|[1-9][0-9]{0,18}")
CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")


class Malformed(Exception):
    """This is not a note, a checkpoint or a key."""


def signed_by(key, message, signature):
    """False also for small-order keys and for S ≥ L, which libsodium refuses."""
    if len(key) != 32 or len(signature) != 64:
        return False
    try:
        VerifyKey(key).verify(message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def from_base64(text):
    try:
        octets = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Malformed("no base64") from error
    if base64.b64encode(octets).decode() != text:
        raise Malformed("another spelling of base64")
    return octets


def key_id(name, key):
    return sha256(name.encode() + b"\n" + ED25519 + key).digest()[:4]


@dataclass
class LogKey:
    name: str
    key: bytes

    @classmethod
    def from_text(cls, vkey):
        name, hexed, coded = vkey.split("+", 2)
        octets = from_base64(coded)
        if octets[:1] != ED25519 or len(octets) != 33 or key_id(name, octets[1:]).hex() != hexed:
            raise Malformed("no key of a log")
        return cls(name, octets[1:])


@dataclass
class Checkpoint:
    origin: str
    size: int
    root: bytes
    text: bytes
    signatures: list  # (name, key id, signature)

    def signature_by(self, name, key):
        """The first signature under that name and key, or none."""
        wanted = (name, key_id(name, key))
        return next((signature for *who, signature in self.signatures if tuple(who) == wanted), None)


def signature_line(line):
    found = re.fullmatch(r"— ([^\s+]+) (\S+)", line)
    if not found:
        raise Malformed("a line that is no signature")
    octets = from_base64(found[2])
    if len(octets) < 5:
        raise Malformed("a signature of no bytes")
    return found[1], octets[:4], octets[4:]


def checkpoint(octets):
    if len(octets) > NOTE_MOST:
        raise Malformed("a note too large")
    try:
        note = octets.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed("no UTF-8") from error
    text, gap, rest = note.rpartition("\n\n")
    text += "\n"
    lines = rest.split("\n")
    if not gap or CONTROL.search(note) or lines[-1] or not 1 < len(lines) <= SIGNATURES_MOST + 1:
        raise Malformed("no signed note")
    signatures = [signature_line(line) for line in lines[:-1]]
    origin, size, root, *more = text.split("\n")[:-1] + [""] * 3
    if not origin or not NUMBER.fullmatch(size) or "" in more[:-3]:
        raise Malformed("no checkpoint")
    root = from_base64(root)
    if len(root) != 32:
        raise Malformed("a root that is no hash")
    return Checkpoint(origin, int(size), root, text.encode(), signatures)
