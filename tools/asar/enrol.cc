// asar key ticket, asar key enrol: a clerk or coordinator makes a ticket, its person registers a key with it herself.
#include <istream>
#include <ostream>

#include "ledger/base/file_io.h"
#include "ledger/event/json.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/print.h"
#include "tools/asar/signing.h"
#include "tools/asar/submit.h"
#include "tools/asar/ticket.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Result;

constexpr std::size_t kTicketBytesMax = 1024;

// The offer that holds the ticket's hash; with --recovery that for a person who lost her keys.
Result<ledger::CommandBody> offerOf(const Arguments& arguments, const Ticket& ticket, const ledger::PersonId& person) {
  const auto file = arguments.find("recovery");
  if (!file) return ledger::CommandBody(ledger::EnrolmentOffer{ticket.enrolment, person, ticket.hash()});
  const auto document = ledger::readWholeFile(*file, kDocumentBytesMax);
  if (!document) return document.error();
  return ledger::CommandBody(
      ledger::KeyRecoveryOffer{ticket.enrolment, person, ticket.hash(), ledger::sha256(*document)});
}

// The ticket is said once and kept nowhere; the command goes to a file, to be submitted.
Result<Answer> makeTicket(Session& session, const Arguments& arguments) {
  const auto person = ledger::PersonId::parse(arguments.get("person"));
  if (!person) return person.error();
  const Ticket ticket = drawTicket(session.random);
  const auto offer = offerOf(arguments, ticket, *person);
  if (!offer) return offer.error();
  const JsonValue command = ledger::jsonOf(ledger::Command{session.random.id<ledger::NonceId>(), {}, *offer});
  const std::string file = arguments.get("file");
  ASAR_TRY(ledger::writeFileAtomically(file, ledger::asBytes(command.line() + "\n")));
  if (!session.quiet) session.err << say(session.language, "key.ticket.once") << "\n";
  return Answer{JsonValue::Fields{{"file", file},
                                  {"person", person->text()},
                                  {"enrolment", ticket.enrolment.text()},
                                  {"ticket", ticket.text()}},
                alignedLines({{label(session, "file"), file},
                              {label(session, "person"), person->text()},
                              {label(session, "enrolment"), ticket.enrolment.text()},
                              {label(session, "ticket"), ticket.text()}}),
                {},
                kOk};
}

// From --ticket-file, else from standard input: never from the command line, which others on the machine can read.
Result<Ticket> givenTicket(Session& session, const Arguments& arguments) {
  if (const auto file = arguments.find("ticket-file")) {
    const auto bytes = ledger::readWholeFile(*file, kTicketBytesMax);
    if (!bytes) return bytes.error();
    return parseTicket(ledger::asText(*bytes));
  }
  if (session.terminal) session.err << say(session.language, "ask.ticket") << std::flush;
  std::string line;
  std::getline(session.in, line);
  return parseTicket(line);
}

// The new key registers itself and signs that alone.
Result<Answer> enrol(Session& session, const Arguments& arguments) {
  const auto ticket = givenTicket(session, arguments);
  if (!ticket) return ticket.error();
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto signing = signingFrom(session, arguments, *writing);
  if (!signing) return signing.error();
  ledger::KeyRegister registration{signing->person, ledger::actorKeyOf(signing->key),
                                   ledger::provePossession(signing->ledger, signing->person, signing->key),
                                   ticket->enrolment, ticket->secret};
  std::vector<LineCommand> lines(1);
  lines[0].line = 1;
  lines[0].command = {session.random.id<ledger::NonceId>(), {}, registration};
  return submitLines(session, arguments, *writing, *signing, std::move(lines));
}

}  // namespace

CommandTable enrolCommands() {
  return {{"key", "ticket", {{"file"}}, {{"person", "ID", true}, {"recovery", "FILE"}}, makeTicket},
          {"key",
           "enrol",
           {},
           {{"key", "FILE", true},
            {"person", "ID"},
            {"ticket-file", "FILE"},
            {"submission-id", "ID"},
            {"signed-at", "TIME"},
            {"passphrase-file", "FILE"}},
           enrol}};
}

}  // namespace tools
