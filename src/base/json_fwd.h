// base/json_fwd.h -- the names of JSON values, for headers that only pass them along.
#pragma once

#include <boost/json/fwd.hpp>

namespace dateline::base {

using Json = boost::json::value;
using JsonObject = boost::json::object;
using JsonArray = boost::json::array;

}  // namespace dateline::base
