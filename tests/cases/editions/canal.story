# Five outlets, two reports of one of them, names whose letters clash, many times.
story canal
headline Canal lock at Brenn fails, halting barge traffic for weeks
day 2013-11-02
report Riverland Radio | 2013-11-01T22:40:00Z | stated
title Lock gate breaks at Brenn
uri https://riverland.example/lock-1
p The lower gate of the canal lock at [Brenn|loc:brenn|LOC] broke on {Friday evening|2013-11-01TEV}, and barge traffic between the lakes has stopped. // Nobody was hurt, the [Canal Board|org:canal-board|ORG] said.
report Regional Record | 2013-11-02T05:15:00Z | stated
title Canal lock at Brenn fails, halting barge traffic for weeks
byline Edda Falk and Per Oster
uri https://record.example/brenn
p A gate of the lock at [Brenn|loc:brenn|LOC] gave way late on {Friday|2013-11-01}, closing the Great Canal to barges for at least {three weeks|P3W}. // No one was injured.
p “<We have been asking for money for this gate since 2009,|per:ulla-stein>” <said [Ulla Stein|per:ulla-stein|PER|chair of the Canal Board]|cue>. // The gate dates from {1954|1954} and was last overhauled in {1988|1988}.
p About 60 barges are waiting above the lock, most of them carrying grain. // The [Millers’ Union|org:millers-union|ORG] expects shortages in {the second half of November|2013-11}. // A spare gate will be brought from [Harn|loc:harn|LOC] by rail {next week|2013-W45}.
report Inland Shipping News | 2013-11-02T07:30:00Z | stated
title Sixty barges stuck above Brenn
uri https://inland.example/sixty
p The Great Canal is closed to barges after a lock gate failed at [Brenn|loc:brenn|LOC] on {Friday|2013-11-01}. // No injuries were reported. // Some 45 barges lay above the lock on {Saturday|2013-11-02} morning.
p The [Canal Board|org:canal-board|ORG] hopes to reopen one chamber by {25 November|2013-11-25}. // Freight rates on the railway rose by a fifth within hours.
report The Lake Post | 2013-11-02T08:05:00Z | stated
title Brenn lock: what we know
uri https://lakepost.example/brenn
p The lock at [Brenn|loc:brenn|LOC] failed on {Friday|2013-11-01} and the canal is shut to barges. // The minister of transport, [Tom Arvid|per:tom-arvid|PER|minister of transport], will visit the site on {Sunday|2013-11-03}. // “<We have been asking for money for this gate since 2009,|per:ulla-stein>” <[Ulla Stein|per:ulla-stein|PER|] of the Canal Board said|cue>.
report Riverland Radio | 2013-11-02T09:00:00Z | stated
title Minister to visit broken lock
uri https://riverland.example/lock-2
p Transport minister [Tom Arvid|per:tom-arvid|PER|] will come to [Brenn|loc:brenn|LOC] on {Sunday|2013-11-03}. // More than 60 barges are now waiting. // “<It should never have come to this,|per:tom-arvid>” <he said|cue>.
shared 2.1 1.1 3.1 4.1
shared 2.2 1.2 3.2
shared 4.2 5.1
differing 2.5 3.3 5.2 ; number of barges waiting ; 2.5 About 60 ; 3.3 45 ; 5.2 More than 60
differing 2.1 3.4 ; ~how long the canal is closed ; 2.1 at least three weeks ; 3.4 25 November
single 2.3
single 2.4
single 2.6
single 2.7
single 3.5
single 4.3
single 5.3
summary 2.1 2.2 4.2 2.7
