#include "tools/asar/ticket.h"

namespace tools {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

Error badTicket() {
  return {ErrorCode::kInvalid, "BAD_TICKET",
          "that is no ticket: copy the whole line, the enrolment's id, a point and 64 hex digits"};
}

}  // namespace

std::string Ticket::text() const {
  return enrolment.text() + "." + secret.hex();
}

ledger::Digest Ticket::hash() const {
  return ledger::sha256(secret.view());
}

Ticket drawTicket(ledger::Random& random) {
  Ticket ticket;
  ticket.enrolment = random.id<ledger::SubjectId>();
  random.fill(ticket.secret.bytes);
  return ticket;
}

Result<Ticket> parseTicket(std::string_view text) {
  const std::string_view line = trimmed(text);
  const auto point = line.find('.');
  if (point == std::string_view::npos) return badTicket();
  const auto enrolment = ledger::SubjectId::parse(line.substr(0, point));
  const auto secret = ledger::fromHex(line.substr(point + 1));
  if (!enrolment || !secret || secret->size() != ledger::Digest{}.bytes.size()) return badTicket();
  return Ticket{*enrolment, ledger::Digest::from(*secret)};
}

}  // namespace tools
