// A bundle of one grant, one of whose members is any bytes: judged within its bounds, and all of it only as it was
// made.
#include "ledger/base/check.h"
#include "tests/audit/made_stream.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

using audit::tests::Members;

// Well made but for what the input takes the place of.
struct Honest {
  Honest() {
    audit::tests::World world;
    world.settle();
    world.work();
    const auto keeper = world.enrol();
    world.give(keeper, ledger::Role::kOperator);
    world.say(keeper, audit::tests::headsNow(world), ledger::Visibility::kPublic);
    const audit::tests::MadeStream made(world, "grant", world.grant.text(), world.grant);
    members = made.members();
    question.vkey = audit::tests::verifierKeyOf(world.log_key);
  }

  Members members;
  audit::ShownQuestion question;
};

std::string verdictOf(const Members& members, const audit::ShownQuestion& question) {
  audit::Answer answer;
  audit::verifyStream(*audit::tests::archiveOf(members), question, answer);
  ASAR_CHECK(!textOf(answer).empty());
  return answer.findings.verdict();
}

}  // namespace

// The first byte says which member the others are.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const auto& kHonest = *new Honest;
  constexpr std::array<const char*, 3> kMembers = {"stream", "entries", "proofs"};
  if (size == 0) return 0;
  const std::string name = kMembers.at(bytes[0] % kMembers.size());
  Members members = kHonest.members;
  members[name].assign(bytes + 1, bytes + size);
  audit::tests::refreshManifest(members);
  const bool same = members[name] == kHonest.members.at(name);
  ASAR_CHECK((verdictOf(members, kHonest.question) == "OK") == same);
  return 0;
}
