// Made camt.053 messages: the elements a statement is made of, put together by hand after the names of the standard.
#pragma once

#include <string>

namespace tests {

// A message of that version with the given parts of one statement.
inline std::string camtMessage(const std::string& version, const std::string& parts) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001." +
         version +
         "\">\n<BkToCstmrStmt>\n<GrpHdr><MsgId>SAMPLE-1</MsgId><CreDtTm>2026-07-01T01:00:00+05:00</CreDtTm></GrpHdr>\n"
         "<Stmt><Id>SAMPLE-JUNE</Id><CreDtTm>2026-07-01T01:00:00+05:00</CreDtTm>\n" +
         parts + "</Stmt>\n</BkToCstmrStmt>\n</Document>\n";
}

inline std::string camtDays(const std::string& from, const std::string& to) {
  return "<FrToDt><FrDtTm>" + from + "</FrDtTm><ToDtTm>" + to + "</ToDtTm></FrToDt>\n";
}

inline std::string camtAccount(const std::string& iban) {
  return "<Acct><Id><IBAN>" + iban + "</IBAN></Id><Ccy>KZT</Ccy></Acct>\n";
}

inline std::string camtBalance(const std::string& kind, const std::string& amount, const std::string& day,
                               const std::string& sign = "CRDT") {
  return "<Bal><Tp><CdOrPrtry><Cd>" + kind + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"KZT\">" + amount + "</Amt><CdtDbtInd>" +
         sign + "</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>\n";
}

// `status` is the element's content: BOOK in the first versions, <Cd>BOOK</Cd> in later ones.
inline std::string camtEntry(const std::string& amount, const std::string& sign, const std::string& day,
                             const std::string& inside = "", const std::string& status = "<Cd>BOOK</Cd>") {
  return "<Ntry><NtryRef>N-1</NtryRef><Amt Ccy=\"KZT\">" + amount + "</Amt><CdtDbtInd>" + sign + "</CdtDbtInd><Sts>" +
         status + "</Sts><BookgDt><Dt>" + day + "</Dt></BookgDt><ValDt><Dt>" + day +
         "</Dt></ValDt><AcctSvcrRef>BANK-7</AcctSvcrRef>"
         "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>" +
         inside + "</Ntry>\n";
}

}  // namespace tests
