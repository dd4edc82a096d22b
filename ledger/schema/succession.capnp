# Succession: what goes on after a key of the log, and after a ledger that lost entries (README.md, "Succession").
@0xd3b1c5a9e1f00120;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
$Cxx.namespace("ledger::schema");

# Both signatures are over "asar/log-key/v1" ‖ ledger id ‖ the log's key until now ‖ key.
struct LogKeyRotate {
  key @0 :Data $T.key;                      # signs the log from here on
  oldSignature @1 :Data $T.signature;       # by the log's key until now
  newSignature @2 :Data $T.signature;       # by the new one
  occurredAt @3 :T.Instant;
}

# Size and root of a log, as a checkpoint of it says.
struct SignedHead {
  size @0 :UInt64;
  root @1 :Data $T.hash;
}

# Recorded in the ledger that goes on. Lost are the entries from common.size up to newest.size − 1 of the other.
struct RecoveryDeclare {
  ledger @0 :Data $T.id("Ledger");          # that lost them; nothing is recorded in it any more
  origin @1 :Text;                          # of its log
  logKey @2 :Data $T.key;                   # that signed its newest checkpoint
  common @3 :SignedHead;                      # the last of its checkpoints that what could be restored reaches
  newest @4 :SignedHead;                      # the newest that was published or cosigned
  document @5 :Data $T.hash;                # how it came about
  occurredAt @6 :T.Instant;
}
