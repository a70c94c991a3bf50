// base/embedded.h -- data files carried inside the program, put there by dateline_room(… DATA file).
#pragma once

#include <string_view>

/// Declares `name()`, a view of the embedded file whose name, made a C identifier, is `stem` ("cities.tsv" is
/// cities_tsv, "languages/en/lexicon.txt" en_lexicon_txt). The bytes live as long as the program and are paged in when
/// they are first read.
#define DATELINE_EMBEDDED(name, stem)                                                             \
  extern "C" const char dateline_data_##stem##_begin[];                                           \
  extern "C" const char dateline_data_##stem##_end[];                                             \
  inline std::string_view name() {                                                                \
    return {dateline_data_##stem##_begin,                                                         \
            static_cast<std::size_t>(dateline_data_##stem##_end - dateline_data_##stem##_begin)}; \
  }
