// Does every typed relationship have its (:Tie) node with the same ends and the same scalars? Rows are disagreements; none is right.
MATCH (tie:Tie)-[:FROM]->(from:Organization), (tie)-[:TO]->(to:Organization)
OPTIONAL MATCH (from)-[relation]->(to) WHERE relation.id = tie.id
WITH tie, relation
WHERE relation IS NULL OR NOT type(relation) IN [toUpper(tie.type), 'TIED_TO'] OR relation.status <> tie.status
  OR coalesce(relation.strength, 0) <> coalesce(tie.strength, 0) OR relation.audience <> tie.audience
RETURN tie.id AS id, tie.type AS type, type(relation) AS relation
ORDER BY id
