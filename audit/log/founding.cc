#include "audit/log/founding.h"

#include <capnp/message.h>

#include "ledger/schema/command.capnp.h"
#include "ledger/schema/entry.capnp.h"

namespace audit {
namespace {

namespace schema = ::ledger::schema;

template <class Message>
typename Message::Reader readUnchecked(Bytes bytes) {
  return capnp::readMessageUnchecked<Message>(static_cast<const capnp::word*>(static_cast<const void*>(bytes.data())));
}

}  // namespace

std::optional<Founding> foundingOf(const Chunk& chunk) {
  if (chunk.entries.size() < 2 || chunk.entries[0].form != Form::kCanonical ||
      chunk.entries[1].form != Form::kCanonical) {
    return std::nullopt;
  }
  const auto first = readUnchecked<schema::Entry>(chunk.entry(0));
  const auto second = readUnchecked<schema::Entry>(chunk.entry(1));
  if (!first.isSubmission() || !second.isEvent()) return std::nullopt;
  const auto command = readUnchecked<schema::Command>(second.getEvent().getCommand());
  if (!command.isLedgerFound()) return std::nullopt;
  const auto found = command.getLedgerFound();
  const Hash hash = sha256(first.getSubmission().getHeader());
  return Founding{fixed<16>(Bytes(hash).first(16)), std::string(found.getOrigin().begin(), found.getOrigin().size()),
                  fixed<32>(found.getLogKey()), found.getDemo()};
}

}  // namespace audit
