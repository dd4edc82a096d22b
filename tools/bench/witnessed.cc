// Receipts that witnesses have cosigned: from a signed submission to a text that anybody can check offline.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <csignal>
#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "ledger/net/http_client.h"
#include "ledger/proof/tlog_proof.h"
#include "ledger/publisher.h"
#include "ledger/seal/vkey.h"
#include "ledger/seal/witness_client.h"
#include "tools/bench/measures.h"
#include "tools/bench/stopwatch.h"

namespace tools {
namespace {

constexpr std::size_t kWitnesses = 3;
constexpr std::size_t kReceipts = 200;
constexpr std::size_t kWarmUp = 5;

class OverLoopback final : public ledger::WitnessTransport {
 public:
  OverLoopback()
      : client_(orGiveUp(ledger::HttpClient::make({std::chrono::milliseconds{3000}, 16 << 10, 1 << 18}, {}))) {}

  ledger::Result<ledger::WitnessReply> post(const std::string& url, const std::string& body) override {
    return replyOf(client_.post(orGiveUp(ledger::parseUrl(url)), "", body));
  }
  ledger::Result<ledger::WitnessReply> get(const std::string& url) override {
    return replyOf(client_.get(orGiveUp(ledger::parseUrl(url)), ""));
  }

 private:
  static ledger::Result<ledger::WitnessReply> replyOf(ledger::Result<ledger::HttpResponse> response) {
    if (!response) return response.error();
    return ledger::WitnessReply{response->status, std::move(response->body)};
  }

  ledger::HttpClient client_;
};

nlohmann::json firstLineOf(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return nlohmann::json::parse(line, nullptr, false);
}

// asar-witness in a process of its own, as long as this lives.
class WitnessProcess {
 public:
  WitnessProcess(const std::string& program, const std::filesystem::path& folder, const std::string& log) {
    emptyFolder(folder);
    const std::string key = (folder / "key").string(), state = (folder / "state").string();
    const auto told = folder / "told.json";
    runChild({program, "--json", "key", "create", key, "--name", folder.filename().string() + ".example/w"}, told);
    vkey_ = firstLineOf(told)["data"]["vkey"].get<std::string>();
    runChild({program, "--json", "add-log", log, "--state", state}, told);
    start({program, "serve", "--json", "--state", state, "--key", key, "--listen", "127.0.0.1:0"}, folder / "served");
  }
  ~WitnessProcess() {
    ::kill(child_, SIGTERM);
    int status = 0;
    ::waitpid(child_, &status, 0);
  }
  WitnessProcess(const WitnessProcess&) = delete;
  WitnessProcess& operator=(const WitnessProcess&) = delete;

  std::string line(const std::string& name) const { return "witness " + name + " " + vkey_ + " " + url_ + "\n"; }

 private:
  void start(std::vector<std::string> words, const std::filesystem::path& output) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions{};
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int failed = ::posix_spawn(&child_, arguments[0], &actions, nullptr, arguments.data(), nullptr);
    ::posix_spawn_file_actions_destroy(&actions);
    constexpr int kTries = 500;
    for (int tried = 0; failed == 0 && tried < kTries && url_.empty(); ++tried) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      const auto said = firstLineOf(output);
      if (said.is_object()) url_ = said["data"]["url"].get<std::string>();
    }
    if (url_.empty()) giveUp({ledger::ErrorCode::kUnavailable, "CHILD_FAILED", words[0] + " does not serve"});
  }

  pid_t child_ = 0;
  std::string vkey_;
  std::string url_;
};

class Receipts {
 public:
  Receipts(const Plan& plan, const Workload& workload, StoredLedger& stored, ledger::WitnessPolicy policy)
      : workload_(workload),
        stored_(stored),
        policy_(std::move(policy)),
        log_(workload.logKey()),
        publisher_(plan.folder / "witnessed-tiles"),
        reader_(stored.log()) {
    emptyFolder(plan.folder / "witnessed-tiles");
  }

  // Seconds from the submission to a checked receipt; cosigned by the quorum, or by nobody.
  double one(const ledger::Submission& submission, bool cosigned) {
    const Stopwatch watch;
    const auto receipt = orGiveUp(stored_.ledger().submit(submission));
    const auto sealed = stored_.ledger().sealed();
    std::string note = workload_.signedNote(sealed.size, sealed.root);
    if (cosigned) note = cosign(note, sealed.size);
    orGiveUp(publisher_.publish(reader_, {log_.name, sealed.size, sealed.root}, note));
    const auto path = orGiveUp(stored_.ledger().inclusion(receipt.submission, sealed.size));
    const std::string text = tlogProofText(ledger::TlogProof{"", receipt.submission, path, note});
    orGiveUp(verifyTlogProof(orGiveUp(ledger::parseTlogProof(text)), receipt.leaf_hash, log_));
    return watch.seconds();
  }

 private:
  std::string cosign(const std::string& note, ledger::Position size) {
    const ledger::LogView view{
        [&](ledger::Position at) { return stored_.ledger().rootAt(at); },
        [&](ledger::Position from, ledger::Position to) { return stored_.ledger().consistency(from, to); }};
    const auto now = static_cast<std::uint64_t>(std::time(nullptr));
    const auto statements = askWitnesses({note, log_, known_, now}, policy_, view, transport_);
    std::set<std::string> cosigners;
    for (const auto& statement : statements) {
      if (statement.answer != ledger::WitnessAnswer::kCosigned) continue;
      cosigners.insert(statement.name);
      known_[statement.name] = size;
    }
    if (!policy_.isMetBy(cosigners)) giveUp({ledger::ErrorCode::kUnavailable, "NO_QUORUM", "too few have cosigned"});
    return orGiveUp(withCosignatures(note, statements));
  }

  const Workload& workload_;
  StoredLedger& stored_;
  ledger::WitnessPolicy policy_;
  ledger::VerifierKey log_;
  ledger::Publisher publisher_;
  ledger::LogReader reader_;
  OverLoopback transport_;
  std::map<std::string, ledger::Position> known_;
};

}  // namespace

void measureWitnessed(const Plan& plan, Figures& figures) {
  if (plan.witness.empty()) return;
  Workload workload = makeWorkload(2 * (kReceipts + kWarmUp), 1);
  std::vector<ledger::Submission> later;
  later.swap(workload.submissions);
  StoredLedger stored(workload, plan.folder / "witnessed");
  const std::string vkey = ledger::vkeyText(workload.logKey());
  std::vector<std::unique_ptr<WitnessProcess>> witnesses;
  std::string policy;
  for (std::size_t i = 0; i < kWitnesses; ++i) {
    const std::string name = "w" + std::to_string(i + 1);
    witnesses.push_back(std::make_unique<WitnessProcess>(plan.witness.string(), plan.folder / name, vkey));
    policy += witnesses.back()->line(name);
  }
  policy += "group enough 2 w1 w2 w3\nquorum enough\n";
  Receipts receipts(plan, workload, stored, orGiveUp(ledger::parseWitnessPolicy(policy)));
  Runs alone, cosigned;
  for (std::size_t i = 0; i < kReceipts + kWarmUp; ++i) {
    const double by_nobody = receipts.one(later.at(2 * i), false) * 1e3;
    const double by_quorum = receipts.one(later.at(2 * i + 1), true) * 1e3;
    if (i < kWarmUp) continue;
    alone.add(by_nobody);
    cosigned.add(by_quorum);
  }
  Figure middle;
  middle.name = "receipt cosigned by 2 of 3 witnesses, p50";
  middle.unit = "ms";
  middle.ours = cosigned;
  middle.peer_name = "without witnesses";
  middle.peer = alone;
  middle.note = "from submission to checked text, asar-witness on loopback, one client";
  Figure slowest = middle;
  slowest.name = "receipt cosigned by 2 of 3 witnesses, p99";
  slowest.share = 0.99;
  slowest.target = Target{1000, Better::kLess};
  figures.push_back(std::move(middle));
  figures.push_back(std::move(slowest));
}

}  // namespace tools
