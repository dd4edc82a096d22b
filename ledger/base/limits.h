// Limits — every bound of the ledger that what comes from outside can meet, on one page. None of these is policy:
// policies are data. Sizes of buffers, and bounds of what the tools read for themselves, stand where they are used.
//
// Source   ledger/schema/README.md states those an outsider can observe.
#pragma once

#include <cstddef>
#include <cstdint>

#include "ledger/base/instant.h"

namespace ledger::limits {

// A submission.
constexpr std::size_t kCommandsPerSubmissionMax = 4096;
constexpr std::size_t kCommandBytesPerSubmissionMax = 1 << 20;
constexpr std::size_t kEntryBytesMax = 65'535;
constexpr std::size_t kSignaturesMax = 16;
constexpr std::size_t kStreamsPerEntryMax = 8;
constexpr std::size_t kExpectationsMax = 16;
constexpr UtcMs kExpiresAfterMax = 30 * kMsPerDay;
constexpr UtcMs kClockToleranceMs = 2 * kMsPerMinute;

// Moments of facts and signatures: 2000-01-01T00:00Z to 2101-01-01T00:00Z.
constexpr UtcMs kUtcMsMin = 946'684'800'000;
constexpr UtcMs kUtcMsMax = 4'133'980'800'000;
constexpr int kOffsetMinutesMax = 14 * 60;

// A batch handed to the log.
constexpr std::size_t kBatchEntriesMax = 8192;
constexpr std::size_t kBatchBytesMax = 8 << 20;

// Decoding hostile Cap'n Proto bytes.
constexpr std::uint64_t kTraversalFactor = 8;  // words read per word of message
constexpr int kNestingMax = 16;
constexpr std::size_t kListItemsMax = 4096;
constexpr std::size_t kTextBytesMax = 4096;
constexpr std::size_t kCodeBytesMax = 64;
constexpr std::size_t kPolicyBytesMax = 60'000;

// Proposals wait for their second person.
constexpr UtcMs kEndorseWithin = 14 * kMsPerDay;
// A ticket is used within so long; one after a loss waits first, so that the person can stop it.
constexpr UtcMs kTicketWithin = 14 * kMsPerDay;
constexpr UtcMs kRecoveryWait = 3 * kMsPerDay;
constexpr std::int32_t kDelegationDaysMax = 90;

// Laws of nature.
constexpr std::int64_t kMinutesPerDay = 1440;
constexpr UtcMs kOvertimeMax = kMsPerDay;                  // how long a service may last past the end of its activity
constexpr std::int64_t kMinorMax = 1'000'000'000'000'000;  // 10^15 minor units in one amount
constexpr std::uint32_t kSampleOfMax = 1'000'000;          // things that one sample is drawn from
constexpr std::size_t kEvidenceEntriesMax = 1024;          // entries that one finding of an audit names
constexpr std::int64_t kMinutesMax = 10'000'000'000;       // in one field; no sum of them overflows

// So that no sum of a ledger can pass 64 bits: all awards of a currency, and what a grant takes in as a multiple of
// its award.
constexpr std::int64_t kAwardedSumMax = 100'000'000'000'000'000;
constexpr std::int64_t kMoneyInFactor = 10;
constexpr std::int64_t kGrantSumMax = 1'000'000'000'000'000'000;  // what a reader of any log adds up of one grant

// Documents of policies.
constexpr std::int64_t kPolicyMonthsMax = 600;
constexpr std::size_t kCreditTiersMax = 64;   // a bit of a word for each
constexpr std::size_t kCombinedTiersMax = 8;  // so that the best of all combinations is found by trying each
constexpr std::int64_t kCreditsMax = 1'000'000;

// Values of persons, which the vault keeps.
constexpr std::size_t kPersonalValueBytesMax = 1024;
constexpr std::size_t kPersonalTextBytesMax = 512;
constexpr std::size_t kPhoneDigitsMin = 7;
constexpr std::size_t kPhoneDigitsMax = 15;
constexpr std::size_t kPersonNameCharactersMax = 200;
constexpr std::size_t kPersonNameMarksInARowMax = 2;

// Key files, and what a hostile one may ask of scrypt: it must not take all memory.
constexpr std::size_t kKeyFileBytesMax = 4096;
constexpr std::size_t kKeyNameBytesMax = 255;
constexpr std::uint64_t kScryptCostMax = 1 << 20;
constexpr std::uint64_t kScryptMemoryMax = std::uint64_t{1200} << 20;

// Notes, proofs and JSON lines.
constexpr std::size_t kNoteBytesMax = 1 << 18;
constexpr std::size_t kNoteSignaturesMax = 100;
constexpr std::size_t kProofHashesMax = 63;
constexpr std::size_t kOriginBytesMax = 255;
constexpr std::size_t kJsonDepthMax = 16;
constexpr std::size_t kJsonLineBytesMax = 1 << 20;
constexpr std::size_t kJsonNamesPerObjectMax = 256;  // they are compared one with another
constexpr std::int64_t kJsonIntegerMax = 999'999'999'999'999'999;

}  // namespace ledger::limits
