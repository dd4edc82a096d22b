// Signed notes: one spelling each; a checkpoint is the head of its text; nothing is signed by accident.
#include <string>

#include "ledger/base/check.h"
#include "ledger/seal/checkpoint.h"
#include "ledger/seal/cosignature.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

const char* const kLog = "log.example/volunteer-ledger+d899d489+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
const char* const kWitness = "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";
constexpr std::uint64_t kNotAfter = 1'767'225'600;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const ledger::VerifierKey log = ledger::parseVkey(kLog).value();
  static const ledger::VerifierKey witness = ledger::parseVkey(kWitness).value();
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  const auto bare = ledger::parseCheckpointText(text);
  if (bare) ASAR_CHECK(text.starts_with(ledger::checkpointText(*bare)));
  const auto key = ledger::parseVkey(text);
  if (key && key->type != ledger::NoteKeyType::kMlDsaCosignature) ASAR_CHECK(ledger::vkeyText(*key) == text);

  const auto note = ledger::parseNote(text);
  const auto opened = ledger::openCheckpoint(text, log);
  ASAR_CHECK(note.ok() || !opened.ok());
  if (!note) return 0;
  ASAR_CHECK(ledger::noteText(*note) == text);
  const auto checkpoint = ledger::parseCheckpointText(note->text);
  if (checkpoint) ASAR_CHECK(note->text.starts_with(ledger::checkpointText(*checkpoint)));
  if (opened) {
    ASAR_CHECK(checkpoint.ok() && checkpoint->origin == log.name);
    ASAR_CHECK(ledger::verifyNote(*note, {&log, 1}).ok());
  }
  const auto cosignatures = ledger::verifyCosignatures(*note, {&witness, 1}, kNotAfter);
  if (cosignatures) ASAR_CHECK(cosignatures->size() <= 1);
  return 0;
}
