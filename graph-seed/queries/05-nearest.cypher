// Which organizations of a kind lie nearest to a point?
// Parameters: $longitude, $latitude, $kind (code of actor_kind), $withinKm, $limit.
WITH point({longitude: $longitude, latitude: $latitude}) AS here
MATCH (place:Place)-[:PLACE_OF]->(organization:Organization {actorKind: $kind})
WHERE point.distance(place.point, here) <= $withinKm * 1000.0 AND organization.retired IS NULL
RETURN organization.id AS id, organization.name AS name, min(point.distance(place.point, here)) / 1000.0 AS km
ORDER BY km, id
LIMIT $limit
