// asar-witness serve: the service over HTTP, until it is told to stop.
#include <pthread.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <iterator>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "audit/witness/commands.h"
#include "audit/witness/key_file.h"
#include "audit/witness/passphrase.h"
#include "audit/witness/printing.h"
#include "audit/witness/service.h"
#include "ledger/net/http_server.h"

namespace audit::witness {
namespace {

constexpr const char* kCommand = "serve";
constexpr int kInterrupted = 130;

std::uint64_t secondsNow() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(since).count());
}

// One line each, whatever a name of a log holds.
void complain(const std::string& sentence) {
  static std::mutex one_at_a_time;
  std::string line = "asar-witness: ";
  for (const char c : sentence) line += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  line += "\n";
  const std::lock_guard hold(one_at_a_time);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

// "127.0.0.1:7380", "[::1]:7380".
std::optional<ledger::HttpServerOptions> placeOf(const std::string& text, unsigned threads) {
  ledger::HttpServerOptions options;
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  options.address = text.substr(0, colon);
  if (options.address.starts_with('[') && options.address.ends_with(']'))
    options.address = options.address.substr(1, options.address.size() - 2);
  const auto port = decimal(text.substr(colon + 1));
  if (!port || *port > 65'535 || options.address.empty()) return std::nullopt;
  options.port = static_cast<std::uint16_t>(*port);
  options.threads = threads;
  options.limits.body_bytes = 1U << 19U;  // a note with a hundred signatures of the largest kind, and a proof
  return options;
}

int announce(const Words& words, const Cosigner& cosigner, const std::string& address, std::uint16_t port) {
  const bool six = address.find(':') != std::string::npos;
  const std::string url = "http://" + (six ? "[" + address + "]" : address) + ":" + std::to_string(port);
  return printDone(words.json, kCommand,
                   nlohmann::ordered_json{{"url", url}, {"name", cosigner.name()}, {"vkey", cosigner.vkey()}},
                   "the witness " + cosigner.name() + " listens at " + url + "\n");
}

// Waits in a thread of its own for one of these signals; the others never see them.
class StopSignals {
 public:
  explicit StopSignals(ledger::HttpServer& server) {
    sigemptyset(&set_);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    waiting_ = std::thread([this, &server] {
      int which = 0;
      sigwait(&set_, &which);
      which_ = which;
      server.stop();
    });
  }
  // Requires that one of them came: run() ends by nothing else.
  int join() {
    waiting_.join();
    return which_;
  }

 private:
  sigset_t set_{};
  int which_ = 0;
  std::thread waiting_;
};

}  // namespace

int serve(const Words& words) {
  const auto refuse = [&](const Trouble& trouble) { return printTrouble(words.json, kCommand, trouble); };
  const auto options = placeOf(words.listen, words.threads);
  if (!options) return refuse({"USAGE", "--listen is ADDRESS:PORT, such as 127.0.0.1:7380"});
  StateFolder state(words.state);
  if (const auto trouble = state.check()) return refuse(*trouble);
  const auto lock = StateLock::take(words.state);
  if (const auto* trouble = std::get_if<Trouble>(&lock)) return refuse(*trouble);
  const auto passphrase = passphraseOf(words);
  if (const auto* trouble = std::get_if<Trouble>(&passphrase)) return refuse(*trouble);
  const auto key = readKey(words.key_file, std::get<0>(passphrase));
  if (const auto* trouble = std::get_if<Trouble>(&key)) return refuse(*trouble);
  const Cosigner& cosigner = std::get<0>(key);
  // Damage is found now, not at the first question.
  const auto logs = state.logs();
  if (const auto* trouble = std::get_if<Trouble>(&logs)) return refuse(*trouble);
  for (const auto& [id, keys] : std::get<0>(logs)) {
    const auto recorded = state.recorded(id);
    if (const auto* trouble = std::get_if<Trouble>(&recorded)) return refuse(*trouble);
  }

  Service service(std::move(state), cosigner, {secondsNow, complain});
  auto server = ledger::HttpServer::listen(
      *options, [&service](const ledger::HttpRequest& request) { return service.answer(request); });
  if (!server.ok()) return refuse({server.error().reason, server.error().message});
  StopSignals signals(**server);
  announce(words, cosigner, options->address, (*server)->port());
  (*server)->run();
  return signals.join() == SIGINT ? kInterrupted : 0;
}

}  // namespace audit::witness
