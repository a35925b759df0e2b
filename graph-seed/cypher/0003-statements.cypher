// What a side last said of a tie is a relationship to it, version 3: the days on which a side confirmed become such. Each statement may run again.
MATCH (tie:Tie)-[:FROM]->(side:Organization) WHERE tie.confirmedFrom IS NOT NULL
CALL (tie, side) {
  MERGE (tie)-[said:STATED_BY {side: 'from'}]->(side)
  SET said.says = 'confirmed', said.day = tie.confirmedFrom, said.way = 'source'
  REMOVE tie.confirmedFrom
} IN TRANSACTIONS OF 2000 ROWS;
MATCH (tie:Tie)-[:TO]->(side:Organization) WHERE tie.confirmedTo IS NOT NULL
CALL (tie, side) {
  MERGE (tie)-[said:STATED_BY {side: 'to'}]->(side)
  SET said.says = 'confirmed', said.day = tie.confirmedTo, said.way = 'source'
  REMOVE tie.confirmedTo
} IN TRANSACTIONS OF 2000 ROWS;
