// The form of entries, against the ledger's own codec: two opinions that have to agree on every mutated byte.
#include "audit/log/form.h"

#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

struct Aligned {
  std::vector<std::uint64_t> words;
  std::size_t length;

  explicit Aligned(const Buffer& bytes) : words(bytes.size() / 8 + 1), length(bytes.size()) {
    std::memcpy(words.data(), bytes.data(), bytes.size());
  }
  Bytes view() const { return {reinterpret_cast<const std::uint8_t*>(words.data()), length}; }
};

constexpr const char* kNarrower = "narrower";

// What the codec says against the bytes; nothing where it takes them. The ledger is narrower than the audit in this:
// it knows its currencies by name.
std::string refusalOf(const Buffer& bytes) {
  const auto entry = ledger::decodeEntry(bytes);
  if (!entry) return entry.error().message;
  if (const auto* submission = std::get_if<ledger::SubmissionBody>(&entry->body)) {
    const auto header = ledger::decodeHeader(submission->header);
    return header ? "" : header.error().message;
  }
  const auto command = ledger::decodeCommand(std::get<ledger::EventBody>(entry->body).command);
  if (command) return "";
  const std::string& why = command.error().message;
  const bool narrower = why.find("currency") != std::string::npos;
  return narrower ? kNarrower : why;
}

TEST(Form, TakesEveryEntryOfALedger) {
  World world;
  world.settle();
  world.work();
  const Forms forms;
  for (const Buffer& entry : world.entries()) {
    const auto verdict = forms.entryWithBody(Aligned(entry).view());
    EXPECT_TRUE(verdict.ok()) << verdict.why;
  }
}

TEST(Form, AgreesWithTheCodecOnEveryFlippedBit) {
  World world;
  world.settle();
  world.work();
  const Forms forms;
  const auto entries = world.entries();
  std::size_t taken = 0;
  for (std::size_t e = 0; e < entries.size(); e += 3) {
    for (std::size_t bit = e % 7; bit < entries[e].size() * 8; bit += 7) {
      Buffer mutated = entries[e];
      mutated[bit / 8] = static_cast<std::uint8_t>(mutated[bit / 8] ^ 1U << (bit % 8));
      const bool own = forms.entryWithBody(Aligned(mutated).view()).ok();
      const std::string refusal = refusalOf(mutated);
      taken += own ? 1 : 0;
      if (refusal == kNarrower) continue;
      ASSERT_EQ(own, refusal.empty()) << "entry " << e << " bit " << bit << ": " << refusal;
    }
  }
  // Flips in keys, hashes and figures keep the form: the test must not compare refusals alone.
  EXPECT_GT(taken, 100U);
}

TEST(Form, RefusesOtherLengths) {
  World world;
  const Forms forms;
  Buffer entry = world.entries().at(1);
  entry.resize(entry.size() + 8);
  EXPECT_FALSE(forms.entry(Aligned(entry).view()).ok());
  entry.resize(entry.size() - 16);
  EXPECT_FALSE(forms.entry(Aligned(entry).view()).ok());
  entry.resize(entry.size() - 3);
  EXPECT_FALSE(forms.entry(Aligned(entry).view()).ok());
  EXPECT_FALSE(forms.entry({}).ok());
}

}  // namespace
}  // namespace audit::tests
