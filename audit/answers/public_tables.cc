#include "audit/answers/public_tables.h"

#include <capnp/dynamic.h>

#include <array>
#include <nlohmann/json.hpp>

#include "audit/answers/body_json.h"
#include "audit/replay/moment.h"
#include "audit/verify/csv_cell.h"

namespace audit {
namespace {

using nlohmann::json;

struct MoneyTable {
  const char* name;
  const char* command;
  const char* list;  // of its fields; none: the command itself
};
constexpr auto kMoneyTables = std::to_array<MoneyTable>({
    {"agreements", "agreementSign", ""},
    {"amended-lines", "agreementAmend", "lines"},
    {"amended-tranches", "agreementAmend", "tranches"},
    {"amendments", "agreementAmend", ""},
    {"appropriations", "appropriationRecord", ""},
    {"budget-lines", "agreementSign", "lines"},
    {"budget-moves", "budgetVire", ""},
    {"call-amendments", "callAmend", ""},
    {"call-closures", "callClose", ""},
    {"calls", "callPublish", ""},
    {"contract-ends", "contractEnd", ""},
    {"contracts", "contractSign", ""},
    {"deliverables", "deliverableAccept", ""},
    {"disbursement-confirmations", "disbursementConfirm", ""},
    {"disbursement-reversals", "disbursementReverse", ""},
    {"disbursements", "trancheDisburse", ""},
    {"distinctions", "distinctionDefine", ""},
    {"donation-allocations", "donationAllocate", ""},
    {"donation-pledges", "donationPledge", ""},
    {"donation-receipts", "donationReceive", ""},
    {"donation-returns", "donationReturn", ""},
    {"donations", "donationRecord", ""},
    {"expenditure-corrections", "expenditureCorrect", ""},
    {"expenditure-disallowances", "expenditureDisallow", ""},
    {"expenditure-queries", "expenditureQuery", ""},
    {"expenditure-reversals", "expenditureReverse", ""},
    {"expenditure-verifications", "expenditureVerify", ""},
    {"expenditure-voids", "expenditureVoid", ""},
    {"expenditures", "expenditureRecord", ""},
    {"gifts", "giftReceive", ""},
    {"grant-closures", "grantClose", ""},
    {"grant-resumptions", "grantResume", ""},
    {"grant-suspensions", "grantSuspend", ""},
    {"grant-terminations", "grantTerminate", ""},
    {"grants", "grantAward", ""},
    {"import-voids", "importVoid", ""},
    {"imports", "importRecord", ""},
    {"interest", "interestRecord", ""},
    {"obligation-extensions", "obligationExtend", ""},
    {"obligation-waivers", "obligationWaive", ""},
    {"obligations", "obligationCreate", ""},
    {"offices", "officeEstablish", ""},
    {"organisation-deactivations", "organisationDeactivate", ""},
    {"organisation-reactivations", "organisationReactivate", ""},
    {"organisation-verifications", "organisationVerify", ""},
    {"organisations", "organisationRegister", ""},
    {"programmes", "programmeDefine", ""},
    {"projects", "projectStart", ""},
    {"recoveries", "recoveryOpen", ""},
    {"refund-demands", "refundDemand", ""},
    {"refund-receipts", "refundReceive", ""},
    {"refund-waivers", "refundWaive", ""},
    {"refunds", "refundSend", ""},
    {"report-acceptances", "reportAccept", ""},
    {"report-returns", "reportReturn", ""},
    {"report-submissions", "reportSubmit", ""},
    {"tranche-approvals", "trancheApprove", ""},
    {"tranches", "agreementSign", "tranches"},
});
constexpr const char* kFigureHeading =
    "index,grant,number,currency,awarded,disbursed,received,spent,returned,onHand\r\n";

capnp::StructSchema commandNamed(const char* name) {
  return capnp::Schema::from<schema::Command>().getFieldByName(name).getType().asStruct();
}

// What a field of the schema takes of a row: an amount two cells, a structure those of its fields, a list none.
enum class CellForm { kOne, kMoney, kFields, kNone };

CellForm cellFormOf(capnp::Type type) {
  if (type.isList()) return CellForm::kNone;
  if (!type.isStruct()) return CellForm::kOne;
  const std::string_view name = type.asStruct().getShortDisplayName().cStr();
  if (name == "Money") return CellForm::kMoney;
  return name == "Instant" ? CellForm::kOne : CellForm::kFields;
}

void addHeadings(capnp::StructSchema of, std::string& line) {
  for (const auto field : of.getNonUnionFields()) {
    const std::string name = field.getProto().getName().cStr();
    const CellForm form = cellFormOf(field.getType());
    if (form == CellForm::kFields) addHeadings(field.getType().asStruct(), line);
    if (form == CellForm::kOne || form == CellForm::kMoney) line += "," + name;
    if (form == CellForm::kMoney) line += "," + name + "Currency";
  }
}

// Nothing where the value is absent.
std::string moneyCell(const json& of, const std::string& name) {
  const auto found = of.find(name);
  if (found == of.end()) return "";
  if (found->is_string()) return csvCell(found->get<std::string>());
  return found->is_number() || found->is_boolean() ? found->dump() : "";
}

void addMoneyCells(capnp::StructSchema of, const json& body, std::string& line) {
  static const auto& absent = *new json(json::object());
  for (const auto field : of.getNonUnionFields()) {
    const std::string name = field.getProto().getName().cStr();
    const CellForm form = cellFormOf(field.getType());
    const auto inner = body.find(name);
    const json& within = inner != body.end() && inner->is_object() ? *inner : absent;
    if (form == CellForm::kOne) line += "," + moneyCell(body, name);
    if (form == CellForm::kMoney) line += "," + moneyCell(within, "minor") + "," + moneyCell(within, "currency");
    if (form == CellForm::kFields) addMoneyCells(field.getType().asStruct(), within, line);
  }
}

std::string ownerName(const MoneyTable& table) {
  return (*commandNamed(table.command).getNonUnionFields().begin()).getProto().getName().cStr();
}

capnp::StructSchema itemOf(const MoneyTable& table) {
  const auto command = commandNamed(table.command);
  if (*table.list == 0) return command;
  return command.getFieldByName(table.list).getType().asList().getStructElementType();
}

std::string headingOf(const MoneyTable& table) {
  std::string line = "index,recordedAt,import";
  if (*table.list != 0) line += "," + ownerName(table) + ",place";
  addHeadings(itemOf(table), line);
  return line + "\r\n";
}

std::string moneyMember(const std::string& table) {
  return "money/" + table + ".csv";
}

std::string rowStart(const PublicFact& fact) {
  return std::to_string(fact.index) + "," + spelledMoment(fact.recorded_at, 0) + "," +
         (fact.batch == Id{} ? "" : idText(fact.batch));
}

std::string stringIn(const json& body, const char* name) {
  const auto found = body.find(name);
  return found != body.end() && found->is_string() ? found->get<std::string>() : "";
}

// Interest, and what a vendor gave back that names no expenditure.
std::int64_t receivedBy(schema::Command::Reader command) {
  if (command.isInterestRecord()) return command.getInterestRecord().getAmount().getMinor();
  if (!command.isExpenditureReverse() || command.getExpenditureReverse().hasOriginal()) return 0;
  return command.getExpenditureReverse().getAmount().getMinor();
}

}  // namespace

void PublicTables::take(const PublicFact& fact, const json& body) {
  const std::string command = stringIn(body, "command");
  for (const MoneyTable& table : kMoneyTables) {
    if (command != table.command) continue;
    const auto schema = itemOf(table);
    std::string& rows = rows_[table.name];
    if (*table.list == 0) {
      rows += rowStart(fact);
      addMoneyCells(schema, body, rows);
      rows += "\r\n";
      continue;
    }
    const auto list = body.find(table.list);
    if (list == body.end()) continue;
    std::size_t place = 0;
    for (const json& item : *list) {
      rows += rowStart(fact) + "," + moneyCell(body, ownerName(table)) + "," + std::to_string(place++);
      addMoneyCells(schema, item, rows);
      rows += "\r\n";
    }
  }
  takeMoney(fact, body);
}

void PublicTables::takeMoney(const PublicFact& fact, const json& body) {
  if (fact.command.isImportVoid()) voided_.insert(fixed<16>(fact.command.getImportVoid().getBatch()));
  const std::string grant = stringIn(body, "grant");
  if (grant.empty()) return;
  Account& account = accounts_[grant];
  if (fact.command.isGrantAward()) {
    const auto award = fact.command.getGrantAward();
    account.index = fact.index;
    account.grant = fixed<16>(award.getGrant());
    account.id = grant;
    account.number = award.getNumber().cStr();
    account.currency = award.getAmount().getCurrency().cStr();
    order_.push_back(grant);
  }
  account.commands.emplace_back(fact.command, fact.batch);
}

std::string PublicTables::figuresOf(const Account& account) const {
  std::vector<ToldCommand> told;
  std::int64_t received = 0;
  bool stands = true;
  for (const auto& [command, batch] : account.commands) {
    const bool imported = batch != Id{};
    const bool voided = imported && voided_.contains(batch);
    told.push_back({command, imported, voided});
    if (!voided) received = saturated(received, receivedBy(command));
    if (voided && command.isGrantAward()) stands = false;
  }
  const Sums sums = moneyOf(account.grant, told).sums;
  if (!stands) received = 0;
  std::int64_t on_hand = saturated(sums[1], received);
  on_hand = saturated(saturated(on_hand, -sums[2]), -sums[3]);
  std::string line = std::to_string(account.index) + "," + account.id + "," + csvCell(account.number) + "," +
                     csvCell(account.currency);
  for (const std::int64_t figure : {sums[0], sums[1], received, sums[2], sums[3], on_hand})
    line += "," + std::to_string(figure);
  return line + "\r\n";
}

std::map<std::string, std::string> PublicTables::members() const {
  std::map<std::string, std::string> members;
  for (const MoneyTable& table : kMoneyTables) {
    const auto rows = rows_.find(table.name);
    members[moneyMember(table.name)] = headingOf(table) + (rows == rows_.end() ? "" : rows->second);
  }
  std::string& figures = members[moneyMember("grant-figures")];
  figures = kFigureHeading;
  for (const std::string& grant : order_) figures += figuresOf(accounts_.at(grant));
  return members;
}

}  // namespace audit
