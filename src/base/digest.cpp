#include "base/digest.h"

#include <sodium/crypto_hash_sha256.h>

#include <array>

namespace dateline::base {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : digest) out += {kHex[byte >> 4], kHex[byte & 15]};
  return out;
}

}  // namespace dateline::base
