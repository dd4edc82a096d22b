#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Exchange : public RulesWorld {
 protected:
  Exchange() {
    EXPECT_EQ(
        sendByTwo(authority_, second_authority_, ExternalSystemRegister{system_, "portal", {"а", "б", "c"}, office_}),
        "");
  }
  const SubjectId system_ = id();
};

TEST_F(Exchange, AnIdOfAnotherSystemNamesOneSubjectAndNoPerson) {
  EXPECT_EQ(send(authority_, ExternalSystemRegister{id(), "portal", {"а", "б", "c"}, office_}), "SYSTEM_TAKEN");
  EXPECT_EQ(send(clerk_, ExternalIdLink{id(), system_, id(), "17", kLater}), "UNKNOWN_SUBJECT");
  EXPECT_EQ(send(clerk_, ExternalIdLink{id(), system_, SubjectId{volunteer_.bytes}, "17", kLater}), "PERSON_LINKED");
  EXPECT_EQ(send(clerk_, ExternalIdLink{id(), system_, project_, "17", kLater}), "");
  EXPECT_EQ(send(clerk_, ExternalIdLink{id(), system_, activity_, "17", kLater}), "LINK_TAKEN");
  EXPECT_EQ(send(clerk_, ExternalIdLink{id(), system_, activity_, "18", kLater}), "");
}

TEST_F(Exchange, FromARetiredSystemNothingMoreComes) {
  const SubjectId batch = id();
  const auto part = [&](std::uint32_t number, const SubjectId& system) {
    return ImportRecord{batch, number, sha256(asBytes("file")), sha256(asBytes("map")), number, 1, system};
  };
  const auto send_part = [&](const ImportRecord& record) { return send(importer_, record, Assurance::kImported); };
  EXPECT_EQ(send_part(part(0, id())), "UNKNOWN_SUBJECT");
  EXPECT_EQ(send_part(part(0, project_)), "UNKNOWN_SUBJECT") << "it is no system";
  ASSERT_EQ(send_part(part(0, system_)), "");
  EXPECT_EQ(send_part(part(1, {})), "PART_OUT_OF_ORDER") << "all parts come from the same";
  ASSERT_EQ(send_part(part(1, system_)), "");
  EXPECT_EQ(send(clerk_, ExternalSystemRetire{system_, kLater}), "ROLE_MISSING");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, ExternalSystemRetire{system_, kLater}), "");
  EXPECT_EQ(send(authority_, ExternalSystemRetire{system_, kLater}), "WRONG_STATE");
  EXPECT_EQ(send_part(part(2, system_)), "WRONG_STATE");
  EXPECT_EQ(send(clerk_, ExternalIdLink{id(), system_, project_, "17", kLater}), "WRONG_STATE");
  EXPECT_EQ(send(clerk_, ReconciliationRecord{id(),
                                              system_,
                                              day("2025-01-01"),
                                              day("2025-12-31"),
                                              sha256(asBytes("report")),
                                              {{"projects", 1, 1}},
                                              kLater}),
            "")
      << "it is still reconciled with";
  EXPECT_EQ(send(authority_, ExternalSystemRegister{id(), "portal", {"а", "б", "c"}, office_}), "SYSTEM_TAKEN");
}

TEST_F(Exchange, PartsWithoutASystemStayWithoutOne) {
  const SubjectId batch = id();
  const auto part = [&](std::uint32_t number, const SubjectId& system) {
    return ImportRecord{batch, number, sha256(asBytes("file")), sha256(asBytes("map")), number, 1, system};
  };
  ASSERT_EQ(send(importer_, part(0, {}), Assurance::kImported), "");
  EXPECT_EQ(send(importer_, part(1, system_), Assurance::kImported), "PART_OUT_OF_ORDER");
  EXPECT_EQ(send(importer_, part(1, {}), Assurance::kImported), "");
}

TEST_F(Exchange, AStatementMatchesNoMoreRowsThanItHas) {
  StatementMatch matched{id(), grantee_, day("2026-06-01"), day("2026-06-30"), sha256(asBytes("statement")), 10, 11,
                         0,    kLater};
  EXPECT_EQ(send(grantees_officer_, matched), "BAD_COUNT");
  matched.matched = 10;
  EXPECT_EQ(send(grantees_officer_, matched), "");
}

TEST_F(Exchange, AReconciliationIsOfARegisteredSystem) {
  const ReconciliationRecord record{
      id(), system_, day("2025-01-01"), day("2025-12-31"), sha256(asBytes("report")), {{"projects", 56, 54}}, kLater};
  EXPECT_EQ(send(officer_, record), "ROLE_MISSING");
  EXPECT_EQ(send(clerk_, record), "");
}

}  // namespace
}  // namespace ledger
