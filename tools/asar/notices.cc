#include "tools/asar/notices.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>

#include <array>
#include <cstdio>

#include "ledger/base/utf8.h"

namespace tools {
namespace {

using ledger::NoticeLevel;

constexpr std::array<std::string_view, 5> kLevelNames = {"debug", "info", "warn", "error", "off"};

spdlog::level::level_enum spdlogLevel(NoticeLevel level) {
  switch (level) {
    case NoticeLevel::kDebug:
      return spdlog::level::debug;
    case NoticeLevel::kInfo:
      return spdlog::level::info;
    case NoticeLevel::kWarn:
      return spdlog::level::warn;
    case NoticeLevel::kError:
      return spdlog::level::err;
    case NoticeLevel::kOff:
      return spdlog::level::off;
  }
  return spdlog::level::off;
}

// Marks that turn the direction of text or end a line in some terminals.
bool isTrickster(std::string_view sequence) {
  if (sequence.size() != 3 || sequence[0] != '\xe2') return sequence == "\xd8\x9c";  // U+061C
  const auto low = static_cast<unsigned char>(sequence[2]);
  if (sequence[1] == '\x80') return low == 0x8e || low == 0x8f || (low >= 0xa8 && low <= 0xae);
  return sequence[1] == '\x81' && low >= 0xa6 && low <= 0xa9;
}

class SpdlogNotices final : public ledger::Notices {
 public:
  SpdlogNotices(std::ostream& out, ledger::Clock& clock, NoticeLevel least)
      : clock_(clock), logger_("asar", std::make_shared<spdlog::sinks::ostream_sink_mt>(out, /*force_flush=*/true)) {
    logger_.set_pattern("%v");
    logger_.set_level(spdlogLevel(least));
  }

  void say(NoticeLevel level, std::string_view name, std::initializer_list<ledger::NoticeField> fields) override {
    if (!logger_.should_log(spdlogLevel(level))) return;
    std::string line = "{\"at\":\"" + ledger::Instant{clock_.now(), 0}.text() + "\",\"level\":\"";
    line += kLevelNames[static_cast<std::size_t>(level)];
    line += "\",\"notice\":" + quotedNotice(name);
    for (const auto& field : fields) {
      line += "," + quotedNotice(field.name) + ":";
      const auto* number = std::get_if<std::int64_t>(&field.value);
      line += number != nullptr ? std::to_string(*number) : quotedNotice(std::get<std::string_view>(field.value));
    }
    line += "}";
    logger_.log(spdlogLevel(level), spdlog::string_view_t(line));
  }

 private:
  ledger::Clock& clock_;
  spdlog::logger logger_;
};

}  // namespace

std::optional<NoticeLevel> noticeLevelOf(std::string_view word) {
  for (std::size_t i = 0; i < kLevelNames.size(); ++i) {
    if (kLevelNames[i] == word) return static_cast<NoticeLevel>(i);
  }
  return std::nullopt;
}

std::string quotedNotice(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const std::size_t length = ledger::utf8Length(text);
    const std::string_view sequence = text.substr(0, std::max<std::size_t>(length, 1));
    const auto first = static_cast<unsigned char>(sequence.front());
    if (length == 0 || first < 0x20 || first == 0x7f || isTrickster(sequence)) {
      for (const char c : sequence) {
        std::array<char, 8> escaped{};
        std::snprintf(escaped.data(), escaped.size(), "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
        out += escaped.data();
      }
    } else {
      if (first == '"' || first == '\\') out += '\\';
      out += sequence;
    }
    text.remove_prefix(sequence.size());
  }
  return out + "\"";
}

std::unique_ptr<ledger::Notices> noticesTo(std::ostream& out, ledger::Clock& clock, NoticeLevel least) {
  return std::make_unique<SpdlogNotices>(out, clock, least);
}

}  // namespace tools
