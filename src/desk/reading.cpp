#include "desk/reading.h"

#include <optional>

#include "base/ordered_parallel.h"
#include "extract/extract.h"

namespace dateline::desk {
namespace {

constexpr std::size_t kCapturesPerThread = 8;

}  // namespace

void read_captures(Intake& intake, const annotate::Annotator* annotator, base::ThreadPool& pool,
                   const std::function<bool(ReadCapture)>& done) {
  base::ordered_parallel<news::Capture, ReadCapture>(
      pool, pool.size() * kCapturesPerThread, [&] { return intake.next(); },
      [annotator](const news::Capture& capture) {
        ReadCapture read{capture.id, extract::extract(capture)};
        if (!read.article.ok() || annotator == nullptr) return read;
        if (read.article->paragraphs.empty()) {
          read.article =
              base::Error{base::ErrorCode::kInvalid, "has a headline and no text: there is nothing to compare"};
        } else {
          annotator->annotate(*read.article);
        }
        return read;
      },
      done);
}

}  // namespace dateline::desk
