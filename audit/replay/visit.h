// visit — calls the visitor with the command's own reader: one overload for each kind of the first version, none
// forgotten. Later kinds are judged by what the schema says of them (later_kinds.h).
#pragma once

#include <array>
#include <cstddef>

#include "ledger/schema/command.capnp.h"

namespace audit {

// One getter of the union for each kind, in the order of their discriminants.
template <auto... kGetters>
struct Kinds {
  template <class Visitor>
  static auto visit(ledger::schema::Command::Reader command, Visitor& visitor) {
    using Result = decltype(visitor(command.getEndorse()));
    using Visit = Result (*)(ledger::schema::Command::Reader, Visitor&);
    static constexpr std::array<Visit, sizeof...(kGetters)> kCalls{
        [](ledger::schema::Command::Reader read, Visitor& called) -> Result { return called((read.*kGetters)()); }...};
    return kCalls.at(static_cast<std::size_t>(command.which()))(command, visitor);
  }
};

using CommandReader = ledger::schema::Command::Reader;
using CommandKinds =
    Kinds<&CommandReader::getLedgerFound, &CommandReader::getKeyRegister, &CommandReader::getKeyRotate,
          &CommandReader::getKeyRevoke, &CommandReader::getRoleGrant, &CommandReader::getRoleRevoke,
          &CommandReader::getEndorse, &CommandReader::getPolicyPublish, &CommandReader::getOfficeEstablish,
          &CommandReader::getOrganisationRegister, &CommandReader::getPersonRegister,
          &CommandReader::getProgrammeDefine, &CommandReader::getProjectStart, &CommandReader::getActivitySchedule,
          &CommandReader::getShiftOpen, &CommandReader::getAttendanceSummarise, &CommandReader::getHoursClaim,
          &CommandReader::getHoursConfirm, &CommandReader::getHoursAttest, &CommandReader::getHoursReject,
          &CommandReader::getHoursDispute, &CommandReader::getHoursResolve, &CommandReader::getHoursCorrect,
          &CommandReader::getHoursVoid, &CommandReader::getGrantAward, &CommandReader::getAgreementSign,
          &CommandReader::getTrancheApprove, &CommandReader::getTrancheDisburse, &CommandReader::getDisbursementConfirm,
          &CommandReader::getDisbursementReverse, &CommandReader::getExpenditureRecord,
          &CommandReader::getExpenditureVerify, &CommandReader::getExpenditureQuery,
          &CommandReader::getExpenditureDisallow, &CommandReader::getExpenditureReverse,
          &CommandReader::getInterestRecord, &CommandReader::getRefundSend, &CommandReader::getRefundReceive,
          &CommandReader::getGrantClose, &CommandReader::getAwardNominate, &CommandReader::getAwardConfer,
          &CommandReader::getAwardRevoke, &CommandReader::getImportRecord, &CommandReader::getImportVoid,
          &CommandReader::getPersonErase, &CommandReader::getVaultAccessHash>;

static_assert(static_cast<unsigned>(ledger::schema::Command::Which::LEDGER_FOUND) == 0);
static_assert(static_cast<unsigned>(ledger::schema::Command::Which::VAULT_ACCESS_HASH) == 45);

template <class Visitor>
auto visit(ledger::schema::Command::Reader command, Visitor&& visitor) {
  return CommandKinds::visit(command, visitor);
}

}  // namespace audit
