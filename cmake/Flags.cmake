# Warnings, sanitizers and link options that hold for every target.
add_library(dateline_flags INTERFACE)
target_include_directories(dateline_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(dateline_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Woverloaded-virtual
  -Wformat=2 -Werror $<$<CXX_COMPILER_ID:Clang>:-Wthread-safety>)
# g++ 12 takes the storage of an empty std::optional for a value that may be read (GCC bug 80635); clang still checks.
target_compile_options(dateline_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
# What the linker drops and the loader resolves late costs nothing at start-up.
target_compile_options(dateline_flags INTERFACE -ffunction-sections -fdata-sections)
target_link_options(dateline_flags INTERFACE -Wl,--gc-sections -Wl,--as-needed)

if(DATELINE_SANITIZE)
  set(sanitize -fsanitize=${DATELINE_SANITIZE} -fno-omit-frame-pointer)
  if(NOT DATELINE_SANITIZE MATCHES "thread")
    list(APPEND sanitize -fno-sanitize-recover=all)
  endif()
  target_compile_options(dateline_flags INTERFACE ${sanitize})
  target_link_options(dateline_flags INTERFACE ${sanitize})
endif()
if(DATELINE_LIBFUZZER)
  target_compile_options(dateline_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Debian 12 carries lld beside clang; it links several times faster than bfd and is used where it is found.
find_program(LLD NAMES ld.lld ld.lld-14)
if(LLD AND CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_link_options(dateline_flags INTERFACE -fuse-ld=lld)
endif()
