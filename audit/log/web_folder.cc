#include "audit/log/web_folder.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "audit/log/bundle.h"
#include "audit/log/note.h"
#include "audit/log/tiles.h"
#include "ledger/net/http_client.h"

namespace audit {
namespace {

constexpr std::size_t kTileNamesMax = 4'000'000;
constexpr std::size_t kTroublesMax = 5;
constexpr int kTries = 3;
constexpr std::chrono::milliseconds kPause{300};
// A bundle of 256 entries of the largest size, and the two lists of a bundle.
constexpr std::size_t kTileBytesMax = 17U << 20U;
constexpr std::size_t kListBytesMax = 256U << 20U;
constexpr ledger::HttpLimits kTileLimits{std::chrono::milliseconds{20'000}, 16U << 10U, kTileBytesMax};
constexpr ledger::HttpLimits kListLimits{std::chrono::milliseconds{300'000}, 16U << 10U, kListBytesMax};
constexpr ledger::HttpLimits kNoteLimits{std::chrono::milliseconds{10'000}, 16U << 10U, kNoteBytesMax};
constexpr unsigned kFound = 200;
constexpr unsigned kNotFound = 404;
constexpr unsigned kGone = 410;

struct Fetched {
  std::optional<Buffer> bytes;
  std::string trouble;  // empty where it is there, or certainly is not
};

Fetched answerOf(const ledger::HttpResponse& response, const std::string& name) {
  if (response.status == kFound) return {Buffer(response.body.begin(), response.body.end()), {}};
  if (response.status == kNotFound || response.status == kGone) return {};
  return {std::nullopt, name + " was answered with status " + std::to_string(response.status)};
}

// A line that breaks is tried again; an answer is an answer.
Fetched fetch(const ledger::HttpClient& client, const ledger::Url& url, const std::string& path) {
  for (int tried = 1;; ++tried) {
    const auto response = client.get(url, path);
    if (response) return answerOf(*response, url.authority() + url.path + path);
    if (tried == kTries || response.error().code != ledger::ErrorCode::kUnavailable)
      return {std::nullopt, response.error().message};
    std::this_thread::sleep_for(kPause);
  }
}

bool isList(const std::string& name) {
  return name == "manifest" || name == "figures.json";
}

class Web final : public WebFolder {
 public:
  Web(ledger::Url url, ledger::HttpClient tiles, ledger::HttpClient lists)
      : url_(std::move(url)), tiles_(std::move(tiles)), lists_(std::move(lists)) {}

  std::optional<Buffer> read(const std::string& name, std::uint64_t bytes_max) const override {
    const bool kept = name == "checkpoint" || isList(name);
    // Nothing else belongs to an export, whatever a manifest says.
    if (!kept && name != "README" && !TileName::parse(name)) return std::nullopt;
    auto bytes = kept ? keptMember(name) : ask(tiles_, name);
    if (bytes && bytes->size() > bytes_max) return std::nullopt;
    return bytes;
  }
  bool has(const std::string& name) const override {
    if (name == "checkpoint" || isList(name)) return keptMember(name).has_value();
    if (!std::binary_search(names().begin(), names().end(), name)) return false;
    const std::lock_guard hold(mutex_);
    return !absent_.contains(name);
  }
  const std::vector<std::string>& names() const override {
    std::call_once(listed_, [this] { list(); });
    return names_;
  }
  bool isZip() const override { return false; }

  std::vector<std::string> troubles() const override {
    const std::lock_guard hold(mutex_);
    return {troubles_.begin(), troubles_.end()};
  }

 private:
  std::optional<Buffer> ask(const ledger::HttpClient& client, const std::string& name) const {
    Fetched fetched = fetch(client, url_, "/" + name);
    if (!fetched.trouble.empty()) note(fetched.trouble);
    if (!fetched.bytes && fetched.trouble.empty()) noteAbsent(name);
    return std::move(fetched.bytes);
  }

  void note(const std::string& trouble) const {
    const std::lock_guard hold(mutex_);
    if (troubles_.size() < kTroublesMax) troubles_.insert(trouble);
  }

  void noteAbsent(const std::string& name) const {
    const std::lock_guard hold(mutex_);
    if (absent_.size() < kTileNamesMax) absent_.insert(name);
  }

  std::optional<Buffer> keptMember(const std::string& name) const {
    const std::lock_guard hold(kept_mutex_);
    const auto known = kept_.find(name);
    if (known != kept_.end()) return known->second;
    return kept_.emplace(name, ask(isList(name) ? lists_ : tiles_, name)).first->second;
  }

  void list() const {
    for (const char* name : {"checkpoint", "figures.json", "manifest"}) {
      if (has(name)) names_.emplace_back(name);
    }
    if (const auto manifest = keptMember("manifest")) {
      listManifest(textOf(Bytes(*manifest)));
    } else {
      listTiles();
    }
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  }

  void listManifest(std::string_view manifest) const {
    constexpr std::size_t kBeforeName = 66;  // the hash and two spaces
    while (!manifest.empty() && names_.size() < kTileNamesMax) {
      const auto line = manifest.substr(0, manifest.find('\n'));
      if (line.size() > kBeforeName) names_.emplace_back(line.substr(kBeforeName));
      manifest.remove_prefix(std::min(line.size() + 1, manifest.size()));
    }
  }

  void listTiles() const {
    const auto bytes = keptMember("checkpoint");
    const auto note_read = bytes ? Note::parse(*bytes) : std::nullopt;
    const auto checkpoint = note_read ? Checkpoint::parse(note_read->text) : std::nullopt;
    if (!checkpoint) return;
    for (int level = kEntriesLevel; level < 8; ++level) {
      const std::uint64_t hashes = hashesOf(level, checkpoint->size);
      for (std::uint64_t number = 0; number * kTileWidth < hashes; ++number) {
        if (names_.size() == kTileNamesMax) return note("the log has more tiles than are listed");
        names_.push_back(tileAt(level, number, checkpoint->size).text());
      }
    }
  }

  ledger::Url url_;
  ledger::HttpClient tiles_;
  ledger::HttpClient lists_;
  mutable std::once_flag listed_;
  mutable std::vector<std::string> names_;
  mutable std::mutex kept_mutex_;
  mutable std::map<std::string, std::optional<Buffer>> kept_;
  mutable std::mutex mutex_;
  mutable std::set<std::string> troubles_;
  mutable std::set<std::string> absent_;  // of those that were asked for
};

}  // namespace

std::unique_ptr<WebFolder> WebFolder::open(const Place& place, Findings& findings) {
  const auto url = ledger::parseUrl(place.where);
  auto tiles = ledger::HttpClient::make(kTileLimits, place.authorities);
  auto lists = ledger::HttpClient::make(kListLimits, place.authorities);
  if (!url || !tiles || !lists) {
    findings.couldNotCheck(!url ? url.error().message : !tiles ? tiles.error().message : lists.error().message);
    return nullptr;
  }
  return std::make_unique<Web>(*url, std::move(*tiles), std::move(*lists));
}

std::optional<Buffer> fetchDocument(const Place& place, std::uint64_t bytes_max, std::string& trouble) {
  const auto url = ledger::parseUrl(place.where);
  const auto client = ledger::HttpClient::make(kNoteLimits, place.authorities);
  if (!url || !client) {
    trouble = !url ? url.error().message : client.error().message;
    return std::nullopt;
  }
  Fetched fetched = fetch(*client, *url, "");
  trouble = std::move(fetched.trouble);
  if (fetched.bytes && fetched.bytes->size() > bytes_max) trouble = place.where + " is longer than it may be";
  return trouble.empty() ? std::move(fetched.bytes) : std::nullopt;
}

}  // namespace audit
