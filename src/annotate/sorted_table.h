// annotate/sorted_table.h -- a sorted text file searched where it lies, so that a large gazetteer costs no start-up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline::annotate {

/// Lines "key TAB payload LF", sorted by the bytes of their keys, each key once.
///
/// Ownership: borrows `lines`, which must outlive it. Threads: any.
class SortedTable {
 public:
  /// Looks at one line in each half kilobyte, at most kMaxSplits, so that a search begins near its end.
  explicit SortedTable(std::string_view lines);

  /// The payload of `key`, or nothing. Logarithmic in the size of the table.
  std::optional<std::string_view> find(std::string_view key) const;

  /// A line of the table; views into it.
  struct Row {
    std::string_view key;
    std::string_view payload;
  };
  /// Like find(), with the key as the table holds it, which lives as long as the table.
  std::optional<Row> find_row(std::string_view key) const;

  /// What a search for the phrases that begin with some words needs to know.
  struct Probe {
    std::optional<std::string_view> payload;  ///< Of the phrase itself.
    bool goes_on = false;                     ///< Some longer key continues the phrase with a space.
  };
  Probe probe(std::string_view phrase) const;

  /// True when the lines are as the class demands; for tests of data files.
  bool is_sorted() const;

 private:
  static constexpr std::size_t kMaxSplits = 1024;
  static constexpr std::size_t kBytesPerSplit = 512;

  // A line on the way, by the first eight bytes of its key.
  struct Split {
    std::uint64_t prefix = 0;
    std::size_t offset_bytes = 0;
  };

  std::size_t lower_bound(std::string_view key) const;  // Offset of the first line whose key is not below `key`.
  std::string_view line_at(std::size_t offset_bytes) const;

  std::size_t line_start(std::size_t offset_bytes) const;

  std::string_view lines_;
  std::vector<Split> splits_;
};

}  // namespace dateline::annotate
