// What `asar` says in English. Keys in the order of the alphabet within each part.
#include <array>

#include "tools/asar/text.h"

namespace tools {
namespace {

constexpr auto kTexts = std::to_array<TextRow>({
    {"asar", "Keeps a ledger of volunteer hours, grants and awards that cannot be quietly changed."},
    {"did.you.mean", "; did you mean {0}?"},
    {"output.failed", "asar: the answer could not be written"},
    {"usage.no.command", "say what to do, as in `asar status`; `asar help` lists all"},

    {"audit", "Exports what an auditor checks"},
    {"audit.bundle", "Writes everything an auditor needs into one file"},
    {"audit.bundle.directory", "As a folder of files, for exports too large for a ZIP"},
    {"audit.bundle.file", "The bundle to write"},
    {"backup", "Copies of the log"},
    {"backup.create", "Copies the log into a new folder and checks the copy"},
    {"backup.create.folder", "A folder that does not exist yet, or is empty"},
    {"backup.restore", "Makes the ledger's folder anew from a backup, and checks it"},
    {"backup.restore.folder", "The folder of the backup"},
    {"checkpoint", "Signed sizes and roots of the log"},
    {"checkpoint.create", "Signs the present size and root and publishes them with the tiles"},
    {"checkpoint.show", "Prints the newest published checkpoint"},
    {"event", "Entries of the log"},
    {"event.explain", "Says in sentences what an entry is"},
    {"event.list", "Lists entries in order"},
    {"event.list.event", "Only events of that name, such as HoursClaimed"},
    {"event.list.from", "Index of the first entry [0]"},
    {"event.list.limit", "At most so many entries [50]"},
    {"event.show", "Prints an entry as JSON"},
    {"export", "The public form of the log"},
    {"export.tiles", "Writes checkpoint and tiles (C2SP tlog-tiles) into a new folder"},
    {"export.tiles.folder", "A folder that does not exist yet, or is empty"},
    {"genesis", "The founding submission, before there is a ledger"},
    {"genesis.create", "Writes a genesis file, signed by its first authority"},
    {"genesis.create.file", "The genesis file to write"},
    {"genesis.show", "Prints what a genesis file says and who has signed it"},
    {"genesis.sign", "Adds the signature of the next authority to a genesis file"},
    {"id", "Draws random ids for new subjects"},
    {"id.count", "How many [1]"},
    {"init", "Founds a ledger in a new folder"},
    {"key", "Keys of persons and of the log, on your own disk"},
    {"key.create", "Makes a key file; encrypted where there is a passphrase"},
    {"key.create.file", "The key file to make"},
    {"key.create.name", "Of a log or witness, such as ledger.example/volunteers"},
    {"key.create.person", "The person whose key it is [a new random id]"},
    {"key.request", "Prints the keyRegister command by which a clerk registers this key"},
    {"key.show", "Prints the public part of a key file"},
    {"projection", "Read models, made from the log and from nothing else"},
    {"projection.diff", "Makes all of them a second time and compares"},
    {"projection.list", "Lists them with their tables and rows"},
    {"projection.rebuild", "Deletes them and makes them again from the first entry"},
    {"report", "Statements, made at the newest checkpoint"},
    {"report.grant", "The statement of one grant: promised, paid, spent, returned, on hand"},
    {"report.grant.grant", "Its number, such as SG-2026-0147, or its id"},
    {"report.national", "Hours and money by region and direction"},
    {"report.service", "The service of one volunteer"},
    {"report.service.volunteer", "Id of the person"},
    {"status", "Says what this ledger is and how it stands"},
    {"submit", "Signs commands, one JSON object a line, and records them"},
    {"submit.file", "JSON Lines; - or nothing: standard input"},
    {"submit.dry-run", "Judges them and records nothing"},
    {"submit.submission-id", "Id of the first submission: run again with it, nothing is recorded twice"},
    {"import", "Records a published source through a mapping; `asar import --mapping FILE SOURCE`"},
    {"import.void", "Voids everything an import brought in"},
    {"import.source", "The file to be imported"},
    {"import.mapping", "TOML file that says which commands a row becomes"},
    {"import.set", "A value the mapping asks for; may be repeated"},
    {"import.batch", "Id of the batch [follows from source, mapping and --set]"},
    {"import.void.batch", "Id of the batch"},
    {"import.skip-bad", "Leaves out rows that do not fit and writes them to a file"},
    {"import.rejects", "That file [SOURCE.rejects.csv]"},
    {"import.dry-run", "Judges every row and records nothing"},
    {"help", "Explains a command; `asar help commands` lists what can be submitted"},
    {"help.topic", "A command of asar, or: commands, exit-codes"},
    {"help.name", "With the topic commands: only this one"},
    {"version", "Prints the version of the program, its schema and its rules"},

    {"option.assurance", "How the facts came here: self, assisted or imported [self]"},
    {"option.authority", "A further authority, as `asar key show` prints it; may be repeated"},
    {"option.color", "Colour of messages; off where NO_COLOR is set"},
    {"option.currency", "Default currency [KZT]"},
    {"option.data", "Folder of the ledger [ASAR_DATA, ./asar-data]"},
    {"option.demo", "A demonstration: recorded times follow the signers' clocks; every verdict says so"},
    {"option.file", "The file"},
    {"option.genesis", "The genesis file, signed by all its authorities"},
    {"option.index", "Index of the entry, counted from 0"},
    {"option.json", "Answers with one JSON object"},
    {"option.key", "Key file of the signer"},
    {"option.lang", "Language of messages [ASAR_LANG]"},
    {"option.ledger", "Id of the ledger [that of --data]"},
    {"option.log-key", "Key file of the log, which signs checkpoints"},
    {"option.no-progress", "Shows no progress"},
    {"option.origin", "Name of the log, such as ledger.example/volunteers"},
    {"option.passphrase-file", "File whose first line is the passphrase [ASAR_PASSPHRASE]"},
    {"option.person", "The person who signs [as the key file says]"},
    {"option.purpose", "What the key is for [actor]"},
    {"option.quiet", "Says only what was asked for"},
    {"option.signed-at", "Time of signing, for a demonstration [now]"},
    {"option.verbose", "Says more about what happens, on standard error"},
    {"option.zone", "Civil time zone of reports [Asia/Almaty]"},

    {"ask.passphrase", "Passphrase of {0}: "},
    {"backup.done", "{0} holds a checked copy: {1} entries, root {2}. Keys are not in it: keep them apart."},
    {"bundle.done", "{0} holds {1} entries. Check it with\n  asar-audit verify {0} --vkey {2} --ledger {3}"},
    {"export.done", "{1} holds {0} entries, root {2}"},
    {"hint.NOT_INITIALISED", "try `asar init --demo --data DIR` for a ledger to play with"},
    {"hint.LOCKED", "wait for the other process, or stop it; reading commands work beside it"},
    {"hint.NO_CHECKPOINT", "asar checkpoint create"},
    {"hint.ROLE_MISSING", "`asar help commands NAME` says who may send a command"},
    {"hint.UNKNOWN_COMMAND", "asar help commands"},
    {"import.done", "recorded; run again, it repeats nothing"},
    {"import.dry", "nothing is recorded"},
    {"import.voided", "everything the batch brought in is void"},
    {"init.done", "Founded. Pin ledger and vkey; put the log key's copy into safe keeping."},
    {"init.done.demo", "Founded, as a demonstration: this program made every key. Authorities:"},
    {"key.in.the.clear", "the key is not encrypted; set ASAR_PASSPHRASE or --passphrase-file to encrypt it"},
    {"progress.fold", "read models: entry {0} of {1} ({2} %)"},
    {"progress.replay", "counting: entry {0} of {1} ({2} %)"},
    {"progress.submit", "submitting: {0} of {1} ({2} %)"},
    {"projection.differs", "{1} of {0} rows differ from what the log gives: `asar projection rebuild` makes them anew"},
    {"projection.same", "{0} rows compared; made again from the log, every one is the same"},
    {"restore.done", "{0} holds a checked ledger: {1} entries, root {2}. Put its keys into keys/."},
    {"submit.not.sealed", "recorded, but no checkpoint was signed: {0}"},
    {"submit.would.be.taken", "would be taken: {0} submissions; nothing is recorded"},

    {"help.commands.intro",
     "What can be submitted, one JSON object a line (`asar submit`). Every command may also hold\n"
     "  nonce    id; drawn where it is left out\n"
     "  expects  list of {\"stream\":id,\"version\":integer}: refused where the ledger's version is another\n"
     "Ids are 26 characters (`asar id` draws one), days \"2026-03-01\", times \"2026-03-01T10:00:00+05:00\",\n"
     "amounts {\"minor\":30000000,\"currency\":\"KZT\"} or \"300000.00 KZT\"."},
    {"help.exit.codes",
     "0 done\n1 failed, refused by a rule, or could not check\n2 wrong use of the command line\n"
     "3 done, with findings\n4 tampered or invalid\n5 not found\n6 conflict of a version or an id\n"
     "7 key, role or separation of persons\n8 another process writes this ledger\n9 unavailable\n"
     "10 no ledger in that folder\n130 interrupted"},
});

}  // namespace

std::span<const TextRow> englishTexts() {
  return kTexts;
}

}  // namespace tools
