// Which confirmed ties has nobody verified since $since, the oldest first, and between whom?
// Parameters: $since (date), $limit.
MATCH (one:Organization)<-[:FROM]-(tie:Tie {status: 'confirmed'})-[:TO]->(other:Organization)
WHERE tie.lastVerified IS NULL OR tie.lastVerified < date($since)
RETURN tie.id AS id, tie.type AS type, one.name AS from, other.name AS to, tie.lastVerified AS lastVerified
ORDER BY tie.lastVerified IS NOT NULL, lastVerified, id
LIMIT $limit
