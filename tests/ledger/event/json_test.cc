#include "ledger/event/json.h"

#include <gtest/gtest.h>

#include <string>

#include "ledger/event/codec.h"
#include "ledger/event/describe.h"
#include "ledger/event/json_gate.h"

namespace ledger {
namespace {

Result<Command> read(std::string_view text) {
  SeededRandom random(3);
  const auto json = parseJson(text);
  if (!json) return json.error();
  return commandFromJson(*json, random);
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), with);
}

const char kClaim[] =
    R"({"command":"hoursClaim","hours":"01hzx3v5k8qr9t2m4n6p8s0w2y","volunteer":"01hzx3v5k8qr9t2m4n6p8s0w2z",)"
    R"("activity":"01hzx3v5k8qr9t2m4n6p8s0w30","occurredAt":"2026-03-01T10:00:00+05:00","minutes":120,)"
    R"("role":"kitchen-assistant","timeBasis":"unpaid","presence":"onsite"})";

std::string reasonFor(const std::string& text) {
  const auto command = read(text);
  return command ? "accepted" : command.error().reason + " " + command.error().message;
}

TEST(Json, ReadsACommand) {
  const auto command = read(kClaim);
  ASSERT_TRUE(command.ok()) << command.error().message;
  const auto& claim = command->body.get<HoursClaim>();
  EXPECT_EQ(claim.hours.text(), "01hzx3v5k8qr9t2m4n6p8s0w2y");
  EXPECT_EQ(claim.minutes.count(), 120);
  EXPECT_EQ(claim.occurred_at.text(), "2026-03-01T10:00:00+05:00");
  EXPECT_FALSE(claim.until.has_value());
  EXPECT_FALSE(command->nonce.isNone());
}

TEST(Json, TakesNonceAndExpectationsWhereGiven) {
  const auto command = read(replaced(
      kClaim, "{",
      R"({"nonce":"01hzx3v5k8qr9t2m4n6p8s0w31","expects":[{"stream":"01hzx3v5k8qr9t2m4n6p8s0w2y","version":3}],)"));
  ASSERT_TRUE(command.ok()) << command.error().message;
  EXPECT_EQ(command->nonce.text(), "01hzx3v5k8qr9t2m4n6p8s0w31");
  ASSERT_EQ(command->expects.size(), 1U);
  EXPECT_EQ(command->expects[0].version, 3U);
}

TEST(Json, ExampleOfEveryKindDecodesAndRoundTrips) {
  for (std::size_t i = 0; i < kKinds; ++i) {
    const auto kind = static_cast<Kind>(i);
    const auto command = read(exampleOf(kind).line());
    ASSERT_TRUE(command.ok()) << traitsOf(kind).command << ": " << command.error().message;
    EXPECT_EQ(kindOf(*command), kind);
    const auto again = read(jsonOf(*command).line());
    ASSERT_TRUE(again.ok()) << jsonOf(*command).line() << ": " << again.error().message;
    EXPECT_EQ(encode(*again), encode(*command)) << traitsOf(kind).command;
  }
}

TEST(Json, TakesAmountsInEitherSpelling) {
  const std::string award = exampleOf(Kind::kGrantAward).line();
  const std::string object = R"({"minor":30000000,"currency":"KZT"})";
  const auto text = read(replaced(award, object, R"("300000.00 KZT")"));
  ASSERT_TRUE(text.ok()) << text.error().message;
  EXPECT_EQ(text->body.get<GrantAward>().amount, read(award)->body.get<GrantAward>().amount);
  for (const char* bad :
       {R"("300000.001 KZT")", R"("300000 XXQ")", R"("300000.00KZT")", R"("3e5 KZT")", R"("300 000 KZT")",
        R"({"minor":30000000})", R"({"minor":30000000,"currency":"KZT","cents":1})", "300000"}) {
    EXPECT_FALSE(read(replaced(award, object, bad)).ok()) << bad;
  }
}

TEST(Json, RefusesUnknownAndMissingFieldsByPath) {
  EXPECT_EQ(reasonFor(replaced(kClaim, "\"minutes\":120", "\"minutes\":120,\"hors\":1")).substr(0, 46),
            "JSON_UNKNOWN_FIELD hoursClaim.hors: no such fi");
  EXPECT_EQ(reasonFor(replaced(kClaim, "\"minutes\":120,", "")), "JSON_MISSING_FIELD hoursClaim.minutes: is missing");
  const std::string agreement = exampleOf(Kind::kAgreementSign).line();
  EXPECT_EQ(reasonFor(replaced(agreement, "\"costType\":\"materials\",", "")),
            "JSON_MISSING_FIELD agreementSign.lines[0].costType: is missing");
}

TEST(Json, RefusesValuesOfAnotherShapeByPath) {
  EXPECT_EQ(reasonFor(replaced(kClaim, "120", "\"120\"")),
            "JSON_SHAPE hoursClaim.minutes: expects an integer, found a text");
  EXPECT_EQ(reasonFor(replaced(kClaim, "\"unpaid\"", "\"free\"")),
            "JSON_VALUE hoursClaim.timeBasis: \"free\" is none of unpaid, paidWorkTime, stipended, courtOrdered");
  EXPECT_EQ(reasonFor(replaced(kClaim, "\"01hzx3v5k8qr9t2m4n6p8s0w2y\"", "\"KZ-75\"")).substr(0, 10), "JSON_VALUE");
  EXPECT_EQ(reasonFor(replaced(kClaim, "\"01hzx3v5k8qr9t2m4n6p8s0w2y\"", "null")).substr(0, 10), "JSON_SHAPE");
  EXPECT_EQ(reasonFor(replaced(kClaim, "\"2026-03-01T10:00:00+05:00\"", "\"2026-03-01T10:00:00\"")).substr(0, 10),
            "JSON_VALUE");
  const std::string shift = exampleOf(Kind::kShiftOpen).line();
  EXPECT_EQ(reasonFor(replaced(shift, "\"minPeople\":1", "\"minPeople\":65536")),
            "JSON_VALUE shiftOpen.minPeople: 65536 is not from 0 to 65535");
  EXPECT_EQ(reasonFor(replaced(shift, "\"minPeople\":1", "\"minPeople\":-1")).substr(0, 10), "JSON_VALUE");
}

TEST(Json, RefusesWhatIsNoCommand) {
  EXPECT_EQ(reasonFor("[]").substr(0, 10), "JSON_SHAPE");
  EXPECT_EQ(reasonFor("{}").substr(0, 10), "JSON_SHAPE");
  EXPECT_EQ(reasonFor(R"({"command":1})").substr(0, 10), "JSON_SHAPE");
  EXPECT_EQ(reasonFor(R"({"command":"hoursclaim"})").substr(0, 15), "UNKNOWN_COMMAND");
}

TEST(Json, LeavesTheLastWordToTheCodec) {
  EXPECT_EQ(reasonFor(replaced(kClaim, "kitchen-assistant", "kitchen assistant")).substr(0, 9), "MALFORMED");
  EXPECT_EQ(reasonFor(replaced(kClaim, "01hzx3v5k8qr9t2m4n6p8s0w2y", std::string(26, '0'))).substr(0, 9), "MALFORMED");
}

Entry eventEntry() {
  Entry entry;
  entry.version = 1;
  entry.index = 7;
  entry.streams = {{regionStream("KZ-75"), 3, 2}};
  entry.recorded_at = Instant::parse("2026-03-01T10:00:00+05:00")->utc_ms;
  entry.salt = SeededRandom(12).id<NonceId>();
  entry.body = EventBody{6, 0, encode(*read(kClaim)), Decision{1, Effect::kProposed, 4, 0, {Flag::kOverDayLimit}}};
  return entry;
}

// The gate keeps a NUL out; cells of an import do not come through it.
TEST(Json, NeverCutsATextAtANul) {
  auto json = *parseJson(kClaim);
  for (auto& [name, value] : *json.fields()) {
    if (name == "role") value = std::string("kitchen\0assistant", 17);
  }
  SeededRandom random(3);
  EXPECT_FALSE(commandFromJson(json, random));
}

TEST(Json, ShowsAnEventWithItsNameDecisionAndStreams) {
  const auto json = entryJson(encode(eventEntry()));
  ASSERT_TRUE(json.ok()) << json.error().message;
  EXPECT_EQ(*json->find("index")->integer(), 7);
  EXPECT_EQ(*json->find("event")->text(), "HoursClaimed");
  EXPECT_EQ(*json->find("effect")->text(), "proposed");
  EXPECT_EQ(*json->find("recordedAt")->text(), "2026-03-01T05:00:00+00:00");
  EXPECT_EQ(json->find("streams")->line(), R"([{"stream":"KZ-75","version":3,"previous":2}])");
  EXPECT_EQ(json->find("decision")->find("flags")->line(), R"(["overDayLimit"])");
  EXPECT_EQ(*json->find("body")->find("minutes")->integer(), 120);
}

TEST(Json, ShowsASubmissionWithItsHeader) {
  SeededRandom random(4);
  Header header;
  header.submission = random.id<SubmissionId>();
  header.person = random.id<PersonId>();
  header.key.bytes[0] = 7;
  header.commands_root.bytes[1] = 1;
  header.seen.root.bytes[2] = 1;
  header.count = 1;
  Entry entry = eventEntry();
  entry.streams.clear();
  entry.body = SubmissionBody{encode(header), {Signature{header.key, {}}}};
  const auto json = entryJson(encode(entry));
  ASSERT_TRUE(json.ok()) << json.error().message;
  EXPECT_EQ(*json->find("entry")->text(), "submission");
  EXPECT_EQ(*json->find("header")->find("person")->text(), header.person.text());
  EXPECT_EQ(json->find("signatures")->list()->size(), 1U);
}

TEST(Json, RefusesBytesThatAreNoEntry) {
  EXPECT_FALSE(entryJson(asBytes("not an entry")).ok());
}

}  // namespace
}  // namespace ledger
