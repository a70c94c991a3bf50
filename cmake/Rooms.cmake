# The house: every room, its layer, the rooms it may use, and the third-party headers that live in it.
# Arrows go down only; rooms of one layer know nothing of each other and meet through the words of `news`.

set(DATELINE_ALL_ROOMS base news text formats http extract annotate stories archive desk editions site app)

set(base_LAYER 0)
set(base_MAY_USE)
set(news_LAYER 1)
set(news_MAY_USE base)
set(text_LAYER 1)
set(text_MAY_USE base)
set(formats_LAYER 1)
set(formats_MAY_USE base)
set(http_LAYER 1)
set(http_MAY_USE base)
set(extract_LAYER 2)
set(extract_MAY_USE base news text formats)
set(annotate_LAYER 2)
set(annotate_MAY_USE base news text)
set(stories_LAYER 2)
set(stories_MAY_USE base news text)
set(archive_LAYER 2)
set(archive_MAY_USE base news text)
set(desk_LAYER 3)
set(desk_MAY_USE base news text formats http extract annotate stories archive)
set(editions_LAYER 3)
set(editions_MAY_USE base news text formats archive)
set(site_LAYER 4)
set(site_MAY_USE base news text formats http extract annotate stories archive desk editions)
set(app_LAYER 5)
set(app_MAY_USE base news text formats http extract annotate stories archive desk editions site)

# A library lives in one room: "header pattern|room[,room]". A second room that wants one asks the first.
set(DATELINE_LIBRARY_HOMES
  "^spdlog/|base" "^sodium|base" "^boost/json|base"
  "^unicode/|text" "^uchardet|text" "^cld2/|text" "^libstemmer|text" "^date/|text" "^re2/|text"
  "^(myhtml|modest|mycss|mycore|myencoding|mynamespace|myport|myurl|lexbor)|formats" "^libxml/|formats" "^zlib|formats" "^zstd|archive"
  "^sqlite3|archive" "^boost/(beast|asio)|http" "^ctemplate/|editions" "^CLI/|app")
