# One report: nothing to compare.
story alone
headline Library of Marn opens on Sundays
day 2014-03-05
report Marn Observer | 2014-03-05 | stated
p The library of Marn will open on Sundays from {April|2014-04}. // Entry stays free.
single 1.1
single 1.2
