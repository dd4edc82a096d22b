// Ticket — what a person is handed to register a key herself: the enrolment and 32 random bytes, as one line of text.
//
// Shape    ENROLMENT.HEX: the id of the enrolment, a point, 64 hex digits. The log holds the hash of the bytes alone,
//          and later the bytes themselves, when they are of no more use.
// Errors   kInvalid BAD_TICKET.
// Threads  pure functions but for `random`.
#pragma once

#include "ledger/base/clock.h"
#include "ledger/base/digest.h"
#include "ledger/base/ids.h"

namespace tools {

struct Ticket {
  ledger::SubjectId enrolment;
  ledger::Digest secret;

  std::string text() const;
  // What the offer holds.
  ledger::Digest hash() const;
};

Ticket drawTicket(ledger::Random& random);
// Spaces and line ends around it are passed over.
ledger::Result<Ticket> parseTicket(std::string_view text);

}  // namespace tools
