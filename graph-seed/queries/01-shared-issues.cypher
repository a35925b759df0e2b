// Who works on the same issues as $organization and is not yet her partner? Rare issues first, since they say more.
// Parameters: $organization (id), $at (date), $limit.
MATCH (she:Organization {id: $organization})-[:WORKS_ON]->(issue:Issue)<-[:WORKS_ON]-(other:Organization)
WHERE other.retired IS NULL
  AND NOT EXISTS {
    (she)-[tie]-(other)
    WHERE tie.status = 'confirmed' AND (tie.validFrom IS NULL OR tie.validFrom <= date($at)) AND (tie.validUntil IS NULL OR tie.validUntil >= date($at))
  }
WITH other, issue, COUNT { (issue)<-[:WORKS_ON]-() } AS carriers
RETURN other.id AS id, other.name AS name, collect(issue.code) AS issues, sum(1.0 / log(1.0 + carriers)) AS weight
ORDER BY weight DESC, id
LIMIT $limit
