// The network around $organization to two steps over ties that are not ended.
// Parameters: $organization (id), $limit.
MATCH (she:Organization {id: $organization})-[first]-(near:Organization)
WHERE first.status <> 'ended'
OPTIONAL MATCH (near)-[second]-(far:Organization)
WHERE second.status <> 'ended' AND far <> she
WITH she, collect(DISTINCT near) AS ones, collect(DISTINCT far) AS twos
UNWIND [one IN ones | {organization: one, depth: 1}] + [two IN twos WHERE two IS NOT NULL AND NOT two IN ones | {organization: two, depth: 2}] AS row
RETURN row.organization.id AS id, row.organization.name AS name, row.depth AS depth
ORDER BY depth, id
LIMIT $limit
