// FileTables — the tables of a document as files hold them: values without words around them, one table for each name.
//
// Shape    first the particulars, as "particulars"; then the tables in their order, those of one name joined, what is
//          said of each before its rows. Rules and gaps are left out, totals stay. The unit of a column stands in its
//          heading, "Amount, KZT"; where its rows have several, in a column of its own after it.
// Units    of Number.
// Threads  pure functions.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "projections/render/document.h"

namespace projections {

// std::monostate: an empty cell.
using FileValue = std::variant<std::monostate, Number, Day, std::string>;

struct FileColumn {
  std::string name;
  std::string heading;
};

struct FileTable {
  std::string name;
  std::string heading;  // of its section; none for tables that were joined
  std::vector<FileColumn> columns;
  std::vector<std::vector<FileValue>> rows;
};

std::vector<FileTable> fileTables(const Document& document);

// "-12.34": plain digits and a point.
std::string plainNumber(const Number& number);

}  // namespace projections
