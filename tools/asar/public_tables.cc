#include "tools/asar/public_tables.h"

#include <array>

#include "ledger/event/field_meaning.h"
#include "ledger/schema/command.capnp.h"
#include "projections/render/csv_cell.h"

namespace tools {
namespace {

using ledger::FieldShape;
using ledger::JsonValue;

constexpr auto kPublicTables = std::to_array<PublicTable>({
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

// The names of the table above are literals, which end as this wants them to.
capnp::StructSchema::Field fieldNamed(capnp::StructSchema schema, std::string_view name) {
  return schema.getFieldByName(kj::StringPtr(name.data(), name.size()));
}

capnp::StructSchema schemaOfCommand(std::string_view command) {
  return fieldNamed(capnp::Schema::from<ledger::schema::Command>(), command).getType().asStruct();
}

// Of the rows of a list: its items.
capnp::StructSchema schemaOfRows(const PublicTable& table) {
  const auto command = schemaOfCommand(table.command);
  if (table.list.empty()) return command;
  return fieldNamed(command, table.list).getType().asList().getStructElementType();
}

// The subject that a list belongs to: the first field of its command.
std::string ownerOf(const PublicTable& table) {
  return std::string(ledger::nameOf(*schemaOfCommand(table.command).getNonUnionFields().begin()));
}

std::string_view typeOf(FieldShape shape) {
  switch (shape) {
    case FieldShape::kFlag:
      return "boolean";
    case FieldShape::kNumber:
    case FieldShape::kMinutes:
    case FieldShape::kMoney:
      return "integer";
    case FieldShape::kDay:
      return "date";
    case FieldShape::kUtcMs:
    case FieldShape::kInstant:
      return "datetime";
    case FieldShape::kText:
    case FieldShape::kCode:
    case FieldShape::kId:
    case FieldShape::kHash:
    case FieldShape::kKey:
    case FieldShape::kSignature:
    case FieldShape::kBytes:
    case FieldShape::kEnum:
    case FieldShape::kStruct:
    case FieldShape::kList:
      break;
  }
  return "string";
}

std::string saysOf(capnp::StructSchema::Field field, const ledger::FieldMeaning& meaning) {
  if (meaning.shape == FieldShape::kId) return "id in this ledger";
  if (meaning.shape == FieldShape::kHash) return "SHA-256 in hex";
  if (meaning.shape == FieldShape::kMoney) return "in minor units of the currency beside it";
  if (meaning.shape == FieldShape::kEnum) return "one of " + ledger::namesOf(field.getType().asEnum());
  if (field.getType().isInt64() && meaning.shape == FieldShape::kNumber)
    return "in minor units of the grant's currency";
  return "";
}

void addColumns(capnp::StructSchema schema, std::vector<TableColumn>& columns) {
  for (const auto field : schema.getNonUnionFields()) {
    const auto meaning = ledger::meaningOf(field);
    const std::string name{ledger::nameOf(field)};
    if (meaning.shape == FieldShape::kList) continue;
    if (meaning.shape == FieldShape::kStruct) {
      addColumns(field.getType().asStruct(), columns);
      continue;
    }
    columns.push_back({name, std::string(typeOf(meaning.shape)), saysOf(field, meaning)});
    if (meaning.shape == FieldShape::kMoney) columns.push_back({name + "Currency", "string", "ISO 4217"});
  }
}

// Nothing where the value is absent.
std::string cellOf(const JsonValue* value) {
  if (value == nullptr) return "";
  if (const auto* number = value->integer()) return std::to_string(*number);
  if (const auto* flag = value->boolean()) return *flag ? "true" : "false";
  if (const auto* text = value->text()) return projections::neutralised(*text);
  return "";
}

void addCells(capnp::StructSchema schema, const JsonValue* json, std::vector<std::string>& cells) {
  const auto in = [](const JsonValue* of, std::string_view name) { return of == nullptr ? nullptr : of->find(name); };
  for (const auto field : schema.getNonUnionFields()) {
    const auto shape = ledger::meaningOf(field).shape;
    const JsonValue* value = in(json, ledger::nameOf(field));
    if (shape == FieldShape::kList) continue;
    if (shape == FieldShape::kStruct) {
      addCells(field.getType().asStruct(), value, cells);
    } else if (shape == FieldShape::kMoney) {
      cells.push_back(cellOf(in(value, "minor")));
      cells.push_back(cellOf(in(value, "currency")));
    } else {
      cells.push_back(cellOf(value));
    }
  }
}

// What every row begins with.
std::vector<std::string> firstCells(const projections::Fact& fact) {
  return {std::to_string(fact.index), ledger::Instant{fact.recorded_at, 0}.text(),
          fact.batch.isNone() ? "" : fact.batch.text()};
}

}  // namespace

std::span<const PublicTable> publicTables() {
  return kPublicTables;
}

std::vector<TableColumn> columnsOf(const PublicTable& table) {
  std::vector<TableColumn> columns{{"index", "integer", "entry of the log where it took effect"},
                                   {"recordedAt", "datetime", "when that was recorded"},
                                   {"import", "string", "batch of the import it came with"}};
  if (!table.list.empty()) {
    columns.push_back({ownerOf(table), "string", "id in this ledger"});
    columns.push_back({"place", "integer", "in the list, from 0"});
  }
  addColumns(schemaOfRows(table), columns);
  return columns;
}

std::string csvLine(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + projections::csvCell(cells[i]);
  return line + "\r\n";
}

std::string csvHeading(const std::vector<TableColumn>& columns) {
  std::vector<std::string> names;
  names.reserve(columns.size());
  for (const TableColumn& column : columns) names.push_back(column.name);
  return csvLine(names);
}

void PublicTables::take(const projections::Fact& fact, const JsonValue& body) {
  const std::string_view command = ledger::traitsOf(ledger::kindOf(*fact.command)).command;
  for (const PublicTable& table : kPublicTables) {
    if (table.command != command) continue;
    const auto schema = schemaOfRows(table);
    if (table.list.empty()) {
      auto cells = firstCells(fact);
      addCells(schema, &body, cells);
      rows_[table.name] += csvLine(cells);
      continue;
    }
    const JsonValue* list = body.find(table.list);
    if (list == nullptr || list->list() == nullptr) continue;
    std::size_t place = 0;
    for (const JsonValue& item : *list->list()) {
      auto cells = firstCells(fact);
      cells.push_back(cellOf(body.find(ownerOf(table))));
      cells.push_back(std::to_string(place++));
      addCells(schema, &item, cells);
      rows_[table.name] += csvLine(cells);
    }
  }
}

std::string PublicTables::csvOf(const PublicTable& table) const {
  const auto rows = rows_.find(table.name);
  return csvHeading(columnsOf(table)) + (rows == rows_.end() ? "" : rows->second);
}

}  // namespace tools
