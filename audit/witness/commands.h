// The commands of asar-witness, without the parsing of words.
//
// Shape    what was asked for goes to standard output, as text or as one JSON object
//          {"ok":true,"command":"add-log","schema":"asar-witness.add-log/1","data":{…}}; what went wrong, to standard
//          error as text, or as {"ok":false,"command":…,"error":{"code":…,"message":…}} to standard output.
// Errors   exit codes: 0 done, 1 failure, 2 wrong use, 5 not found, 6 conflict, 7 key or passphrase, 8 locked,
//          9 unavailable, 10 not initialised, 130 interrupted.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace audit::witness {

struct Words {
  bool json = false;
  std::filesystem::path state;
  std::filesystem::path key_file;
  std::filesystem::path passphrase_file;  // none where empty
  std::string name;                       // of the witness
  std::vector<std::string> vkeys;
  std::string listen;  // ADDRESS:PORT
  unsigned threads = 4;
};

inline constexpr int kExitUsage = 2;

int createKeyFile(const Words& words);
int showKeyFile(const Words& words);
int addLogs(const Words& words);
int listLogs(const Words& words);
int serve(const Words& words);
int usageError(bool json, const std::string& sentence);

}  // namespace audit::witness
