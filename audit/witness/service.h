// Service — what a witness answers: add-checkpoint, and the newest checkpoint of each log it watches.
//
// Shape    POST /add-checkpoint; GET /<hex of SHA-256 of the origin>/checkpoint. The checks come in the order of the
//          protocol: malformed 400, origin unknown 404, signature 403, sizes 400, another size than that cosigned last
//          409 with that size, growth not proven 422. What is cosigned is on the disk before the answer leaves.
// Errors   500 where the state cannot be read or written: then nothing is cosigned; `complain` hears why.
// Threads  answer() from any; two requests about one log follow one another.
// Source   C2SP tlog-witness.
#pragma once

#include <array>
#include <functional>
#include <mutex>

#include "audit/witness/cosigner.h"
#include "audit/witness/request.h"
#include "audit/witness/state_folder.h"
#include "ledger/net/http_message.h"

namespace audit::witness {

struct Surroundings {
  std::function<std::uint64_t()> now;                // seconds since 1970
  std::function<void(const std::string&)> complain;  // one line for the operator; from any thread
};

class Service {
 public:
  Service(StateFolder state, Cosigner cosigner, Surroundings surroundings)
      : state_(std::move(state)), cosigner_(std::move(cosigner)), surroundings_(std::move(surroundings)) {}

  ledger::HttpResponse answer(const ledger::HttpRequest& request);

 private:
  ledger::HttpResponse addCheckpoint(std::string_view body);
  ledger::HttpResponse cosign(const AddRequest& request, const std::vector<NoteSignature>& trusted,
                              const std::string& id);
  ledger::HttpResponse newest(const std::string& id);
  ledger::HttpResponse broken(const Trouble& trouble);

  StateFolder state_;
  Cosigner cosigner_;
  Surroundings surroundings_;
  std::array<std::mutex, 64> mutexes_;  // one of them for each log: comparing and recording must not be parted
};

}  // namespace audit::witness
