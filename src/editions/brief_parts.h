// editions/brief_parts.h -- the parts that make_brief puts together. Inside this room only.
#pragma once

#include <cstddef>
#include <span>

#include "editions/brief.h"
#include "editions/places.h"

namespace dateline::editions {

/// Speech of fewer words is too little to stand alone under "In their words".
inline constexpr std::size_t kFewestQuoteWords = 4;

/// Fills shared, differing and single from view.facts, and marks what is repeated.
void show_facts(const StoryView& view, std::span<const Places> places, StoryBrief& brief);

/// Direct speech of all reports, each wording once, speaker by speaker in the order in which they first speak.
std::vector<ShownQuote> show_quotes(std::span<const Places> places);

/// People, organisations and places over all reports.
void show_names(const StoryView& view, StoryBrief& brief);

/// Gives speakers that their report names by the last name alone the full name and role that another report has.
/// REQUIRES: quotes and people are filled.
void name_speakers_in_full(StoryBrief& brief);

/// What happened when, over all reports. REQUIRES: facts and summary are filled.
void show_timeline(std::span<const Places> places, StoryBrief& brief);

/// Who stands with whom in one sentence. REQUIRES: people and organisations are filled.
void show_company(StoryBrief& brief);

}  // namespace dateline::editions
