# Three outlets: what all say, what several say; no day; a report of an unknown outlet; hostile and wide characters.
story three
headline Council of Øster approves tram line „Süd“
report Blick am Morgen
title Council of Øster approves tram line
p The council of Øster approved the tram line on Monday. // It will cost €240 million – a third more than planned. // Building begins in {spring|2015-SP}.
report Blauer Tag
title Tramlinie beschlossen
p The city council approved the new tram line on Monday evening. // It will cost 250 million euros. // Work will start in {spring|2015-SP}.
report -
title Vote
p Councillors voted for the tram line, 31 to 14. // Residents of 旧市街地区 had asked for a tunnel… // “<We asked for a tunnel and were given noise,|per:s>” <said [Sakura Itō|per:s|PER|spokeswoman of the residents]|cue>.
shared 1.1 2.1 3.1
shared 1.3 2.3
differing 1.2 2.2 ; cost ; 1.2 €240 million ; 2.2 250 million
single 3.2
single 3.3
