// Who can introduce $from to $to? All shortest ways of at most four steps over confirmed ties that hold at $at.
// Parameters: $from (id), $to (id), $at (date).
MATCH (one:Organization {id: $from}), (other:Organization {id: $to})
MATCH way = allShortestPaths((one)-[:PARTNERS_WITH|MEDIATES_FOR|MEMBER_OF|ADVISES|SUPPORTS|TRAINS|FUNDS|DELIVERS|PROVIDES_SERVICE_TO|REFERS_TO|COMMISSIONS|ASSURES|ACCREDITS|REGISTERS|SUPPLIES_WORK_TO|REGULATES*..4]-(other))
WHERE all(tie IN relationships(way) WHERE tie.status = 'confirmed'
  AND (tie.validFrom IS NULL OR tie.validFrom <= date($at)) AND (tie.validUntil IS NULL OR tie.validUntil >= date($at)))
RETURN [step IN nodes(way) | step.name] AS names, [tie IN relationships(way) | type(tie)] AS ties,
  size([step IN nodes(way)[1..-1] WHERE step.mediates]) AS mediators
ORDER BY mediators DESC, names
LIMIT 5
