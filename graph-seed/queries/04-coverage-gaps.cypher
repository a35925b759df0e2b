// In which regencies of $province do home workers have no service of the kind $term at $at? Most need first.
// An area counts at its own region; at the parts of it only if the statement says so; a mailing address never counts.
// Parameters: $province (code), $term (code of service_term), $at (date).
MATCH (regency:Region)-[:WITHIN]->(:Region {code: $province})
MATCH (term:ServiceTerm {code: $term})
WHERE NOT EXISTS {
  MATCH (regency)-[:WITHIN*0..1]->(area:Region)<-[covers:COVERS]-(service:Service)-[:IS_A]->(term)
  WHERE service.status = 'active' AND (area = regency OR covers.withSubregions)
    AND (service.validFrom IS NULL OR service.validFrom <= date($at)) AND (service.validUntil IS NULL OR service.validUntil >= date($at))
    AND (covers.validFrom IS NULL OR covers.validFrom <= date($at)) AND (covers.validUntil IS NULL OR covers.validUntil >= date($at))
}
OPTIONAL MATCH (regency)<-[:IN_REGION]-(need:Need)
WHERE NOT EXISTS { (need)-[:ABOUT]->(:ServiceTerm) } OR EXISTS { (need)-[:ABOUT]->(term) }
WITH regency, collect(need) AS needs
RETURN regency.code AS code, regency.name AS name,
  CASE WHEN size(needs) = 0 THEN null ELSE reduce(sum = 0, n IN needs | sum + coalesce(n.women, 0) + coalesce(n.men, 0) + coalesce(n.unknown, 0)) END AS need
ORDER BY need IS NULL, need DESC, code
