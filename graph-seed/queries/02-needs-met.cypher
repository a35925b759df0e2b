// Who offers what $organization lacks, or lacks what she offers?
// Parameters: $organization (id), $limit.
MATCH (she:Organization {id: $organization})
MATCH (other:Organization)
WHERE other <> she AND other.retired IS NULL
WITH other,
  [(she)-[:LACKS]->(skill:Skill)<-[:OFFERS]-(other) | skill.code] AS gives,
  [(she)-[:OFFERS]->(skill:Skill)<-[:LACKS]-(other) | skill.code] AS takes
WHERE size(gives) + size(takes) > 0
RETURN other.id AS id, other.name AS name, gives, takes
ORDER BY size(gives) + size(takes) DESC, id
LIMIT $limit
