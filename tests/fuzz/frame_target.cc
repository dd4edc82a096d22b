// A stored frame: damage is an error, and a frame that is accepted is the one we would have written.
#include "ledger/base/check.h"
#include "ledger/log/frame.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const ledger::ByteView value(bytes, size);
  const auto frame = ledger::FrameView::parse(0, value);
  if (!frame) return 0;
  std::vector<ledger::Encoded> batch;
  for (std::size_t i = 0; i < frame->size(); ++i) batch.push_back(frame->entry(i));
  ASAR_CHECK(ledger::sameBytes(ledger::encodeFrame(batch), value));
  return 0;
}
