// Foundings that the ledger refuses, and the audit where they open a log all the same.
#include "audit/log/founding.h"

#include <gtest/gtest.h>

#include "audit/verify/report.h"
#include "ledger/merkle/hashing.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // values of commands

// A founding by two, before anything is wrong with it.
struct Draft {
  SeededRandom random{5};
  KeyPair log_key = newKey();
  Actor first{random.id<PersonId>(), newKey()};
  Actor second{random.id<PersonId>(), newKey()};
  LedgerFound command{kOrigin,      actorKeyOf(log_key),           "Asia/Almaty", "KZT",
                      schemaHash(), {named(first), named(second)}, false};
  SubmissionDraft header{{},
                         random.id<SubmissionId>(),
                         first.person,
                         1'767'225'600'000,
                         1'767'225'700'000,
                         Seen{0, ledger::emptyRoot()},
                         Visibility::kPublic,
                         Assurance::kSelf};
  std::vector<Actor> signers{first, second};
  int commands = 1;

  KeyPair newKey() {
    Seed seed{};
    random.fill(seed);
    return *KeyPair::fromSeed(seed);
  }
  static Authority named(const Actor& actor) { return {actor.person, actorKeyOf(actor.key)}; }
};

struct Judged {
  std::string refusal;  // the ledger's
  std::string names;    // of the audit's findings, each between spaces
};

std::string auditOf(const Draft& draft, const Submission& submission) {
  std::vector<Buffer> entries;
  for (std::uint32_t i = 0; i <= submission.commands.size(); ++i) {
    Entry entry;
    entry.version = 1;
    entry.index = i;
    entry.previous = i == 0 ? Digest{} : leafHash(entries.back());
    entry.recorded_at = draft.header.signed_at;
    entry.salt.bytes.fill(9);
    if (i == 0) {
      entry.body = SubmissionBody{submission.header, submission.signatures};
    } else {
      entry.body = EventBody{0, i - 1, submission.commands[i - 1], Decision{1}};
    }
    entries.push_back(encode(entry));
  }
  Audit audit;
  verifyMembers(sealedLog(entries, draft.log_key), {}, audit);
  std::string names = " ";
  for (const Finding& finding : audit.findings.sorted()) names += finding.name + " ";
  return names;
}

Judged judged(const std::function<void(Draft&)>& change) {
  Draft draft;
  change(draft);
  std::vector<Command> commands;
  for (int i = 0; i < draft.commands; ++i) commands.push_back({draft.random.id<NonceId>(), {}, draft.command});
  auto submission = signSubmission(draft.header, commands, draft.signers.at(0).key);
  for (std::size_t i = 1; i < draft.signers.size(); ++i) addSignature(submission, draft.signers[i].key);
  MemoryLog log;
  FixedClock clock{draft.header.signed_at};
  const auto founded = (*Ledger::open({log, clock, draft.random, {}}))->submit(submission);
  return {founded ? "" : founded.error().reason, auditOf(draft, submission)};
}

void expectRefused(const std::string& name, const std::function<void(Draft&)>& change) {
  const Judged both = judged(change);
  EXPECT_EQ(both.refusal, name) << "the ledger";
  EXPECT_NE(both.names.find(" " + name + " "), std::string::npos) << "the audit, for " << name << ":" << both.names;
}

TEST(Founding, CanaryAnHonestOneIsTakenByBoth) {
  const Judged both = judged([](Draft&) {});
  EXPECT_EQ(both.refusal, "");
  EXPECT_EQ(both.names, " ");
}

TEST(Founding, WhatItSays) {
  expectRefused("BAD_ORIGIN", [](Draft& draft) { draft.command.origin = "log of nobody"; });
  expectRefused("BAD_ORIGIN", [](Draft& draft) { draft.command.origin = "log+1"; });
  expectRefused("BAD_ORIGIN", [](Draft& draft) { draft.command.origin = std::string(256, 'a'); });
  expectRefused("KEY_REJECTED", [](Draft& draft) {
    draft.command.log_key = {};
    draft.command.log_key.bytes[0] = 1;
  });
}

TEST(Founding, WhoFounds) {
  expectRefused("LAST_AUTHORITIES", [](Draft& draft) {
    draft.command.authorities.pop_back();
    draft.signers.pop_back();
  });
  expectRefused("SAME_PERSON", [](Draft& draft) { draft.command.authorities[1].person = draft.first.person; });
  expectRefused("SIG_INVALID", [](Draft& draft) { draft.signers.pop_back(); });
  expectRefused("SIG_INVALID", [](Draft& draft) { draft.header.person = draft.second.person; });
  expectRefused("SIG_INVALID", [](Draft& draft) { std::swap(draft.signers[0], draft.signers[1]); });
  expectRefused("SIG_INVALID", [](Draft& draft) { draft.signers.push_back({draft.first.person, draft.newKey()}); });
}

TEST(Founding, ItsSubmission) {
  expectRefused("COMMANDS_MISMATCH", [](Draft& draft) { draft.commands = 2; });
  expectRefused("EXPIRY_TOO_FAR", [](Draft& draft) { draft.header.expires_at += 31 * kMsPerDay; });
}

}  // namespace
}  // namespace audit::tests
