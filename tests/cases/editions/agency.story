# Four outlets, three of which print one agency's text: two voices. The Quay adds a sentence of its own.
story agency
headline Reservoir wall cracks above Tollen
day 2019-06-03
voices 0 0 1 0
report The Quay | 2019-06-03 | stated
title Reservoir wall cracks above Tollen
p A crack in the wall of the reservoir above Tollen forced [Mara Hult|per:mara-hult|PER|mayor] and [Coldwater|org:coldwater|ORG] to clear two villages. // The wall was built in 1932. // The Quay saw buses leave at noon.
report Morning Sheet | 2019-06-03 | stated
title Villages cleared below cracked wall
p A crack in the wall of the reservoir above Tollen forced [Mara Hult|per:mara-hult|PER|mayor] and [Coldwater|org:coldwater|ORG] to clear two villages. // The wall was built in 1932.
report Valley Radio | 2019-06-03 | stated
title Two villages below reservoir empty
p Two villages below the cracked reservoir wall were cleared, [Coldwater|org:coldwater|ORG] said at a meeting with [Ove Brandt|per:ove-brandt|PER]. // Nobody was hurt.
report The Northern Weekly Observer | 2019-06-03 | stated
title Reservoir wall cracks
p A crack in the wall of the reservoir above Tollen forced [Mara Hult|per:mara-hult|PER|mayor] and [Coldwater|org:coldwater|ORG] to clear two villages. // The wall was built in 1932.
shared 1.1 2.1 3.1 4.1
single 1.2 2.2 4.2
single 1.3
single 3.2
