# Two outlets, one of them with an inferred day; a compatible and an incompatible difference.
story ferry
headline Ferry strikes pier at Selby as storm closes the strait
day 2013-11-02
report Harbour Gazette | 2013-11-02T09:00:00Z | stated
title Ferry strikes pier at Selby as storm closes the strait
byline By Tove Brandt in Selby
uri https://harbour-gazette.example/2013/ferry
p The ferry Aurora struck the north pier at [Selby|loc:selby|LOC] on {Saturday|2013-11-02} as winds of more than 100 kilometres an hour closed the [Lind Strait|loc:lind-strait|LOC] to all traffic. // Fourteen people were injured, none of them seriously.
p “<The engines answered too late and the wind did the rest.|per:ada-lund>” said [Ada Lund|per:ada-lund|PER|harbour master of Selby], who has run the port since {2006|2006}.
sub An old pier
p The north pier was built in {1931|1931} and was due to be replaced. // Engineers of the [Coastal Roads Agency|org:coastal-roads-agency|ORG] will examine it {next week|2013-W45}, and the crossing will stay closed until they have reported.
p Passengers were brought ashore by pilot boats and spent the night in a school. // The last of them left for [Marn|loc:marn|LOC] by bus on {Sunday|2013-11-03} morning.
report Business of the Coast | 2013-11-02 | inferred | “on Saturday” and the other report’s date of 2 November 2013
title Storm drives Aurora into Selby pier
uri https://coast.example/aurora
p Storm winds drove the car ferry Aurora into a pier in [Selby|loc:selby|LOC] on {Saturday|2013-11-02}. // The Lind Strait was closed to shipping in the morning because of the storm. // Twelve passengers were treated for injuries.
p “<The engines answered too late and the wind did the rest.|per:ada-lund>” <harbour master [Ada Lund|per:ada-lund|PER|] said|cue>.
p “<We will not sail again before the pier is safe,|per:jon-vik>” <said [Jon Vik|per:jon-vik|PER|director of Lind Ferries]|cue>. // The agency’s engineers begin their work on {Tuesday|2013-11-05}.
p The accident is the second in {two years|P2Y} for the company, which runs six ships. // Its shares lost 4 per cent.
shared 1.1 2.1 2.2
differing 1.2 2.3 ; number of injured ; 1.2 Fourteen ; 2.3 Twelve
differing 1.5 2.6 ; ~when the engineers begin ; 1.5 next week ; 2.6 Tuesday
single 1.3
single 1.4
single 1.6
single 1.7
single 2.4
single 2.5
single 2.7
single 2.8
summary 1.1 1.5 2.7
